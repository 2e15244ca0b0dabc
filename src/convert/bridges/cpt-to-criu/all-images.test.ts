/**
 * Every image at hand: converts, decodes without a complaint, holds the same state, and would be restored.
 */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../diagnostic.ts';
import { checkpointFromCriu, criuByteSource } from '../../../model/from-criu/checkpoint-from-criu.ts';
import { ipcJson } from '../../../model/ipc.ts';
import { psJson } from '../../../model/ps.ts';
import { memorySource } from '../../../parse/bytes/byte-source.ts';
import { decodeFile, detectRelease } from '../../../parse/criu/index.ts';
import { simulateCriuRestore } from '../../../restore-sim/restorers/criu/index.ts';
import { allImages, realImages } from '../../../test-support/images.ts';
import { convertFile, errorsOf } from './testing/converted.ts';

const namespaces = { ipc: 11 };

describe.each(allImages)('$name', ({ path }) => {
  const converted = convertFile(path);
  const { checkpoint } = converted.result;

  test('converts', () => {
    expect(errorsOf(converted)).toEqual([]);
    expect(converted.result.ok).toBe(true);
    expect([...converted.files.keys()].sort()).toEqual(converted.result.files);
  });

  test('every file decodes without a diagnostic', () => {
    const found: Diagnostic[] = [];
    for (const [name, bytes] of converted.files) {
      const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
      for (const record of decodeFile(memorySource(bytes, name), name, report).records()) {
        expect(record.kind === 'opaque' && record.reason !== 'raw', name).toBe(false);
      }
    }
    expect(found).toEqual([]);
  });

  test('processes are the same', () => {
    const back = psJson(checkpointFromCriu(converted.directory, () => {}));
    const deadLeaders = new Set(
      converted.result.injected.flatMap(({ repair, pid }) => (repair === 'dead-leader' ? [pid] : [])),
    );
    // A zombie has no credentials in CRIU, and nobody a start time; a dead leader exits by itself.
    const shown = (json: ReturnType<typeof psJson>) =>
      json.processes.map(({ startTimeNs: _start, ...process }) => {
        if (deadLeaders.has(process.pid)) return { ...process, state: '-', exitCode: 0 };
        return process.state === 'Z' ? { ...process, uid: 0, gid: 0 } : process;
      });
    const stopped = new Set(checkpoint.tasks.flatMap(({ pid, state }) => (state === 't' ? [pid] : [])));
    const source = shown(psJson(checkpoint)).map((process) =>
      stopped.has(process.pid) ? { ...process, state: 'S' } : process,
    );
    expect(shown(back)).toEqual(source);
  });

  test('System V IPC is the same', () => {
    const back = checkpointFromCriu(converted.directory, () => {});
    const after = ipcJson(back, criuByteSource(converted.directory));
    const before = ipcJson(checkpoint, converted.source);
    expect(after.sem).toEqual(before.sem.map((set) => ({ ...set, undo: [] })));
    expect(after.msg).toEqual(before.msg);
    const permissions = (mode: string) => (Number.parseInt(mode, 8) & 0o777).toString(8).padStart(4, '0');
    expect(after.shm.map(({ cpid: _c, lpid: _l, ...segment }) => segment)).toEqual(
      before.shm.map(({ cpid: _c, lpid: _l, mode, ...segment }) => ({ ...segment, mode: permissions(mode) })),
    );
    expect(converted.files.has(`ipcns-var-${namespaces.ipc}.img`)).toBe(true);
  });

  test('it is told to be in the form of CRIU 4.2, which was asked for', () =>
    expect(detectRelease(converted.directory).from).toBe('4.2'));

  test('the rehearsal of CRIU 4.2 restores it', () => {
    const { verdict, failures, conditions } = simulateCriuRestore(converted.directory);
    expect({ verdict, failures }).toEqual({ verdict: 'restores', failures: [] });
    expect(conditions.filter(({ code }) => code === 'pipe-data')).toEqual([]);
  });
});

test('there are real images to try', () => expect(realImages.length).toBeGreaterThan(10));
