/** The specs compile with the unmodified compiler, the generated files are fresh, and the whole-image spec agrees with the reader. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';
// @ts-expect-error: the compiler ships no types.
import KaitaiStructCompiler from 'kaitai-struct-compiler';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../src/parse/bytes/byte-source.ts';
import { readCptRecords } from '../src/parse/cpt/read.ts';
import { cptKinds } from '../src/parse/generated/cpt-records.ts';
import { allImages, projectRoot } from '../src/test-support/images.ts';
import { generated } from './generate.ts';
import { cptSpecNames, loadKsy } from './generator/spec.ts';

const cpt = join(projectRoot, 'formats', 'cpt');

describe('generated files are fresh (npm run generate)', async () => {
  test.each([...(await generated())])('%s', (name, text) => {
    expect(readFileSync(join(projectRoot, name), 'utf8') === text).toBe(true);
  });
});

/** Compiles a spec as any Kaitai tool would, limits included, and loads the result. */
async function compile(name: string): Promise<Map<string, string>> {
  const files: Record<string, string> = await KaitaiStructCompiler.compile(
    'javascript',
    loadKsy(cpt, name),
    { importYaml: async (imported: string) => loadKsy(cpt, imported) },
    false,
  );
  return new Map(Object.entries(files));
}

test.each(cptSpecNames.map((name) => [name]))('%s compiles by itself', async (name) => {
  expect((await compile(name)).size).toBeGreaterThan(0);
});

interface KaitaiObject {
  readonly header: { readonly object: number; readonly hdrlen: number };
  readonly content: unknown;
}

function load(files: ReadonlyMap<string, string>): new (stream: unknown) => { sections: unknown[] } {
  const require = createRequire(import.meta.url);
  const modules = new Map<string, Record<string, unknown>>();
  const requireModule = (name: string): unknown => {
    if (name.startsWith('kaitai-struct')) return require('kaitai-struct/KaitaiStream');
    const key = name.replace('./', '');
    const known = modules.get(key);
    if (known) return known;
    const exports = {};
    modules.set(key, exports);
    new Function('exports', 'require', 'define', files.get(`${key}.js`) ?? '')(
      exports,
      requireModule,
      undefined,
    );
    return exports;
  };
  return (requireModule('./CptImage') as { CptImage: new (stream: unknown) => { sections: unknown[] } })
    .CptImage;
}

describe('cpt_image.ksy opens every image and sees the same objects as the reader', async () => {
  const CptImage = load(await compile('cpt_image'));
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
