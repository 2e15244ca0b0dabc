/** What is said of images whose tasks cannot be told. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
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

/** Every dump has them. */
const everywhere =
  /^(inventory|core-\d+|ids-\d+|mm-\d+|fs-\d+|pagemap-\d+|fdinfo-\d+|files|reg-files|pages-1|utsns-\d+|ipcns-var-\d+|mountpoints-\d+)\.img$/;

describe('a file that is missing is named, and nothing else', () => {
  test.each([...criuArchives.keys()])('%s', async (name) => {
    const { root, directory } = await openCriuArchive(criuArchives.get(name)!);
    const said = (without?: string) => {
      const heard: Diagnostic[] = [];
      const image = without === undefined ? directory : editImage(directory, { [without]: null });
      checkpointFromCriu(image, (diagnostic) => heard.push(diagnostic));
      return heard.filter(({ code }) => code === 'missing-file').map(({ at }) => at?.file);
    };
    expect(said()).toEqual([]);
    const types = new Map(directory.list().map(({ name }) => [name.replace(/-?\d+/g, ''), name]));
    for (const [type, file] of types) {
      if (!file.endsWith('.img') || type === 'pstree.img') continue;
      const found = said(file);
      if (everywhere.test(file)) expect(found, file).toEqual([file]);
      else expect([[], [file]], file).toContainEqual(found);
    }
    root.close();
  });
});
