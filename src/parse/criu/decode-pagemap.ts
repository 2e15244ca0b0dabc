/**
 * The one message that comes in hundreds of thousands, decoded by hand. Understands only what CRIU writes;
 * for all else it gives up, and the general decoder takes over.
 */
import type { PagemapEntry } from '../generated/criu-descriptors.ts';
import type { Fields } from './record.ts';

type MutableEntry = { -readonly [Name in keyof PagemapEntry]: PagemapEntry[Name] };

// Set by readVarint, which gives the value itself.
let position = 0;

/**
 * The fields of a pagemap_entry in canonical form: known fields, ascending, each varint as short as it can
 * be, and addresses below 2^53. `undefined` for anything else.
 */
export function decodePagemapEntry(bytes: Uint8Array): Fields | undefined {
  const entry: MutableEntry = {};
  let lastTag = 0;
  for (position = 0; position < bytes.length; ) {
    const tag = bytes[position++]!;
    if (tag <= lastTag) return undefined;
    lastTag = tag;
    const value = readVarint(bytes);
    if (value < 0) return undefined;
    // Tags are the field number times eight: all five fields are varints.
    if (tag === 0x08) entry.vaddr = BigInt(value);
    else if (tag === 0x28) entry.nr_pages = BigInt(value);
    else if (tag === 0x18) {
      if (value > 1) return undefined;
      entry.in_parent = value === 1;
    } else if (value > 0xffff_ffff) return undefined;
    else if (tag === 0x10) entry.compat_nr_pages = value;
    else if (tag === 0x20) entry.flags = value;
    else return undefined;
  }
  // Both are required: the general decoder says what is missing.
  if (entry.vaddr === undefined || entry.compat_nr_pages === undefined) return undefined;
  return entry as Fields;
}

/**
 * A varint of at most 53 bits from `position` on, or -1 if it is longer, torn, or not in its shortest form.
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
