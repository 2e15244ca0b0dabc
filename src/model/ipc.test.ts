/** System V IPC of every real image against what was seen inside its container. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { hasCollection } from '../test-support/images.ts';
import type { Checkpoint } from './checkpoint.ts';
import { checkpointFromCpt } from './from-cpt/checkpoint-from-cpt.ts';
import { ipcJson } from './ipc.ts';
import { imagesWithTruth, type RealImage } from './testing/truth.ts';

const images = imagesWithTruth;

test.skipIf(hasCollection)('the collection of real images is absent: samples alone are compared', () => {});

function load({ path }: RealImage): { source: ByteSource; checkpoint: Checkpoint } {
  const source = fileSource(path);
  return { source, checkpoint: checkpointFromCpt(source, () => {}) };
}

/** What the collector of 2.6.18 wrote, as far as it is compared. */
interface Listing {
  readonly sem: readonly {
    readonly id: number;
    readonly key: number;
    readonly values: readonly { readonly val: number; readonly pid: number }[];
  }[];
  readonly shm: readonly {
    readonly id: number;
    readonly key: number;
    readonly mode: number;
    readonly size: number;
    readonly cpid: number;
    readonly lpid: number;
    readonly first64: string;
  }[];
  readonly msg: readonly {
    readonly id: number;
    readonly key: number;
    readonly qnum: number;
    readonly cbytes: number;
    readonly lspid: number;
    readonly lrpid: number;
  }[];
}

const hexKey = (key: unknown): string => `0x${(Number(key) >>> 0).toString(16)}`;
const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;

describe.each(images.filter(({ name }) => name.startsWith('2.6.18')))('$name', (image) => {
  const { sem, shm, msg }: Listing = image.truth.raw.sysvipc;
  const { source, checkpoint } = load(image);
  const said = ipcJson(checkpoint, source);

  test('semaphore sets', () => {
    const seen = sem.map((set) => ({
      id: set.id,
      key: hexKey(set.key),
      values: set.values.map(({ val }) => val),
    }));
    expect(said.sem.map(({ id, key, values }) => ({ id, key, values }))).toEqual(seen.sort(byId));
    const pids = [...checkpoint.semaphoreSets].sort(byId).map((set) => set.semaphores.map(({ pid }) => pid));
    expect(pids).toEqual([...sem].sort(byId).map((set) => set.values.map(({ pid }) => pid)));
  });

  test('shared memory', () => {
    const seen = shm.map((it) => ({
      id: it.id,
      key: hexKey(it.key),
      mode: it.mode.toString(8).padStart(4, '0'),
      size: String(it.size),
      cpid: it.cpid,
      lpid: it.lpid,
    }));
    const known = said.shm.map(({ id, key, mode, size, cpid, lpid }) => ({
      id,
      key,
      mode,
      size,
      cpid,
      lpid,
    }));
    expect(known).toEqual(seen.sort(byId));
    for (const { id, first64 } of shm) {
      const content = segmentContent(checkpoint, source, id);
      expect(content.subarray(0, 64).toString('hex')).toBe(first64);
      const { sha256 } = said.shm.find((segment) => segment.id === id)!;
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    }
  });

  test('message queues', () => {
    const seen = msg.map((it) => [it.id, hexKey(it.key), it.qnum, it.cbytes, it.lspid, it.lrpid]);
    const queues = new Map(checkpoint.messageQueues.map((queue) => [queue.id, queue]));
    const known = said.msg.map(({ id, key, messages }) => [
      id,
      key,
      messages.length,
      messages.reduce((sum, { size }) => sum + size, 0),
      queues.get(id)?.lspid,
      queues.get(id)?.lrpid,
    ]);
    expect(known).toEqual(seen.sort((a, b) => Number(a[0]) - Number(b[0])));
  });
});

