/**
 * The one message that comes in hundreds of thousands, decoded by hand. Understands only what CRIU writes;
 * for all else it gives up, and the general decoder takes over.
 */
import type { ByteSource } from '../bytes/byte-source.ts';
import type { PagemapEntry } from '../generated/criu-descriptors.ts';
import type { Fields } from './record.ts';

/**
 * A pagemap_entry in canonical form: known fields, ascending, each varint as short as it can be, and numbers
 * that are exact as such. The object is the same for every entry, and -1 stands for an absent field.
 */
export interface PlainEntry {
  /** Of the size word. */
  readonly offset: number;
  /** Of the size word and the message. */
  readonly length: number;
  readonly vaddr: number;
  readonly compatPages: number;
  /** 0 or 1. */
  readonly inParent: number;
  readonly flags: number;
  readonly pages: number;
}

export type OnPlainEntry = (entry: PlainEntry) => void;

const entry = { offset: 0, length: 0, vaddr: -1, compatPages: -1, inParent: -1, flags: -1, pages: -1 };

// Set by readVarint, which gives the value itself.
let position = 0;

const wordBytes = 4;
// The view of a file is no longer than what a source keeps at hand.
const viewBytes = 64 * 1024;
// A plain entry is shorter: its size word has one byte that is not zero.
const lengthMax = 0x7f;

/** Gives the plain entries from `offset` on to `use`; the result is where the first other one begins. */
export function readPlainEntries(source: ByteSource, offset: number, use: OnPlainEntry): number {
  let at = offset;
  for (;;) {
    const bytes = source.view(at, Math.min(viewBytes, source.size - at));
    const used = plainEntriesIn(bytes, at, use);
    // One more view, if the last one ended inside an entry.
    if (used === 0) return at;
    at += used;
  }
}

function plainEntriesIn(bytes: Uint8Array, offset: number, use: OnPlainEntry): number {
  let start = 0;
  while (start + wordBytes <= bytes.length) {
    const length = bytes[start]!;
    const end = start + wordBytes + length;
    const isShort = (bytes[start + 1]! | bytes[start + 2]! | bytes[start + 3]!) === 0 && length <= lengthMax;
    if (!isShort || end > bytes.length || !readEntry(bytes, start + wordBytes, end)) break;
    entry.offset = offset + start;
    entry.length = wordBytes + length;
    use(entry);
    start = end;
  }
  return start;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** The fields of a plain entry, in the form of all records; `undefined` for anything else. */
export function decodePagemapEntry(bytes: Uint8Array): Fields | undefined {
  return readEntry(bytes, 0, bytes.length) ? (fieldsOfPlain(entry) as Fields) : undefined;
}

export function fieldsOfPlain({ vaddr, compatPages, inParent, flags, pages }: PlainEntry): PagemapEntry {
  // No spreads: there are hundreds of thousands of these.
  const fields: Writable<PagemapEntry> = { vaddr: BigInt(vaddr), compat_nr_pages: compatPages };
  if (inParent >= 0) fields.in_parent = inParent === 1;
  if (flags >= 0) fields.flags = flags;
  if (pages >= 0) fields.nr_pages = BigInt(pages);
  return fields;
}

/** Fills `entry` from a message; false if it is not plain. */
function readEntry(bytes: Uint8Array, start: number, end: number): boolean {
  entry.vaddr = entry.compatPages = entry.inParent = entry.flags = entry.pages = -1;
  let lastTag = 0;
  for (position = start; position < end; ) {
    const tag = bytes[position++]!;
    if (tag <= lastTag) return false;
    lastTag = tag;
    const value = readVarint(bytes);
    if (value < 0) return false;
    // Tags are the field number times eight: all five fields are varints.
    if (tag === 0x08) entry.vaddr = value;
    else if (tag === 0x28) entry.pages = value;
    else if (tag === 0x18) {
      if (value > 1) return false;
      entry.inParent = value;
    } else if (value > 0xffff_ffff) return false;
    else if (tag === 0x10) entry.compatPages = value;
    else if (tag === 0x20) entry.flags = value;
    else return false;
  }
  // Both are required: the general decoder says what is missing.
  return position === end && entry.vaddr >= 0 && entry.compatPages >= 0;
}

/**
 * A varint of at most 49 bits from `position` on, or -1 if it is longer, torn, or not in its shortest form.
 */
function readVarint(bytes: Uint8Array): number {
  let value = 0;
  let scale = 1;
  for (let i = 0; i < 7; i++) {
    const byte = bytes[position++];
    if (byte === undefined) return -1;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return byte === 0 && i > 0 ? -1 : value;
    scale *= 128;
  }
  return -1;
}
