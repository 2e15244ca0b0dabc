/** Broken bytes anywhere in an image: everything that reads it comes to an end, with values, not errors. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertCriu } from '../../../convert/criu/convert.ts';
import { checkpointFromCriu, criuByteSource } from '../../../model/from-criu/checkpoint-from-criu.ts';
import {
  criuArchives,
  type OpenedArchive,
  openCriuArchive,
} from '../../../model/from-criu/testing/criu-images.ts';
import { ipcJson } from '../../../model/ipc.ts';
import { psJson } from '../../../model/ps.ts';
import { MemorySink } from '../../../parse/bytes/byte-sink.ts';
import { type ImageDirectory, memoryDirectory } from '../../../parse/criu/index.ts';
import { random as randomNumbers } from '../../../test-support/random.ts';
import { rounds } from '../../../test-support/thorough.ts';
import { checkCriuReferences, simulateCriuRestore } from './index.ts';

const names = ['sysvipc.tar.gz', 'pipes.tar.gz', 'v1.8-sysvipc.tar.gz'] as const;
const roundsEach = rounds(150);
const seed = 20251124;

const opened: OpenedArchive[] = [];
beforeAll(async () => {
  for (const name of names) opened.push(await openCriuArchive(criuArchives.get(name)!));
});
afterAll(() => {
  for (const { root } of opened) root.close();
});

function filesOf(directory: ImageDirectory): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const { name, kind } of directory.list()) {
    const source = kind === 'file' ? directory.open(name) : undefined;
    if (source === undefined) continue;
    files[name] = source.view(0, source.size).slice();
    source.close();
  }
  return files;
}

function damage(
  files: Record<string, Uint8Array>,
  random: (below: number) => number,
): Record<string, Uint8Array> {
  const targets = Object.keys(files).filter((name) => !name.startsWith('pages'));
  const name = targets[random(targets.length)]!;
  const bytes = files[name]!.slice();
  switch (random(4)) {
    case 0:
      return { ...files, [name]: bytes.subarray(0, random(bytes.length + 1)) };
    case 1: {
      const { [name]: _, ...rest } = files;
      return rest;
    }
    case 2:
      for (let i = 0; i < 4; i++) bytes[random(bytes.length || 1)] = [0, 0x7f, 0x80, 0xff][random(4)]!;
      return { ...files, [name]: bytes };
    default:
      bytes[random(bytes.length || 1)] = random(256);
      return { ...files, [name]: bytes };
  }
}

test(`seed ${seed}: ${roundsEach} damages to each of ${names.length} images`, () => {
  const random = randomNumbers(seed);
  for (const { directory } of opened) {
    const files = filesOf(directory);
    for (let round = 0; round < roundsEach; round++) {
      const broken = memoryDirectory(damage(files, random));
      const checkpoint = checkpointFromCriu(broken, () => {});
      const source = criuByteSource(broken);
      expect(psJson(checkpoint).schemaVersion).toBe(1);
      expect(ipcJson(checkpoint, source).schemaVersion).toBe(1);
      source.close();
      const report = simulateCriuRestore(broken);
      expect(report.failures).toHaveLength(report.verdict === 'restores' ? 0 : 1);
      expect(Array.isArray(checkCriuReferences(broken))).toBe(true);
      for (const to of ['3.19', '1.5']) {
        const converted = convertCriu(broken, { to });
        for (const { write } of converted.files) write(new MemorySink());
        converted.close();
      }
    }
  }
});
