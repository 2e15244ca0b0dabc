/** Conditions of options, and of files of the image that are not there: each as a CRIU 4.2.1 took it on Linux 6.18. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editImage, type FileEdit } from '../../../../model/from-criu/testing/edit-image.ts';
import { shellWords } from '../../../shell-words.ts';
import { criuOptions } from '../options/parse-options.ts';
import { simulateCriuRestore } from '../simulate.ts';
import { type BaseName, closeBases, counter, image, openBases, pipes } from '../testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

const conditionsOf = (base: BaseName, options: string, edits: Readonly<Record<string, FileEdit>> = {}) =>
  simulateCriuRestore(editImage(image(base), edits), {
    operations: false,
    given: criuOptions(shellWords(options) as readonly string[]),
  }).conditions;

describe('paths of options', () => {
  const factOf = (options: string, code: string) =>
    conditionsOf(counter, options).find((one) => one.code === code)?.facts;

  test('a directory of images asks for no file of a number', () =>
    expect(factOf('-D /images', 'pid-file')).toBeUndefined());
  test('relative names are so to the directory of images', () =>
    expect(factOf('-D /images --pidfile pid', 'pid-file')).toMatchObject({ path: '/images/pid' }));
  // "Invalid parent image directory provided: No such file or directory"
  test.each([
    ['nosuch', { found: 'nothing' }],
    ['../other', { isElsewhere: 1 }],
    ['/other', { path: '/other' }],
  ])('--prev-images-dir %s', (name, facts) =>
    expect(factOf(`--prev-images-dir ${name}`, 'directory-of-restore')).toMatchObject(facts),
  );
});

// "Can't get index of vout: No such device": whatever has the name is put into the bridge, also for another key.
test('the outer end of a pair that the image does not have', () => {
  const devices = conditionsOf(counter, '--external veth[eth9]:vout@br9')
    .filter(({ code }) => code === 'interface-there')
    .map(({ facts }) => facts);
  expect(devices).toEqual([{ interface: 'vout' }, { interface: 'br9', isBridge: 1 }]);
});

// Each was restored, and what was in the FIFO was gone; dumps write an empty record for an empty one.
describe('what was in pipes', () => {
  const found = (edits: Readonly<Record<string, FileEdit>>) =>
    conditionsOf(pipes, '', edits)
      .filter(({ code }) => code === 'pipe-data')
      .map(({ facts }) => facts?.['found']);

  test('is there', () => expect(found({})).toEqual([]));
  test('a file is missing', () => expect(found({ 'fifo-data.img': null })).toEqual(['no fifo-data.img']));
  test('a record is missing', () =>
    expect(found({ 'pipes-data.img': (records) => records.slice(0, 1) })).toEqual([
      'no record of it in pipes-data.img',
    ]));
});

// Restored by 4.2.1 without iproute2: only networks of the image are set up by it.
test.each([
  [counter, '', true],
  [counter, '--empty-ns net', false],
] as const)('ip for %s %s: %s', (base, options, isNeeded) =>
  expect(conditionsOf(base, options).some(({ facts }) => facts?.['path'] === 'ip')).toBe(isNeeded),
);

// Restored by 4.2.1 from /srv with "--root srv/ctr"; with "--root ctr": "Unable to mount ctr … No such file or directory".
test('a relative root is found from /, whatever the working directory', () =>
  expect(
    conditionsOf(counter, '--root srv/ctr -D /images -W /work').find(({ code }) => code === 'external-path')
      ?.facts,
  ).toEqual({ path: '/srv/ctr', type: 'directory' }));
