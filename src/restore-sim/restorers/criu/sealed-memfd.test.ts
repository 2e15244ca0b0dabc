/** A memfd sealed against writing that an area shares: what CRIU 4.2.1 did with the image on Linux 6.18. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCriuArchive } from '../../../model/from-criu/testing/criu-images.ts';
import {
  change,
  editImage,
  type FileEdit,
  first,
  type LooseFields,
} from '../../../model/from-criu/testing/edit-image.ts';
import { simulateCriuRestore } from './simulate.ts';

const sample = fileURLToPath(
  new URL('../../../../samples/criu/programs/sealed-memfd.tar.gz', import.meta.url),
);

const openForBoth = 2;
/** VMA_AREA_MEMFD of criu/include/image.h. */
const memfdArea = 1 << 14;
const mapsForWriting = {
  'mm-14.img': change(first, (old: LooseFields) => ({
    vmas: old.vmas.map((area: LooseFields) =>
      (area.status & memfdArea) === 0 ? area : { ...area, fdflags: openForBoth },
    ),
  })),
};
const withoutWriteSeal = { 'memfd.img': change(first, () => ({ seals: 0x6 })) };

const rows: readonly (readonly [string, Readonly<Record<string, FileEdit>>, string])[] = [
  ['mapped through a descriptor for reading', {}, 'restores'],
  ['mapped through a descriptor for both', mapsForWriting, 'fails'],
  ['the same without the seal, as the help says', { ...mapsForWriting, ...withoutWriteSeal }, 'restores'],
];

test.each(rows)('%s', async (_, edits, verdict) => {
  const { root, directory } = await openCriuArchive(sample);
  try {
    const report = simulateCriuRestore(editImage(directory, edits));
    expect(report.verdict).toBe(verdict);
    const [failure] = report.failures;
    if (verdict === 'fails')
      expect(failure).toMatchObject({
        code: 'criu-memfd-inode',
        errno: 'EBUSY',
        at: { file: 'memfd.img' },
        message: expect.stringContaining('Cannot apply seals on memfd: Device or resource busy'),
      });
  } finally {
    root.close();
  }
});
