/** Places in a checkpoint: nothing that has one is reached twice, so that each is moved once. */
import { expect, test } from 'vitest';
import { checkpointFromCriu } from '../../model/from-criu/checkpoint-from-criu.ts';
import { criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';

test.each([...criuArchives])('%s', async (_name, path) => {
  const { root, directory } = await openCriuArchive(path);
  const { processes, ...own } = checkpointFromCriu(directory, () => {});
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
    if ('at' in value && typeof value.at === 'number') {
      expect(seen.has(value)).toBe(false);
      seen.add(value);
    }
    const isRows = 'at' in value && typeof value.at === 'function' && !Array.isArray(value);
    if (isRows) return;
    for (const element of value instanceof Map || Array.isArray(value)
      ? value.values()
      : Object.values(value))
      visit(element);
  };
  visit(own);
  for (const { tasks } of processes) for (const task of tasks) expect(seen.has(task)).toBe(true);
  root.close();
});
