/** The list of checkpoints: keys to state, state to screen. */
import { useApp, useInput } from 'ink';
import { useEffect, useReducer } from 'react';
import { type ChooserState, chooserKey } from '../chooser-state.ts';
import { keyPresses } from '../keys.ts';
import { chooserLines } from '../panes/chooser-pane.ts';
import { Lines } from './lines.tsx';

export { render } from 'ink';

export interface ChooserProps {
  readonly state: ChooserState;
  readonly hasColor: boolean;
  /** Hears of every state. */
  readonly onState: (state: ChooserState) => void;
}

type Change = { readonly key: string; readonly text: string } | { readonly change: Partial<ChooserState> };

/** What comes from outside replaces rows and size; what keys did stays. */
export function Chooser({ state: outer, hasColor, onState }: ChooserProps) {
  const { exit } = useApp();
  const [state, dispatch] = useReducer(
    (current: ChooserState, change: Change) =>
      'key' in change ? chooserKey(current, change.key, change.text) : { ...current, ...change.change },
    outer,
  );
  const { table, folder, choices, isComplete, columns, lines } = outer;
  useEffect(
    () => dispatch({ change: { table, folder, choices, isComplete, columns, lines } }),
    [table, folder, choices, isComplete, columns, lines],
  );
  useInput((input, key) => {
    for (const press of keyPresses(input, key)) dispatch(press);
  });
  useEffect(() => {
    onState(state);
    if (state.isDone || state.chosen !== undefined) exit();
  }, [state, onState, exit]);
  return <Lines lines={chooserLines(state)} hasColor={hasColor} />;
}
