/** Notes of released binaries stand beside the verdict of their line, and only where they apply. */
import { expect, test } from 'vitest';
import { criuArchives, openCriuArchive } from '../../../model/from-criu/testing/criu-images.ts';
import { simulateCriuRestore } from './index.ts';

test.each([
  ['v1.5-tree.tar.gz', 1],
  ['v1.8-sysvipc.tar.gz', 1],
  ['sysvipc.tar.gz', 0],
])('%s: %i', async (name, count) => {
  const { root, directory } = await openCriuArchive(criuArchives.get(name)!);
  const { verdict, notes } = simulateCriuRestore(directory);
  expect(verdict).toBe('restores');
  expect(notes.filter(({ code }) => code === 'criu-released-binary')).toHaveLength(count);
  root.close();
});
