/** What is said of images whose tasks cannot be told. */
import { expect, test } from 'vitest';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import { checkpointFromCriu } from './checkpoint-from-criu.ts';
import { criuArchives, openCriuArchive } from './testing/criu-images.ts';
import { editImage } from './testing/edit-image.ts';

const codesOf = (image: ImageDirectory): readonly string[] => {
  const codes: string[] = [];
  checkpointFromCriu(image, ({ code }) => codes.push(code));
  return codes;
};

test('a dump without its process tree is damaged, a pre-dump has none', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
  expect(codesOf(directory)).toEqual([]);
  expect(codesOf(editImage(directory, { 'pstree.img': null }))).toEqual(['missing-tree']);
  // Nothing but these is written by criu pre-dump.
  const ofPreDump = /^(inventory|pagemap-|pages-|stats-)/;
  const others = directory.list().filter(({ name }) => !ofPreDump.test(name));
  expect(codesOf(editImage(directory, Object.fromEntries(others.map(({ name }) => [name, null]))))).toEqual(
    [],
  );
  root.close();
});
