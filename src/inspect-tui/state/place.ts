/** Going somewhere in the records: every way of it ends here, so that tree, bytes and meaning agree. */
import type { Row } from '../../inspect/table.ts';
import { contentOf, goToMemory } from './content.ts';
import {
  currentList,
  currentPlace,
  type Place,
  type State,
  type Visit,
  withList,
  withPlace,
} from './state.ts';
import {
  fieldFolder,
  type Opened,
  openKey,
  rowOf,
  type Spot,
  spotAt,
  treeRows,
  wholeRecord,
} from './tree-rows.ts';
import type { World } from './world.ts';

export type WorldOf = (side: 0 | 1) => World;

const historyMax = 200;

/** The place with its rows made anew. */
export function rebuilt(world: World, place: Place): Place {
  const { opened, kindFilter } = place;
  const fieldCount = (record: number) => world.fields(record).length;
  const wanted = kindFilter.toLowerCase();
  const isListed = wanted === '' ? undefined : (record: number) => world.records.isListed(record, wanted);
  return { ...place, rows: treeRows({ index: world.index, opened, isListed, fieldCount }) };
}

/** Opens all around a record, so that its row is shown. */
function openedAround(world: World, opened: Opened, record: number): Opened {
  const keys: number[] = [];
  for (let parent = world.index.parent(record); parent >= 0; parent = world.index.parent(parent)) {
    if (!opened.has(openKey(parent))) keys.push(openKey(parent));
  }
  return keys.length === 0 ? opened : new Set([...opened, ...keys]);
}

/** Selects a spot and shows it. The cursor goes to its first byte unless another byte is given. */
export function goTo(state: State, world: World, spot: Spot, cursor = world.range(spot).offset): State {
  const place = currentPlace(state);
  const opened = openedAround(world, place.opened, spot.record);
  const isHidden = place.kindFilter !== '' && rowOf(place.rows, spot) < 0;
  const next = { ...place, spot, cursor, opened, ...(isHidden && { kindFilter: '' }) };
  const isSame = opened === place.opened && !isHidden;
  return withPlace({ ...state, mark: undefined }, isSame ? next : rebuilt(world, next));
}

/** Moves the cursor to a byte and selects what it belongs to, as far as the walk has come. */
export function goToByte(state: State, world: World, offset: number): State {
  const cursor = Math.max(0, Math.min(offset, world.source.size - 1));
  const spot = world.spotHolding(cursor);
  return spot === undefined ? withPlace(state, { cursor }) : goTo(state, world, spot, cursor);
}

/** Remembers where one is, for Backspace. */
export function remembered(state: State): State {
  const { spot, cursor } = currentPlace(state);
  const { screen, side, process } = state;
  const { pid, address } = contentOf(state);
  const memory = pid === undefined || address === undefined ? undefined : { pid, address };
  const { selected } = currentList(state);
  const visit: Visit = { screen, side, spot, cursor, process, selected, memory };
  return { ...state, history: [...state.history.slice(-historyMax), visit] };
}

/** To the record at an offset, from wherever one is. */
export function jumpTo(state: State, world: World, offset: number): State {
  const record = world.records.target({ offset, kind: '' });
  const there: State = {
    ...state,
    screen: 'records',
    focus: state.screen === 'records' ? state.focus : 'tree',
  };
  if (record >= 0) return goTo(there, world, { record, part: wholeRecord });
  return goToByte(there, world, offset);
}

/** Rows of a comparison may come from one image only: then that one is shown. */
export function jumpToRow(state: State, worldOf: WorldOf, { at, atOther }: Row): State {
  if (atOther !== undefined && (state.side === 1 || at === undefined)) {
    return jumpTo({ ...remembered(state), side: 1 }, worldOf(1), atOther);
  }
  if (at === undefined) return { ...state, message: 'this row comes from no single record' };
  const side = state.screen === 'compare' ? 0 : state.side;
  return jumpTo({ ...remembered(state), side }, worldOf(side), at);
}

export function goBack(state: State, worldOf: WorldOf): State {
  const visit = state.history.at(-1);
  if (!visit) return { ...state, message: 'nothing to go back to' };
  const { screen, side, spot, cursor, process, selected, memory } = visit;
  const back: State = { ...state, screen, side, process, history: state.history.slice(0, -1) };
  if (screen === 'content' && memory !== undefined) return goToMemory(back, memory);
  if (screen !== 'records') return withList(back, { selected });
  return goTo(back, worldOf(side), spot, cursor);
}

/** Follows the reference of a field; says why when it cannot. */
export function follow(state: State, world: World, spot: Spot): State {
  const field = world.field(spot);
  if (!field?.refersTo) return { ...state, message: 'this refers to nothing' };
  const { offset, kind } = field.refersTo;
  const record = world.records.target(field.refersTo);
  if (record < 0) {
    const isEarly = !world.index.isComplete && offset > world.index.offset(world.index.length - 1);
    return {
      ...state,
      message: isEarly ? 'not indexed yet' : `no ${kind} lies at ${world.records.placeText(offset)}`,
    };
  }
  return goTo(remembered(state), world, { record, part: wholeRecord });
}

/** Opens or closes a record or the folder of its fields. */
export function toggle(state: State, world: World, { record, part }: Spot, isOpen?: boolean): State {
  const place = currentPlace(state);
  const key = openKey(record, part === fieldFolder ? fieldFolder : wholeRecord);
  const opens = isOpen ?? !place.opened.has(key);
  if (opens === place.opened.has(key)) return state;
  const opened = new Set(place.opened);
  if (opens) opened.add(key);
  else opened.delete(key);
  return withPlace(state, rebuilt(world, { ...place, opened }));
}

/** To a row of the tree, by its number. */
export function goToRow(state: State, world: World, row: number): State {
  const { rows } = currentPlace(state);
  const spot = spotAt(rows, Math.max(0, Math.min(row, rows.length - 1)));
  return spot === undefined ? state : goTo(state, world, spot);
}
