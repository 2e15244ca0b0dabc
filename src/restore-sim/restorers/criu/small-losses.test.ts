/** Programs of a few lines that CRIU 4.2.1 dumped on Linux 6.18, and what its restore made of them. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCriuArchive } from '../../../model/from-criu/testing/criu-images.ts';
import { change, editImage, type LooseFields } from '../../../model/from-criu/testing/edit-image.ts';
import { simulateCriuRestore } from './simulate.ts';

const sample = (name: string) =>
  fileURLToPath(new URL(`../../../../samples/criu/programs/${name}.tar.gz`, import.meta.url));

test('what came back changed is said, and nothing else', async () => {
  const { root, directory } = await openCriuArchive(sample('lost-details'));
  const { verdict, losses } = simulateCriuRestore(directory);
  root.close();
  expect(verdict).toBe('restores');
  expect(losses.map(({ message }) => message)).toEqual([
    'the count of an eventfd is 7 instead of 21474836487',
    'watch 2 of an inotify file loses IN_EXCL_UNLINK',
    'watch 1 of an inotify file loses IN_ONESHOT',
    '21043 is no child of 21039 any more: the leader of its session 21041 is dead, and a helper that forks it leaves it to init',
    'the personality 0x440000 of 21044 comes back as 0',
  ]);
});

/** As `cr-crit set` would, and 4.2.1 restored it then: it watches what the link leads to. */
const withPath = {
  'files.img': change(
    ({ ify }: LooseFields) => ify !== undefined,
    ({ ify }: LooseFields) => ({
      ify: {
        ...ify,
        wd: ify.wd.map((watch: LooseFields) => ({
          ...watch,
          f_handle: { ...watch.f_handle, path: '/opt/link' },
        })),
      },
    }),
  ),
};

test.each([
  ['without a path', {}, ['criu-watched-file'], 'fails'],
  ['with a path', withPath, [], 'restores'],
] as const)('a watch of a symbolic link itself, %s', async (_, edits, codes, expected) => {
  const { root, directory } = await openCriuArchive(sample('watched-link'));
  const { verdict, failures } = simulateCriuRestore(editImage(directory, edits));
  root.close();
  expect(verdict).toBe(expected);
  expect(failures.map(({ code }) => code)).toEqual(codes);
});

test('a POSIX lock on a file that its holder maps is lost, one on another file is kept', async () => {
  const { root, directory } = await openCriuArchive(sample('mapped-lock'));
  const { verdict, losses } = simulateCriuRestore(directory);
  root.close();
  expect(verdict).toBe('restores');
  expect(losses.map(({ message }) => message)).toEqual([
    'a POSIX lock of 6236 on /opt/mapped is gone, --file-locks or not: the task maps the file, and closes it behind that',
  ]);
});

// With a name of 255 bytes 4.2.1 said "Can't create ghost regfile: File name too long".
test.each([
  [244, 'restores', []],
  [245, 'fails', ['ENAMETOOLONG']],
] as const)('a deleted file with a name of %i bytes: %s', async (length, expected, errnos) => {
  const longer = {
    'files.img': change(
      ({ reg }: LooseFields) => reg?.name === '/opt/removed',
      ({ reg }: LooseFields) => ({ reg: { ...reg, name: `/opt/${'n'.repeat(length)}` } }),
    ),
  };
  const { root, directory } = await openCriuArchive(sample('mapped-lock'));
  const { verdict, failures } = simulateCriuRestore(editImage(directory, longer));
  root.close();
  expect(verdict).toBe(expected);
  expect(failures.map(({ errno }) => errno)).toEqual(errnos);
});

test('waits that CRIU does not go on with return EINTR: those of which its dump says so, and no others', async () => {
  const { root, directory } = await openCriuArchive(sample('interrupted-waits'));
  const { verdict, losses, notes } = simulateCriuRestore(directory);
  root.close();
  expect([verdict, losses]).toEqual(['restores', []]);
  const goesOn = 'returns EINTR: CRIU does not go on with what was left of that wait';
  expect(notes.map(({ code, message, at }) => [code, message, at?.file])).toEqual(
    [
      ['poll of 17018 and 17019', 17018],
      ['nanosleep of 17022', 17022],
      ['clock_nanosleep of 17023', 17023],
      ['futex of 17026', 17026],
    ].map(([what, tid]) => ['criu-wait-interrupted', `${what} ${goesOn}`, `core-${tid}.img`]),
  );
});
