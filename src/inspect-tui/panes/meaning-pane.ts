/** The meaning of a record: its fields with values, and what the spec says about the selected one. */

import type { FieldMeaning, Reference } from '../../inspect/family.ts';
import { wrap } from '../../inspect/lay-out-table.ts';
import { fitText, textWidth } from '../../inspect/text-width.ts';
import { plural } from '../../inspect/words.ts';
import { visible } from '../../visible.ts';
import { paneSizes, windowTop } from '../state/layout.ts';
import { currentPlace, type State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { fitLine, type Line, piece } from './line.ts';

/** Longer names are cut; values are more worth seeing. */
const nameColumnsMax = (width: number): number => Math.max(24, Math.floor(width / 3));

/** The lines below the head of the pane. */
export function meaningLines(state: State, world: World): readonly Line[] {
  const { meaningColumns: width, upperLines, docLines } = paneSizes(state);
  const { spot } = currentPlace(state);
  if (world.index.length === 0) return Array.from({ length: upperLines }, () => fitLine([], width));
  const fields = world.fields(spot.record);
  const fieldLines = upperLines - docLines;
  const top = windowTop(Math.max(0, spot.part), fieldLines, fields.length);
  const names = Math.min(
    nameColumnsMax(width),
    fields.reduce((most, { path }) => Math.max(most, textWidth(path)), 4),
  );
  const listed = Array.from({ length: fieldLines }, (_, line): Line => {
    const field = fields[top + line];
    if (!field) return fitLine([piece(line === 0 && fields.length === 0 ? ' no fields' : '', 'dim')], width);
    const isSelected = top + line === spot.part;
    return fieldLine({ field, isSelected, isFocused: state.focus === 'meaning', names, width });
  });
  return [...listed, ...docOf(world, state, width, docLines)];
}

interface Shown {
  readonly field: FieldMeaning;
  readonly isSelected: boolean;
  readonly isFocused: boolean;
  readonly names: number;
  readonly width: number;
}

function fieldLine({ field, isSelected, isFocused, names, width }: Shown): Line {
  const arrow = field.refersTo ? '→ ' : '';
  const name = ` ${fitText(visible(field.path), names)}  `;
  const value = `${arrow}${visible(field.text)}`;
  if (isSelected) {
    const style = isFocused ? 'selected' : 'marked';
    return fitLine([piece(`›${name.slice(1)}${value}`, style)], width, style);
  }
  return fitLine(
    [piece(name, field.isPad ? 'dim' : 'plain'), piece(value, field.isPad ? 'dim' : valueStyle(field))],
    width,
  );
}

const valueStyle = ({ refersTo }: FieldMeaning) => (refersTo ? 'accent' : 'plain');

/** The selected field in full, or the record when no field is selected. */
function docOf(world: World, state: State, width: number, height: number): readonly Line[] {
  const { spot } = currentPlace(state);
  const field = world.field(spot);
  const text = field ? fieldText(world, field) : recordText(world, spot.record);
  const lines = text.flatMap((line) => wrap(visible(line), width - 1));
  return Array.from({ length: height }, (_, line) => {
    const isCut = line === height - 1 && lines.length > height;
    return fitLine([piece(` ${lines[line] ?? ''}${isCut ? ' …' : ''}`, line === 0 ? 'title' : 'dim')], width);
  });
}

function fieldText(world: World, field: FieldMeaning): readonly string[] {
  const { path, kernelName, unit, raw, length, offset, text, doc, refersTo } = field;
  const names = [path, kernelName, unit].filter((name) => name !== undefined).join(', ');
  const stored = length <= 8 ? raw : `${length} bytes`;
  const place = world.records.placeText(offset);
  return [
    `${names} at ${place}, ${length} ${length === 1 ? 'byte' : 'bytes'}: ${stored}`,
    ...(text === raw || text.length < 20 ? [] : [text]),
    ...(refersTo ? [referenceText(world, refersTo)] : []),
    ...(doc === undefined ? [] : [doc]),
  ];
}

function referenceText({ index, records }: World, reference: Reference): string {
  const place = records.placeText(reference.offset);
  if (records.target(reference) < 0)
    return index.isComplete ? `no ${reference.kind} lies at ${place}` : 'not indexed yet';
  // Files are what they are called.
  const where = place.startsWith(reference.kind) ? '' : ` at ${place}`;
  return `→ ${reference.kind}${where} (Enter goes there)`;
}

function recordText(world: World, number: number): readonly string[] {
  const { head, doc } = world.records.description(number);
  const children = world.index.end(number) - number - 1;
  const inside = children === 0 ? '' : `, ${plural(children, 'record')} inside`;
  return [
    `${head}${inside}`,
    ...world.problemsOf(number).map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
    doc ?? '',
  ];
}
