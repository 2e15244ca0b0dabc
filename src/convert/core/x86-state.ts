/**
 * Floating point and vector registers of x86 threads as core files hold them: FXSAVE, the old FSAVE form of 32-bit
 * programs, and XSAVE in the layout of Intel's processors, which every debugger reads (gdb before 14 takes all others
 * for it).
 */
import type { UserX86FpregsEntry, UserX86XsaveEntry } from '../../parse/generated/criu-descriptors.ts';
import { StructWriter } from './bytes.ts';

/** Intel's manual, volume 1, 10.5.1. */
const fxsaveBytes = 512;
const fxsave = {
  cwd: 0,
  swd: 2,
  twd: 4,
  fop: 6,
  rip: 8,
  rdp: 16,
  mxcsr: 24,
  mask: 28,
  st: 32,
  xmm: 160,
} as const;
/** The kernel keeps the mask of components here, for debuggers (asm/sigcontext.h, _fpx_sw_bytes). */
const maskOffset = 464;

export function fxsaveOf(fpregs: UserX86FpregsEntry): Uint8Array {
  const bytes = new Uint8Array(fxsaveBytes);
  const view = new DataView(bytes.buffer);
  view.setUint16(fxsave.cwd, fpregs.cwd ?? 0, true);
  view.setUint16(fxsave.swd, fpregs.swd ?? 0, true);
  view.setUint16(fxsave.twd, fpregs.twd ?? 0, true);
  view.setUint16(fxsave.fop, fpregs.fop ?? 0, true);
  view.setBigUint64(fxsave.rip, fpregs.rip ?? 0n, true);
  view.setBigUint64(fxsave.rdp, fpregs.rdp ?? 0n, true);
  view.setUint32(fxsave.mxcsr, fpregs.mxcsr ?? 0, true);
  view.setUint32(fxsave.mask, fpregs.mxcsr_mask ?? 0, true);
  setWords(view, fxsave.st, fpregs.st_space, 32);
  setWords(view, fxsave.xmm, fpregs.xmm_space, 64);
  return bytes;
}

function setWords(view: DataView, at: number, words: readonly number[] | undefined, most: number): void {
  for (const [index, word] of (words ?? []).slice(0, most).entries())
    view.setUint32(at + index * 4, word, true);
}

function setWide(view: DataView, at: number, words: readonly bigint[] | undefined, most: number): void {
  for (const [index, word] of (words ?? []).slice(0, most).entries())
    view.setBigUint64(at + index * 8, word, true);
}

const headerOffset = 512;

interface Component {
  /** Number in the mask. */
  readonly bit: number;
  readonly offset: number;
  readonly length: number;
  readonly has: (xsave: UserX86XsaveEntry) => boolean;
  readonly set: (view: DataView, at: number, xsave: UserX86XsaveEntry) => void;
}

const filled = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;

/** Ascending by place; each needs the room of those before it. */
const components: readonly Component[] = [
  {
    bit: 2,
    offset: 576,
    length: 256,
    has: ({ ymmh_space }) => filled(ymmh_space),
    set: (view, at, { ymmh_space }) => setWords(view, at, ymmh_space, 64),
  },
  {
    bit: 3,
    offset: 960,
    length: 64,
    has: ({ bndreg_state }) => filled(bndreg_state),
    set: (view, at, { bndreg_state }) => setWide(view, at, bndreg_state, 8),
  },
  {
    bit: 4,
    offset: 1024,
    length: 64,
    has: ({ bndcsr_state }) => filled(bndcsr_state),
    set: (view, at, { bndcsr_state }) => setWide(view, at, bndcsr_state, 8),
  },
  {
    bit: 5,
    offset: 1088,
    length: 64,
    has: ({ opmask_reg }) => filled(opmask_reg),
    set: (view, at, { opmask_reg }) => setWide(view, at, opmask_reg, 8),
  },
  {
    bit: 6,
    offset: 1152,
    length: 512,
    has: ({ zmm_upper }) => filled(zmm_upper),
    set: (view, at, { zmm_upper }) => setWide(view, at, zmm_upper, 64),
  },
  {
    bit: 7,
    offset: 1664,
    length: 1024,
    has: ({ hi16_zmm }) => filled(hi16_zmm),
    set: (view, at, { hi16_zmm }) => setWide(view, at, hi16_zmm, 128),
  },
  {
    bit: 9,
    offset: 2688,
    length: 8,
    has: ({ pkru }) => filled(pkru),
    set: (view, at, { pkru }) => setWords(view, at, pkru, 2),
  },
];

