/**
 * The machines that images come from, and what of the system call interface differs between them: signal and
 * error numbers, flags of open(2), mmap(2) and sigaction(2), kinds of sockets, page sizes. Data and look-ups
 * only; every part of the program that names or checks such a number takes it from here.
 */
import {
  type FlagTable,
  genericErrors,
  genericMapFlags,
  genericOpenFlags,
  genericSignalFlags,
  genericSignals,
  genericSocketTypes,
  type NumberTable,
} from './generic.ts';
import {
  mipsErrors,
  mipsMapFlags,
  mipsOpenFlags,
  mipsSignalFlags,
  mipsSignals,
  mipsSocketTypes,
} from './mips.ts';

export type MachineName =
  | 'x86_64'
  | 'i386'
  | 'ia64'
  | 'arm'
  | 'aarch64'
  | 'ppc64'
  | 's390'
  | 'mips'
  | 'loongarch64'
  | 'riscv64'
  | 'unknown';

export interface Machine {
  readonly name: MachineName;
  /** `mtype` of images/core.proto (enum march); absent where CRIU does not run. */
  readonly criuNumber?: number;
  /** Of a `long` of its own programs. */
  readonly bits: 32 | 64;
  /** As CRIU knows it: its ppc64 and mips are little-endian. */
  readonly isBigEndian: boolean;
  /** Page sizes in bytes that its kernels can be built with, the usual one first. */
  readonly pageSizes: readonly number[];
  /** Index is the number; an empty name is no signal. */
  readonly signals: NumberTable;
  /** The highest signal, `_NSIG`. */
  readonly lastSignal: number;
  readonly errors: NumberTable;
  readonly openFlags: FlagTable;
  readonly mapFlags: FlagTable;
  readonly signalFlags: FlagTable;
  /** Index is the number of `SOCK_*`. */
  readonly socketTypes: NumberTable;
}

const kib = 1024;

const generic = {
  bits: 64,
  isBigEndian: false,
  pageSizes: [4 * kib],
  signals: genericSignals,
  lastSignal: 64,
  errors: genericErrors,
  openFlags: genericOpenFlags,
  mapFlags: genericMapFlags,
  signalFlags: genericSignalFlags,
  socketTypes: genericSocketTypes,
} as const satisfies Omit<Machine, 'name'>;

/** arch/x86/include/uapi/asm/mman.h. */
const x86MapFlags: FlagTable = [...genericMapFlags, ['MAP_32BIT', 0x40], ['MAP_ABOVE4G', 0x80]];

const replaced = (table: FlagTable, others: FlagTable): FlagTable => {
  const names = new Set(others.map(([name]) => name));
  return [...table.filter(([name]) => !names.has(name)), ...others];
};

/** arch/arm/include/uapi/asm/fcntl.h, and the same for arm64: other numbers for four. */
const armOpenFlags = replaced(genericOpenFlags, [
  ['O_DIRECTORY', 0o40000],
  ['O_NOFOLLOW', 0o100000],
  ['O_DIRECT', 0o200000],
  ['O_LARGEFILE', 0o400000],
  ['O_TMPFILE', 0o20040000],
]);

/** arch/powerpc/include/uapi/asm/fcntl.h: as on Arm, but the last two. */
const powerOpenFlags = replaced(armOpenFlags, [
  ['O_LARGEFILE', 0o200000],
  ['O_DIRECT', 0o400000],
]);

/** arch/powerpc/include/uapi/asm/mman.h. */
const powerMapFlags = replaced(genericMapFlags, [
  ['MAP_NORESERVE', 0x40],
  ['MAP_LOCKED', 0x80],
]);

/** arch/powerpc/include/uapi/asm/errno.h: one number of its own. */
const powerErrors: NumberTable = genericErrors.map((name, number) => (number === 58 ? 'EDEADLOCK' : name));

