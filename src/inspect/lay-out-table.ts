/** Tables as lines of a given width. Every text from an image passes here, so here control characters end. */
import { visible } from '../visible.ts';
import type { Column, LongTable, Row, Tone } from './table.ts';
import { cut, fitText, textWidth } from './text-width.ts';

export interface LaidOutRow {
  readonly text: string;
  readonly tone: Tone;
  /** Of `Table.rows`; undefined for titles, column heads and notes. */
  readonly row?: Row;
}

const gap = 2;
/** A column that grows is not squeezed below this before other columns are left out. */
const growingMin = 16;

interface Plan {
  /** Columns shown, as indexes. */
  readonly shown: readonly number[];
  readonly widths: readonly number[];
  readonly dropped: readonly string[];
}

/** Widths of columns for a table, made once; lines are then made one by one, as they are looked at. */
export class TableLayout {
  readonly #table: LongTable;
  readonly #width: number;
  readonly #plan: Plan;
  readonly #heads: readonly LaidOutRow[];
  readonly #tail: readonly LaidOutRow[];

  constructor(table: LongTable, width: number) {
    this.#table = table;
    this.#width = width;
    this.#plan = planColumns(table, width);
    this.#heads = headsOf(table, this.#plan, width);
    this.#tail = tailOf(table, this.#plan, width);
  }

  get length(): number {
    return this.#heads.length + this.#bodyLength + this.#tail.length;
  }

  /** The lines above the rows: title and column heads. */
  get headLength(): number {
    return this.#heads.length;
  }

