/**
 * Pages of memory as screens show them, held against what was seen in the living processes: planted texts with their
 * addresses. Plain images, the same with compressed pages, and CPT images.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { convertImage } from '../../convert-image.ts';
import { openInput } from '../../open/open.ts';
import { projectRoot } from '../../test-support/images.ts';
import { ProblemList } from '../image.ts';
import { memoryPage } from './page.ts';

const cases = join(projectRoot, '..', 'shared', 'cases', 'memory');
const images = join(projectRoot, '..', 'shared', 'images', 'cpt');
const folder = mkdtempSync(join(tmpdir(), 'cr-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Marker {
  readonly marker: string;
  readonly encoding: string;
  readonly pid: number;
  readonly address: string | null;
}

/** Texts at addresses; those that lie in no address space have none. */
const markersOf = (name: string): readonly Marker[] =>
  JSON.parse(readFileSync(join(cases, name, 'markers.json'), 'utf8')).filter(
    ({ address, encoding }: Marker) => address !== null && (encoding === 'ascii' || encoding === 'utf-16le'),
  );

async function expectMarkers(path: string, markers: readonly Marker[]): Promise<void> {
  const input = await openInput(path, { report: () => {} });
  try {
    const [found] = input.images;
    const image = (await found.family.inspect()).image(found, new ProblemList());
    for (const { marker, encoding, pid, address } of markers) {
      const wanted = Buffer.from(marker, encoding as BufferEncoding);
      const at = BigInt(address ?? 0);
      const page = memoryPage(image, { pid, address: at, reach: 8192 });
      const bytes = Buffer.concat(
        page.chunks.map((chunk) =>
          chunk.kind === 'bytes' ? chunk.bytes : Buffer.alloc(Number(chunk.end - chunk.start)),
        ),
      );
      const start = Number(at - page.start);
      const end = Math.min(bytes.length, start + wanted.length);
      expect([address, bytes.subarray(start, end).toString('hex')]).toEqual([
        address,
        wanted.subarray(0, end - start).toString('hex'),
      ]);
    }
    image.source.close();
  } finally {
    input.close();
  }
}

const criu = ['bash', 'python', 'tree', 'sig'].filter((name) =>
  existsSync(join(cases, name, 'markers.json')),
);

test.skipIf(criu.length > 0)(
  'the cases of memory with their truth are absent: no page is compared',
  () => {},
);

describe.skipIf(criu.length === 0)('CRIU images', () => {
  test.each(criu)('%s', async (name) => {
    const markers = markersOf(name);
    expect(markers.length).toBeGreaterThan(0);
    await expectMarkers(join(cases, name, 'image.tar.zst'), markers);
  });

  test('with compressed pages', async () => {
    const packed = join(folder, 'packed');
    await convertImage(join(cases, 'python', 'image.tar.zst'), packed, { compress: 'page', verify: false });
    await expectMarkers(packed, markersOf('python'));
  });
});

const cpt = join(images, '2.6.18-programs', 'bash');

test.skipIf(!existsSync(cpt))('a CPT image of bash (skipped without the collection)', async () => {
  await expectMarkers(join(cpt, 'image.cpt.zst'), markersOf('cpt-2.6.18-bash'));
});
