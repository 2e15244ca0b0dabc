/** How large the panes are: one place, since both drawing and paging need it. */
import { screenRow } from '../screens.ts';
import type { State } from './state.ts';

export interface PaneSizes {
  readonly treeColumns: number;
  readonly meaningColumns: number;
  /** Lines of tree and meaning, without their heads. */
  readonly upperLines: number;
  /** Lines of the meaning pane that explain the selected field. */
  readonly docLines: number;
  /** Lines of bytes, without their head. */
  readonly bytesLines: number;
  readonly bytesPerLine: number;
  /** Lines of a screen that is one table. */
  readonly listLines: number;
  /** Lines below it that show the selected row in full, without their head. */
  readonly detailLines: number;
}

/** Title, status, and the head of a pane. */
const titleLines = 1;
const statusLines = 1;
const headLines = 1;
const detailLines = 3;

/** offset, gap, three columns a byte, gaps between eights, gap, one column a byte. */
export const bytesColumns = (count: number): number => 10 + 3 * count + (count / 8 - 1) + 1 + count;

/** The selected row is explained beside the list, and not below it. */
const wideColumns = 150;

export const isWide = ({ columns, screen }: Pick<State, 'columns' | 'screen'>): boolean =>
  columns >= wideColumns && screenRow(screen).body !== 'records' && screenRow(screen).body !== 'rehearsal';

/** Columns of what stands beside a list. */
export const sideColumns = ({ columns, screen }: Pick<State, 'columns' | 'screen'>): number =>
  screen === 'rehearse' ? Math.max(24, Math.floor(columns * 0.4)) : Math.min(56, Math.floor(columns * 0.3));

export function paneSizes(state: Pick<State, 'columns' | 'lines' | 'screen'>): PaneSizes {
  const { columns, lines } = state;
  return sizesOf(columns, lines, isWide(state));
}

function sizesOf(columns: number, lines: number, wide: boolean): PaneSizes {
  const body = Math.max(4, lines - titleLines - statusLines);
  const bytesLines = Math.max(2, Math.min(14, Math.floor(body * 0.3)));
  const upperLines = Math.max(1, body - bytesLines - 2 * headLines);
  const treeColumns = Math.max(20, Math.min(60, Math.floor(columns * 0.42)));
  return {
    treeColumns,
    meaningColumns: Math.max(10, columns - treeColumns - 1),
    upperLines,
    docLines: Math.min(10, Math.max(2, Math.floor(upperLines / 3))),
    bytesLines,
    bytesPerLine: bytesColumns(32) <= columns ? 32 : bytesColumns(16) <= columns ? 16 : 8,
    listLines: Math.max(1, wide ? body - headLines : body - 2 * headLines - detailLines),
    detailLines: wide ? 0 : detailLines,
  };
}

/** First line of a window of `height` lines that shows `selected` in the middle where possible. */
export const windowTop = (selected: number, height: number, length: number): number =>
  Math.max(0, Math.min(selected - Math.floor(height / 2), length - height));
