/** Real CRIU images: nothing to find in them, and a plan under which everything comes back. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkpointFromCriu, criuByteSource } from '../../model/from-criu/checkpoint-from-criu.ts';
import { ipcJson } from '../../model/ipc.ts';
import { findImageDirectories, openTree } from '../../parse/criu/index.ts';
import { projectRoot } from '../../test-support/images.ts';
import { kernelProfile } from '../kernel/index.ts';
import { checkRules } from '../rules/index.ts';
import { simulatePlannedRestore } from './index.ts';

const folder = join(projectRoot, 'samples', 'criu');
const archives = readdirSync(folder).filter((name) => /\.tar\.(gz|zst)$/.test(name));

describe.each(archives)('%s', (name) => {
  test.each(['linux-cr', 'linux-3.9', 'linux-6.18'] as const)('under %s', async (kernel) => {
    const root = await openTree(join(folder, name), () => {});
    try {
      const [directory] = findImageDirectories(root, () => {});
      const checkpoint = checkpointFromCriu(directory!, () => {});
      const ipc = ipcJson(checkpoint, criuByteSource(directory!));
      const report = simulatePlannedRestore(checkpoint, { profile: kernelProfile(kernel), ipc });
      expect(checkRules(checkpoint)).toEqual([]);
      expect([report.failures, report.verdict]).toEqual([[], 'restores']);
      expect(report.processes).toHaveLength(checkpoint.processes.length);
    } finally {
      root.close();
    }
  });
});
