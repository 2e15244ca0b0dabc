/**
 * Pages of the kernel that programs call into: the vdso. An image holds none of 64-bit programs, and the
 * page of the restoring kernel is another one. An ordinary page at the same address answers by plain system
 * calls, at the places that the known kernel builds had, since programs keep the addresses that they once
 * looked up.
 */
import type { Checkpoint, MemoryArea, MemoryMap } from '../../../../model/checkpoint.ts';
import type { ByteSource } from '../../../../parse/bytes/byte-source.ts';
import { immediate } from './assembler.ts';

/** Bytes to put somewhere in an area. */
export interface Stub {
  readonly at: number;
  readonly bytes: readonly number[];
}

/** Numbers of vsyscall.h: what each function is as a system call. */
const functionCalls = { gettimeofday: 96n, clockGettime: 228n, getcpu: 309n } as const;

/** `mov eax, N; syscall; ret`: the arguments are where a system call wants them. */
const callStub = (number: bigint): readonly number[] => [0xb8, ...immediate(number, 4), 0x0f, 0x05, 0xc3];

/**
 * 2.6.32-042stab113.5, observed with CRIU 4.2 on Linux 6.18; and the page that 2.6.32 kernels map for
 * programs that came from RHEL 5, which was not tried.
 */
const stubs64: readonly Stub[] = [
  { at: 0x800, bytes: callStub(functionCalls.gettimeofday) },
  { at: 0x820, bytes: callStub(functionCalls.clockGettime) },
  { at: 0x840, bytes: callStub(functionCalls.getcpu) },
];
const stubs64Rhel5: readonly Stub[] = [
  { at: 0x6f0, bytes: callStub(functionCalls.gettimeofday) },
  { at: 0x780, bytes: callStub(functionCalls.clockGettime) },
  { at: 0x7c0, bytes: callStub(functionCalls.getcpu) },
];

const int80 = [0xcd, 0x80];
const ret = [0xc3];
/** sigreturn(2) is 119 and rt_sigreturn(2) 173; the first takes the signal number off the stack. */
const sigreturn = [0x58, 0xb8, 0x77, 0, 0, 0, ...int80];
const rtSigreturn = [0xb8, 0xad, 0, 0, 0, ...int80];

/**
 * arch/i386/kernel/vsyscall-*.S of 2.6.18: an entry at 0x400, and the two returns 32 and 64 bytes behind
 * it.
 */
const stubs32: readonly Stub[] = [
  { at: 0x400, bytes: [...int80, ...ret] },
  { at: 0x420, bytes: sigreturn },
  { at: 0x440, bytes: rtSigreturn },
];

/**
 * arch/x86_64/ia32/vsyscall-*.S of 2.6.18: one page for all 32-bit programs, at an address of its own. The
 * returns were seen to work with CRIU 4.2 on Linux 6.18. A call that was under way comes back behind its
 * instruction, or 2 bytes before that to be made again: at 0x405 after `syscall`, which kept ecx in ebp, and at
 * 0x410 after `sysenter`, which left ecx, edx and ebp on the stack (arch/x86_64/ia32/ia32entry.S; not tried).
 */
const stubsFixed: readonly Stub[] = [
  { at: 0x400, bytes: [...int80, ...ret] },
  // int 0x80; mov ecx, ebp; pop ebp; ret.
  { at: 0x403, bytes: [...int80, 0x89, 0xe9, 0x5d, ...ret] },
  // int 0x80; pop ebp; pop edx; pop ecx; ret.
  { at: 0x40e, bytes: [...int80, 0x5d, 0x5a, 0x59, ...ret] },
  { at: 0x500, bytes: sigreturn },
  { at: 0x600, bytes: rtSigreturn },
];

/** VSYSCALL32_BASE of include/asm-x86_64/vsyscall32.h. */
const fixedPageStart = 0xffffe000n;

/**
 * Ways into the kernel that only work inside of a kernel's own vdso: arch/x86 returns from both to a place in
 * its own page. Each becomes `int 0x80; ret`, and what stands behind still ends a call that was under way.
 */
