/** sockets: ends, states, queues and peers, against /proc/net and ss(8). */
import { Check, type Json, type TruthTable } from '../compare.ts';
import { type SocketFact, socketFacts } from '../socket-facts.ts';
import type { Truth } from '../truth.ts';

/** Descriptors with the link to an inode. */
function holdersOf(inode: number | undefined, { tasks = [] }: Truth): Check | undefined {
  if (inode === undefined) return undefined;
  const found = tasks.flatMap(({ pid, fds = [] }) =>
    fds.filter(({ link }) => link === `socket:[${inode}]`).map(({ fd }) => `${pid} ${fd}`),
  );
  return new Check(
    found.join(', '),
    (ours: readonly Json[]) =>
      JSON.stringify(ours.map(({ pid, fd }) => `${pid} ${fd}`).sort()) === JSON.stringify([...found].sort()),
    found.length === 0,
  );
}

/** Facts of sockets that the dump holds: others belong to programs outside of it. */
const factsByInode = (
  truth: Truth,
): ReadonlyMap<string, SocketFact & { readonly inode: number }> | undefined => {
  if (truth.family !== 'criu') return undefined;
  const held = new Set(
    (truth.tasks ?? []).flatMap(({ fds = [] }) =>
      fds.flatMap(({ link }) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []),
    ),
  );
  const facts = [...socketFacts(truth)].map(([inode, fact]) => [String(inode), { ...fact, inode }] as const);
  const known = facts.filter(([inode]) => held.has(inode));
  return known.length === 0 ? undefined : new Map(known);
};

const compressed = (text: string): string => {
  const match = /^\[([0-9a-f:.]+)(%\w+)?\]:(\d+)$/.exec(text);
  if (match === null) return text;
  return `${new URL(`http://[${match[1]}]:1/`).hostname}${match[2] ?? ''}:${match[3]}`;
};

/** Two texts of one address: `[::ffff:127.0.0.1]:80` and `[::ffff:7f00:1]:80`. */
const sameEnd = (end: string | undefined): Check | undefined =>
  end === undefined ? undefined : new Check(end, (ours) => plain(ours) === plain(end));

/** ss(8) shows the device that a socket is bound to in the address; here it is one of the options. */
const plain = (end: string): string => compressed(end.replace(/^(?!\[fe80)([^%]*)%[^\]:]+/, '$1'));

/** The first and the last packet of a side count as a byte. */
const ended = /^(syn-sent|close-wait|last-ack|closing|fin-wait-1|fin-wait-2)$/;
/** `--tcp-close` leaves the queues of connections behind. */
const queueOf = (truth: Truth, count: number | undefined, state: string | undefined): Check | undefined =>
  count === undefined || truth.beside('cmd')?.includes('--tcp-close') === true
    ? undefined
    : new Check(`${count}`, ({ contentBytes }: Json) => {
        const ours = Number(contentBytes);
        return ours === count || (ended.test(state ?? '') && ours === count - 1);
      });

const sockets: TruthTable<SocketFact & { readonly inode: number }> = {
  document: 'sockets',
  rows: 'sockets[]',
  // Packet sockets have no inode in an image; /proc/net leaves out what is neither bound nor connected.
  isPartial: true,
  key: ({ index, kind }) => (kind.startsWith('packet') ? undefined : String(index)),
  facts: factsByInode,
  fields: {
    kind: ({ protocol }) =>
      new Check(protocol, (ours) => ours === protocol || (ours as string).startsWith(`${protocol} `)),
    state: ({ state }) => state,
    local: ({ local }) => sameEnd(local),
    remote: ({ remote }) => sameEnd(remote),
    backlog: ({ backlog }) => backlog,
    descriptors: ({ inode }, truth) => holdersOf(inode, truth),
    peerIndex: ({ peerInode }) => peerInode,
    peerDescriptors: ({ peerInode }, truth) => holdersOf(peerInode, truth),
    receive: ({ receiveBytes, state }, truth) => queueOf(truth, receiveBytes, state),
    send: ({ sendBytes, state }, truth) => queueOf(truth, sendBytes, state),
    receiveBufferBytes: ({ receiveBuffer }) =>
      receiveBuffer === undefined ? undefined : BigInt(receiveBuffer),
    sendBufferBytes: ({ sendBuffer }) => (sendBuffer === undefined ? undefined : BigInt(sendBuffer)),
  },
};

export const socketTables = [sockets];
