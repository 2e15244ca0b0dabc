/** The inspector: keys to state, state to screen, and what the state asks for to the engine. */
import { useApp, useInput } from 'ink';
import { useEffect, useReducer, useRef } from 'react';
import { tableLines } from '../../inspect/lay-out-table.ts';
import type { Table } from '../../inspect/table.ts';
import { jsonText } from '../../inspect/view-json.ts';
import { isViewName } from '../../inspect/views/index.ts';
import type { Engine } from '../engine/engine.ts';
import { keyPresses } from '../keys.ts';
import { textOf } from '../panes/line.ts';
import { screenLines } from '../panes/screen.ts';
import { parseHex } from '../parse-hex.ts';
import { missingPage } from '../state/content.ts';
import { listRows } from '../state/list-rows.ts';
import { missingLists } from '../state/lists.ts';
import { type Action, openingState, reduce, type Worlds, worldOf } from '../state/reduce.ts';
import type { Hits, State } from '../state/state.ts';
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
  /** Writes a file; returns what there is to say. */
  readonly save: (path: string, text: string) => string;
  /** Hears what was copied, for the end. */
  readonly onCopied: (copied: readonly string[]) => void;
}

/** The whole screen. */
export function App({ worlds, engine, columns, lines, hasColor, copy, save, onCopied }: AppProps) {
  const { exit } = useApp();
  const [state, dispatch] = useReducer(
    (current: State, action: Action) => reduce(current, action, worlds),
    openingState(columns, lines, worlds),
  );
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) dispatch({ type: 'key', ...press });
  });
  useEffect(() => dispatch({ type: 'resize', columns, lines }), [columns, lines]);
  useIndex(worlds, engine, dispatch);
  useLists(state, engine, dispatch);
  useSearch(state, engine, dispatch);
  usePages(state, engine, dispatch);
  useHits(state, engine, dispatch);
  useSaves(state, engine, dispatch);
  useCopies(state, copy, onCopied);
  useExports(state, worlds, engine, save, dispatch);
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
  const wanted = missingLists(state).join('\n');
  useEffect(() => {
    for (const key of wanted.split('\n').filter(Boolean)) {
      if (asked.current.has(key)) continue;
      asked.current.add(key);
      load(key, engine, dispatch);
    }
  }, [wanted, engine, dispatch]);
}

/** Keys are made by `listKey`: side, screen and pid. */
function partsOf(key: string) {
  const [side, screen = 'compare', pid] = key === 'compare' ? ['0'] : key.split('/');
  return {
    side: side === '1' ? (1 as const) : (0 as const),
    screen,
    ...(pid !== undefined && { pid: Number(pid) }),
  };
}

function load(key: string, engine: Engine, dispatch: Dispatch): void {
  const { side, screen, pid } = partsOf(key);
  const failed = (error: Error) => dispatch({ type: 'list-failed', key, message: error.message });
  if (screen === 'rehearse') {
    engine.rehearse(side).then((rehearsal) => dispatch({ type: 'rehearsed', key, rehearsal }), failed);
    return;
  }
  const onProgress = (progress: number) => dispatch({ type: 'list-progress', key, progress });
  engine
    .tables(side, screen, pid, onProgress)
    .then((tables) => dispatch({ type: 'list-loaded', key, tables }), failed);
}

/** Writes what is seen; the file of an earlier export is never replaced. */
function useExports(
  state: State,
  worlds: Worlds,
  engine: Engine,
  save: AppProps['save'],
  dispatch: Dispatch,
): void {
  const done = useRef(0);
  const { exports } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an export is of the moment when it was asked for.
  useEffect(() => {
    const last = exports.at(-1);
    if (last === undefined || exports.length === done.current) return;
    done.current = exports.length;
    const say = (message: string) => dispatch({ type: 'said', message });
    const { side, screen, pid } = partsOf(last.key);
    if (last.form === 'json' && isViewName(screen)) {
      engine.json(side, screen, pid).then(
        (text) => say(save(last.path, text)),
        (error: Error) => say(error.message),
      );
      return;
    }
    const list = state.lists[last.key];
    if (last.form === 'json') {
      say(list?.tables === undefined ? 'there are no tables here' : save(last.path, tablesText(list.tables)));
      return;
    }
    const lines =
      list === undefined
        ? screenLines(state, worldOf(worlds, state.side)).map(textOf)
        : [...tableLines(listRows(list).tables, Number.POSITIVE_INFINITY)].map(({ text }) => text);
    say(save(last.path, `${lines.map((line) => line.trimEnd()).join('\n')}\n`));
  }, [exports]);
}

