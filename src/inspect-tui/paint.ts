/**
 * Lines with their styles as text for a terminal. Apart from the components, so that the first screen can be there
 * before ink is loaded, which takes longer than everything else at the start.
 */
import type { Line, Style } from './panes/line.ts';

/** Select Graphic Rendition. */
const colored: { readonly [S in Style]: string } = {
  plain: '',
  dim: '\x1b[2m',
  good: '\x1b[32m',
  bad: '\x1b[31m',
  title: '\x1b[1m',
  accent: '\x1b[1;36m',
  marked: '\x1b[1;33m',
  selected: '\x1b[7m',
};

/** NO_COLOR: weight and reversal only; what is marked is underlined. */
const uncolored: { readonly [S in Style]: string } = {
  ...colored,
  good: '',
  bad: '\x1b[1m',
  accent: '\x1b[1m',
  marked: '\x1b[4m',
};

/** Each line as one text. */
export function paintedLines(lines: readonly Line[], hasColor: boolean): readonly string[] {
  const looks = hasColor ? colored : uncolored;
  return lines.map((line) =>
    line.map(({ text, style }) => (looks[style] === '' ? text : `${looks[style]}${text}\x1b[0m`)).join(''),
  );
}
