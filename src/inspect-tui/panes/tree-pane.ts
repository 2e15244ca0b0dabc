/** The record tree: only the rows that are visible are decoded. */
import { visible } from '../../visible.ts';
import { paneSizes, windowTop } from '../state/layout.ts';
import { currentPlace, type State } from '../state/state.ts';
import { fieldFolder, openKey, rowOf, type Spot, spotAt, wholeRecord } from '../state/tree-rows.ts';
import type { World } from '../state/world.ts';
import { fitLine, type Line, piece, type Style } from './line.ts';

/** The lines below the head of the pane. */
export function treeLines(state: State, world: World): readonly Line[] {
  const { treeColumns, upperLines } = paneSizes(state);
  const place = currentPlace(state);
  const selected = rowOf(place.rows, place.spot);
  const top = windowTop(selected, upperLines, place.rows.length);
  return Array.from({ length: upperLines }, (_, line) => {
    const spot = spotAt(place.rows, top + line);
    if (spot === undefined) return fitLine([], treeColumns);
    return spotLine({ state, world, spot, isSelected: top + line === selected, width: treeColumns });
  });
}

interface Shown {
  readonly state: State;
  readonly world: World;
  readonly spot: Spot;
  readonly isSelected: boolean;
  readonly width: number;
}

function spotLine({ state, world, spot, isSelected, width }: Shown): Line {
  const { opened, kindFilter } = currentPlace(state);
  const { index } = world;
  const depth = kindFilter === '' ? index.depth(spot.record) : 0;
  const indent = '  '.repeat(depth + (spot.part === wholeRecord ? 0 : spot.part === fieldFolder ? 1 : 2));
  const isOpen = opened.has(openKey(spot.record, spot.part));
  // A mark besides the colour, for those who see none.
  const pointer = isSelected ? '›' : world.isDamaged(spot.record) && spot.part === wholeRecord ? '!' : ' ';
  const { name, label, style } = wordsOf(world, spot);
  const sign = spot.part >= 0 ? '' : isOpen ? '▾ ' : '▸ ';
  const text = `${pointer}${indent}${sign}`;
  if (isSelected) {
    const selectedStyle: Style = state.focus === 'tree' ? 'selected' : 'marked';
    return fitLine([piece(`${text}${name} ${label}`, selectedStyle)], width, selectedStyle);
  }
  return fitLine([piece(text, 'dim'), piece(`${name} `, style), piece(label, 'dim')], width);
}

function wordsOf(
  world: World,
  spot: Spot,
): { readonly name: string; readonly label: string; readonly style: Style } {
  if (spot.part === fieldFolder)
    return { name: 'fields', label: `(${world.fields(spot.record).length})`, style: 'dim' };
  const field = world.field(spot);
  if (field)
    return { name: visible(field.path), label: visible(field.text), style: field.isPad ? 'dim' : 'plain' };
  const { name, label, style } = world.records.words(spot.record);
  const shown = world.isDamaged(spot.record) ? 'bad' : style;
  return { name: visible(name), label: visible(label), style: shown };
}
