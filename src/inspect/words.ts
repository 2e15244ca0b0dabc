/** Numbers in words: sizes, times, signals, flags and enumerations. Knows names, not records. */
export { plural } from '../plural.ts';

import type { FlagTable } from '../abi/generic.ts';
import { type MachineName, machines, signalNameOf, splitFlags } from '../abi/machines.ts';
import { cptEnums } from '../parse/generated/cpt-enums.ts';

export const hex = (value: number | bigint): string => `0x${value.toString(16)}`;

/** A number of bytes as people write it: decimal or `0x…`; undefined for anything else. */
export function parseOffset(text: string): number | undefined {
  if (!/^(?:0x[0-9a-f]+|\d+)$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;

/** `4 KiB`, `1.5 MiB`; exact below 10 KiB where it is no multiple. */
export function bytesText(count: bigint | number): string {
  let value = Number(count);
  let unit = 0;
  while (unit < units.length - 1 && (value >= 10 * 1024 || (value >= 1024 && value % 1024 === 0))) {
    value /= 1024;
    unit++;
  }
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${units[unit]}`;
}

const nsPerSecond = 1_000_000_000n;

/** `1.940 s`, `3 h 02 min`, `12 d 4 h`: as exact as is useful. */
export function durationText(ns: bigint): string {
  if (ns < 0n) return `-${durationText(-ns)}`;
  if (ns < 1000n) return `${ns} ns`;
  if (ns < 1_000_000n) return `${Number(ns) / 1000} µs`;
  const seconds = Number(ns) / 1e9;
  if (seconds < 60) return `${seconds.toFixed(3)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** UTC, whole seconds; undefined beyond what dates can say. */
export function dateText(ns: bigint): string | undefined {
  const ms = Number(ns / (nsPerSecond / 1000n));
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return undefined;
  return new Date(ms)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
}

/** Names of signals differ between machines, see signal(7). */
export const signalName = (number: number, machine: MachineName = 'x86_64'): string =>
  signalNameOf(machines[machine], number);

/** Bit n-1 is signal n. */
export function signalSet(mask: bigint): readonly number[] {
  const numbers: number[] = [];
  for (let bit = 0; bit < 64; bit++) if (((mask >> BigInt(bit)) & 1n) === 1n) numbers.push(bit + 1);
  return numbers;
}

/** `none`, `all`, `SIGINT SIGTERM`, or what is missing when that is shorter. */
export function signalSetText(mask: bigint, machine: MachineName = 'x86_64'): string {
  const numbers = signalSet(mask);
  if (numbers.length === 0) return 'none';
  if (numbers.length === 64) return 'all';
  if (numbers.length > 40) return `all but ${signalSetText(BigInt.asUintN(64, ~mask), machine)}`;
  return numbers.map((number) => signalName(number, machine)).join(' ');
}

const nameOf = ({ id, kernelName }: { readonly id: string; readonly kernelName?: string }): string =>
  kernelName ?? id.toUpperCase();

/** The kernel's name for a value of an enumeration of the specs; undefined when it has none. */
export function enumText(enumName: string, value: number | bigint): string | undefined {
  const entry = cptEnums[enumName]?.find((candidate) => BigInt(candidate.value) === BigInt(value));
  return entry && nameOf(entry);
}

/** linux/time.h. */
const clockNames = [
  ...['REALTIME', 'MONOTONIC', 'PROCESS_CPUTIME_ID', 'THREAD_CPUTIME_ID', 'MONOTONIC_RAW', 'REALTIME_COARSE'],
  ...['MONOTONIC_COARSE', 'BOOTTIME', 'REALTIME_ALARM', 'BOOTTIME_ALARM', 'SGI_CYCLE', 'TAI'],
];

/**
 * A clock by name. Below zero, by linux/posix-timers.h: the pid inverted above three bits, which say what is counted
 * (0 both times, 1 user time, 2 as the scheduler counts) and whether for one thread (4); pid 0 is whoever asks.
 */
export function clockText(clock: number): string {
  const name = clockNames[clock];
  if (name !== undefined) return `CLOCK_${name}`;
  if (clock >= 0) return `clock ${clock}`;
  const whose = (clock & 4) === 0 ? 'process' : 'thread';
  const pid = ~(clock >> 3);
  const counted = clock & 3;
  if (pid === 0 && counted === 2) return `CLOCK_${whose.toUpperCase()}_CPUTIME_ID`;
  const what = ['processor time', 'user time', 'scheduled time'][counted];
  return what === undefined ? `clock ${clock}` : `${what} of ${whose} ${pid === 0 ? 'itself' : pid}`;
}

/** Names of the set flags; bits without a name as one hexadecimal rest. */
export function flagNames(flagsName: string, value: number | bigint): readonly string[] {
  let rest = BigInt(value);
  const names: string[] = [];
  for (const entry of cptEnums[flagsName] ?? []) {
    const bits = BigInt(entry.value);
    if (bits === 0n || (rest & bits) !== bits) continue;
    names.push(nameOf(entry));
    rest &= ~bits;
  }
  return rest === 0n ? names : [...names, hex(rest)];
}

/** Names of a set whose enumeration gives bit numbers. */
export function bitNames(bitsName: string, value: bigint): readonly string[] {
  const entries = new Map((cptEnums[bitsName] ?? []).map((entry) => [entry.value, nameOf(entry)]));
  const bits = signalSet(value).map((number) => number - 1);
  return bits.map((bit) => entries.get(bit) ?? `bit ${bit}`);
}

/** How a file was opened, in the letters that programs use: `rw append nonblock`. */
export function openFlagsText(flags: number, machine: MachineName = 'x86_64'): string {
  const { names, rest } = splitFlags(machines[machine].openFlags, flags & ~3);
  const letters = names.map((name) => name.replace(/^O_/, '').toLowerCase());
  // O_PATH: neither reads nor writes, whatever the access mode says.
  const access = letters.includes('path') ? [] : [['r', 'w', 'rw', 'none'][flags & 3]];
  const unknown = rest === 0 ? [] : [hex(rest)];
  return [...access, ...letters.filter((name) => name !== 'largefile'), ...unknown].join(' ');
}

/** The names of flags of one machine, and the bits without a name as one hexadecimal rest. */
export function namesOfFlags(table: FlagTable, value: number): readonly string[] {
  const { names, rest } = splitFlags(table, value);
  return rest === 0 ? names : [...names, hex(rest)];
}

/** `-rw-r--r--` needs a type letter that the caller may not know; this is the octal form that stat prints. */
export const modeText = (mode: number): string => (mode & 0o7777).toString(8).padStart(4, '0');
