/**
 * Screens as people see them, at three sizes, beside this test: `captures/`. `vitest -u` writes them anew; what changed
 * is to be looked at.
 */
import { describe, expect, test } from 'vitest';
import { openedCpt } from '../../inspect/cpt/opened.ts';
import type { Table } from '../../inspect/table.ts';
import { textWidth } from '../../inspect/text-width.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { sample } from '../../test-support/images.ts';
import { localEngine } from '../engine/local-engine.ts';
import { screens } from '../screens.ts';
import { openingState, type Worlds } from '../state/reduce.ts';
import type { State } from '../state/state.ts';
import { press, settled, walkedWorld } from '../testing/worlds.ts';
import { textOf } from './line.ts';
import { screenLines } from './screen.ts';

const path = sample('2.6.32-files-sockets');
const open = () => {
  const opened = openedCpt(fileSource(path));
  // Captures are the same wherever the project lies.
  return { ...opened, inspect: () => ({ ...opened.inspect(), name: 'files-sockets.cpt' }) };
};
const world = walkedWorld(open());
const worlds: Worlds = [world];

/** As the verdict of a program that is not run here. */
const verdict: readonly Table[] = [
  {
    title: 'Restoring it',
    columns: [{ title: '' }, { title: '', grows: true }],
    rows: [{ tone: 'good', cells: ['verdict', 'restores under openvz-2.6.32, if 9 conditions are met'] }],
  },
];
const engine = localEngine([{ ...open(), verdict: async () => verdict }]);

/** Keys, with what each screen asks for loaded between them. */
async function screenAfter(columns: number, lines: number, keys: readonly string[]): Promise<string> {
  let state: State = await settled(openingState(columns, lines, worlds), engine, worlds);
  for (const key of keys) state = await settled(press(state, key, worlds), engine, worlds);
  // A new view is a new tab where all of them fit: no reason to capture everything anew.
  const from = columns > 150 ? 1 : 0;
  return `${screenLines(state, world)
    .slice(from)
    .map((line) => textOf(line).trimEnd())
    .join('\n')}\n`;
}

const captured: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['summary', []],
  ['processes', ['2', '{down}']],
  ['files-of-one', ['2', '{down}', '{enter}', '5', '{end}']],
  ['sockets', ['7']],
  ['content', ['/', '{tab}', 'PATH=', '{enter}', '{enter}', 'v', '{right}', '{down}']],
  ['hits', ['/', '{tab}', 'PATH=', '{enter}']],
  ['data-at-the-cursor', ['1', '{tab}', '{tab}', '{right}']],
  ['a-command', [':', 'view so']],
  ['keys', ['?']],
];

/** Nothing of a screen is cut at its border, and each says what it is. */
test.each(screens.filter(({ isOfTwo }) => !isOfTwo).map(({ id, title }) => [id, title] as const))(
  'the screen of %s fits at every size',
  async (id, title) => {
    for (const [columns, lines] of sizes) {
      const text = await screenAfter(columns, lines, [`:`, `view ${id}`, '{enter}']);
      expect(text).toContain(title);
      expect(text).not.toMatch(/reading the image/);
      for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    }
  },
);

const sizes = [
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

describe.each(sizes)('%d x %d', (columns, lines) => {
  test.each(captured)('%s', async (name, keys) => {
    const text = await screenAfter(columns, lines, keys);
    await expect(text).toMatchFileSnapshot(`captures/${name}.${columns}x${lines}.txt`);
  });
});
