/** FPU and SSE state, from what FSAVE, FXSAVE and XSAVE write. Registers beyond AVX are in no CPT image. */
import type { FpuState, Task } from '../../../model/checkpoint.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { UserX86FpregsEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { Losses } from './losses.ts';

/** Intel's manual, volume 1: the state after FNINIT, and the MXCSR after a reset. */
const initial: UserX86FpregsEntry = {
  cwd: 0x37f,
  swd: 0,
  twd: 0,
  fop: 0,
  rip: 0n,
  rdp: 0n,
  mxcsr: 0x1f80,
  mxcsr_mask: 0xffff,
  st_space: words(32),
  xmm_space: words(64),
};

const fxsaveBytes = 512;
const fsaveBytes = 108;
/** Where XSAVE puts its header and the upper halves of the YMM registers (components 0, 1 and 2). */
const headerOffset = 512;
const ymmOffset = 576;
const ymmWords = 64;
const knownComponents = 7n;

export function fpuOf(task: Task, source: ByteSource, losses: Losses): UserX86FpregsEntry {
  const { fpu } = task;
  if (!fpu) return initial;
  const state = stateOf(fpu, source);
  if (!state) losses.add('fpu-state', `task ${task.pid}`, fpu);
  return state ?? initial;
}

function stateOf({ format, content }: FpuState, source: ByteSource): UserX86FpregsEntry | undefined {
  const bytes = source.view(content.offset, Math.min(content.length, ymmOffset + ymmWords * 4)).slice();
  if (format === 'fsave') return bytes.length < fsaveBytes ? undefined : fromFsave(viewOf(bytes));
  if (bytes.length < fxsaveBytes) return undefined;
  const legacy = fromFxsave(viewOf(bytes));
  if (format === 'fxsave' || bytes.length < ymmOffset + ymmWords * 4) return legacy;
  const view = viewOf(bytes);
  const xstate_bv = view.getBigUint64(headerOffset, true) & knownComponents;
  return { ...legacy, xsave: { xstate_bv, ymmh_space: readWords(view, ymmOffset, ymmWords) } };
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function fromFxsave(view: DataView): UserX86FpregsEntry {
  return {
    cwd: view.getUint16(0, true),
    swd: view.getUint16(2, true),
    twd: view.getUint16(4, true),
    fop: view.getUint16(6, true),
    rip: view.getBigUint64(8, true),
    rdp: view.getBigUint64(16, true),
    mxcsr: view.getUint32(24, true),
    mxcsr_mask: view.getUint32(28, true),
    st_space: readWords(view, 32, 32),
    xmm_space: readWords(view, 160, 64),
  };
}

/** 32-bit protected mode form: seven words of control, then eight registers of ten bytes. */
function fromFsave(view: DataView): UserX86FpregsEntry {
  const registers = new DataView(new ArrayBuffer(128));
  for (let index = 0; index < 8; index++) {
    for (let byte = 0; byte < 10; byte++) {
      registers.setUint8(index * 16 + byte, view.getUint8(28 + index * 10 + byte));
    }
  }
  return {
    ...initial,
    cwd: view.getUint16(0, true),
    swd: view.getUint16(4, true),
    twd: abridgedTags(view.getUint16(8, true)),
    fop: view.getUint16(18, true) & 0x7ff,
    rip: BigInt(view.getUint32(12, true)),
    rdp: BigInt(view.getUint32(20, true)),
    st_space: readWords(registers, 0, 32),
  };
}

/** FXSAVE has one bit for each register that is not empty, FSAVE two bits of which 3 means empty. */
function abridgedTags(tags: number): number {
  let abridged = 0;
  for (let index = 0; index < 8; index++) if (((tags >> (index * 2)) & 3) !== 3) abridged |= 1 << index;
  return abridged;
}

function readWords(view: DataView, offset: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => view.getUint32(offset + index * 4, true));
}

function words(count: number): readonly number[] {
  return new Array<number>(count).fill(0);
}
