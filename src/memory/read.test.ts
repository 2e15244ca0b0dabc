/** Process memory out of real images. */
import { describe, expect, test } from 'vitest';
import { stackAuxWords, storedAuxWords } from '../model/aux-vector.ts';
import type { MemoryArea, MemoryMap, PageBlock } from '../model/checkpoint.ts';
import { checkpointFromCpt } from '../model/from-cpt/checkpoint-from-cpt.ts';
import { environment } from '../model/read-memory.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { sample } from '../test-support/images.ts';
import { readMemory, readMemoryBytesMax } from './read.ts';

const pairsOf = (words: readonly bigint[] = []) =>
  words.flatMap((type, index) => (index % 2 === 0 ? [[type, words[index + 1]]] : []));

function load(name: string) {
  const source = fileSource(sample(name));
  const checkpoint = checkpointFromCpt(source, () => {});
  const read = (memory: MemoryMap, address: bigint, length: number) =>
    readMemory(checkpoint, source, memory.id, address, length);
  return { source, checkpoint, memories: [...checkpoint.memories.values()], read };
}

const { source, checkpoint, memories, read } = load('2.6.18-tree');

/** The first block of a kind, with the area and memory around it. */
function find(kind: PageBlock['kind']): { memory: MemoryMap; area: MemoryArea; block: PageBlock } {
  for (const memory of memories) {
    for (const area of memory.areas) {
      for (const block of area.blocks) if (block.kind === kind) return { memory, area, block };
    }
  }
  throw new Error(`no block is ${kind}`);
}

describe('readMemory', () => {
  test('stored pages are the bytes of the image', () => {
    const { memory, block } = find('stored');
    const { offset, length } = block.content!;
    const stored = source.view(offset, length).slice();
    expect(read(memory, block.start, length)).toEqual(stored);
    expect(read(memory, block.start + 5n, 10)).toEqual(stored.slice(5, 15));
  });

  test('copied pages are those of their source', () => {
    const { memory, block } = find('copy');
    const original = checkpoint.memories.get(block.source!)!;
    const length = Number(block.end - block.start);
    const bytes = read(memory, block.start, length);
    expect(bytes).toEqual(read(original, block.start, length));
    expect(bytes?.some((byte) => byte !== 0)).toBe(true);
  });

  test('a piece may begin in one block and end in another', () => {
    const { memory, area } = find('stored');
    const whole = read(memory, area.start, 16);
    // The program text is in its file only.
    expect(area.kind === 'file' ? whole : undefined).toBeUndefined();
    const stack = [...memory.areas].find(({ kind }) => kind === 'stack')!;
    const length = Number(stack.end - stack.start);
    const bytes = read(memory, stack.start, length)!;
    expect(bytes.length).toBe(length);
    for (const block of stack.blocks) {
      const at = Number(block.start - stack.start);
      const part = read(memory, block.start, Number(block.end - block.start))!;
      expect(bytes.slice(at, at + part.length)).toEqual(part);
    }
  });

  test('what was never touched is zero', () => {
    const heap = [...memories[0]!.areas].find(({ kind }) => kind === 'heap')!;
    const covered = [...heap.blocks];
    expect(covered.some(({ start }) => start === heap.start)).toBe(false);
    expect(read(memories[0]!, heap.start, 16)).toEqual(new Uint8Array(16));
  });

  test('what the image does not hold is undefined', () => {
    const memory = memories[0]!;
    const text = [...memory.areas].find(({ kind }) => kind === 'file')!;
    expect(read(memory, text.start, 16)).toBeUndefined();
    expect(read(memory, 0n, 1)).toBeUndefined();
    expect(read(memory, text.start, readMemoryBytesMax + 1)).toBeUndefined();
    expect(read({ ...memory, id: 1 as MemoryMap['id'] }, text.start, 1)).toBeUndefined();
  });

  test('nothing is always known', () => expect(read(memories[0]!, 0n, 0)).toEqual(new Uint8Array(0)));
});

test('shared memory is read from its segment', () => {
  const ipc = load('2.6.18-sysv-ipc');
  const segment = [...ipc.checkpoint.sharedMemories.values()].find(({ id }) => id === 0)!;
  const memory = ipc.memories.find(({ areas }) =>
    [...areas].some(
      ({ mapped }) => mapped !== undefined && ipc.checkpoint.files.get(mapped)?.inode === segment.inode,
    ),
  )!;
  const area = [...memory.areas].find(
    ({ mapped }) => mapped !== undefined && ipc.checkpoint.files.get(mapped)?.inode === segment.inode,
  )!;
  // What the program wrote there, see 2.6.18-sysv-ipc.truth.json.
  const text = 'shm one content';
  expect(new TextDecoder().decode(ipc.read(memory, area.start, text.length))).toBe(text);
});

test('environment and auxiliary vector', () => {
  const { checkpoint: threads, source: bytes } = load('2.6.32-threads');
  const task = threads.tasks[0]!;
  expect(environment(threads, bytes, task)).toContain('HOME=/');
  // AT_PAGESZ of getauxval(3).
  const memoryOf = (from: typeof threads, { memory }: typeof task) => from.memories.get(memory!)!;
  expect(pairsOf(storedAuxWords(bytes, memoryOf(threads, task)))).toContainEqual([6n, 4096n]);
  expect(storedAuxWords(source, memoryOf(checkpoint, checkpoint.tasks[0]!))).toBeUndefined();
});

test.each(['2.6.32-counter', '2.6.32-counter-32bit'])(
  '%s: what is stored is what is on the stack',
  (name) => {
    const { source, checkpoint } = load(name);
    for (const { memory: id, is64bit } of checkpoint.tasks) {
      const memory = checkpoint.memories.get(id!)!;
      const stored = storedAuxWords(source, memory);
      expect(pairsOf(stored)).toContainEqual([6n, 4096n]);
      expect(stored).toEqual(stackAuxWords(checkpoint, source, memory, is64bit ? 8 : 4));
    }
  },
);
