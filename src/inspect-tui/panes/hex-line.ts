/** Bytes of one line as hex and text, each with its style. */
import { type Line, piece, type Style } from './line.ts';

/** What an image has no byte of is a blank. */
export function hexCells(bytes: readonly (number | undefined)[], style: (index: number) => Style): Line {
  const count = bytes.length;
  const cells = bytes.flatMap((byte, index): Line => {
    const gap = index % 8 === 7 && index < count - 1 ? '  ' : ' ';
    if (byte === undefined)
      return [piece('  ', style(index) === 'selected' ? 'selected' : 'plain'), piece(gap)];
    const own = style(index);
    // The gap between two marked bytes is marked too, so that a field is one block.
    const isBlock = own === 'marked' && index < count - 1 && style(index + 1) === 'marked';
    return [piece(byte.toString(16).padStart(2, '0'), own), piece(gap, isBlock ? 'marked' : 'plain')];
  });
  const texts = bytes.map((byte, index) =>
    byte === undefined
      ? piece(' ')
      : piece(byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·', style(index)),
  );
  return [...cells, piece(' '), ...texts];
}

/** Neighbours of one style as one piece: a screen has hundreds of bytes. */
export function joined(line: Line): Line {
  const pieces: { text: string; style: Style }[] = [];
  for (const { text, style } of line) {
    const last = pieces.at(-1);
    if (last && (last.style === style || text === '')) last.text += text;
    else pieces.push({ text, style });
  }
  return pieces;
}
