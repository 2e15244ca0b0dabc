/** Threads that end in the middle of their work, and outputs that fail. */
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { listInThreads } from './in-threads.ts';
import type { ListSettings, TableRow } from './rows-of-path.ts';

const settings: ListSettings = { tables: ['checkpoints'], isChecked: false, kernel: undefined };

/** Answers with a row for each path; does what the path says. */
const program = `
  const { parentPort } = require('node:worker_threads');
  const row = (path) => ({ table: 'checkpoints', row: { path } });
  parentPort.on('message', ({ kind, index, path }) => {
    if (kind !== 'path') {
      if (parentPort.isLong) parentPort.postMessage({ index: parentPort.at, rows: [row('rest')], isLast: true });
      return;
    }
    Object.assign(parentPort, { at: index, isLong: path.startsWith('long') });
    if (path.startsWith('exit')) process.exit(0);
    if (path.startsWith('throw')) throw new Error('a bug');
    if (path.startsWith('memory')) for (const all = []; ; ) all.push({ all });
    if (path.startsWith('half')) {
      parentPort.postMessage({ index, rows: [row(path)], isLast: false });
      setTimeout(() => process.exit(0), 5);
    } else parentPort.postMessage({ index, rows: [row(path)], isLast: !parentPort.isLong });
  });
`;
const start = () => new Worker(program, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8 } });

async function listed(paths: readonly string[], onRow: (row: TableRow) => void = () => {}) {
  const rows: (readonly [path: unknown, isUnreadable: boolean])[] = [];
  const onRows = (_: number, found: readonly TableRow[]) => {
    for (const each of found) {
      onRow(each);
      rows.push([each.row['path'], each.row['error'] !== undefined]);
    }
  };
  await listInThreads(paths, 2, settings, onRows, start);
  return rows;
}

const many = (count: number) => Array.from({ length: count }, (_, index) => `path ${index}`);

test.each(['exit', 'memory'])('a thread that ends (%s) costs its path, and no other', async (word) => {
  const paths = [...many(3), word, ...many(80), word];
  expect(await listed(paths)).toEqual(paths.map((path) => [path, path === word]));
});

test('rows that came before stay, and the error follows them', async () => {
  expect(await listed(['half', 'long', 'path'])).toEqual([
    ['half', false],
    ['half', true],
    ['long', false],
    ['rest', false],
    ['path', false],
  ]);
});

test('a bug ends all threads, and so does an output that fails', async () => {
  await expect(listed([...many(20), 'throw', ...many(20)])).rejects.toThrow('a bug');
  const full = (): never => {
    throw new Error('no space is left');
  };
  await expect(listed(many(20), full)).rejects.toThrow('no space is left');
});
