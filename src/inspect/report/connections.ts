/** Who talks with whom: pipes and connections between processes, and what leads out of the image. */
import { follow } from '../../model/look-up.ts';
import type { FdRows } from '../views/fds.ts';
import type { SocketRow } from '../views/sockets.ts';

export interface Link {
  readonly from: number;
  readonly to: number;
  /** `pipe`, `tcp`, `unix stream`. */
  readonly kind: string;
  count: number;
}

export interface Outward {
  readonly pid: number;
  /** `listens on tcp 0.0.0.0:80`, `pipe:[85147]`. */
  readonly what: string;
  readonly kind: 'listens' | 'connected' | 'outside';
}

export interface Connections {
  /** By pid: those that have any. */
  readonly pids: readonly number[];
  readonly links: readonly Link[];
  readonly outward: readonly Outward[];
}

/** A table that several processes share stands for the first of them. */
export function connectionsOf({ tables }: FdRows, sockets: readonly SocketRow[]): Connections {
  const bySocket = new Map(sockets.map((socket) => [socket.at, socket]));
  const links = new Map<string, Link>();
  const outward = new Map<string, Outward>();
  const owner = new Map(tables.flatMap(({ pids }) => pids.map((pid) => [pid, pids[0] ?? pid])));
  const link = (a: number, b: number, kind: string, isDirected: boolean, number: string) => {
    if (a === b || seen.has(number)) return;
    seen.add(number);
    const [from, to] = isDirected || a < b ? [a, b] : [b, a];
    const key = `${from} ${to} ${kind}`;
    const known = links.get(key);
    if (known) known.count++;
    else links.set(key, { from, to, kind, count: 1 });
  };
  const seen = new Set<string>();
  const lead = (one: Outward) => outward.set(`${one.pid} ${one.what}`, one);
  for (const { pids, descriptors } of tables) {
    const [pid] = pids;
    if (pid === undefined) continue;
    for (const descriptor of descriptors) {
      const { kind, name, flags, ends = [], endCount = 0, detail } = descriptor;
      if (kind === 'pipe' || kind === 'fifo') {
        const isWriter = (flags & 3) !== 0;
        if (isWriter)
          for (const end of ends) {
            const other = owner.get(end.pid) ?? end.pid;
            link(pid, other, kind, true, `${name} ${pid} ${other}`);
          }
        if (kind === 'pipe' && endCount === 0 && / in the image/.test(detail))
          lead({ pid, what: name, kind: 'outside' });
        continue;
      }
      const socket = follow(bySocket, descriptor.socket);
      if (socket === undefined) continue;
      for (const end of ends) {
        const other = owner.get(end.pid) ?? end.pid;
        const pair = [socket.index ?? socket.at, socket.peerIndex ?? 0].sort((a, b) => a - b).join(' ');
        link(
          pid,
          other,
          socket.kind,
          false,
          `socket ${pair} ${Math.min(pid, other)} ${Math.max(pid, other)}`,
        );
      }
      if (socket.state === 'listen')
        lead({ pid, what: `${socket.kind} ${socket.local || '(unnamed)'}`, kind: 'listens' });
      else if (socket.isExternal)
        lead({ pid, what: `${socket.kind} ${socket.local}`.trim(), kind: 'outside' });
      else if (ends.length === 0 && socket.remote !== '' && /inet/.test(socket.family))
        lead({ pid, what: `${socket.kind} ${socket.remote}`, kind: 'connected' });
    }
  }
  const pids = new Set([
    ...[...links.values()].flatMap(({ from, to }) => [from, to]),
    ...[...outward.values()].map(({ pid }) => pid),
  ]);
  return {
    pids: [...pids].sort((a, b) => a - b),
    links: [...links.values()],
    outward: [...outward.values()],
  };
}
