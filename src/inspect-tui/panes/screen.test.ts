/** Screens as text at fixed sizes. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openedCpt } from '../../inspect/cpt/opened.ts';
import { textWidth } from '../../inspect/text-width.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { sample } from '../../test-support/images.ts';
import { localEngine } from '../engine/local-engine.ts';
import { paintedLines } from '../paint.ts';
import { reduce, startState, type Worlds } from '../state/reduce.ts';
import type { State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { walkedWorld } from '../testing/worlds.ts';
import { textOf } from './line.ts';
import { screenLines } from './screen.ts';

const source = fileSource(sample('2.6.18-sysv-ipc'));
const world = walkedWorld(openedCpt(source));
const worlds: Worlds = [world];
const engine = localEngine([openedCpt(source)]);

const sizes = [
  [80, 24],
  [160, 48],
  [40, 10],
  [30, 5],
  [300, 100],
] as const;

const startAt = (columns: number, lines: number, on: Worlds = worlds): State =>
  startState(columns, lines, on);

const press = (state: State, keys: readonly string[]): State =>
  keys.reduce(
    (current, key) => reduce(current, { type: 'key', key, text: key.length === 1 ? key : '' }, worlds),
    state,
  );

const shown = (state: State, of: World = world): readonly string[] => screenLines(state, of).map(textOf);

describe.each(sizes)('%d x %d', (columns, lines) => {
  const screens = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'u', 'e', '?', '/'];
  test.each(screens)('screen %s fills it exactly', async (key) => {
    let state = press(startAt(columns, lines), [key]);
    const { screen } = state;
    if (screen === 'rehearse')
      state = reduce(
        state,
        { type: 'rehearsed', key: `0/${screen}`, rehearsal: await engine.rehearse(0) },
        worlds,
      );
    else if (screen !== 'records') {
      const tables = await engine.tables(0, screen, undefined, () => {});
      state = reduce(state, { type: 'list-loaded', key: `0/${screen}`, tables }, worlds);
    }
    for (const keys of [[], ['end'], ['pagedown', 'down', 'down']]) {
      const text = shown(press(state, keys));
      expect(text).toHaveLength(lines);
      expect(text.map(textWidth)).toEqual(text.map(() => columns));
    }
  });
});

describe('the records screen', () => {
  test('says where one is, in tree, meaning and bytes', () => {
    const state = press(startAt(80, 24), ['p', '1', '2', '0', '5', 'enter']);
    const text = shown(state).join('\n');
    expect(text).toContain('›  ▸ task 1205 semundo');
    expect(text).toContain('2 TASK_UNINTERRUPTIBLE');
    expect(text).toMatch(/0x19ef0 of 0x1c368 \(91 %\) {2}TASKS\/task 1205/);
  });

  test('marks the bytes of the selected field', () => {
    const state = press(startAt(80, 24), ['tab', 'tab', 'tab', 'g', '2', '2', 'enter']);
    const marked = screenLines(state, world)
      .flat()
      .filter(({ style }) => style === 'marked')
      .map(({ text }) => text.trim());
    // hz is 1000: e8 03, as hex and as text.
    expect(marked.join(' ')).toContain('e8 03');
  });

  test('explains the selected field and where it leads', () => {
    const state = press(startAt(160, 48), ['p', '1', '2', '0', '5', 'enter', 'tab', ...'jjjjjjjjjjjjjjjj']);
    const text = shown(state).join('\n');
    expect(text).toContain('mm, cpt_mm at 0x19f50, 8 bytes: 0xe758');
    expect(text).toContain('→ mm at 0xe758 (Enter goes there)');
    expect(text).toContain('Position of the address space');
  });

  test('only what is visible is decoded', () => {
    const before = startAt(80, 24);
    const reads: number[] = [];
    const counting = {
      ...source,
      name: 'x',
      size: source.size,
      close: () => {},
      readInto: source.readInto.bind(source),
      view: (offset: number, length: number) => {
        reads.push(length);
        return source.view(offset, length);
      },
    };
    const own = walkedWorld(openedCpt(counting));
    reads.length = 0;
    screenLines(reduce(before, { type: 'grown', side: 0 }, [own]), own);
    expect(reads.length).toBeLessThan(100);
  });
});

test('damage is marked where it is', () => {
  const cut = memorySource(readFileSync(sample('2.6.18-tree')).subarray(0, 20_000), 'cut.img');
  const damaged = walkedWorld(openedCpt(cut));
  const state = reduce(startAt(160, 48, [damaged]), { type: 'key', key: 'up', text: '' }, [damaged]);
  const text = shown(state, damaged).join('\n');
  expect(text).toMatch(/!▸ raw \d+ bytes/);
  const end = reduce(state, { type: 'key', key: 'end', text: '' }, [damaged]);
  expect(shown(end, damaged).join('\n')).toContain('error section-length');
});

test('control characters of an image are never drawn', () => {
  const bytes = readFileSync(sample('2.6.18-counter'));
  const comm = Buffer.from('counter\0');
  for (let at = bytes.indexOf(comm); at >= 0; at = bytes.indexOf(comm, at + 1))
    Buffer.from('\x1b]0;\x07ab').copy(bytes, at);
  const evil = walkedWorld(openedCpt(memorySource(bytes, '\x1b[2J.img')));
  const opened = [startAt(80, 24, [evil])];
  for (const key of ['p', '1', '2', '0', '4', 'enter', 'right', 'tab', 'end']) {
    opened.push(
      reduce(opened.at(-1) as State, { type: 'key', key, text: key.length === 1 ? key : '' }, [evil]),
    );
  }
  for (const state of opened) expect(shown(state, evil).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
});

test('without colour nothing but weight, underline and reversal is sent', () => {
  const state = press(startAt(80, 24), ['p', '1', '2', '0', '5', 'enter', 'tab', 'down']);
  const codes = (hasColor: boolean) =>
    [
      ...paintedLines(screenLines(state, world), hasColor)
        .join('')
        .matchAll(/\x1b\[([\d;]*)m/g),
    ].map(([, code]) => code);
  expect(codes(true).some((code) => /3\d/.test(code ?? ''))).toBe(true);
  expect(codes(false).filter((code) => !['0', '1', '2', '4', '7'].includes(code ?? ''))).toEqual([]);
});
