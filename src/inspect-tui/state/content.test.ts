/** Memory on the screen, on real images: what keys lead to, held against maps and bytes that are known otherwise. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openedCpt } from '../../inspect/cpt/opened.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { sample } from '../../test-support/images.ts';
import { localEngine } from '../engine/local-engine.ts';
import { textOf } from '../panes/line.ts';
import { screenLines } from '../panes/screen.ts';
import { press, settled, walkedWorld } from '../testing/worlds.ts';
import { bytesFrom, contentOf, topAddress } from './content.ts';
import { openingState, type Worlds } from './reduce.ts';
import { currentPlace, type State } from './state.ts';

const folder = mkdtempSync(join(tmpdir(), 'cr-inspect-content-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = sample('2.6.32-files-sockets');
const open = () => openedCpt(fileSource(path));
const world = walkedWorld(open());
const worlds: Worlds = [world];
const engine = localEngine([open()]);

const screenAfter = (...keys: readonly string[]): Promise<State> => screenOf(80, 24, keys);

async function screenOf(columns: number, lines: number, keys: readonly string[]): Promise<State> {
  let state = await settled(openingState(columns, lines, worlds), engine, worlds);
  for (const key of keys) state = await settled(press(state, key, worlds), engine, worlds);
  return state;
}

const text = (state: State): string => screenLines(state, world).map(textOf).join('\n');
const cursor = (state: State): string => `0x${contentOf(state).address?.toString(16)}`;

test('Enter on an area shows it from its start, and Backspace leads back to the row', async () => {
  const there = await screenAfter('3', '{down}', '{enter}');
  expect([there.screen, cursor(there), contentOf(there).pid]).toEqual(['content', '0x401000', 1]);
  expect(text(there)).toContain('/sbin/init 401000-413000 r-xp, area 2 of 8');
  const back = press(there, '{backspace}', worlds);
  expect([back.screen, back.lists['0/maps']?.selected]).toEqual(['maps', 1]);
});

test('only what is about the screen is read', async () => {
  const { page } = contentOf(await screenAfter('X', 'g', '[stack]{enter}'));
  expect(page?.area.end).toBe(0x7ffe5a908000n);
  expect(Number((page?.end ?? 0n) - (page?.start ?? 0n))).toBeLessThan(24 * 16 * 4);
});

// The environment of the program, whose place the kernel chose: env_start of the mm record.
test('hits of a search are places in processes, n leads to the next, r to the record', async () => {
  const found = await screenAfter('/', '{tab}', 'PATH={enter}');
  expect(found.hits[0]?.hits.map(({ pid, area }) => [pid, area])).toEqual(
    [1, 6, 7].map((pid) => [pid, '[stack]']),
  );
  expect(text(found)).toMatch(/not searched: \d+ KiB only in the mapped file/);
  expect(text(found)).toContain('row 1 of 3 ');
  const first = await settled(press(found, '{enter}', worlds), engine, worlds);
  expect([contentOf(first).pid, cursor(first)]).toEqual([1, '0x7ffe5a907fcb']);
  const { page, address = 0n } = contentOf(first);
  expect(Buffer.from(bytesFrom(page, address, 15)).toString()).toBe('PATH=/bin:/sbin');
  const next = await settled(press(first, 'n', worlds), engine, worlds);
  expect([contentOf(next).pid, cursor(next), next.message]).toEqual([
    6,
    '0x7ffe5a907fcb',
    expect.stringContaining('2 of 3'),
  ]);
  const last = await settled(press(next, 'NN', worlds), engine, worlds);
  expect(contentOf(last).pid).toBe(7);
  const record = press(first, 'r', worlds);
  expect(world.path(currentPlace(record).spot)).toBe('MM/mm/vma/pages');
  expect(readFileSync(path).subarray(currentPlace(record).cursor).subarray(0, 5).toString()).toBe('PATH=');
});

test('a chosen process is searched alone', async () => {
  const found = await screenAfter('2', '{down}', '{enter}', '/', '{tab}', 'PATH={enter}');
  expect(found.hits[0]?.hits.map(({ pid }) => pid)).toEqual([6]);
});

describe('g', () => {
  test.each([
    ['0x7ffe5a907fcb', '0x7ffe5a907fcb'],
    ['7ffe5a907fcb', '0x7ffe5a907fcb'],
    ['[stack]', '0x7ffe5a8f2000'],
    ['init', '0x400000'],
  ])('%s is an address where memory is shown', async (typed, address) => {
    expect(cursor(await screenAfter('X', 'g', `${typed}{enter}`))).toBe(address);
  });

  test('what is before a number says what it is, and so does the prompt', async () => {
    const there = await screenAfter('X', 'g', '@0x16{enter}');
    expect([there.screen, world.path(currentPlace(there).spot)]).toEqual(['records', 'image.hz']);
    expect(text(await screenAfter('X', 'g', '0x16'))).toContain('go to an address or area of 1');
    expect(text(await screenAfter('X', 'g', '@0x16'))).toContain('go to offset');
  });

  test('beyond the end of the file a number can be an address only', async () => {
    expect((await screenAfter('1', 'g', '0x7ffe5a907fcb{enter}')).screen).toBe('content');
  });

  test('nothing is mapped there: one stays, and is told', async () => {
    const there = await screenAfter('X', 'g', '[stack]{enter}', 'g', '0x1{enter}');
    expect([cursor(there), there.message]).toEqual([
      '0x7ffe5a8f2000',
      'nothing is mapped at 0x1 of process 1',
    ]);
  });
});

test('from another screen nothing is shown that is not there', async () => {
  const there = await screenAfter('1', 'g', '0xffffffff{enter}');
  expect([there.screen, there.message]).toEqual(['records', 'nothing is mapped at 0xffffffff of process 1']);
});

test('beyond the end of an area comes the next one', async () => {
  const there = await screenAfter('X', 'g', '400000{enter}', '{end}', '{down}');
  expect(cursor(there)).toBe('0x401000');
  expect(cursor(await settled(press(there, '{up}', worlds), engine, worlds))).toBe('0x400fff');
});

// What init was called stands at arg_start of the mm record, and argv[0] points there.
test('Enter follows a pointer; Backspace comes back', async () => {
  const pointer = await screenAfter('2', '{enter}', '/', '{tab}{tab}', 'c47f905afe7f0000{enter}', '{enter}');
  const from = cursor(pointer);
  const there = await settled(press(pointer, '{enter}', worlds), engine, worlds);
  const { page, address = 0n } = contentOf(there);
  expect([cursor(there), Buffer.from(bytesFrom(page, address, 5)).toString()]).toEqual([
    '0x7ffe5a907fc4',
    'init\0',
  ]);
  expect(cursor(await settled(press(there, '{backspace}', worlds), engine, worlds))).toBe(from);
});

test('b goes to the next bytes that are stored', async () => {
  const there = await screenAfter('X', 'g', '[stack]{enter}', 'b');
  // The records of the image: pages 7ffe5a903000-7ffe5a905000, then 7ffe5a906000-7ffe5a908000.
  expect(cursor(there)).toBe('0x7ffe5a903000');
  const next = await settled(press(there, 'b', worlds), engine, worlds);
  expect(cursor(next)).toBe('0x7ffe5a906000');
});

test('w writes the area, or what is selected, and never over a file', async () => {
  const file = join(folder, 'selected');
  const there = await screenAfter(
    'X',
    'g',
    '7ffe5a907fcb{enter}',
    'v',
    '{right}{right}{right}{right}',
    'w',
    `{ctrl-u}${file}{enter}`,
  );
  const [save] = there.saves;
  expect(await engine.save(save!)).toContain('5 bytes written');
  expect(readFileSync(file, 'utf8')).toBe('PATH=');
  await expect(engine.save(save!)).rejects.toThrow('there is a file already');
  await expect(engine.save({ ...save!, path: '/dev/stdout' })).rejects.toThrow('only files are written');
  const whole = await screenAfter('X', 'g', '[stack]{enter}', 'w', `{ctrl-u}${join(folder, 'stack')}{enter}`);
  await engine.save(whole.saves[0]!);
  const bytes = readFileSync(join(folder, 'stack'));
  expect([bytes.length, bytes.subarray(0x15fcb, 0x15fd0).toString()]).toEqual([0x16000, 'PATH=']);
  expect(existsSync(join(folder, 'nothing'))).toBe(false);
});

test('a mapped file that the image does not hold is said so, not shown as zeros', async () => {
  const there = await screenAfter('X', 'g', '401000{enter}');
  expect(text(there)).toContain('only in the mapped file, which is not part of the image');
  expect(topAddress(there)).toBe(0x401000n);
});

test('a small terminal is half bytes, half what they mean, with its values', async () => {
  const lines = text(await screenOf(40, 12, ['X', 'g', '[stack]{enter}', 'b'])).split('\n');
  const byteLines = lines.filter((line) => /^7ff[0-9a-f]{9} /.test(line));
  expect([lines.length, byteLines.length]).toEqual([12, 4]);
  expect(lines.find((line) => line.includes('16 bits, little'))).toMatch(/little +\d/);
});
