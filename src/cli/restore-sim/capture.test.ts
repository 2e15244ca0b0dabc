import { expect, test } from 'vitest';
import { inherited } from './capture.ts';

// CRIU: "Can't fstat inherit fd 7: Bad file descriptor", where that was one of Node.
test('descriptors of Node are not those of whoever restores', () => {
  const pipe = (fd: number, inode: number) => ({ fd, type: 'pipe' as const, name: `pipe:[${inode}]` });
  const other = (fd: number, name: string) => ({ fd, type: 'other' as const, name });
  const own = [pipe(6, 2), pipe(7, 2), other(3, 'anon_inode:[eventpoll]'), other(8, 'anon_inode:[eventfd]')];
  const given = [pipe(0, 1), pipe(1, 1), pipe(4, 3), other(5, 'anon_inode:[pidfd]')];
  expect(inherited([...own, ...given])).toEqual(given);
});
