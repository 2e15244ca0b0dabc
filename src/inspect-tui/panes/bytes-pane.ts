/** Bytes as hex and text; those of the selected field, or of what a search found, are marked. */
import { paneSizes } from '../state/layout.ts';
import { currentPlace, type State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { hexCells, joined } from './hex-line.ts';
import { fitLine, type Line, piece, type Style } from './line.ts';

/** The lines below the head of the pane. */
export function bytesLines(state: State, world: World): readonly Line[] {
  const { bytesLines: height, bytesPerLine: count } = paneSizes(state);
  const { cursor, spot } = currentPlace(state);
  const selected = world.index.length === 0 ? { offset: 0, length: 0 } : (state.mark ?? world.range(spot));
  const stretch = world.stretch(spot.record);
  const top = topLine(cursor - stretch.offset, count, height, stretch.length);
  return Array.from({ length: height }, (_, line) => {
    const offset = (top + line) * count;
    const length = Math.min(count, stretch.length - offset);
    if (length <= 0) return fitLine([], state.columns);
    const bytes = world.source.view(stretch.offset + offset, length).slice();
    const style = (shown: number): Style => {
      const at = stretch.offset + shown;
      if (at === cursor) return state.focus === 'bytes' ? 'selected' : 'marked';
      return at >= selected.offset && at < selected.offset + selected.length ? 'marked' : 'plain';
    };
    return fitLine(byteLine(offset, bytes, count, style), state.columns);
  });
}

function topLine(cursor: number, count: number, height: number, size: number): number {
  const lines = Math.ceil(size / count);
  const line = Math.floor(cursor / count);
  return Math.max(0, Math.min(line - Math.floor(height / 2), lines - height));
}

function byteLine(offset: number, bytes: Uint8Array, count: number, style: (at: number) => Style): Line {
  const shown = Array.from({ length: count }, (_, index) => bytes[index]);
  const label = piece(`${offset.toString(16).padStart(8, '0')}  `, 'dim');
  return joined([
    label,
    ...hexCells(shown, (index) => (index < bytes.length ? style(offset + index) : 'plain')),
  ]);
}
