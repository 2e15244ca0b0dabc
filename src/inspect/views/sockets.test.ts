/** sockets of processes that share a table. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FdTable } from '../../model/checkpoint.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { inspectedImage } from '../cpt/image.ts';
import { noFilter } from '../filter.ts';
import { fdsView } from './fds.ts';
import { socketsView } from './sockets.ts';

const bytes = readFileSync('samples/cpt/2.6.18-tcp-udp.cpt');
const image = inspectedImage(memorySource(bytes, 'tcp-udp.cpt'));

/** Every process has the table of the one that has most sockets, and there are `count` more of that one. */
function shared(count: number) {
  const { checkpoint } = image;
  const [own] = [...socketsView.rows(image, noFilter).sockets].flatMap(({ pids }) => pids);
  const process = checkpoint.processes.find(({ pid }) => pid === own)!;
  const extra = Array.from({ length: count }, (_, index) => ({ ...process, pid: 5000 + index }));
  let looks = 0;
  const fdTables = new Map(
    [...checkpoint.fdTables].map(([id, table]) => [
      id,
      {
        ...table,
        get descriptors() {
          looks += 1;
          return table.descriptors;
        },
      } as FdTable,
    ]),
  );
  const made = {
    ...image,
    checkpoint: { ...checkpoint, fdTables, processes: [...checkpoint.processes, ...extra] },
  };
  return { sockets: socketsView.rows(made, noFilter).sockets, looks, own };
}

test('a table is looked through as often for a thousand processes as for one', () => {
  const one = shared(1);
  const many = shared(1000);
  expect(many.looks).toBe(one.looks);
  const held = many.sockets.filter(({ pids }) => pids.includes(5000));
  expect(held.length).toBeGreaterThan(1);
  expect(held[0]?.pids.length).toBe(1001);
  // Not a list for each socket.
  expect(new Set(held.map(({ pids }) => pids)).size).toBe(1);
});

test('processes of a socket are those whose table has it', () => {
  const { tables } = fdsView.rows(image, noFilter);
  for (const { at, pids } of socketsView.rows(image, noFilter).sockets) {
    const holders = tables.filter(({ descriptors }) => [...descriptors].some(({ socket }) => socket === at));
    expect([...pids].sort((a, b) => a - b)).toEqual(
      holders.flatMap((table) => table.pids).sort((a, b) => a - b),
    );
  }
});
