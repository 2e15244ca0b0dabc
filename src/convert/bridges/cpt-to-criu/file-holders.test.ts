/** Tables that many tasks share: looked through once, whoever holds them. */
import { expect, test } from 'vitest';
import type { FdTable, Id } from '../../../model/checkpoint.ts';
import type { Conversion } from './context.ts';
import { fileHolders } from './file-holders.ts';

const fileId = (id: number) => id as Id<'file'>;

/** `tables[n]` are the files of table n at descriptors 0, 1, …; processes are pids with their tables. */
function conversionOf(tables: readonly (readonly number[])[], processes: readonly (readonly number[])[]) {
  let looks = 0;
  const fdTables = new Map(
    tables.map((files, id) => [
      id,
      {
        id,
        index: id + 100,
        get descriptors() {
          looks += 1;
          return files.map((file, fd) => ({ fd, opened: fileId(file) }));
        },
      } as unknown as FdTable,
    ]),
  );
  const tree = {
    processes: processes.map(([pid, table]) => ({ pid, life: 'alive', holder: { fdTable: table } })),
  };
  return {
    conversion: { checkpoint: { fdTables }, tree } as unknown as Conversion,
    looks: () => looks,
  };
}

test('holders are told a table once, by its first process and its first descriptor', () => {
  const { conversion } = conversionOf(
    [
      [7, 8, 7],
      [8, 9],
    ],
    [
      [20, 0],
      [5, 1],
      [3, 0],
    ],
  );
  const holders = fileHolders(conversion, (file) => file !== fileId(9));
  const told = [...holders].map(([file, all]) => [
    file,
    ...all.map(({ pid, lowestPid, fd, table }) => [pid, lowestPid, fd, table.index]),
  ]);
  expect(told).toEqual([
    [7, [20, 3, 0, 100]],
    [8, [20, 3, 1, 100], [5, 5, 0, 101]],
  ]);
});

test('a shared table is looked through once', () => {
  const processes = Array.from({ length: 1000 }, (_, pid) => [pid + 1, 0]);
  const { conversion, looks } = conversionOf([[1, 2, 3]], processes);
  fileHolders(conversion, () => true);
  expect(looks()).toBe(1);
});
