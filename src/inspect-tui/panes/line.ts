/** Lines of a screen as pieces of text with a style: what panes make and components draw. */
import type { Tone } from '../../inspect/table.ts';
import { cut, textWidth } from '../../inspect/text-width.ts';

export type Style = Tone | 'selected' | 'marked' | 'accent';

export interface Piece {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Piece[];

export const piece = (text: string, style: Style = 'plain'): Piece => ({ text, style });

/** Exactly `width` columns: cut or filled up. The filling has the style of a selected line, or none. */
export function fitLine(line: Line, width: number, fill: Style = 'plain'): Line {
  const pieces: Piece[] = [];
  let left = width;
  for (const { text, style } of line) {
    if (left <= 0) break;
    const short = cut(text, left);
    pieces.push({ text: short, style });
    left -= textWidth(short);
  }
  return left > 0 ? [...pieces, { text: ' '.repeat(left), style: fill }] : pieces;
}

/** The whole line in one style. */
export const restyled = (line: Line, style: Style): Line => line.map(({ text }) => ({ text, style }));

/** `── Records ─────`: the head of a pane. */
export function headLine(title: string, width: number, isFocused: boolean): Line {
  const shown = cut(` ${title} `, Math.max(0, width - 2));
  const rest = Math.max(0, width - 2 - textWidth(shown));
  const style: Style = isFocused ? 'accent' : 'dim';
  return [piece('──', style), piece(shown, isFocused ? 'title' : 'dim'), piece('─'.repeat(rest), style)];
}

export const textOf = (line: Line): string => line.map(({ text }) => text).join('');