const legacyMask = 3n;

/** NT_X86_XSTATE, and the table of its components that kernels write since 6.12; undefined without such state. */
export function xstateOf(fpregs: UserX86FpregsEntry): { state: Uint8Array; layout: Uint8Array } | undefined {
  const { xsave } = fpregs;
  if (xsave === undefined) return undefined;
  const stored = components.filter(({ has }) => has(xsave));
  const last = stored.at(-1);
  const bytes = new Uint8Array(last === undefined ? headerOffset + 64 : last.offset + last.length);
  const view = new DataView(bytes.buffer);
  bytes.set(fxsaveOf(fpregs));
  let mask = legacyMask;
  const layout = new StructWriter(8);
  for (const component of stored) {
    const { bit, offset, length, set } = component;
    set(view, offset, xsave);
    mask |= 1n << BigInt(bit);
    // asm/elf.h of x86: struct x86_xfeat_component.
    layout.u32(bit).u32(length).u32(offset).u32(0);
  }
  view.setBigUint64(maskOffset, mask, true);
  view.setBigUint64(headerOffset, (xsave.xstate_bv ?? 0n) & mask, true);
  return { state: bytes, layout: layout.result() };
}

/** user_i387_ia32_struct: what FSAVE writes, made of the newer form (arch/x86/kernel/fpu/regset.c). */
export function fsaveOf(fpregs: UserX86FpregsEntry): Uint8Array {
  const { cwd = 0, swd = 0, twd = 0, fop = 0, rip = 0n, rdp = 0n, st_space: st = [] } = fpregs;
  const out = new StructWriter(4);
  const upper = 0xffff_0000;
  out
    .u32((cwd | upper) >>> 0)
    .u32((swd | upper) >>> 0)
    .u32((fullTags(twd, swd, st) | upper) >>> 0);
  out.u32(Number(rip & 0xffff_ffffn)).u32((Number((rip >> 32n) & 0xffffn) | ((fop & 0x7ff) << 16)) >>> 0);
  out.u32(Number(rdp & 0xffff_ffffn)).u32((Number((rdp >> 32n) & 0xffffn) | upper) >>> 0);
  for (let index = 0; index < 8; index++) {
    const [low = 0, high = 0, top = 0] = st.slice(index * 4, index * 4 + 3);
    out
      .u32(low)
      .u32(high)
      .u16(top & 0xffff);
  }
  return out.result();
}

/** One bit for each register becomes two: 0 a number, 1 zero, 2 special, 3 empty (twd_fxsr_to_i387). */
function fullTags(abridged: number, swd: number, st: readonly number[]): number {
  const top = (swd >> 11) & 7;
  let tags = 0;
  for (let register = 0; register < 8; register++) {
    tags |= tagOf((abridged >> register) & 1, st, (register - top) & 7) << (register * 2);
  }
  return tags;
}

function tagOf(isUsed: number, st: readonly number[], index: number): number {
  if (isUsed === 0) return 3;
  const [low = 0, high = 0, top = 0] = st.slice(index * 4, index * 4 + 3);
  const exponent = top & 0x7fff;
  if (exponent === 0x7fff) return 2;
  if (exponent === 0) return low === 0 && high === 0 ? 1 : 2;
  return high >>> 31 === 1 ? 0 : 2;
}
