/** Where Enter on a row leads: to what the row has a number of, by a menu where there are several. */
import type { Link, Row } from '../../inspect/table.ts';
import { visible } from '../../visible.ts';
import { goToMemory } from './content.ts';
import { listRows } from './list-rows.ts';
import { jumpToRow, remembered, type WorldOf } from './place.ts';
import { currentList, type ListState, listKey, type Menu, type State, withList } from './state.ts';

/** More would not fit, and keys are digits. */
const itemsMax = 9;

/** The row itself leads to its record where it has no links. */
export function followRow(state: State, worldOf: WorldOf, row: Row): State {
  const { links = [], at } = row;
  const [first, ...others] = links;
  if (first === undefined) return jumpToRow(state, worldOf, row);
  if (others.length === 0) return followLink(state, first);
  const items = links.slice(0, at === undefined ? itemsMax : itemsMax - 1);
  return { ...state, menu: { items, hasRecord: at !== undefined, selected: 0 } };
}

export function followLink(state: State, link: Link): State {
  if ('pid' in link) return goToMemory(remembered(state), { pid: link.pid, address: link.address });
  // What is followed may be of another process.
  const there: State = { ...remembered(state), screen: link.view, process: undefined };
  const filtered = withList(there, { filter: '' });
  return arrived({ ...filtered, target: { key: listKey(filtered), name: link.name } });
}

/** Selects the row that was followed to, as soon as the rows are there. */
export function arrived(state: State): State {
  const { target } = state;
  if (target === undefined) return state;
  const list: ListState | undefined = state.lists[target.key];
  if (list?.failure !== undefined) return { ...state, target: undefined };
  if (list?.tables === undefined) return state;
  const row = listRows(list).rows.findIndex(({ names }) => names?.includes(target.name));
  const done: State = { ...state, target: undefined };
  if (row < 0) return { ...done, message: `${visible(target.name)} is not in this image` };
  return withList(done, { selected: row }, target.key);
}

/** What the lines of a menu say. */
export const menuLabels = ({ items, hasRecord }: Menu): readonly string[] => [
  ...items.map(({ label }) => visible(label)),
  ...(hasRecord ? ['its record'] : []),
];

/** A key while the menu is open. */
export function menuKey(state: State, worldOf: WorldOf, key: string): State {
  const { menu } = state;
  if (menu === undefined) return state;
  const count = menuLabels(menu).length;
  const to = (selected: number): State => ({
    ...state,
    menu: { ...menu, selected: (selected + count) % count },
  });
  const closed: State = { ...state, menu: undefined };
  switch (key) {
    case 'up':
    case 'k':
      return to(menu.selected - 1);
    case 'down':
    case 'j':
      return to(menu.selected + 1);
    case 'enter':
      return chosen(closed, worldOf, menu, menu.selected);
    default: {
      const number = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
      return number >= 0 && number < count ? chosen(closed, worldOf, menu, number) : closed;
    }
  }
}

function chosen(state: State, worldOf: WorldOf, { items }: Menu, number: number): State {
  const item = items[number];
  if (item !== undefined) return followLink(state, item);
  const list = currentList(state);
  const row = listRows(list).rows[list.selected];
  return row === undefined ? state : jumpToRow(state, worldOf, row);
}
