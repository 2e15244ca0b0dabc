/**
 * Selectors inside signal frames: the frames that 2.6.18 and i386 kernels pushed on user stacks hold
 * selectors of another descriptor table than that of current x86-64 kernels. Without new ones a task inside
 * a handler dies when the handler returns (observed with CRIU 4.2 on Linux 6.18).
 */
import type { Checkpoint } from '../../../../model/checkpoint.ts';
import type { ByteSource } from '../../../../parse/bytes/byte-source.ts';
import { readCptRecords } from '../../../../parse/cpt/read.ts';
import { findSignalFrames } from '../../../cpt/changes/signal-frames.ts';
import { payloadsOf } from '../../../cpt/convert.ts';
import type { MemoryUse } from '../../../cpt/facts.ts';

/** Bytes that replace what the image holds, from the start of a stored block's content. */
export interface ContentPatch {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** By the position of the page block's record. */
export type ContentPatches = ReadonlyMap<number, readonly ContentPatch[]>;

/**
 * arch/x86: selectors of OpenVZ's 2.6.18 and of i386 kernels → those of x86-64 kernels, by what they
 * select.
 */
const newSelectors: ReadonlyMap<number, number> = new Map([
  [0x83, 0x33], // 64-bit code
  [0x73, 0x23], // 32-bit code
  [0x7b, 0x2b], // data and stack
  [0x33, 0x63], // thread-local storage 1
  [0x3b, 0x6b], // thread-local storage 2
  [0x43, 0x73], // thread-local storage 3
]);
/** Only the code selector tells which table a frame is of. */
const oldCode: ReadonlySet<number> = new Set([0x83, 0x73]);

export function signalFramePatches(checkpoint: Checkpoint, source: ByteSource): ContentPatches {
  // The selectors of other families are those of current kernels.
  if (checkpoint.image.family !== 'cpt') return new Map();
  const memory = memoryUse(checkpoint);
  if (![...memory.values()].some(({ hasHandlers }) => hasHandlers)) return new Map();
  const patches = new Map<number, ContentPatch[]>();
  const records = readCptRecords(source, () => {});
  for (const [position, frames] of findSignalFrames(records, payloadsOf(source), memory)) {
    const changed = frames.flatMap(({ selectors }) => {
      const code = selectors[0];
      return code !== undefined && oldCode.has(code.value) ? selectors : [];
    });
    const made = changed.flatMap(({ at, value }) => {
      const selector = newSelectors.get(value);
      return selector === undefined ? [] : [{ at, bytes: Uint8Array.of(selector, 0) }];
    });
    if (made.length > 0) patches.set(position, made);
  }
  return patches;
}

/** By position of the memory record, which is its id. */
function memoryUse(checkpoint: Checkpoint): ReadonlyMap<number, MemoryUse> {
  const uses = new Map<number, { is64Bit: boolean; hasHandlers: boolean; restorers: Set<bigint> }>();
  for (const { memory, sighand, registers } of checkpoint.tasks) {
    if (memory === undefined) continue;
    const use = uses.get(memory) ?? { is64Bit: false, hasHandlers: false, restorers: new Set<bigint>() };
    uses.set(memory, use);
    if (registers?.layout === 'x86_64') use.is64Bit = true;
    const actions = sighand === undefined ? [] : (checkpoint.sighands.get(sighand)?.actions ?? []);
    for (const { handler, restorer } of actions) {
      if (handler <= 1n) continue;
      use.hasHandlers = true;
      if (restorer !== 0n) use.restorers.add(restorer);
    }
  }
  return uses;
}
