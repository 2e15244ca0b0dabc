/** The screens in their order, as tabs of the title line; which of them fit, and where. */
import { textWidth } from '../../inspect/text-width.ts';
import { visible } from '../../visible.ts';
import { screenRow, screens } from '../screens.ts';
import type { ScreenId, State } from './state.ts';

/** Names of the screens that the images have. */
export const screensOf = ({ images }: Pick<State, 'images'>): readonly ScreenId[] =>
  screens.filter(({ isOfTwo }) => images === 2 || !isOfTwo).map(({ id }) => id);

export interface Tab {
  readonly screen: ScreenId;
  /** With its key where it has one, and brackets or blanks around. */
  readonly text: string;
  /** First column, from 0. */
  readonly column: number;
}

export interface Tabs {
  readonly tabs: readonly Tab[];
  readonly isMoreLeft: boolean;
  readonly isMoreRight: boolean;
  readonly width: number;
}

/** As many as fit, the current one among them. */
export function tabsFor(state: State, room: number): Tabs {
  const screens = screensOf(state);
  const texts = screens.map((screen) => {
    const { keys, name } = screenRow(screen);
    const text = [...keys.slice(0, 1), name].join(' ');
    return screen === state.screen ? `[${text}]` : ` ${text} `;
  });
  const widths = texts.map(textWidth);
  const current = Math.max(0, screens.indexOf(state.screen));
  let [first, end] = [current, current + 1];
  let used = widths[current] ?? 0;
  // Two columns for the marks that there are more.
  const fits = (index: number) =>
    index >= 0 && index < screens.length && used + (widths[index] ?? 0) <= room - 2;
  for (;;) {
    if (fits(end)) used += widths[end++] ?? 0;
    else if (fits(first - 1)) used += widths[--first] ?? 0;
    else break;
  }
  while (fits(first - 1)) used += widths[--first] ?? 0;
  let column = 1;
  const tabs = screens.slice(first, end).map((screen, index) => {
    const text = texts[first + index] ?? '';
    const tab = { screen, text, column };
    column += textWidth(text);
    return tab;
  });
  return { tabs, isMoreLeft: first > 0, isMoreRight: end < screens.length, width: column + 1 };
}

/** Columns of the title that tabs may take. */
export const tabRoom = (state: State, fileName: string): number =>
  Math.max(
    20,
    state.columns -
      Math.min(textWidth(titleText(state, fileName)), Math.max(16, Math.floor(state.columns / 4))) -
      2,
  );

/** The chosen process and the image. */
export const titleText = ({ images, side, process }: State, fileName: string): string => {
  const chosen = process === undefined ? '' : `${process.pid} ${process.name} · `;
  return visible(`${chosen}${images === 2 ? `${side === 0 ? 'A' : 'B'} ` : ''}${fileName}`);
};