const fastEntries: readonly { readonly bytes: readonly number[]; readonly stubs: readonly Stub[] }[] = [
  {
    // push ecx, edx, ebp; mov ebp, esp; sysenter; 7 × nop; jmp back; where the kernel returns to.
    bytes: [0x51, 0x52, 0x55, 0x89, 0xe5, 0x0f, 0x34, 0x90, 0x90, 0x90, 0x90, 0x90, 0x90, 0x90, 0xeb],
    stubs: [
      { at: 0, bytes: [...int80, ...ret] },
      { at: 14, bytes: int80 },
    ],
  },
  {
    // push ebp; mov ebp, ecx; syscall.
    bytes: [0x55, 0x89, 0xcd, 0x0f, 0x05],
    stubs: [
      { at: 0, bytes: [...int80, ...ret] },
      { at: 3, bytes: int80 },
    ],
  },
];

export interface StandIn {
  readonly bytes: Uint8Array;
  /** Where 32-bit handlers can return to. */
  readonly sigreturnAt?: number | undefined;
  readonly rtSigreturnAt?: number | undefined;
  /** The page was made up: its functions are those of the known builds. */
  readonly isGuessed: boolean;
}

/**
 * VM_RESERVED or VM_DONTEXPAND with read and execute, and nothing mapped: what kernels map their page with.
 */
const kernelPageFlags = 0x40000n;
const writeFlag = 0x2n;

/** An area that a kernel made for its own functions: marked as such, or by its flags in old images. */
export function isKernelPage(area: MemoryArea): boolean {
  if (area.kind === 'vdso') return true;
  const flags = area.vmFlags ?? 0n;
  const hasContent = area.blocks.length > 0;
  return (
    area.kind === 'anon' &&
    area.perms === 'r-xp' &&
    area.end - area.start === pageBytes &&
    (flags & kernelPageFlags) !== 0n &&
    (flags & writeFlag) === 0n &&
    !hasContent
  );
}

const pageBytes = 4096n;
/** Kernels map one or two pages. */
const standInBytesMax = 16 * 4096;

/** An area with content that is not in the image. */
export interface AddedPage {
  readonly start: bigint;
  readonly end: bigint;
  readonly standIn: StandIn;
}

const fixedPage = (): StandIn => {
  const bytes = new Uint8Array(Number(pageBytes));
  put(bytes, 0, stubsFixed);
  return { bytes, sigreturnAt: 0x500, rtSigreturnAt: 0x600, isGuessed: true };
};

/**
 * The page that x86-64 kernels before 2.6.23 gave to every 32-bit program without writing it to images: C
 * libraries make their system calls through it, and handlers without a restorer return through it. Undefined
 * where the program has a page of its own, as later kernels gave it, or something else lies there.
 */
export function fixedPageOf(checkpoint: Checkpoint, memory: MemoryMap): AddedPage | undefined {
  if (checkpoint.image.architecture !== 'x86_64') return undefined;
  const [start, end] = [fixedPageStart, fixedPageStart + pageBytes];
  for (const area of memory.areas) {
    if (isKernelPage(area) || (area.start < end && area.end > start)) return undefined;
  }
  return { start, end, standIn: fixedPage() };
}

export function standInOf(
  checkpoint: Checkpoint,
  source: ByteSource,
  area: MemoryArea,
  is64bit: boolean,
): StandIn | undefined {
  const length = Number(area.end - area.start);
  if (length <= 0 || length > standInBytesMax) return undefined;
  const bytes = new Uint8Array(length);
  const { vsyscallPage } = checkpoint.container;
  if (is64bit) {
    put(bytes, 0, area.isOldVdso ? stubs64Rhel5 : stubs64);
    return { bytes, isGuessed: true };
  }
  const isFixed = checkpoint.image.architecture === 'x86_64' && area.start === fixedPageStart;
  if (isFixed && length === Number(pageBytes)) return fixedPage();
  if (!vsyscallPage) {
    put(bytes, 0, stubs32);
    return { bytes, sigreturnAt: 0x420, rtSigreturnAt: 0x440, isGuessed: true };
  }
  const page = source.view(vsyscallPage.offset, Math.min(vsyscallPage.length, length));
  bytes.set(page);
  for (const { bytes: pattern, stubs } of fastEntries) {
    const at = find(bytes, pattern);
    if (at !== undefined) put(bytes, at, stubs);
  }
  return {
    bytes,
    sigreturnAt: find(bytes, sigreturn),
    rtSigreturnAt: find(bytes, rtSigreturn),
    isGuessed: false,
  };
}

function put(bytes: Uint8Array, base: number, stubs: readonly Stub[]): void {
  for (const { at, bytes: code } of stubs) bytes.set(code, base + at);
}

function find(bytes: Uint8Array, pattern: readonly number[]): number | undefined {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(Buffer.from(pattern));
  return at === -1 ? undefined : at;
}
