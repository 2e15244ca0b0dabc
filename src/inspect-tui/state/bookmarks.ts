/** Places to come back to, as a screen of their own. */
import type { Table } from '../../inspect/table.ts';
import { hex } from '../../inspect/words.ts';
import { keyFor } from '../keys.ts';
import { screenRow } from '../screens.ts';
import { contentOf, positionHere } from './content.ts';
import { listRows } from './list-rows.ts';
import { type Bookmark, currentList, currentPlace, type State, withList } from './state.ts';
import type { World } from './world.ts';

const bookmarksMax = 200;

/** Remembers the record, row or byte that is selected. */
export function bookmarked(state: State, world: World): State {
  const bookmark = bookmarkHere(state, world);
  if (bookmark === undefined) return { ...state, message: 'this row comes from no single record' };
  const bookmarks = [...state.bookmarks, bookmark].slice(-bookmarksMax);
  const table: Table = {
    columns: [{ title: 'WHERE' }, { title: 'WHAT', grows: true }],
    rows: bookmarks
      .filter(({ side }) => side === state.side)
      .map(({ at, memory, label }) => ({
        at,
        ...(memory && { links: [{ label, ...memory }] }),
        cells: [memory ? hex(memory.address) : at === undefined ? '' : world.records.placeText(at), label],
      })),
  };
  const message = `remembered; ${keyFor('screen:bookmarks')} lists ${bookmarks.length}`;
  return withList({ ...state, bookmarks, message }, { tables: [table] }, `${state.side}/bookmarks`);
}

function bookmarkHere(state: State, world: World): Bookmark | undefined {
  const { side, screen } = state;
  if (screen === 'content') {
    const { pid, address, page } = contentOf(state);
    if (pid === undefined || address === undefined || page === undefined) return undefined;
    const label = `memory of ${pid} ${page.name}: ${page.area.name}`;
    return { side, at: positionHere(state), memory: { pid, address }, label };
  }
  if (screen === 'records') {
    const { cursor, spot } = currentPlace(state);
    return { side, at: cursor, label: world.path(spot) };
  }
  const list = currentList(state);
  const row = listRows(list).rows[list.selected];
  if (row?.at === undefined) return undefined;
  const text = row.cells.map((cell) => cell.trim()).filter(Boolean);
  return { side, at: row.at, label: `${screenRow(screen).name}: ${text.join(' ')}` };
}
