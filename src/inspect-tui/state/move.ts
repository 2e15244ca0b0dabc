/** What the keys for moving do, by screen and pane. */
import { moveInContent } from './content.ts';
import { paneSizes } from './layout.ts';
import { listRows } from './list-rows.ts';
import { goTo, goToByte, goToRow, toggle } from './place.ts';
import { currentList, currentPlace, type Move, type State, withList } from './state.ts';
import { fieldFolder, openKey, rowOf, wholeRecord } from './tree-rows.ts';
import type { World } from './world.ts';

/** The state after a move. */
export function move(state: State, world: World, way: Move): State {
  if (state.screen === 'content') return moveInContent(state, way);
  if (state.screen !== 'records') return moveInList(state, way);
  switch (state.focus) {
    case 'tree':
      return moveInTree(state, world, way);
    case 'meaning':
      return moveInMeaning(state, world, way);
    default:
      return moveInBytes(state, world, way);
  }
}

/** Where a list position goes: `length` lines, `page` of them visible. */
function moved(position: number, way: Move, length: number, page: number): number {
  const steps = { up: -1, down: 1, left: 0, right: 0, 'page-up': -page, 'page-down': page } as const;
  if (way === 'first') return 0;
  if (way === 'last') return length - 1;
  return Math.max(0, Math.min(length - 1, position + steps[way]));
}

function moveInList(state: State, way: Move): State {
  const list = currentList(state);
  const { rows } = listRows(list);
  const page = paneSizes(state).listLines - 1;
  return withList(state, { selected: Math.max(0, moved(list.selected, way, rows.length, page)) });
}

function moveInTree(state: State, world: World, way: Move): State {
  const { rows, spot, opened } = currentPlace(state);
  if (way === 'left') {
    const isOpen = spot.part < 0 && opened.has(openKey(spot.record, spot.part));
    if (isOpen) return toggle(state, world, spot, false);
    if (spot.part !== wholeRecord) return goTo(state, world, { record: spot.record, part: wholeRecord });
    const parent = world.index.parent(spot.record);
    return parent < 0 ? state : goTo(state, world, { record: parent, part: wholeRecord });
  }
  const row = rowOf(rows, spot);
  if (way === 'right') {
    if (spot.part !== wholeRecord && spot.part !== fieldFolder) return state;
    const isOpen = opened.has(openKey(spot.record, spot.part));
    return isOpen ? goToRow(state, world, row + 1) : toggle(state, world, spot, true);
  }
  return goToRow(state, world, moved(row, way, rows.length, paneSizes(state).upperLines));
}

function moveInMeaning(state: State, world: World, way: Move): State {
  const { spot } = currentPlace(state);
  const count = world.fields(spot.record).length;
  if (count === 0 || way === 'left' || way === 'right') return state;
  const { upperLines, docLines } = paneSizes(state);
  // The first key selects the first field.
  const part = spot.part < 0 && way !== 'last' ? 0 : moved(spot.part, way, count, upperLines - docLines);
  return goTo(state, world, { record: spot.record, part });
}

function moveInBytes(state: State, world: World, way: Move): State {
  const { bytesPerLine, bytesLines } = paneSizes(state);
  const { cursor, spot } = currentPlace(state);
  const { offset, length } = world.stretch(spot.record);
  const page = bytesPerLine * bytesLines;
  const targets = {
    up: cursor - bytesPerLine,
    down: cursor + bytesPerLine,
    left: cursor - 1,
    right: cursor + 1,
    'page-up': cursor - page,
    'page-down': cursor + page,
    first: offset,
    last: offset + length - 1,
  } satisfies Record<Move, number>;
  const target = targets[way];
  // A line further than the file goes keeps the column.
  if (length === 0 || (way === 'up' && target < offset) || (way === 'down' && target >= offset + length))
    return state;
  return goToByte(state, world, Math.max(offset, Math.min(target, offset + length - 1)));
}
