/** The inputs that mutations start from: samples of the repository, each family in the forms that it comes in. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { memorySource } from '../src/parse/bytes/byte-source.ts';
import { cptToJson } from '../src/parse/cpt/json-write.ts';
import { readCptRecords } from '../src/parse/cpt/read.ts';
import { findImageDirectories, openTree } from '../src/parse/criu/index.ts';

const samples = fileURLToPath(new URL('../samples/', import.meta.url));

/** What a mutation changes: one piece of bytes, or the files of a directory by name. */
export type Seed =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly files: ReadonlyMap<string, Uint8Array> };

export const families = ['cpt', 'criu', 'archive', 'json', 'document'] as const;
export type FuzzFamily = (typeof families)[number];

/** Larger ones are slow to mutate and find nothing more. */
const seedBytesMax = 300_000;

const read = (path: string): Uint8Array => Uint8Array.from(readFileSync(`${samples}${path}`));
const named = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(`${samples}${folder}`)
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);

const cptSeeds = (): Seed[] =>
  named('cpt', /\.cpt$/)
    .map((name) => ({ name, bytes: read(name) }))
    .filter(({ bytes }) => bytes.length <= seedBytesMax);

const archiveName = /\.tar\.(gz|zst)$/;

async function criuSeeds(): Promise<Seed[]> {
  const seeds: Seed[] = [];
  for (const name of [...named('criu', archiveName), ...named('criu/programs', archiveName)]) {
    const root = await openTree(`${samples}${name}`, () => {});
    for (const directory of findImageDirectories(root, () => {})) {
      const files = new Map<string, Uint8Array>();
      for (const entry of directory.list()) {
        const source = entry.kind === 'file' ? directory.open(entry.name) : undefined;
        if (source !== undefined) files.set(entry.name, source.view(0, source.size).slice());
        source?.close();
      }
      seeds.push({ name, files });
    }
    root.close();
  }
  return seeds;
}

/** Compressed ones as they are, and what is in them: damage of both kinds. */
function archiveSeeds(): Seed[] {
  const packed = named('criu', archiveName).map((name) => ({ name, bytes: read(name) }));
  const tars = hostileTars().map(([name, bytes]) => ({ name: `${name}.tar`, bytes }));
  const zipped = tars.map(({ name, bytes }) => ({
    name: `${name}.gz`,
    bytes: Uint8Array.from(gzipSync(bytes)),
  }));
  return [...packed, ...tars, ...zipped];
}

/** A block each: long names, pax headers, links, folders, odd sizes. */
function hostileTars(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const member = (name: string, type: string, data = '', target = ''): Buffer => {
    const block = Buffer.alloc(512);
    block.write(name, 0, 100);
    block.write('0000644\0', 100);
    block.write(`${Buffer.byteLength(data).toString(8).padStart(11, '0')}\0`, 124);
    block.write(type, 156);
    block.write(target, 157, 100);
    block.write('ustar\x0000', 257);
    block.write('        ', 148);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(data) / 512) * 512);
    body.write(data);
    return Buffer.concat([block, body]);
  };
  const tar = (...members: readonly Buffer[]) =>
    Uint8Array.from(Buffer.concat([...members, Buffer.alloc(1024)]));
  const image = member('img/inventory.img', '0', 'x'.repeat(40));
  return [
    [
      'links',
      tar(image, member('img/parent', '2', '', '../pre'), member('pre/', '5'), member('l', '1', '', 'img/x')),
    ],
    ['names', tar(member('n', 'L', `${'d/'.repeat(40)}core-1.img`), member('s', '0', '1'), image)],
    ['pax', tar(member('p', 'x', '20 path=a/b/c/pstre\n'), member('s', '0', '1'), image)],
  ];
}

function jsonSeeds(): Seed[] {
  return ['cpt/2.6.18-counter.cpt', 'cpt/2.6.18-sysv-ipc.cpt'].map((name) => {
    const source = memorySource(read(name));
    const records = readCptRecords(source, () => {});
    const text = [...cptToJson(records, source, { variant: 'cpt-2.6.18.2' })].join('');
    return { name: `${name}.json`, bytes: new TextEncoder().encode(text) };
  });
}

const documentSeeds = (): Seed[] =>
  [...named('hosts', /\.json$/), ...named('traces', /^0.*\.jsonl$/)].map((name) => ({
    name,
    bytes: read(name),
  }));

export const corpus: Readonly<Record<FuzzFamily, () => readonly Seed[] | Promise<readonly Seed[]>>> = {
  cpt: cptSeeds,
  criu: criuSeeds,
  archive: archiveSeeds,
  json: jsonSeeds,
  document: documentSeeds,
};