  get #bodyLength(): number {
    return this.#table.rows.length === 0 && this.#table.empty !== undefined ? 1 : this.#table.rows.length;
  }

  /** The lines of a row with nothing cut of columns that grow: what does not fit goes on below. */
  wrapped({ text, row }: LaidOutRow): readonly string[] {
    if (row === undefined) return [text];
    const { columns } = this.#table;
    const { shown, widths } = this.#plan;
    const pieces = shown.map((index, place) => {
      const whole = visible(row.cells[index] ?? '');
      const width = Math.max(1, widths[place] ?? 0);
      return columns[index]?.grows === true && textWidth(whole) > width ? wrapBranch(whole, width) : [whole];
    });
    const height = Math.max(...pieces.map(({ length }) => length));
    if (height <= 1) return [text];
    return Array.from({ length: height }, (_, line) => {
      const cells: string[] = [];
      for (const [place, index] of shown.entries()) cells[index] = pieces[place]?.[line] ?? '';
      return lineOf(cells, columns, this.#plan);
    });
  }

  at(line: number): LaidOutRow | undefined {
    const head = this.#heads[line];
    if (head) return head;
    const index = line - this.#heads.length;
    if (index >= this.#bodyLength) return this.#tail[index - this.#bodyLength];
    const row = this.#table.rows.at(index);
    if (!row) return { text: cut(this.#table.empty ?? '', this.#width), tone: 'dim' };
    return { text: lineOf(row.cells, this.#table.columns, this.#plan), tone: row.tone ?? 'plain', row };
  }
}

function headsOf({ title, columns, rows }: LongTable, plan: Plan, width: number): readonly LaidOutRow[] {
  const heads = columns.map((column) => column.title);
  return [
    ...(title === undefined ? [] : [{ text: cut(visible(title), width), tone: 'title' as const }]),
    ...(rows.length === 0 || heads.every((head) => head === '')
      ? []
      : [{ text: lineOf(heads, columns, plan), tone: 'dim' as const }]),
  ];
}

/** Below the rows: what is to be said, in full, and the columns that are not shown. */
function tailOf({ notes = [] }: LongTable, { dropped }: Plan, width: number): readonly LaidOutRow[] {
  const lines = notes.flatMap((note) => wrapBranch(visible(note), width));
  if (dropped.length > 0) lines.push(cut(`(too narrow for ${dropped.join(', ')})`, width));
  return lines.map((text) => ({ text, tone: 'dim' }));
}

function lineOf(cells: readonly string[], columns: readonly Column[], { shown, widths }: Plan): string {
  const parts = shown.map((index, place) => {
    const text = visible(cells[index] ?? '');
    const width = widths[place] ?? 0;
    const align = columns[index]?.align ?? 'left';
    // The last column needs no padding: a line in a pipe ends where its text ends.
    return place === shown.length - 1 && align === 'left' ? cut(text, width) : fitText(text, width, align);
  });
  return parts.join(' '.repeat(gap)).trimEnd();
}

function planColumns({ columns, rows }: LongTable, width: number): Plan {
  const natural = columns.map(({ title }) => textWidth(title));
  for (const { cells } of rows) {
    for (let index = 0; index < natural.length; index++)
      natural[index] = Math.max(natural[index] ?? 0, textWidth(visible(cells[index] ?? '')));
  }
  let shown = columns.map((_, index) => index);
  const least = (index: number) =>
    columns[index]?.grows ? Math.min(natural[index] ?? 0, growingMin) : (natural[index] ?? 0);
  const needed = () => shown.reduce((sum, index) => sum + least(index) + gap, -gap);
  const dropped: string[] = [];
  while (needed() > width) {
    const worst = shown.reduce<number | undefined>((found, index) => {
      const order = columns[index]?.drop;
      return order !== undefined && order > (found === undefined ? -1 : (columns[found]?.drop ?? -1))
        ? index
        : found;
    }, undefined);
    if (worst === undefined) break;
    shown = shown.filter((index) => index !== worst);
    dropped.unshift(columns[worst]?.title ?? '');
  }
  return { shown, widths: share(columns, shown, natural, width), dropped };
}

/** Columns that grow share what the others leave; a line may still be too long, then its end is cut. */
function share(
  columns: readonly Column[],
  shown: readonly number[],
  natural: readonly number[],
  width: number,
): readonly number[] {
  const growing = shown.filter((index) => columns[index]?.grows);
  const fixed = shown
    .filter((index) => !columns[index]?.grows)
    .reduce((sum, index) => sum + (natural[index] ?? 0), 0);
  let left = Math.max(0, width - fixed - gap * (shown.length - 1));
  const widths = new Map<number, number>();
  // The ones that need less than their share leave the rest to the others.
  growing.sort((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0));
  for (const [place, index] of growing.entries()) {
    const part = Math.min(natural[index] ?? 0, Math.max(1, Math.floor(left / (growing.length - place))));
    widths.set(index, part);
    left -= part;
  }
  return shown.map((index) => widths.get(index) ?? natural[index] ?? 0);
}

/**
 * All lines of several tables, an empty line between two. Nothing is cut of columns that grow: what does not fit
 * goes on below.
 */
export function* tableLines(tables: Iterable<LongTable>, width: number): Generator<LaidOutRow> {
  let isFirst = true;
  for (const table of tables) {
    if (!isFirst) yield { text: '', tone: 'plain' };
    isFirst = false;
    const layout = new TableLayout(table, width);
    for (let line = 0; line < layout.length; line++) {
      const laidOut = layout.at(line) as LaidOutRow;
      for (const text of layout.wrapped(laidOut)) yield { ...laidOut, text };
    }
  }
}

/** What hangs on the lines of a tree goes on beside them. */
function wrapBranch(text: string, width: number): readonly string[] {
  const [branch = ''] = /^(?:[│├└ ] )*/.exec(text) ?? [];
  const pieces = wrap(text.slice(branch.length), Math.max(1, width - textWidth(branch)));
  const below = branch.replaceAll('├', '│').replaceAll('└', ' ');
  return pieces.map((piece, index) => (index === 0 ? branch : below) + piece);
}

/** `text` in pieces of at most `width` columns, broken at spaces where there are some. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && textWidth(line) + 1 + textWidth(rest) > width) {
      lines.push(line);
      line = '';
    }
    while (textWidth(rest) > width) {
      const piece = [...rest].slice(0, Math.max(1, width)).join('');
      lines.push(piece);
      rest = rest.slice(piece.length);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return [...lines, line];
}
