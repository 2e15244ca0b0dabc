/** A dump may have more files than a process may open: whoever reads one closes what it opened. */
import { describe, expect, test } from 'vitest';
import { checkpointFromCriu, criuByteSource } from '../../model/from-criu/checkpoint-from-criu.ts';
import { criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { ipcJson } from '../../model/ipc.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import { checkCriuReferences, simulateCriuRestore } from '../../restore-sim/restorers/criu/index.ts';
import { some } from '../../test-support/thorough.ts';
import { convertCriu } from './convert.ts';

/** The directory, with a count of the files that are open. */
function counted(directory: ImageDirectory, count: { now: number; most: number }): ImageDirectory {
  return {
    ...directory,
    open(name) {
      const source = directory.open(name);
      if (source === undefined) return undefined;
      count.now += 1;
      count.most = Math.max(count.most, count.now);
      const own: ByteSource = {
        name: source.name,
        size: source.size,
        view: (offset, length) => source.view(offset, length),
        readInto: (target, offset) => source.readInto(target, offset),
        close() {
          count.now -= 1;
          source.close();
        },
      };
      return own;
    },
    directory(name) {
      const inner = directory.directory(name);
      return inner && counted(inner, count);
    },
  };
}

const users: readonly (readonly [string, (directory: ImageDirectory) => void])[] = [
  ['simulated restore', (directory) => simulateCriuRestore(directory)],
  ['references', (directory) => checkCriuReferences(directory)],
  [
    'checkpoint and contents',
    (directory) => {
      const source = criuByteSource(directory);
      ipcJson(
        checkpointFromCriu(directory, () => {}),
        source,
      );
      source.close();
    },
  ],
  [
    'conversion',
    (directory) => {
      const result = convertCriu(directory, { to: '2.12' });
      for (const { write } of result.files) write(new MemorySink());
      result.close();
    },
  ],
];

describe.each(some([...criuArchives], 4))('%s', (_, path) => {
  test.each(users)('%s', async (_name, use) => {
    const { root, directory } = await openCriuArchive(path);
    const count = { now: 0, most: 0 };
    use(counted(directory, count));
    expect(count.now).toBe(0);
    expect(count.most).toBeLessThanOrEqual(24);
    root.close();
  });
});
