/** Comparing images: with themselves, with what a known change made of them, and with conversions. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { allImages, sample } from '../../test-support/images.ts';
import { inspectedImage } from '../cpt/image.ts';
import { recordIndexRows } from '../cpt/record-rows.ts';
import { type Filter, noFilter } from '../filter.ts';
import { type Comparison, compareImages } from './compare.ts';
import { comparisonTables } from './comparison-tables.ts';

const imageOf = (bytes: Uint8Array, name = 'memory') => inspectedImage(memorySource(bytes, name));

function compared(a: Uint8Array, b: Uint8Array, filter: Filter = noFilter): Comparison {
  const steps = compareImages(imageOf(a, 'a'), imageOf(b, 'b'), filter);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const bytesOf = (name: string): Buffer => readFileSync(sample(name));

/** Offset of the first record of a kind whose label starts like that. */
function offsetOf(bytes: Uint8Array, kind: string, label = ''): number {
  for (const row of recordIndexRows(memorySource(bytes), noFilter, () => {})) {
    if (row.kind === kind && row.label.startsWith(label)) return row.offset;
  }
  throw new Error(`no ${kind} ${label}`);
}

const counts = ({ processes, records, memory }: Comparison) => [
  processes.length,
  records.length,
  memory.length,
];

test.each(allImages)('$name equals itself', ({ path }) => {
  const bytes = readFileSync(path);
  expect(counts(compared(bytes, bytes))).toEqual([0, 0, 0]);
});

describe('one change', () => {
  const good = bytesOf('2.6.18-tree');

  test('of a pid: one process gone, one added', () => {
    const changed = Buffer.from(good);
    changed.writeUInt32LE(1300, offsetOf(good, 'task', '1222') + 176);
    changed.writeUInt32LE(1300, offsetOf(good, 'task', '1222') + 180);
    const { processes, records } = compared(good, changed);
    expect(processes.map(({ pid, change }) => [pid, change])).toEqual([
      [1222, 'only-in-a'],
      [1300, 'only-in-b'],
    ]);
    expect(records.map(({ path, change }) => [path, change])).toContainEqual([
      'TASKS/task 1222',
      'only-in-a',
    ]);
  });

  test('of the pid of a process with sockets: they are told with it', () => {
    const own = bytesOf('2.6.18-tcp-udp');
    const changed = Buffer.from(own);
    changed.writeUInt32LE(1300, offsetOf(own, 'task', '1204') + 176);
    changed.writeUInt32LE(1300, offsetOf(own, 'task', '1204') + 180);
    const { processes } = compared(own, changed);
    const sockets = 'tcp 127.0.0.1:5000; tcp 127.0.0.1:43729 → 127.0.0.1:5000';
    expect(processes).toMatchObject([
      {
        pid: 1204,
        change: 'only-in-a',
        fields: [{ field: 'sockets', a: expect.stringContaining(sockets), b: '' }],
      },
      {
        pid: 1300,
        change: 'only-in-b',
        fields: [{ field: 'sockets', a: '', b: expect.stringContaining(sockets) }],
      },
    ]);
    expect(processes[0]?.fields[0]?.a).toMatch(/; 3 more$/);
  });

  test('of a field: that field, in words', () => {
    const changed = Buffer.from(good);
    // cpt_uid of the layout files: 300 bytes into the task.
    const task = offsetOf(good, 'task', '1222');
    const at = good.indexOf(Buffer.from([0xe8, 0x03, 0, 0, 0xe8, 0x03, 0, 0]), task);
    changed.writeUInt32LE(1001, at);
    const { records, fields } = compared(good, changed);
    expect(records).toMatchObject([
      { path: 'TASKS/task 1222', change: 'differs', a: task, b: task, fields: [{ a: '1000', b: '1001' }] },
    ]);
    expect(fields).toMatchObject([{ kind: 'task', records: 1 }]);
  });

  test('of a position whose record is gone: it leads nowhere now', () => {
    const own = bytesOf('2.6.32-threads');
    // The last thread has the signal structure of all.
    const [thread, last] = [offsetOf(own, 'task', '6'), offsetOf(own, 'task', '12')];
    const rows = [...recordIndexRows(memorySource(own), noFilter, () => {})];
    const signal = rows.find(({ kind, offset }) => kind === 'signal_struct' && offset > last)?.offset ?? 0;
    const position = Buffer.alloc(8);
    position.writeBigUInt64LE(BigInt(signal));
    const changed = Buffer.from(own);
    changed.writeBigUInt64LE(8n, own.indexOf(position, thread));
    for (const field of [176, 180]) changed.writeUInt32LE(1300, last + field);
    const { records } = compared(own, changed);
    expect(records.find(({ path }) => path === 'TASKS/task 6')?.fields).toEqual([
      { field: 'signal', a: '→ TASKS/task 12/signal_struct', b: '→ 0x8' },
    ]);
  });

  test('of a byte in a page: that area, that address', () => {
    const pages = offsetOf(good, 'pages');
    const start = good.readBigUInt64LE(pages + 16);
    const changed = Buffer.from(good);
    changed[pages + 32 + 100] = (good[pages + 32 + 100] ?? 0) ^ 1;
    const { memory, records, processes } = compared(good, changed);
    expect([records.length, processes.length]).toEqual([0, 0]);
    // Whoever shares the page copy-on-write sees the change, too.
    for (const change of memory)
      expect(change).toMatchObject({ differentPages: 1n, onlyAPages: 0n, firstAt: start + 100n });
    expect(memory[0]?.owner).toBe('1');
  });

  test('is found with --pid, and others are left out', () => {
    const changed = Buffer.from(good);
    const pages = offsetOf(good, 'pages');
    changed[pages + 32] = (good[pages + 32] ?? 0) ^ 1;
    expect(compared(good, changed, { pids: [1], types: [] }).memory).toHaveLength(1);
    const owners = compared(good, changed, { pids: [1222], types: [] }).memory.map(({ owner }) => owner);
    expect(owners.filter((owner) => owner !== '1222')).toEqual([]);
  });
});