/** Tables of which there is no document: what they say, by column. */
const tablesText = (tables: readonly Table[]): string =>
  `${jsonText({
    schemaVersion: 1,
    tables: tables.map(({ title, columns, rows }) => ({
      title: title ?? null,
      rows: rows.map(({ cells }) =>
        Object.fromEntries(cells.map((cell, index) => [columns[index]?.title || `${index}`, cell.trim()])),
      ),
    })),
  })}\n`;

function useSearch({ search, side }: State, engine: Engine, dispatch: Dispatch): void {
  const { turn, isRunning = false } = search ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is one search, whatever else changes meanwhile.
  useEffect(() => {
    if (!search || turn === undefined || !isRunning) return;
    const { text, mode, from, direction } = search;
    // Memory is searched by an effect of its own.
    if (mode === 'memory' || mode === 'memory-hex') return;
    void engine
      .search({ side, text, mode, from, direction }, (progress) =>
        dispatch({ type: 'search-progress', turn, progress }),
      )
      .then((hit) => dispatch({ type: 'search-done', turn, hit }));
    return () => engine.stopSearch();
  }, [turn, isRunning]);
}

/** Has memory read that the screen shows and does not have. */
function usePages(state: State, engine: Engine, dispatch: Dispatch): void {
  const { side } = state;
  const missing = missingPage(state);
  const key = missing?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is made of all of the request.
  useEffect(() => {
    if (missing === undefined || key === undefined) return;
    engine.page(side, missing.request).then(
      (page) => dispatch({ type: 'page-loaded', side, page }),
      (error: Error) => dispatch({ type: 'page-failed', side, key, message: error.message }),
    );
  }, [key]);
}

/** Searches memory; hits are listed as they come. */
function useHits({ hits, side }: State, engine: Engine, dispatch: Dispatch): void {
  const { turn, isRunning = false } = hits[side] ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn is one search, whatever else changes meanwhile.
  useEffect(() => {
    const search = hits[side];
    if (search === undefined || turn === undefined || !isRunning) return;
    const { text, mode, pid } = search;
    const needle = mode === 'memory-hex' ? parseHex(text) : new TextEncoder().encode(text);
    const change = (some: Partial<Hits>) => dispatch({ type: 'hits', side, turn, change: some });
    const onStep = (step: number | Hits['hits']) =>
      change(typeof step === 'number' ? { progress: step } : { hits: step });
    engine.searchMemory({ side, needle: needle ?? new Uint8Array(0), pid }, onStep).then(
      (found) => change({ ...found, isRunning: false }),
      (error: Error) => {
        change({ isRunning: false });
        dispatch({ type: 'said', message: error.message });
      },
    );
    return () => engine.stopSearch();
  }, [turn, isRunning]);
}

/** Writes memory to files. */
function useSaves({ saves }: State, engine: Engine, dispatch: Dispatch): void {
  useEffect(() => {
    const last = saves.at(-1);
    if (last === undefined) return;
    const say = (message: string) => dispatch({ type: 'said', message });
    engine.save(last).then(say, (error: Error) => say(error.message));
  }, [saves, engine, dispatch]);
}

function useCopies({ copied }: State, copy: (text: string) => void, onCopied: AppProps['onCopied']): void {
  useEffect(() => {
    const last = copied.at(-1);
    if (last === undefined) return;
    copy(last);
    onCopied(copied);
  }, [copied, copy, onCopied]);
}
