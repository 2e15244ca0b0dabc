/** Chains of older images, laid out as one stretch. */
import { expect, test } from 'vitest';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import { memoryDirectory } from '../../parse/criu/index.ts';
import { chainLimit, layOut, locate } from './image-source.ts';

const filesOf = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, id) => [`core-${id}.img`, new Uint8Array(4)]));

/** The last of `count` images, each on top of the one before. */
function chainOf(count: number, files: number): ImageDirectory {
  let below: ImageDirectory | undefined;
  for (let made = 0; made < count; made++) {
    const own = memoryDirectory(filesOf(files));
    const older = below;
    const parent = { name: 'parent', kind: 'directory', size: 0 } as const;
    below =
      older === undefined
        ? own
        : {
            ...own,
            list: () => [...own.list(), parent],
            directory: (name) => (name === 'parent' ? older : undefined),
          };
  }
  return below as ImageDirectory;
}

test('files of older directories have paths that lead to them', () => {
  const layout = layOut(chainOf(3, 2));
  expect(layout.files.map(({ path }) => path)).toEqual([
    'core-0.img',
    'core-1.img',
    'parent/core-0.img',
    'parent/core-1.img',
    'parent/parent/core-0.img',
    'parent/parent/core-1.img',
  ]);
  for (const file of layout.files) expect(layout.byPath.get(file.path)).toBe(file);
  expect([...layout.byPath.keys()]).toEqual(layout.files.map(({ path }) => path));
  expect(locate(layout, 13)).toEqual({ file: 'parent/core-1.img', offset: 1 });
  for (const none of ['parent/', 'core-2.img', 'parent/parent/parent/core-0.img', 'x/parent/core-0.img'])
    expect(layout.byPath.has(none)).toBe(false);
});

test('a long chain is laid out for each of its images at little cost: names are not joined', () => {
  const last = chainOf(256, 20);
  const before = process.cpuUsage();
  for (let image = 0; image < 40; image++) layOut(last);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(250);
});

test('a chain that is longer than what is read is said to be, whatever leads on', () => {
  expect(layOut(chainOf(chainLimit, 1)).lostParent).toBeUndefined();
  const layout = layOut(chainOf(chainLimit + 1, 1));
  expect(layout.chain.length).toBe(chainLimit);
  expect(layout.lostParent?.reason).toBe('unread');
});
