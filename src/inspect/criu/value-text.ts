/** Values of CRIU's messages in words: flags, signals, addresses, modes. Knows fields, not records. */
import { hexText, latin1Text } from '../../byte-text.ts';
import { addressText, type FieldLayout, type MessageLayout, prettyInteger } from '../../parse/criu/index.ts';
import { bytesText, flagNames, hex, modeText, plural, signalName, signalSetText } from '../words.ts';

export type Scalar = number | bigint | boolean | string | Uint8Array;

type Words = (value: bigint) => string;

const signal: Words = (value) => (value === 0n ? '0' : `${value} ${signalName(Number(value))}`);

/** criu/include/image.h: TASK_*. */
const taskStates = ['undefined', 'alive', 'dead', 'stopped', 'helper', 'thread', 'zombie'];

/** sched(7) */
const policies = ['SCHED_OTHER', 'SCHED_FIFO', 'SCHED_RR', 'SCHED_BATCH', '', 'SCHED_IDLE', 'SCHED_DEADLINE'];

const named = (names: readonly string[]): Words => {
  return (value) => (names[Number(value)] ? `${value} ${names[Number(value)]}` : String(value));
};

/** By message and field, or by field alone. */
const words: Readonly<Record<string, Words>> = {
  blk_sigset: signalSetText,
  blk_sigset_extended: signalSetText,
  sigmask: signalSetText,
  'sa_entry.mask': signalSetText,
  'sa_entry.flags': (value) => flagNames('sa_flag', value).join(' ') || 'none',
  'fdinfo_entry.flags': (value) => (value === 1n ? 'FD_CLOEXEC' : value === 0n ? 'none' : hex(value)),
  exit_signal: signal,
  pdeath_sig: signal,
  signum: signal,
  stop_signo: signal,
  si_signo: signal,
  task_state: named(taskStates),
  sched_policy: named(policies),
  mode: (value) => modeText(Number(value)),
  umask: (value) => modeText(Number(value)),
  size: bytesText,
  ring_len: bytesText,
  compat_nr_pages: (value) => plural(Number(value), 'page'),
  nr_pages: (value) => plural(Number(value), 'page'),
  key: (value) => hex(BigInt.asUintN(32, value)),
};

/** What says nothing in decimal, whether the descriptors mark it or not. */
const isHexadecimal = (message: MessageLayout, name: string): boolean =>
  /^(?:mm_|vaddr$|start$|end$|sigaction$|restorer$|flags$|handler|.*_addr$)/.test(name) ||
  /^(?:user_x86_regs_entry|user_x86_xsave_entry)$/.test(message.name);

/** One value; an element of a list for itself. */
export function scalarText(message: MessageLayout, field: FieldLayout | undefined, value: Scalar): string {
  if (value instanceof Uint8Array) return bytesValueText(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean' || field === undefined) return String(value);
  const { kind, name, names, note } = field;
  if (kind === 'enum') return `${value} ${names?.get(Number(value)) ?? '(unknown)'}`;
  const wide = BigInt(value);
  const own = words[`${message.name}.${name}`] ?? words[name];
  if (own !== undefined) return own(wide);
  if (note.flags !== undefined) {
    const set = String(prettyInteger(field, value, false)).replaceAll(' | ', ' ');
    // Reading only is no bit.
    const access = note.flags === 'rfile.flags' && (wide & 3n) === 0n ? ['O_RDONLY'] : [];
    return [...access, ...(set === '' ? [] : [set])].join(' ') || 'none';
  }
  if (note.dev === true) return `device ${prettyInteger(field, value, false)}`;
  if (note.dict !== undefined) {
    const text = prettyInteger(field, value, false);
    return typeof text === 'string' ? `${value} ${text}` : String(value);
  }
  if (wide === (1n << 64n) - 1n) return '2^64-1';
  if (note.hex === true || wide > 0xffff_ffffn || isHexadecimal(message, name)) return hex(wide);
  return String(value);
}

/** Numbers of a list together: as an address where they are one. */
export function listText(message: MessageLayout, field: FieldLayout, values: readonly Scalar[]): string {
  if (field.note.ipadd === true) {
    const address = addressText(values.map(Number));
    if (address !== undefined) return address;
  }
  const shown = values.slice(0, listedMax).map((value) => scalarText(message, field, value));
  const more = values.length - shown.length;
  return `${shown.join(' ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const listedMax = 64;
const bytesShownMax = 256;

function bytesValueText(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'empty';
  if (bytes.every((byte) => byte === 0)) return `${bytes.length} zero bytes`;
  const shown = bytes.subarray(0, bytesShownMax);
  const isText = shown.every((byte, index) => (byte >= 0x20 && byte < 0x7f) || (byte === 0 && index === 0));
  if (isText) return JSON.stringify(latin1Text(shown));
  return `${hexText(shown)}${shown.length < bytes.length ? '…' : ''}`;
}
