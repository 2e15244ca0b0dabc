/** Names and flags of open files that no dump has; what CRIU does with them was seen in restores of forged images. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  criuArchives,
  type OpenedArchive,
  openCriuArchive,
} from '../../../model/from-criu/testing/criu-images.ts';
import { editImage, type LooseFields } from '../../../model/from-criu/testing/edit-image.ts';
import { judgeTrust } from '../judge.ts';
import { withSubjects } from '../read/archive.ts';

let opened: OpenedArchive;
beforeAll(async () => {
  opened = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
});
afterAll(() => opened.root.close());

/** Codes after a change of the last regular file. */
async function codesWith(change: (reg: LooseFields) => LooseFields): Promise<readonly string[]> {
  const forged = editImage(opened.directory, {
    'files.img': (records) => {
      const at = records.findLastIndex((record) => record.kind === 'message' && record.fields['reg']);
      return records.map((record, index) => {
        if (index !== at || record.kind !== 'message') return record;
        const { raw, ...rest } = record;
        const fields = { ...record.fields, reg: change(record.fields['reg'] as LooseFields) };
        return { ...rest, fields } as typeof record;
      });
    },
  });
  const found = await withSubjects(
    { root: forged, grants: () => [], problem: (_, text) => expect.fail(text) },
    (subjects) => subjects.flatMap(judgeTrust),
  );
  return found.map(({ code }) => code);
}

test('the image as it is has nothing', async () => {
  expect(await codesWith((reg) => reg)).toEqual([]);
});

test.each([
  [{ name: '/proc/./sys//kernel/core_pattern', flags: 2 }, 'trust-proc-file'],
  [{ name: 'Zproc/kcore' }, 'trust-proc-file'],
  [{ name: 'Zetc/passwd' }, 'trust-path-form'],
  [{ name: '//etc/passwd' }, 'trust-path-form'],
  [{ name: '/proc/1/root' }, 'trust-proc-file'],
  [{ flags: 0o1002 }, 'trust-open-flags'],
  [{ flags: 0o102 }, 'trust-open-flags'],
])('%j: %s', async (change, code) => {
  expect(await codesWith((reg) => ({ ...reg, ...change }))).toContain(code);
});
