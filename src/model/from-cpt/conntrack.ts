/** NET_CONNTRACK section: tracked connections and those that are expected because of them. */
import type { TupleFields } from '../../parse/generated/cpt-records.ts';
import type { ConnTuple } from '../checkpoint.ts';
import { type Collect, type Collectors, isTopLevel, open, parentOf } from './context.ts';
import type { Drafts } from './drafts.ts';
import { bytesOf32, inet, pick, swap16 } from './values.ts';

/** Addresses and ports are stored as packets have them. */
function tupleOf(tuple: TupleFields): ConnTuple {
  return {
    source: inet(bytesOf32([tuple.src])),
    sourcePort: swap16(tuple.srcport),
    destination: inet(bytesOf32([tuple.dst])),
    destinationPort: swap16(tuple.dstport),
    protocol: tuple.protonum,
    direction: tuple.dir,
    l3num: tuple.l3num,
  };
}

const collectConnTrack: Collect<'net_conntrack'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { fields, offset } = record;
  const connection: Drafts['net_conntrack'] = {
    at: offset,
    tuples: fields.tuples.map(tupleOf),
    status: fields.status,
    timeoutTicks: fields.timeout,
    index: fields.index,
    protoData: [...fields.protoData],
    helpData: [...fields.helpData],
    fields: known({
      ...pick(fields, ['ctHelper', 'natHelper', 'masqIndex']),
      initialized: fields.initialized,
      numManips: fields.numManips,
      id: fields.id,
      mark: fields.mark,
    }),
    natSeq: fields.natSeq.map((seq) => pick(seq, ['correctionPos', 'offsetBefore', 'offsetAfter'])),
    natManips: (fields.natManips ?? []).map((manip) =>
      pick(manip, ['direction', 'hooknum', 'maniptype', 'manipAddr', 'manipPort']),
    ),
    expectations: [],
  };
  context.model.network.connections.push(connection);
  open(context, record, connection);
};

const collectExpectation: Collect<'net_conntrack_expect'> = (context, record) => {
  const { fields, offset } = record;
  parentOf(context, record, 'net_conntrack')?.expectations.push({
    at: offset,
    timeoutTicks: fields.timeout,
    siblingIndex: fields.siblingConntrack,
    tuple: tupleOf(fields.tuple),
    mask: tupleOf(fields.mask),
    connection: fields.ctTuple && tupleOf(fields.ctTuple),
    help: fields.help && [...fields.help],
    fields: known({
      ...pick(fields, ['dir', 'flags']),
      seqNumber: fields.seqNumber,
      manipProto: fields.manipProto,
      class: fields.class,
    }),
  });
};

/** Leaves out what the layout of the writing kernel lacks. */
function known(fields: Readonly<Record<string, number | undefined>>): Readonly<Record<string, number>> {
  const entries = Object.entries(fields).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

export const connTrackCollectors = {
  net_conntrack: collectConnTrack,
  net_conntrack_expect: collectExpectation,
} satisfies Collectors;
