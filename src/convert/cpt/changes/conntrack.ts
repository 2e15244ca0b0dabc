/** X1, X2, X4, X5: the three layouts of connection tracking entries, told apart by their header length. */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { objectType } from '../../../parse/generated/cpt-records.ts';
import type { HopContext } from '../step.ts';

type Conntrack = ObjectRecord<'net_conntrack'>;
type Expect = ObjectRecord<'net_conntrack_expect'>;
type Tuple = Conntrack['fields']['tuples'][number];

/** 2.6.8 and 2.6.9; 2.6.16 to vanilla 2.6.32; RHEL6 2.6.32. */
const hdrlen9 = 280;
const hdrlen18 = 296;
const hdrlen32 = 232;

const protocolTcp = 6;
const familyInet = 2;

const zeros = (count: number): number[] => new Array<number>(count).fill(0);
const noExtra = new Uint8Array(0);

/** X1. The old protocol number is 16 bits wide and covers the direction byte; direction is the position. */
export function conntrack9To18(record: Conntrack, context: HopContext): Conntrack {
  if (record.hdrlen !== hdrlen9) return record;
  context.changed('X1', 'connection tracking entries given the 2.6.16 layout');
  const { fields } = record;
  return {
    ...record,
    hdrlen: hdrlen18,
    extra: noExtra,
    fields: {
      ...fields,
      tuples: fields.tuples.map((tuple, dir) => ({ ...tuple, dir })),
      helpData: [...fields.helpData, ...zeros(2)],
      id: 0,
      mark: 0,
      pad2: new Uint8Array(4),
    },
  };
}

export function conntrack18To9(record: Conntrack, context: HopContext): Conntrack {
  if (record.hdrlen !== hdrlen18) return record;
  context.changed('X1', 'connection tracking entries given the 2.6.9 layout');
  const { id, mark, ...fields } = record.fields;
  if (id || mark || fields.helpData.slice(4).some((word) => word !== 0)) {
    context.lost('X1', record, 'id, mark or helper data of a tracked connection have no place before 2.6.16');
  }
  return {
    ...record,
    hdrlen: hdrlen9,
    extra: noExtra,
    fields: {
      ...fields,
      tuples: fields.tuples.map((tuple) => ({ ...tuple, dir: 0 })),
      helpData: fields.helpData.slice(0, 4),
    },
  };
}

/** X2 and X4. Vanilla 2.6.32 still has the old layout (X8), so the header length decides. */
export function conntrack18To32(record: Conntrack, context: HopContext): Conntrack {
  if (record.hdrlen !== hdrlen18) return record;
  context.changed('X2', 'connection tracking entries given the RHEL6 layout');
  const { initialized: _initialized, numManips, natManips: _natManips, ...fields } = record.fields;
  if (numManips)
    context.lost('X2', record, 'the list of address changes of a tracked connection is not stored any more');
  return {
    ...record,
    hdrlen: hdrlen32,
    extra: noExtra,
    fields: {
      ...fields,
      tuples: fields.tuples.map(tuple18To32),
      protoData:
        protocolOf(record) === protocolTcp ? tcp18To32(fields.protoData) : [...fields.protoData, ...zeros(4)],
      helpData: [...fields.helpData, ...zeros(2)],
    },
  };
}

export function conntrack32To18(record: Conntrack, context: HopContext): Conntrack | undefined {
  if (record.hdrlen !== hdrlen32) return record;
  const { fields } = record;
  const family = fields.tuples[0]?.l3num;
  if (family !== familyInet && family !== 0) {
    context.lost('X2', record, `a tracked connection of address family ${family} cannot be expressed`);
    return undefined;
  }
  context.changed('X2', 'connection tracking entries given the 2.6.18 layout');
  if (fields.helpData.slice(6).some((word) => word !== 0)) {
    context.lost('X2', record, 'the last 8 bytes of helper data of a tracked connection have no place');
  }
  const manip = {
    direction: 0,
    hooknum: 0,
    maniptype: 0,
    pad1: 0,
    manipAddr: 0,
    manipPort: 0,
    pad2: 0,
    pad3: 0,
  };
  return {
    ...record,
    hdrlen: hdrlen18,
    extra: noExtra,
    fields: {
      ...fields,
      tuples: fields.tuples.map(tuple32To18),
      protoData:
        protocolOf(record) === protocolTcp ? tcp32To18(fields.protoData) : fields.protoData.slice(0, 12),
      helpData: fields.helpData.slice(0, 6),
      initialized: 0,
      numManips: 0,
      natManips: new Array(6).fill(manip),
    },
  };
}

