/** The inspector: keys to state, state to screen, and what the state asks for to the engine. */
import { useApp, useInput } from 'ink';
import { useEffect, useReducer, useRef } from 'react';
import type { Engine } from '../engine/engine.ts';
import { keyPresses } from '../keys.ts';
import { screenLines } from '../panes/screen.ts';
import { type Action, missingList, reduce, startState, type Worlds, worldOf } from '../state/reduce.ts';
import type { State } from '../state/state.ts';
import { Lines } from './lines.tsx';

/** Ink is loaded with the components, after the first screen. */
export { render } from 'ink';

export interface AppProps {
  readonly worlds: Worlds;
  readonly engine: Engine;
  readonly columns: number;
  readonly lines: number;
  readonly hasColor: boolean;
  /** Puts a text on the clipboard of the terminal. */
  readonly copy: (text: string) => void;
  /** Hears what was copied, for the end. */
  readonly onCopied: (copied: readonly string[]) => void;
}

/** The whole screen. */
export function App({ worlds, engine, columns, lines, hasColor, copy, onCopied }: AppProps) {
  const { exit } = useApp();
  const [state, dispatch] = useReducer(
    (current: State, action: Action) => reduce(current, action, worlds),
    startState(columns, lines, worlds),
  );
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) dispatch({ type: 'key', ...press });
  });
  useEffect(() => dispatch({ type: 'resize', columns, lines }), [columns, lines]);
  useIndex(worlds, engine, dispatch);
  useLists(state, engine, dispatch);
  useSearch(state, engine, dispatch);
  useCopies(state, copy, onCopied);
  useEffect(() => {
    if (state.isDone) exit();
  }, [state.isDone, exit]);
  return <Lines lines={screenLines(state, worldOf(worlds, state.side))} hasColor={hasColor} />;
}

type Dispatch = (action: Action) => void;

/** Has the images indexed; the tree grows as the chunks come. */
function useIndex(worlds: Worlds, engine: Engine, dispatch: Dispatch): void {
  useEffect(() => {
    for (const [number, world] of worlds.entries()) {
      const side = number === 0 ? 0 : 1;
      if (world.index.isComplete) continue;
      const walked = engine.walk(side, (chunk) => {
        world.append(chunk);
        dispatch({ type: 'grown', side });
      });
      void walked.then((problems) => {
        world.finish(problems);
        dispatch({ type: 'grown', side });
      });
    }
  }, [worlds, engine, dispatch]);
}

/** Loads what a screen shows when it is first shown. */
function useLists(state: State, engine: Engine, dispatch: Dispatch): void {
  const asked = useRef(new Set<string>());
  const key = missingList(state);
  const { screen, side } = state;
  useEffect(() => {
    if (key === undefined || asked.current.has(key)) return;
    asked.current.add(key);
    const failed = (error: Error) => dispatch({ type: 'list-failed', key, message: error.message });
    if (screen === 'rehearse') {
      engine.rehearse(side).then((rehearsal) => dispatch({ type: 'rehearsed', key, rehearsal }), failed);
      return;
    }
    const onProgress = (progress: number) => dispatch({ type: 'list-progress', key, progress });
    engine
      .tables(side, screen, onProgress)
      .then((tables) => dispatch({ type: 'list-loaded', key, tables }), failed);
  }, [key, screen, side, engine, dispatch]);
}

function useSearch({ search, side }: State, engine: Engine, dispatch: Dispatch): void {
  const { turn, isRunning = false } = search ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is one search, whatever else changes meanwhile.
  useEffect(() => {
    if (!search || turn === undefined || !isRunning) return;
    const { text, mode, from, direction } = search;
    void engine
      .search({ side, text, mode, from, direction }, (progress) =>
        dispatch({ type: 'search-progress', turn, progress }),
      )
      .then((hit) => dispatch({ type: 'search-done', turn, hit }));
    return () => engine.stopSearch();
  }, [turn, isRunning]);
}

function useCopies({ copied }: State, copy: (text: string) => void, onCopied: AppProps['onCopied']): void {
  useEffect(() => {
    const last = copied.at(-1);
    if (last === undefined) return;
    copy(last);
    onCopied(copied);
  }, [copied, copy, onCopied]);
}
