/** The list of checkpoints: what keys do, and that it fits. */
import { expect, test } from 'vitest';
import { textWidth } from '../inspect/text-width.ts';
import { type ChooserState, chooserKey } from './chooser-state.ts';
import { chooserLines } from './panes/chooser-pane.ts';
import { textOf } from './panes/line.ts';

const names = Array.from({ length: 40 }, (_, index) => `archive-${String(index).padStart(2, '0')}.tar`);
const start: ChooserState = {
  table: {
    columns: [{ title: 'PATH', grows: true }, { title: 'FORMAT' }],
    rows: names.map((name, index) => ({ cells: [name, index % 2 ? 'CRIU' : 'CPT'] })),
  },
  choices: names.map((path) => ({ path: `/tmp/${path}`, container: undefined })),
  folder: '/tmp/',
  isComplete: true,
  selected: 0,
  filter: '',
  isTyping: false,
  columns: 80,
  lines: 24,
  isDone: false,
};

/** Keys with names in braces, characters each by itself. */
const press = (keys: string, state = start): ChooserState =>
  (keys.match(/\{[^}]+\}|./g) ?? []).reduce((current, key) => {
    const name = key.startsWith('{') ? key.slice(1, -1) : key;
    return chooserKey(current, name, key === name ? name : '');
  }, state);

test.each([
  ['{enter}', '/tmp/archive-00.tar'],
  ['{down}{down}{up}{enter}', '/tmp/archive-01.tar'],
  ['{end}{enter}', '/tmp/archive-39.tar'],
  ['{end}{down}{enter}', '/tmp/archive-39.tar'],
  ['{pagedown}{enter}', '/tmp/archive-16.tar'],
  ['/17{enter}{enter}', '/tmp/archive-17.tar'],
  ['/cpt{enter}{down}{enter}', '/tmp/archive-02.tar'],
  ['/17{enter}{escape}{enter}', '/tmp/archive-00.tar'],
  ['{mouse:65:1:5}{enter}', '/tmp/archive-03.tar'],
])('%s opens %s', (keys, path) => {
  expect(press(keys).chosen?.path).toBe(path);
});

test('nothing is opened where nothing fits; q leaves, but not while one types', () => {
  expect(press('/nothing{enter}{enter}').chosen).toBeUndefined();
  expect([press('q').isDone, press('/q').isDone, press('/q{ctrl-c}').isDone]).toEqual([true, false, true]);
});

test('the selected one is always on the screen, which has its size', () => {
  for (const keys of ['', '{end}', '{pagedown}', '/1', '/nothing']) {
    const lines = chooserLines(press(keys)).map(textOf);
    expect([lines.length, ...new Set(lines.map(textWidth))]).toEqual([24, 80]);
    expect(lines.filter((line) => line.startsWith('›'))).toHaveLength(keys === '/nothing' ? 0 : 1);
  }
});
