/** Places to come back to, as a screen of their own. */
import type { Table } from '../../inspect/table.ts';
import { keyFor } from '../keys.ts';
import { screenRow } from '../screens.ts';
import { listRows } from './list-rows.ts';
import { currentList, currentPlace, type State, withList } from './state.ts';
import type { World } from './world.ts';

const bookmarksMax = 200;

/** Remembers the record or row that is selected. */
export function bookmarked(state: State, world: World): State {
  const list = currentList(state);
  const isRecords = state.screen === 'records';
  const row = isRecords ? undefined : listRows(list).rows[list.selected];
  const at = isRecords ? currentPlace(state).cursor : row?.at;
  if (at === undefined) return { ...state, message: 'this row comes from no single record' };
  const label = isRecords
    ? world.path(currentPlace(state).spot)
    : `${screenRow(state.screen).name}: ${
        row?.cells
          .map((cell) => cell.trim())
          .filter(Boolean)
          .join(' ') ?? ''
      }`;
  const bookmark = { side: state.side, at, label };
  const bookmarks = [...state.bookmarks, bookmark].slice(-bookmarksMax);
  const table: Table = {
    columns: [{ title: 'WHERE' }, { title: 'WHAT', grows: true }],
    rows: bookmarks
      .filter(({ side }) => side === state.side)
      .map((one) => ({ at: one.at, cells: [world.records.placeText(one.at), one.label] })),
  };
  const message = `remembered; ${keyFor('screen:bookmarks')} lists ${bookmarks.length}`;
  return withList({ ...state, bookmarks, message }, { tables: [table] }, `${state.side}/bookmarks`);
}
