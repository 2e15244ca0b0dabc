/** The list of checkpoints as a screen. */
import { TableLayout, wrap } from '../../inspect/lay-out-table.ts';
import { plural } from '../../inspect/words.ts';
import { visible } from '../../visible.ts';
import { type ChooserState, chooserHeight, shownRows } from '../chooser-state.ts';
import { windowTop } from '../state/layout.ts';
import { fitLine, headLine, type Line, piece } from './line.ts';

const detailCount = 3;

export function chooserLines(state: ChooserState): readonly Line[] {
  const { table, columns, lines, selected, isComplete, filter, isTyping } = state;
  const height = chooserHeight(state);
  const rows = shownRows(state);
  const shown = { ...table, rows: rows.map(([, row]) => row) };
  const layout = new TableLayout(shown, columns - 1);
  const top = windowTop(selected, height - layout.headLength, rows.length);
  const row = rows[selected]?.[1];
  const count = isComplete ? plural(rows.length, 'checkpoint') : `${rows.length} so far …`;
  const empty = isComplete ? 'nothing fits the filter' : 'reading the images …';
  const body = Array.from({ length: height }, (_, line): Line => {
    if (line < layout.headLength) return fitLine([piece(` ${layout.at(line)?.text ?? ''}`, 'dim')], columns);
    if (rows.length === 0) return fitLine([piece(line === 0 ? ` ${empty}` : '', 'dim')], columns);
    const number = top + line - layout.headLength;
    const laidOut = number < rows.length ? layout.at(number + layout.headLength) : undefined;
    const isSelected = number === selected && laidOut !== undefined;
    const text = `${isSelected ? '›' : ' '}${laidOut?.text ?? ''}`;
    return fitLine(
      [piece(text, isSelected ? 'selected' : (laidOut?.tone ?? 'plain'))],
      columns,
      isSelected ? 'selected' : 'plain',
    );
  });
  const cells = (row?.cells ?? []).flatMap((cell, index) =>
    cell === '' ? [] : [`${table.columns[index]?.title ?? ''} ${cell}`],
  );
  const detail = wrap(visible(cells.join('  ')), columns - 2);
  const question: Line = [piece(' show only: ', 'accent'), piece(visible(filter)), piece(' ', 'selected')];
  const only = filter === '' ? '' : `  only "${visible(filter)}"`;
  const status: Line =
    state.message === undefined
      ? [piece(` ${count}${only}`), piece('  Enter opens, / filters, q leaves', 'dim')]
      : [piece(` ${visible(state.message)}`, 'bad')];
  return [
    fitLine([piece(' Checkpoints', 'title')], columns),
    headLine(state.folder === '' ? 'Which one?' : `Which one of ${visible(state.folder)}`, columns, true),
    ...body,
    headLine('Selected', columns, false),
    ...Array.from({ length: detailCount }, (_, line) => fitLine([piece(` ${detail[line] ?? ''}`)], columns)),
    fitLine(isTyping ? question : status, columns),
  ].slice(0, lines);
}
