/** Contents of memory and of System V objects against what /proc said just before the dump; values are held by src/inspect/views/truth.test.ts. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { readMemory } from '../../memory/read.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { ipcJson } from '../ipc.ts';
import { checkpointJson } from '../json.ts';
import { psJson } from '../ps.ts';
import { commandLine } from '../read-memory.ts';
import { checkpointFromCriu, criuByteSource } from './checkpoint-from-criu.ts';
import {
  type CriuTruth,
  criuArchives,
  hasCriuCollection,
  type OpenedArchive,
  openCriuArchive,
} from './testing/criu-images.ts';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const schema = (name: string) =>
  ajv.compile(
    JSON.parse(readFileSync(new URL(`../../../formats/${name}.schema.json`, import.meta.url), 'utf8')),
  );
const validators = { checkpoint: schema('checkpoint'), ps: schema('ps'), ipc: schema('ipc') };

const opened: OpenedArchive[] = [];
afterAll(() => {
  for (const { root } of opened) root.close();
});

async function load(path: string) {
  const archive = await openCriuArchive(path);
  opened.push(archive);
  const diagnostics: Diagnostic[] = [];
  const checkpoint = checkpointFromCriu(archive.directory, (diagnostic) => diagnostics.push(diagnostic));
  return { ...archive, diagnostics, checkpoint, source: criuByteSource(archive.directory) };
}

test.skipIf(!hasCriuCollection)('the larger collection is at hand', () =>
  expect(criuArchives.size).toBeGreaterThanOrEqual(21),
);

const fnv = (bytes: Uint8Array): string => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
};

/** A whole segment, with zeros where the image holds nothing. */
function segmentBytes(checkpoint: Checkpoint, source: ByteSource, segmentId: number): Uint8Array {
  const segment = [...checkpoint.sharedMemories.values()].find((candidate) => candidate.id === segmentId)!;
  const bytes = new Uint8Array(Number(segment.sizeBytes));
  for (const { start, end, content } of checkpoint.inodes.get(segment.inode)!.content) {
    const stored = source.view(content!.offset, Number(end - start));
    bytes.set(stored.subarray(0, bytes.length - Number(start)), Number(start));
  }
  return bytes;
}

const octal = (mode: number) => (mode & 0o7777).toString(8).padStart(4, '0');

describe.each([...criuArchives])('%s', (name, path) => {
  test('System V IPC', async () => {
    const { truth, checkpoint, source } = await load(path);
    if (truth === undefined) return;
    // An image holds no credentials of zombies.
    for (const { state, uid, gid } of psJson(checkpoint).processes)
      expect([uid === null, gid === null]).toEqual([state === 'Z', state === 'Z']);
    const { sem, msg, shm } = ipcJson(checkpoint, source);
    const base = (object: CriuTruth) => ({
      id: object.id,
      key: `0x${(object.key >>> 0).toString(16)}`,
      uid: object.uid,
      gid: object.gid,
      mode: octal(object.mode),
    });
    const { sysvipc } = truth;
    expect(sem.map(({ cuid, cgid, undo, ...row }) => row)).toEqual(
      (sysvipc.sem ?? []).map((set: CriuTruth) => ({ ...base(set), values: set.values })),
    );
    expect(
      msg.map(({ cuid, cgid, ...row }) => ({
        ...row,
        messages: row.messages.map(({ type, size }) => ({ type, size })),
      })),
    ).toEqual(
      (sysvipc.msg ?? []).map((queue: CriuTruth) => ({
        ...base(queue),
        messages: queue.messages.map((m: CriuTruth) => ({ type: String(m.type), size: m.size })),
      })),
    );
    for (const [index, queue] of (sysvipc.msg ?? []).entries()) {
      const stored = checkpoint.messageQueues.find((candidate) => candidate.id === queue.id);
      for (const [number, message] of queue.messages.entries()) {
        const { offset, length } = stored!.messages[number]!.text;
        const bytes = source.view(offset, length).slice();
        expect(fnv(bytes)).toBe(message.fnv1a);
        const hash = createHash('sha256').update(bytes).digest('hex');
        expect(msg[index]!.messages[number]!.sha256).toBe(hash);
      }
    }
    expect(shm.map(({ cuid, cgid, cpid, lpid, sha256, ...row }) => row)).toEqual(
      (sysvipc.shm ?? []).map((segment: CriuTruth) => ({ ...base(segment), size: String(segment.size) })),
    );
    for (const [index, segment] of (sysvipc.shm ?? []).entries()) {
      const bytes = segmentBytes(checkpoint, source, segment.id);
      // The segment with two users counts on between the look and the dump.
      if (segment.nattch < 2) expect(fnv(bytes)).toBe(segment.fnv1a);
      expect(shm[index]!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('memory', async () => {
    const { truth, checkpoint, source } = await load(path);
    let hashed = 0;
    for (const task of Object.values((truth?.tasks ?? {}) as Record<string, CriuTruth>)) {
      const leader = checkpoint.processes.find(({ pid }) => pid === task.pid)?.leader;
      if (leader?.memory === undefined) continue;
      expect(commandLine(checkpoint, source, leader), `${name} ${task.pid}`).toEqual(task.cmdline);
      const kept = checkpoint.memories.get(leader.memory)!;
      expect([...kept.areas].length).toBeGreaterThan(3);
      for (const map of task.maps ?? []) {
        // Only what the image holds in full, and nobody writes between the look and the dump.
        const bytes = readMemory(checkpoint, source, leader.memory, BigInt(map.start), map.end - map.start);
        if (bytes === undefined || map.stable !== true || map.sha256 === undefined || map.path !== '')
          continue;
        hashed += 1;
        expect(createHash('sha256').update(bytes).digest('hex'), `${name} ${task.pid} ${map.start}`).toBe(
          map.sha256,
        );
      }
    }
    if (truth !== undefined) expect(hashed, name).toBeGreaterThan(0);
  });

  test('JSON fits the published schemas, and nothing is reported', async () => {
    const { checkpoint, source, diagnostics } = await load(path);
    const documents = {
      checkpoint: checkpointJson(checkpoint),
      ps: psJson(checkpoint),
      ipc: ipcJson(checkpoint, source),
    };
    for (const key of ['checkpoint', 'ps', 'ipc'] as const) {
      validators[key](documents[key]);
      expect(validators[key].errors ?? []).toEqual([]);
    }
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});
