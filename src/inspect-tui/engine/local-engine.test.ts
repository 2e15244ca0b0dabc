/** A comparison as the inspector shows it: with what a conversion between the two forms loses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { convertImage } from '../../convert-image.ts';
import { sample } from '../../test-support/images.ts';
import { loadImage } from '../load.ts';
import { localEngine } from './local-engine.ts';

test('losses of a conversion stand below what differs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cr-engine-test-'));
  const image = sample('2.6.18-counter');
  const output = join(folder, 'criu');
  await convertImage(image, output, { to: 'criu' });
  const open = (path: string) => loadImage({ path, container: undefined, spools: new Map() });
  const engine = localEngine([await open(image), await open(output)]);
  try {
    const tables = await engine.tables(0, 'compare', undefined, () => {});
    const last = tables.at(-1);
    expect(last?.title).toContain('a conversion loses it');
    expect(last?.rows.some(({ cells }) => /Start times: CRIU stores none/.test(cells.join(' ')))).toBe(true);
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