export const machines: Readonly<Record<MachineName, Machine>> = {
  x86_64: { ...generic, name: 'x86_64', criuNumber: 1, mapFlags: x86MapFlags },
  i386: { ...generic, name: 'i386', bits: 32, mapFlags: x86MapFlags },
  ia64: { ...generic, name: 'ia64', pageSizes: [16 * kib, 4 * kib, 8 * kib, 64 * kib] },
  arm: { ...generic, name: 'arm', criuNumber: 2, bits: 32, openFlags: armOpenFlags },
  aarch64: {
    ...generic,
    name: 'aarch64',
    criuNumber: 3,
    openFlags: armOpenFlags,
    pageSizes: [4 * kib, 64 * kib, 16 * kib],
  },
  ppc64: {
    ...generic,
    name: 'ppc64',
    criuNumber: 4,
    openFlags: powerOpenFlags,
    mapFlags: powerMapFlags,
    errors: powerErrors,
    pageSizes: [64 * kib, 4 * kib],
  },
  s390: { ...generic, name: 's390', criuNumber: 5, isBigEndian: true },
  mips: {
    name: 'mips',
    criuNumber: 6,
    bits: 64,
    isBigEndian: false,
    pageSizes: [16 * kib, 4 * kib, 64 * kib, 8 * kib, 32 * kib],
    signals: mipsSignals,
    lastSignal: 128,
    errors: mipsErrors,
    openFlags: mipsOpenFlags,
    mapFlags: mipsMapFlags,
    signalFlags: mipsSignalFlags,
    socketTypes: mipsSocketTypes,
  },
  loongarch64: { ...generic, name: 'loongarch64', criuNumber: 7, pageSizes: [16 * kib, 4 * kib, 64 * kib] },
  riscv64: { ...generic, name: 'riscv64', criuNumber: 8 },
  // What most machines have in common is better than no name.
  unknown: { ...generic, name: 'unknown' },
};

const byCriuNumber = new Map(
  Object.values(machines).flatMap((machine) =>
    machine.criuNumber === undefined ? [] : [[machine.criuNumber, machine] as const],
  ),
);

/** The machine of a `mtype`; undefined for a number that no release of CRIU has. */
export const machineOfCriu = (mtype: number): Machine | undefined => byCriuNumber.get(mtype);

/** `SIGTERM`, `SIGRTMIN+3`; `SIG70` for a number without a name there. */
export function signalNameOf({ signals, lastSignal }: Machine, number: number): string {
  const name = signals[number];
  if (name) return `SIG${name}`;
  if (number < realTimeMin || number > lastSignal) return `SIG${number}`;
  return number === realTimeMin ? 'SIGRTMIN' : `SIGRTMIN+${number - realTimeMin}`;
}

/** What the C library calls SIGRTMIN; the two numbers below are its own. */
const realTimeMin = 34;

/** `EINTR`; undefined for a number without a name. */
export const errorNameOf = ({ errors }: Machine, number: number): string | undefined =>
  errors[number] || undefined;

/** The number of a flag by its name, 0 where the machine has no such flag. */
export const flagOf = (table: FlagTable, name: string): number =>
  table.find(([candidate]) => candidate === name)?.[1] ?? 0;

/** Names of the set flags in the order of their numbers, and the bits that have no name there. */
export function splitFlags(
  table: FlagTable,
  value: number,
): { readonly names: readonly string[]; readonly rest: number } {
  const names: [string, number][] = [];
  let rest = value >>> 0;
  // A flag of several bits includes those of another: the longer first.
  for (const [name, bits] of [...table].sort(([, a], [, b]) => bitCount(b) - bitCount(a))) {
    if ((rest & bits) >>> 0 !== bits) continue;
    names.push([name, bits]);
    rest = (rest & ~bits) >>> 0;
  }
  return { names: names.sort(([, a], [, b]) => a - b).map(([name]) => name), rest };
}

function bitCount(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}
