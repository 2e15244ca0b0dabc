/** An archive of an engine holds more than images: kept where the result is such an archive, else said to be lost. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { convertImage } from '../convert-image.ts';
import { openImage } from '../open-image.ts';
import {
  checkpointImage,
  containerdCheckpoint,
  type Files,
  podCheckpoint,
  writeTree,
} from '../test-support/containers.ts';
import { projectRoot } from '../test-support/images.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-engine-files-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const at = (name: string) => join(directory, name);
const samples = join(projectRoot, 'samples');
const made = join(samples, 'trust', 'bind-made.tar.gz');
const podman = join(samples, 'criu', 'podman-counter.tar.gz');

const codesOf = ({ diagnostics }: Awaited<ReturnType<typeof convertImage>>) =>
  diagnostics.map(({ code }) => code);

function imagesOf(archive: string): Files {
  besideIn(archive, 'images of');
  const folder = at('images of/checkpoint');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

/** As tar(1) unpacks it: path → content, for all but the images. */
function besideIn(archive: string, name: string): ReadonlyMap<string, string> {
  execFileSync('mkdir', ['-p', at(name)]);
  execFileSync('tar', ['-xf', archive, '-C', at(name)]);
  const entries = readdirSync(at(name), { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .map((entry) => [join(entry.parentPath, entry.name).slice(at(name).length + 1), entry] as const)
      .filter(([path]) => !/^checkpoint(\/|$)/.test(path))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, entry]) => [
        path,
        entry.isFile() ? readFileSync(join(at(name), path)).toString('base64') : 'no file',
      ]),
  );
}

const containerOf = async (path: string) => {
  const image = await openImage(path);
  try {
    const { members, ...container } = image.container() ?? { members: [] };
    return { ...container, members: members.filter(({ name }) => name !== 'checkpoint/') };
  } finally {
    image.close();
  }
};

test.each([
  ['another release', { to: 'criu-3.19' }],
  ['compressed pages', { compress: 'page' }],
  ['one image of a chain', { flatten: true }],
] as const)('an archive of the engine again, with %s', async (name, options) => {
  const out = at(`${name}.tar.gz`);
  const report = await convertImage(podman, out, options);
  expect([report.written, report.verified, codesOf(report).includes('container-lost')]).toEqual([
    true,
    true,
    false,
  ]);
  const before = besideIn(podman, 'before');
  expect(before.size).toBeGreaterThan(3);
  expect(besideIn(out, name)).toEqual(before);
  expect(await containerOf(out)).toEqual(await containerOf(podman));
});

test('a directory of the engine becomes its archive', async () => {
  const before = besideIn(podman, 'unpacked');
  await convertImage(at('unpacked'), at('packed.tar'), { to: 'criu-4.2' });
  expect(besideIn(at('packed.tar'), 'unpacked again')).toEqual(before);
});

test('a directory of images, a document: what an archive would keep is said to be lost', async () => {
  for (const [output, options] of [
    [at('images'), {}],
    [at('images.json'), {}],
    [undefined, { plan: true }],
  ] as const)
    expect(codesOf(await convertImage(made, output, options))).toContain('container-lost');
  expect((await convertImage(made, at('strict'), { strict: true })).refused).toBe(true);
});

test.each(['cri-o', 'containerd'] as const)(
  'of a pod of %s, and of a layout, the archive of one container',
  async (engine) => {
    const images = imagesOf(podman);
    const pod = writeTree(at(`pod ${engine}`), podCheckpoint(images, ['a', 'b'], engine));
    const layout = writeTree(
      at(`layout ${engine}`),
      engine === 'cri-o' ? checkpointImage(images, 'a') : containerdCheckpoint(images, 'a'),
    );
    for (const [index, input] of [pod, layout].entries()) {
      const container = input === pod ? 'a' : undefined;
      const out = at(`one ${engine} ${index}.tar`);
      const report = await convertImage(input, out, { to: 'criu-4.2', ...(container && { container }) });
      const said = report.diagnostics.filter(({ code }) => code === 'container-lost');
      expect(said.map(({ message }) => message)).toEqual([expect.stringContaining('manifests, annotations')]);
      const kept = besideIn(out, `one ${engine} ${index}`);
      expect([...kept.keys()]).toContain('spec.dump');
      // What containerd calls its container stands in the layout alone.
      expect(await containerOf(out)).toMatchObject({ engine: engine === 'cri-o' ? engine : 'unknown' });
      expect(report.lines.join('\n')).toContain('kept beside the images, as they are: ');
    }
  },
);

test('images alone', async () => {
  const counter = join(samples, 'criu', 'counter.tar.gz');
  expect(codesOf(await convertImage(counter, at('alone'), {}))).not.toContain('container-lost');
});

test('in a folder of an archive, its files are beside the images there', async () => {
  besideIn(podman, 'folder/web');
  execFileSync('tar', ['-cf', at('wrapped.tar'), '-C', at('folder'), 'web']);
  expect((await containerOf(at('wrapped.tar'))).name).toBe('counter');
  const report = await convertImage(at('wrapped.tar'), at('of-wrapped.tar'), { to: 'criu-3.19' });
  expect(codesOf(report)).not.toContain('container-lost');
  expect(besideIn(at('of-wrapped.tar'), 'of-wrapped')).toEqual(besideIn(podman, 'whole'));
});