test('two containers: processes are matched by pid', () => {
  const { processes } = compared(bytesOf('2.6.18-counter'), bytesOf('2.6.18-tree'));
  const gone = processes.filter(({ change }) => change === 'only-in-a');
  const added = processes.filter(({ change }) => change === 'only-in-b');
  expect([gone.length, added.length]).toEqual([0, 16]);
  expect(processes.find(({ pid }) => pid === 1204)?.fields).toContainEqual({
    field: 'comm',
    a: 'counter',
    b: 'grplead',
  });
});

test('a conversion to jiffies changes the version and rounds start times, and nothing else of a process', () => {
  const { processes, fields, memory } = compared(bytesOf('2.6.18-timers'), bytesOf('2.6.8-timers-converted'));
  expect(new Set(processes.flatMap((process) => process.fields.map(({ field }) => field)))).toEqual(
    new Set(['startTimeNs']),
  );
  expect(memory).toEqual([]);
  expect(fields).toContainEqual(
    expect.objectContaining({
      kind: 'image',
      field: 'imageVersion',
      example: { path: 'image', a: '0x302', b: '0x000' },
    }),
  );
  expect(fields.map(({ kind, field }) => `${kind}.${field}`)).toContain('task.starttime');
});

describe('as tables', () => {
  const process = (pid: number, ...fields: readonly (readonly [string, string, string])[]) => ({
    pid,
    comm: `p${pid}`,
    change: 'differs' as const,
    a: 0,
    b: 0,
    fields: fields.map(([field, a, b]) => ({ field, a, b })),
  });
  const side = { name: 'x', variant: null };
  const nothing = {
    a: side,
    b: side,
    processes: [],
    fields: [],
    records: [],
    memory: [],
    comparedBytes: 0n,
    notHereBytes: 0n,
  };
  const tables = (processes: Comparison['processes']) => {
    const [head, own] = comparisonTables({ ...nothing, processes }, { isComplete: false });
    const cell = head?.rows.find(({ cells }) => cells[0] === 'processes')?.cells[1];
    return [cell, ...(own?.rows ?? []).map(({ cells }) => cells.filter(Boolean).join(' '))];
  };

  test('what one image says of no process is one line, what differs otherwise stays', () => {
    expect(
      tables([
        process(1, ['start', '10', '—'], ['uid', '0', '5']),
        process(2, ['start', '20', '—']),
        { ...process(3), change: 'only-in-a' },
      ]),
    ).toEqual([
      '1 changed, 1 gone',
      '2 processes not said start 10, … —',
      '1 p1 changed uid 0 5',
      '3 p3 gone',
    ]);
  });

  test('nothing but that is no change', () => {
    const [head] = tables([process(1, ['start', '10', '—']), process(2, ['start', '10', '—'])]);
    expect(head).toBe('the same, but for what one form does not say');
  });

  test('memory of a process that is gone is told with it, that of a pre-dump by its pages', () => {
    const area = {
      ...{ owner: '1', name: '[heap]', start: 0n, end: 4096n, a: 0, b: 0, firstAt: 0n, ranges: [] },
      ...{ differentPages: 1n, onlyAPages: 0n, onlyBPages: 0n, otherwisePages: 0n, notHerePages: 0n },
    };
    const processes = [{ ...process(1), change: 'only-in-b' as const, a: null }];
    const rows = (memory: Comparison['memory']) =>
      comparisonTables({ ...nothing, processes, memory }, { isComplete: false }).at(-1)?.rows.length;
    expect(rows([area])).toBe(1);
    expect(rows([{ ...area, a: null }])).toBe(0);
  });

  test('one process alone is told as it is', () => {
    expect(tables([process(1, ['start', '10', '—'])])).toEqual(['1 changed', '1 p1 changed start 10 —']);
  });
});
