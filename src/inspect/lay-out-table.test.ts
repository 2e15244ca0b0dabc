/** Tables and texts at fixed widths. */
import { describe, expect, test } from 'vitest';
import { tableLines, wrap } from './lay-out-table.ts';
import type { Table } from './table.ts';
import { cut, fitText, textWidth } from './text-width.ts';
import { bytesText, durationText, flagNames, signalName, signalSetText } from './words.ts';

const table: Table = {
  columns: [
    { title: 'PID', align: 'right' },
    { title: 'LEAST', drop: 1 },
    { title: 'COMMAND', grows: true },
  ],
  rows: [{ cells: ['1', 'x', 'init'] }, { cells: ['1204', 'y', 'a command with many arguments'] }],
};

const lines = (width: number, of: Table = table): readonly string[] =>
  [...tableLines([of], width)].map(({ text }) => text);

describe('tables', () => {
  test('in a pipe: as wide as they are', () => {
    expect(lines(Number.POSITIVE_INFINITY)).toEqual([
      ' PID  LEAST  COMMAND',
      '   1  x      init',
      '1204  y      a command with many arguments',
    ]);
  });

  test('what does not fit goes on below', () => {
    expect(lines(30)).toEqual([
      ' PID  LEAST  COMMAND',
      '   1  x      init',
      '1204  y      a command with',
      '             many arguments',
    ]);
  });

  test('notes below the rows are told in full', () => {
    const notes = ['not searched: 84 KiB of what lies elsewhere', 'the end'];
    expect(lines(30, { ...table, notes }).slice(4)).toEqual([
      'not searched: 84 KiB of what',
      'lies elsewhere',
      'the end',
    ]);
  });

  test('that of each column, and beside the lines of a tree', () => {
    const tree: Table = {
      columns: [{ title: 'PATH', grows: true }, { title: 'N' }, { title: 'WHAT', grows: true }],
      rows: [
        { cells: ['/', '1', 'root'] },
        { cells: ['│ ├ /a/long/path/of/many', '22', 'more than fits in it'] },
        { cells: ['│ └ /b/long/path/of/many', '3', ''] },
      ],
    };
    expect(lines(38, tree)).toEqual([
      'PATH              N   WHAT',
      '/                 1   root',
      '│ ├ /a/long/path  22  more than fits',
      '│ │ /of/many          in it',
      '│ └ /b/long/path  3',
      '│   /of/many',
    ]);
  });

  test('narrower: a column is left out, and said to be', () => {
    expect(lines(22)).toEqual([
      ' PID  COMMAND',
      '   1  init',
      '1204  a command with',
      '      many arguments',
      '(too narrow for LEAST)',
    ]);
  });

  test('control characters are shown, not sent', () => {
    expect(lines(80, { columns: [{ title: '' }], rows: [{ cells: ['a\x1b[2Jb\u009b\u202e'] }] })).toEqual([
      'a\\x1b[2Jb\\x9b\\u{202e}',
    ]);
  });
});

test('wrap breaks at spaces, and in words when it must', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
});

test('widths', () => {
  expect([textWidth('abc'), textWidth('日本'), textWidth('e\u0301')]).toEqual([3, 4, 1]);
  expect([cut('abcdef', 4), cut('日本語', 4), fitText('ab', 4, 'right'), cut('abc', 0)]).toEqual([
    'abc…',
    '日…',
    '  ab',
    '',
  ]);
});

test('numbers in words', () => {
  expect([0, 4096, 10000, 10240, 1536 * 1024].map(bytesText)).toEqual([
    '0 B',
    '4 KiB',
    '10000 B',
    '10 KiB',
    '1536 KiB',
  ]);
  expect([0n, 1500n, 1_940_000_000n, 3_720_000_000_000n].map(durationText)).toEqual([
    '0 ns',
    '1.5 µs',
    '1.940 s',
    '1 h 02 min',
  ]);
  // signal(7): 9 KILL, 17 CHLD on x86; the C library's SIGRTMIN is 34.
  expect([9, 17, 34, 36, 64].map((number) => signalName(number))).toEqual([
    'SIGKILL',
    'SIGCHLD',
    'SIGRTMIN',
    'SIGRTMIN+2',
    'SIGRTMIN+30',
  ]);
  expect(signalSetText(0x2n)).toBe('SIGINT');
  expect(signalSetText(0xffffffffffffffffn)).toBe('all');
  expect(signalSetText(0xfffffffffffffffen)).toBe('all but SIGHUP');
  // O_RDWR | O_APPEND and a bit that has no name.
  expect(flagNames('open_flag', 0x40000402)).toEqual(['O_RDWR', 'O_APPEND', '0x40000000']);
});
