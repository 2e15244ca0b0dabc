/** The inputs that mutations start from: samples of the repository, each family in the forms that it comes in. */
import { gzipSync } from 'node:zlib';
import { checkpointImage, containerdCheckpoint, podCheckpoint } from '../src/test-support/containers.ts';
import { critSeeds, documentSeeds, jsonSeeds } from './documents.ts';
import { archiveFiles, directoryFiles, samplesNamed, seedsOf } from './sample-files.ts';
import type { Files, FuzzFamily, Seed } from './seed.ts';

const cptSeeds = (): Seed[] => seedsOf('cpt', samplesNamed('cpt', /\.cpt$/));
const linuxCrSeeds = (): Seed[] => seedsOf('linux-cr', samplesNamed('linux-cr', /\.ckpt$/));

const archiveName = /\.tar\.(gz|zst)$/;

async function criuSeeds(): Promise<Seed[]> {
  const names = [...samplesNamed('criu', archiveName), ...samplesNamed('criu/programs', archiveName)];
  const found = await Promise.all(names.map(directoryFiles));
  return found.flat().map((directory) => ({ ...directory, lines: 'criu' }));
}

/** What engines leave: the documents beside the images are mutated as often as these. */
async function containerSeeds(): Promise<Seed[]> {
  const sound = samplesNamed('trust', archiveName).filter(
    (name) => !/two-images|profile-cut|root-in-one/.test(name),
  );
  const archives = await Promise.all(sound.map(archiveFiles));
  const [{ files } = { files: new Map() }] = await directoryFiles('criu/podman-counter.tar.gz');
  const images = Object.fromEntries(files);
  const made = [
    { name: 'oci-layout', files: checkpointImage(images, 'app') },
    { name: 'containerd', files: containerdCheckpoint(images, 'app') },
    { name: 'pod', files: podCheckpoint(images, ['a', 'b'], 'containerd') },
    { name: 'cri-o-pod', files: podCheckpoint(images, ['a'], 'cri-o') },
  ].map(({ name, files: content }) => ({ name, files: bytesByName(content) }));
  return [...archives, ...made].map((archive) => ({ ...archive, lines: 'container' }));
}

const bytesByName = (files: Readonly<Record<string, Uint8Array | string>>): Files =>
  new Map(
    Object.entries(files).map(([name, content]) => [
      name,
      Uint8Array.from(typeof content === 'string' ? Buffer.from(content) : content),
    ]),
  );

/** Compressed ones as they are, and what is in them: damage of both kinds. */
function archiveSeeds(): Seed[] {
  const packed = seedsOf('archive', samplesNamed('criu', archiveName));
  const tars = hostileTars().map(([name, bytes]): Seed & { bytes: Uint8Array } => ({
    name: `${name}.tar`,
    lines: 'archive',
    bytes,
  }));
  const zipped = tars.map(
    ({ name, bytes }): Seed => ({
      name: `${name}.gz`,
      lines: 'archive',
      bytes: Uint8Array.from(gzipSync(bytes)),
    }),
  );
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

export const corpus: Readonly<Record<FuzzFamily, () => readonly Seed[] | Promise<readonly Seed[]>>> = {
  cpt: cptSeeds,
  criu: criuSeeds,
  'linux-cr': linuxCrSeeds,
  container: containerSeeds,
  archive: archiveSeeds,
  json: jsonSeeds,
  crit: critSeeds,
  document: documentSeeds,
};
