/** Which groups tasks of an image end up in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedArchive, openCriuArchive } from '../../../../model/from-criu/testing/criu-images.ts';
import { change, editImage, type FileEdit, first } from '../../../../model/from-criu/testing/edit-image.ts';
import { shellWords } from '../../../shell-words.ts';
import { criuOptions } from '../options/parse-options.ts';
import { simulateCriuRestore } from '../simulate.ts';
import { closeBases, counter, image, openBases } from '../testing/rule-rows.ts';

/** A container with seven sets of groups, all of them of one container. */
let container: OpenedArchive;
beforeAll(async () => {
  await openBases();
  const samples = new URL('../../../../../samples/criu/programs/container.tar.gz', import.meta.url);
  container = await openCriuArchive(samples.pathname);
});
afterAll(() => {
  container.root.close();
  closeBases();
});

const conditionsOf = (options: string, edits: Readonly<Record<string, FileEdit>> = {}) =>
  simulateCriuRestore(editImage(container.directory, edits), {
    operations: false,
    given: criuOptions(shellWords(options) as readonly string[]),
  }).conditions;
const factsOf = (code: string, options: string, edits: Readonly<Record<string, FileEdit>> = {}) =>
  conditionsOf(options, edits).find((one) => one.code === code)?.facts;

test('the limits of that of the tasks count, where they are moved there', () => {
  expect(factsOf('process-count', '')?.['group']).toBe('pids:/rig/ctrbb');
  expect(factsOf('process-count', '--manage-cgroups=ignore')).not.toHaveProperty('group');
  // "rewriting rig/ctrbb to /x"
  expect(factsOf('process-count', '--cgroup-root /x')?.['group']).toBe('pids:/x');
  expect(factsOf('process-count', '--cgroup-root pids:/x --cgroup-root /y')?.['group']).toBe('pids:/x');
  expect(factsOf('process-count', '--cgroup-root memory:/x')?.['group']).toBe('pids:/rig/ctrbb');
  const { conditions } = simulateCriuRestore(image(counter), { operations: false });
  expect(conditions.find(({ code }) => code === 'process-count')?.facts).not.toHaveProperty('group');
});

test('groups that tasks join, and that could be frozen', () => {
  expect(String(factsOf('cgroup-thawed', '')?.['directories']).split(' ')).toContain('freezer:/rig/ctrbb');
  expect(factsOf('cgroup-thawed', '--manage-cgroups=ignore')).toBeUndefined();
  expect(factsOf('device-needed', '')).toBeDefined();
});

test.each([
  ['', 'cpuset:/rig/ctrbb'],
  ['--manage-cgroups=none', 'cpuset:/rig/ctrbb'],
  ['--manage-cgroups=full', 'cpuset:/rig/ctrbb'],
  ['--manage-cgroups=ignore', undefined],
])('a cpuset that is there already, with %j', (options, directory) =>
  expect(factsOf('cpuset-filled', options)?.['directory']).toBe(directory),
);

const nested = {
  'cgroup.img': change(first, () => ({
    controllers: [
      {
        cnames: ['cpuset'],
        dirs: [
          { dir_name: 'a/b', children: [{ dir_name: 'c', children: [], properties: [] }], properties: [] },
        ],
      },
    ],
  })),
};
test('of cpusets those at the top of the image need the one above them', () => {
  const above = (options: string) =>
    conditionsOf(options, nested)
      .filter(({ code }) => code === 'cpuset-above')
      .map(({ facts }) => facts);
  expect(above('')).toEqual([{ directory: 'cpuset:/a/b', above: 'cpuset:/a' }]);
  expect(above('--manage-cgroups=ignore')).toEqual([]);
});

// Restored by CRIU 4.2.1; with groups in the image: "Can't open cgyard".
test('a yard is looked for where the image has groups', () => {
  const options = '--cgroup-yard /yard';
  expect(factsOf('directory-of-restore', options)).toMatchObject({ path: '/yard' });
  expect(factsOf('directory-of-restore', options, { 'cgroup.img': null })).toBeUndefined();
});
