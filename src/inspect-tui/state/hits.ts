/** What a search through memory found: a list of places in processes, and going from one to the next. */
import type { Table } from '../../inspect/table.ts';
import { plural } from '../../inspect/words.ts';
import type { MemoryHit } from '../engine/engine.ts';
import { contentOf, goToMemory } from './content.ts';
import { type Hits, type SearchMode, type State, withList } from './state.ts';

const keyOf = (side: 0 | 1): string => `${side}/hits`;

export function withHits(state: State, change: Partial<Hits>, side = state.side): State {
  const known = state.hits[side];
  const next = { ...known, ...change } as Hits;
  const [first, second] = state.hits;
  const changed: State = { ...state, hits: side === 0 ? [next, second] : [first, next] };
  if (next.hits === known?.hits && next.isRunning === known?.isRunning) return changed;
  return withList(changed, { tables: [hitsTable(next)] }, keyOf(side));
}

export function startMemorySearch(state: State, text: string, mode: SearchMode): State {
  const turn = (state.hits[state.side]?.turn ?? 0) + 1;
  const pid = state.process?.pid;
  const fresh = {
    text,
    mode,
    turn,
    isRunning: true,
    progress: 0,
    hits: [],
    isCut: false,
    notSearched: [],
    pid,
  };
  const started = withHits({ ...state, screen: 'hits', message: undefined }, fresh);
  return withList(started, { selected: 0, filter: '' }, keyOf(state.side));
}

function hitsTable({ hits, isRunning, isCut, text, pid, notSearched }: Hits): Table {
  const where =
    pid === undefined ? 'in the memory of the processes or in what the image holds besides' : `of ${pid}`;
  return {
    columns: [
      { title: 'PID', align: 'right' },
      { title: 'AREA' },
      { title: 'ADDRESS', align: 'right' },
      { title: 'WHAT IS THERE', grows: true },
    ],
    rows: hits.map(({ pid: own, area, address, context, position }) => ({
      at: position,
      cells: [own === undefined ? '' : `${own}`, area, `0x${address.toString(16)}`, context],
      ...(own !== undefined && { links: [{ label: 'its memory', pid: own, address }] }),
    })),
    empty: isRunning ? 'searching …' : `"${text}" is nowhere ${where}`,
    notes: [
      ...(isCut ? [`the search ended here, after ${plural(hits.length, 'hit')}`] : []),
      // That nothing was found says nothing of what the image does not hold.
      ...notSearched,
    ],
  };
}

/** From a place in memory to the next hit behind it; in the list, to the next row. */
export function nextMemoryHit(state: State, direction: 1 | -1): State {
  const { hits = [] } = state.hits[state.side] ?? {};
  if (hits.length === 0) return { ...state, message: 'there is no hit' };
  const key = keyOf(state.side);
  const selected = state.lists[key]?.selected ?? 0;
  const index = state.screen === 'content' ? besideCursor(state, hits, direction) : selected + direction;
  const next = (index + hits.length) % hits.length;
  const hit = hits[next] as MemoryHit;
  const there = withList(state, { selected: next }, key);
  const message = `hit ${next + 1} of ${hits.length}: ${hit.pid ?? ''} ${hit.area} 0x${hit.address.toString(16)}`;
  if (state.screen !== 'content' || hit.pid === undefined) return { ...there, screen: 'hits', message };
  return { ...goToMemory(there, { pid: hit.pid, address: hit.address }), message };
}

/** The one that is selected in the list. */
export const selectedHit = (state: State): MemoryHit | undefined =>
  state.hits[state.side]?.hits[state.lists[keyOf(state.side)]?.selected ?? 0];

function besideCursor(state: State, hits: readonly MemoryHit[], direction: 1 | -1): number {
  const content = contentOf(state);
  // Keys may be faster than pages.
  const { pid = 0, address = 0n } = content.wanted ?? content;
  const isBehind = (hit: MemoryHit) =>
    (hit.pid ?? Number.MAX_SAFE_INTEGER) > pid || (hit.pid === pid && hit.address > address);
  const behind = hits.findIndex(isBehind);
  if (direction === 1) return behind < 0 ? 0 : behind;
  const isHere = (hit: MemoryHit | undefined) => hit?.pid === pid && hit.address === address;
  const before = (behind < 0 ? hits.length : behind) - 1;
  return isHere(hits[before]) ? before - 1 : before;
}
