/** Where the fragments of a process go: pages of their own, readable and executable, in a free place. */
import type { MemoryMap, Task } from '../../../../model/checkpoint.ts';
import { type Bits, jump } from './assembler.ts';
import type { Fragment } from './fragment.ts';

/** The lowest address that a process may map: vm.mmap_min_addr as all distributions set it. */
const lowestAddress = 0x10000n;
const pageBytes = 4096n;
const alignment = 16;
/** Room that a growing stack needs below it: stack_guard_gap of the kernel, 256 pages. */
const guardBytes = 256n * pageBytes;
const vmGrowsDown = 0x100n;

/** What one task runs before it goes on at `target`. */
export interface Start {
  readonly task: Task;
  readonly bits: Bits;
  readonly fragments: readonly Fragment[];
  /** Absent when the fragments never end. */
  readonly target?: bigint | undefined;
}

export interface PlacedFragment {
  readonly task: Task;
  readonly fragment: Fragment;
  readonly address: bigint;
  readonly length: number;
}

export interface CodePage {
  readonly start: bigint;
  /** Whole pages. */
  readonly bytes: Uint8Array;
  /** By pid of the task. */
  readonly entries: ReadonlyMap<number, bigint>;
  readonly placed: readonly PlacedFragment[];
}

/** Undefined when the process has no room, which no real one has been seen to lack. */
export function makeCodePage(memory: MemoryMap, starts: readonly Start[]): CodePage | undefined {
  const length = assemble(starts, 0n).bytes.length;
  const pages = (BigInt(length) + pageBytes - 1n) / pageBytes;
  const start = freePlace(memory, pages * pageBytes);
  if (start === undefined) return undefined;
  const assembled = assemble(starts, start);
  const bytes = new Uint8Array(Number(pages * pageBytes));
  bytes.set(assembled.bytes);
  return { start, bytes, entries: assembled.entries, placed: assembled.placed };
}

function assemble(starts: readonly Start[], base: bigint) {
  const bytes: number[] = [];
  const entries = new Map<number, bigint>();
  const placed: PlacedFragment[] = [];
  const here = () => base + BigInt(bytes.length);
  for (const { task, bits, fragments, target } of starts) {
    while (bytes.length % alignment !== 0) bytes.push(0);
    entries.set(task.pid, here());
    for (const fragment of fragments) {
      const address = here();
      const code = fragment.code(address);
      bytes.push(...code);
      placed.push({ task, fragment, address, length: code.length });
    }
    if (target !== undefined) bytes.push(...jump(bits, here(), target));
  }
  return { bytes: Uint8Array.from(bytes), entries, placed };
}

/** Below the lowest area, where programs have nothing; else in the first hole that no stack grows into. */
function freePlace({ areas }: MemoryMap, length: bigint): bigint | undefined {
  let previousEnd: bigint | undefined;
  for (const { start, end, vmFlags = 0n } of [...areas].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const reserve = (vmFlags & vmGrowsDown) === 0n ? 0n : guardBytes;
    const place = start - reserve - length;
    if (place >= (previousEnd ?? lowestAddress)) return place;
    previousEnd = end;
  }
  return undefined;
}
