/** The specs compile with the unmodified compiler, the generated files are fresh, and the whole-image spec agrees with the reader. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../src/parse/bytes/byte-source.ts';
import { readCptRecords } from '../src/parse/cpt/read.ts';
import { cptKinds } from '../src/parse/generated/cpt-records.ts';
import { allImages, projectRoot } from '../src/test-support/images.ts';
import { compileKsy, loadCompiled } from '../src/test-support/kaitai.ts';
import { generated } from './generate.ts';
import { cptSpecNames } from './generator/spec.ts';

const cpt = join(projectRoot, 'formats', 'cpt');

describe('generated files are fresh (npm run generate)', async () => {
  test.each([...(await generated())])('%s', (name, text) => {
    expect(readFileSync(join(projectRoot, name), 'utf8') === text).toBe(true);
  });
});

test.each(cptSpecNames.map((name) => [name]))('%s compiles by itself', async (name) => {
  expect((await compileKsy(cpt, name)).size).toBeGreaterThan(0);
});

interface KaitaiObject {
  readonly header: { readonly object: number; readonly hdrlen: number };
  readonly content: unknown;
}

describe('cpt_image.ksy opens every image and sees the same objects as the reader', async () => {
  const CptImage = loadCompiled<new (stream: unknown) => { sections: unknown[] }>(
    await compileKsy(cpt, 'cpt_image'),
    'CptImage',
  );
  test.each(allImages.map(({ name, path }) => [name, path]))('%s', (_name, path) => {
    const bytes = Uint8Array.from(readFileSync(path));
    const image = new CptImage(
      new (KaitaiStream as unknown as new (buffer: ArrayBuffer) => unknown)(bytes.buffer),
    );
    const seen: string[] = [];
    const visit = (entries: readonly KaitaiObject[]) => {
      for (const { header, content } of entries) {
        seen.push(`${header.object} ${header.hdrlen}`);
        const children = (content as { entries?: unknown }).entries;
        if (Array.isArray(children)) visit(children);
      }
    };
    for (const section of image.sections as { objects: { entries: KaitaiObject[] } }[])
      visit(section.objects.entries);
    const read = [...readCptRecords(memorySource(bytes), () => {})].flatMap((record) =>
      record.kind in cptKinds && 'object' in record ? [`${record.object} ${record.hdrlen}`] : [],
    );
    expect(seen).toEqual(read);
  });
});