/** The whole segment at once, put together the plain way. */
function segmentContent(checkpoint: Checkpoint, source: ByteSource, id: number): Buffer {
  const segment = [...checkpoint.sharedMemories.values()].find((it) => it.id === id)!;
  const content = Buffer.alloc(Number(segment.sizeBytes));
  for (const { start, content: stored } of checkpoint.inodes.get(segment.inode)!.content) {
    if (stored) Buffer.from(source.view(stored.offset, stored.length)).copy(content, Number(start));
  }
  return content;
}

/**
 * `/proc/sysvipc/*`: a table with a header line; its numbers are signed decimals but for the
 * permissions.
 */
function table(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.trim().split(/\s+/);
  return lines.map((line) => {
    const values = line.trim().split(/\s+/);
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  });
}

const common = (row: Record<string, string>, idName: string) => ({
  id: Number(row[idName]),
  key: hexKey(row['key']),
  uid: Number(row['uid']),
  gid: Number(row['gid']),
  cuid: Number(row['cuid']),
  cgid: Number(row['cgid']),
  mode: row['perms']!.padStart(4, '0'),
});

describe.each(images.filter(({ name }) => name.startsWith('2.6.32')))('$name', (image) => {
  const { sem, shm, msg } = image.truth.raw.sysvipc;
  const { source, checkpoint } = load(image);
  const said = ipcJson(checkpoint, source);

  test('semaphore sets', () => {
    const seen = table(sem).map((row) => ({ ...common(row, 'semid'), count: Number(row['nsems']) }));
    const known = said.sem.map(({ values, undo: _, ...rest }) => ({ ...rest, count: values.length }));
    expect(known).toEqual(seen.sort(byId));
  });

  test('shared memory', () => {
    const seen = table(shm).map((row) => ({
      ...common(row, 'shmid'),
      size: row['size'],
      cpid: Number(row['cpid']),
      lpid: Number(row['lpid']),
    }));
    expect(said.shm.map(({ sha256: _, ...rest }) => rest)).toEqual(seen.sort(byId));
    expect(said.shm.every(({ sha256 }) => sha256 !== null)).toBe(true);
  });

  test('message queues', () => {
    const seen = table(msg).map((row) => ({
      ...common(row, 'msqid'),
      count: Number(row['qnum']),
      bytes: Number(row['cbytes']),
    }));
    const known = said.msg.map(({ messages, ...rest }) => ({
      ...rest,
      count: messages.length,
      bytes: messages.reduce((sum, { size }) => sum + size, 0),
    }));
    expect(known).toEqual(seen.sort(byId));
  });

  test('what the programs say of themselves', () => {
    const ids = Object.fromEntries(
      [...image.ownTruth.matchAll(/\b(sem|shm|q)(\d)=(\d+)/g)].map(([, kind, number, id]) => [
        `${kind}${number}`,
        Number(id),
      ]),
    );
    const queue = said.msg.find(({ id }) => id === ids['q1']);
    const messages = [...image.ownTruth.matchAll(/^msg q1 n=\d+ type=(\d+) size=(\d+) pat_off=(\d+)/gm)];
    expect(queue?.messages ?? []).toEqual(
      messages.map(([, type, size, offset]) => ({
        type,
        size: Number(size),
        sha256: createHash('sha256')
          .update(pattern(Number(offset), Number(size)))
          .digest('hex'),
      })),
    );
    const values = [...image.ownTruth.matchAll(/^(sem\d)\[(\d+)\]=(\d+)(?: pid=(\d+))?/gm)];
    for (const [, set = '', index, value, pid] of values) {
      const semaphore = checkpoint.semaphoreSets.find(({ id }) => id === ids[set])?.semaphores[Number(index)];
      expect(semaphore?.value).toBe(Number(value));
      if (pid !== undefined) expect(semaphore?.pid).toBe(Number(pid));
    }
  });
});

/**
 * What the programs fill messages with. They do not say; the rule was found from the first bytes of three
 * messages of 2.6.32/d and holds for every byte of all of both images.
 */
function pattern(offset: number, size: number): Buffer {
  return Buffer.from(
    Array.from({ length: size }, (_, index) => {
      const at = offset + index;
      return (at * 131 + (at >> 8) * 7 + 5) & 0xff;
    }),
  );
}
