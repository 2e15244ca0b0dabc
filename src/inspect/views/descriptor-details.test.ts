/** A set of n targets behind n descriptors is told often enough, not n times. */
import { expect, test } from 'vitest';
import type { Checkpoint, Epoll, OpenFile } from '../../model/checkpoint.ts';
import { detailReader } from './descriptor-details.ts';

const target = (fd: number): Epoll['targets'][number] => ({ fd, events: 1, data: 0n }) as never;
const readerOf = (count: number) => {
  const targets = Array.from({ length: count }, (_, fd) => target(fd));
  const checkpoint = {
    epolls: [{ opened: 7, targets }],
    inotifies: [],
    fanotifies: [],
  } as unknown as Checkpoint;
  return detailReader(checkpoint, () => undefined);
};
const file = { id: 7, kind: 'epoll' } as unknown as OpenFile;
const holders = Array.from({ length: 1000 }, (_, fd) => `1/${fd}`);

test('the first descriptors tell it, whenever they are asked', () => {
  const read = readerOf(1000);
  const told = () => holders.filter((holder) => read(file, holder).targets !== undefined);
  expect(told()).toEqual(holders.slice(0, 16));
  expect(told()).toEqual(holders.slice(0, 16));
});

test('a short one is told by all', () => {
  const read = readerOf(3);
  expect(holders.every((holder) => read(file, holder).targets?.length === 3)).toBe(true);
});