const protocolOf = (record: Conntrack) => record.fields.tuples[0]?.protonum;

const tuple18To32 = (tuple: Tuple): Tuple => ({ ...tuple, l3num: familyInet, pad2: new Uint8Array(6) });
function tuple32To18({ l3num: _l3num, pad2: _pad2, ...tuple }: Tuple): Tuple {
  return tuple;
}

/** Byte views of the protocol words. */
function bytesOf(words: readonly number[]): DataView {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  for (const [index, word] of words.entries()) view.setUint32(4 * index, word, true);
  return view;
}
const wordsOf = (view: DataView, count: number): number[] =>
  Array.from({ length: count }, (_, index) => view.getUint32(4 * index, true));

/** struct ip_ct_tcp of 2.6.18: two directions of 16 bytes, then the state. */
const direction18 = 16;
/** The same of 2.6.32, with maxack in each direction of 20 bytes, and last_win at the end. */
const direction32 = 20;

function tcp18To32(words: readonly number[]): number[] {
  const from = bytesOf(words);
  const to = new DataView(new ArrayBuffer(64));
  for (const direction of [0, 1]) {
    const [a, b] = [direction * direction18, direction * direction32];
    for (const word of [0, 4, 8]) to.setUint32(b + word, from.getUint32(a + word, true), true);
    to.setUint8(b + 16, from.getUint8(a + 12)); // scale
    to.setUint8(b + 17, from.getUint8(a + 14)); // flags; "loose" between them is gone
  }
  for (const byte of [0, 1, 2, 3]) to.setUint8(40 + byte, from.getUint8(32 + byte));
  for (const word of [0, 4, 8]) to.setUint32(44 + word, from.getUint32(36 + word, true), true);
  return wordsOf(to, 16);
}

function tcp32To18(words: readonly number[]): number[] {
  const from = bytesOf(words);
  const to = new DataView(new ArrayBuffer(48));
  for (const direction of [0, 1]) {
    const [a, b] = [direction * direction32, direction * direction18];
    for (const word of [0, 4, 8]) to.setUint32(b + word, from.getUint32(a + word, true), true);
    to.setUint8(b + 12, from.getUint8(a + 16));
    to.setUint8(b + 14, from.getUint8(a + 17));
  }
  for (const byte of [0, 1, 2, 3]) to.setUint8(32 + byte, from.getUint8(40 + byte));
  for (const word of [0, 4, 8]) to.setUint32(36 + word, from.getUint32(44 + word, true), true);
  return wordsOf(to, 12);
}

/** X5. The old form is as long as the newest; the entry that holds it tells which it is. */
export function expect18To32(record: Expect, context: HopContext): Expect {
  const { ctTuple, help: _help, manipProto: _manip, seqNumber: _seq, ...fields } = record.fields;
  if (ctTuple === undefined) return record;
  context.changed('X5', 'expected connections given the RHEL6 layout');
  return {
    ...record,
    hdrlen: 88,
    extra: noExtra,
    fields: {
      ...fields,
      pad1: 0,
      tuple: tuple18To32(fields.tuple),
      mask: tuple18To32(fields.mask),
      pad2: new Uint8Array(6),
    },
  };
}

export function expect32To18(record: Expect, context: HopContext): Expect {
  if (record.fields.ctTuple !== undefined) return record;
  context.changed('X5', 'expected connections given the 2.6.18 layout');
  const { pad1: _pad1, pad2: _pad2, class: expectClass, pad3: _pad3, ...fields } = record.fields;
  if (expectClass) context.lost('X5', record, 'the class of an expected connection has no place');
  const tuple = tuple32To18(fields.tuple);
  return {
    ...record,
    object: objectType.net_conntrack_expect,
    hdrlen: 96,
    extra: noExtra,
    fields: {
      ...fields,
      seqNumber: 0,
      ctTuple: tuple,
      tuple,
      mask: tuple32To18(fields.mask),
      help: zeros(3),
      manipProto: 0,
    },
  };
}
