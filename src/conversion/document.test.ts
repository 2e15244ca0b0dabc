/** Images of every family as documents, and documents as images: the same bytes, whatever is wrong with them. */
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertImage } from '../convert-image.ts';
import { openInput } from '../open/open.ts';
import { contentDifference } from '../parse/content-difference.ts';
import { tarOf } from '../test-support/containers.ts';
import { allImages, projectRoot, sample } from '../test-support/images.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-document-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const samplesIn = (folder: string, ending: RegExp) =>
  readdirSync(join(projectRoot, 'samples', folder))
    .filter((name) => ending.test(name) && name !== 'not-an-image.cpt')
    .map((name) => join(projectRoot, 'samples', folder, name));

const images = [
  ...allImages.map(({ path }) => path),
  ...samplesIn('broken', /\.cpt$/),
  ...samplesIn('cpt-changed', /\.cpt$/),
  ...samplesIn('criu', /\.tar\.(gz|zst)$/),
  ...samplesIn('linux-cr', /\.ckpt$/),
];

/** What the image is after both ways. */
async function thereAndBack(path: string, name: string) {
  const [document, again] = [join(directory, `${name}.json`), join(directory, name)];
  const there = await convertImage(path, document);
  expect([there.written, there.verified]).toEqual([true, true]);
  const back = await convertImage(document, again);
  const errors = back.diagnostics.filter(({ severity }) => severity === 'error');
  expect([back.written, back.verified, errors]).toEqual([true, true, []]);
  const [before, after] = [await openInput(path), await openInput(again)];
  try {
    expect(contentDifference(before.images[0].content, after.images[0].content)).toBeUndefined();
  } finally {
    before.close();
    after.close();
  }
  return there;
}

describe.each(images.map((path, index) => [path.replace(projectRoot, ''), path, index] as const))(
  '%s',
  (_name, path, index) => {
    test('there and back', async () => void (await thereAndBack(path, `image-${index}`)));
  },
);

describe('beside the document it is referred to only when readers of it find the same bytes there', () => {
  const beside = join(directory, 'beside');
  const at = (name: string) => join(beside, name);
  beforeAll(async () => {
    mkdirSync(beside);
    const image = readFileSync(sample('2.6.18-pipes'));
    writeFileSync(at('plain.cpt'), image);
    writeFileSync(at('packed.cpt.gz'), gzipSync(image));
    writeFileSync(at('one.tar'), tarOf({ 'plain.cpt': image }));
    symlinkSync('plain.cpt', at('link.cpt'));
    symlinkSync(sample('2.6.18-pipes'), at('link-away.cpt'));
    await convertImage(join(projectRoot, 'samples', 'criu', 'counter.tar.gz'), at('plain'));
    const flat = execFileSync('tar', ['c', '-C', at('plain'), '.'], { maxBuffer: 1 << 24 });
    writeFileSync(at('flat.tar'), flat);
    writeFileSync(at('flat.tar.gz'), gzipSync(flat));
    symlinkSync('plain', at('link'));
  });

  test.each([
    ['plain.cpt', 'plain.cpt'],
    ['link.cpt', 'plain.cpt'],
    ['link-away.cpt', undefined],
    ['packed.cpt.gz', undefined],
    ['one.tar', undefined],
    ['plain', 'plain'],
    ['plain/', 'plain'],
    ['plain/.', 'plain'],
    ['plain/pstree.img', undefined],
    ['link', 'plain'],
    ['flat.tar', undefined],
    ['flat.tar.gz', undefined],
  ])('%s', async (name, referredTo) => {
    const word = name.replaceAll(/\W/g, '-');
    await thereAndBack(`${beside}/${name}`, `beside/${word}-again`);
    const head = readFileSync(at(`${word}-again.json`), 'utf8').split('\n')[0];
    expect(JSON.parse(`${head}]}`).image?.name).toBe(referredTo);
  });

  test('a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const writer = spawn('sh', ['-c', 'cat "$1" >"$2"', 'sh', at('plain.cpt'), at('pipe')], {
      stdio: 'ignore',
    });
    try {
      // The writer waits for somebody to open the pipe, and the reader for it to be opened.
      await new Promise((resolve) => setTimeout(resolve, 30));
      await convertImage(at('pipe'), at('pipe.json'));
    } finally {
      writer.kill();
    }
    await convertImage(at('pipe.json'), at('pipe.cpt'));
    expect(readFileSync(at('pipe.cpt'))).toEqual(readFileSync(at('plain.cpt')));
  });
});

test('a linux-cr stream', async () => {
  const stream = join(directory, 'stream.ckpt');
  await convertImage(sample('2.6.32-threads'), stream, { to: 'linux-cr' });
  await thereAndBack(stream, 'stream-again');
});

test('an image on top of an older one says that its pages are elsewhere, and keeps the link', async () => {
  const counter = join(directory, 'counter');
  await convertImage(join(projectRoot, 'samples', 'criu', 'counter.tar.gz'), counter);
  const child = join(directory, 'child');
  cpSync(counter, child, { recursive: true });
  symlinkSync('../counter', join(child, 'parent'));
  const { diagnostics } = await thereAndBack(child, 'child-again');
  expect(diagnostics.map(({ code }) => code)).toEqual(['criu-older-image-apart']);
  // Where nothing is beside it, the link leads nowhere.
  mkdirSync(join(directory, 'away'));
  const { diagnostics: found, written } = await convertImage(
    join(directory, 'child-again.json'),
    join(directory, 'away', 'child'),
  );
  expect([written, found.map(({ code }) => code)]).toEqual([true, ['link-leads-nowhere']]);
});

test('an option makes a conversion of it', async () => {
  const document = join(directory, 'threads.json');
  await convertImage(sample('2.6.32-threads'), document);
  const { hops } = await convertImage(document, join(directory, 'threads.img'), { hz: 100 });
  expect(hops.length).toBeGreaterThan(0);
});

test('a name that promises compression is refused, but for archives', async () => {
  const image = join(projectRoot, 'samples', 'cpt', '2.6.18-pipes.cpt');
  for (const name of ['x.json.gz', 'x.json.zst', 'x.cpt.xz'])
    await expect(convertImage(image, join(projectRoot, 'none', name))).rejects.toThrow('only archives');
});

test('a directory is not written under the name of a CPT image', async () => {
  const images = join(projectRoot, 'samples', 'criu', 'counter.tar.gz');
  const written = join(projectRoot, 'none', 'x.cpt');
  await expect(convertImage(images, written)).rejects.toThrow(/directory of images: write .*none\/x, or/);
  const image = join(projectRoot, 'samples', 'cpt', '2.6.18-pipes.cpt');
  await expect(convertImage(image, written, { to: 'criu' })).rejects.toThrow('directory of images');
  await expect(convertImage(image, written)).rejects.toThrow('does not exist');
});
