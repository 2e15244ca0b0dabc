/** Which lists a screen needs, and the summary, which is made of two. */
import type { Table } from '../../inspect/table.ts';
import { screenRow } from '../screens.ts';
import { emptyList, listKey, type State, withList } from './state.ts';

/** What the screen needs and does not have: keys of lists that are to be loaded. */
export function missingLists(state: State): readonly string[] {
  if (screenRow(state.screen).tables === 'state') return [];
  const isMissing = (key: string) => {
    const { tables, failure } = state.lists[key] ?? emptyList;
    return tables === undefined && failure === undefined;
  };
  if (state.screen !== 'summary') return [listKey(state)].filter(isMissing);
  // The verdict takes longer, and waits until the rest is on the screen.
  const own = `${state.side}/summary-own`;
  return isMissing(own) ? [own] : [`${state.side}/verdict`].filter(isMissing);
}

/** The summary, with the verdict above it, which takes longer. */
export function withSummaries(state: State): State {
  return ([0, 1] as const).reduce((current: State, side) => {
    const own = current.lists[`${side}/summary-own`];
    if (own?.tables === undefined) {
      return own?.failure === undefined
        ? current
        : withList(current, { failure: own.failure }, `${side}/summary`);
    }
    const verdict = current.lists[`${side}/verdict`];
    const above = verdict?.tables ?? [{ ...waitingTable, empty: verdict?.failure ?? waitingTable.empty }];
    const known = current.lists[`${side}/summary`]?.selected ?? 0;
    // What there is to do is long, and stands below.
    const isBelow = ({ title }: Table) => title === 'Conditions';
    const tables = [...above.filter((table) => !isBelow(table)), ...own.tables, ...above.filter(isBelow)];
    return withList(current, { tables, selected: known }, `${side}/summary`);
  }, state);
}

const waitingTable = {
  title: 'Restoring it',
  columns: [{ title: '' }],
  rows: [],
  empty: 'a restore is being rehearsed, and the rules are run …',
};
