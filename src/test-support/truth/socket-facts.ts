/**
 * What /proc/net or ss(8) said of sockets, by inode. /proc/net has tables by protocol; `ss.txt`, `ssu.txt` and
 * `ssx.txt` beside a dump name TCP and UDP sockets by pid and descriptor only, which lead to the inode.
 */
import type { Json } from './compare.ts';
import type { Truth } from './truth.ts';

export interface SocketFact {
  /** `tcp`, `udp`, `udplite`, `raw`, `icmp`, `unix`, `netlink`. */
  readonly protocol: string;
  /** As ss(8) writes them: `127.0.0.1:80`, `[::]:80`; undefined for no peer, or where nobody looked. */
  readonly local?: string | undefined;
  readonly remote?: string | undefined;
  /** Our word for it. */
  readonly state?: string | undefined;
  readonly receiveBytes?: number | undefined;
  readonly sendBytes?: number | undefined;
  readonly backlog?: number | undefined;
  readonly peerInode?: number | undefined;
  /** `rb` and `tb` of skmem. */
  readonly receiveBuffer?: number | undefined;
  readonly sendBuffer?: number | undefined;
}

/** net/tcp_states.h, by the numbers of /proc/net/tcp. */
const states = [
  ...['', 'established', 'syn-sent', 'syn-recv', 'fin-wait-1', 'fin-wait-2', 'time-wait', 'close'],
  ...['close-wait', 'last-ack', 'listen', 'closing'],
];
const ssStates: Readonly<Record<string, string>> = {
  ESTAB: 'established',
  'SYN-SENT': 'syn-sent',
  'FIN-WAIT-1': 'fin-wait-1',
  'FIN-WAIT-2': 'fin-wait-2',
  UNCONN: 'close',
  'CLOSE-WAIT': 'close-wait',
  'LAST-ACK': 'last-ack',
  LISTEN: 'listen',
  CLOSING: 'closing',
};

export function socketFacts(truth: Truth): ReadonlyMap<number, SocketFact> {
  const found = new Map<number, SocketFact>();
  const { raw } = truth;
  const tables: [string, string][] = [
    ...Object.values((raw.net_by_netns ?? {}) as Json).flatMap((net) => Object.entries(net as Json)),
    ...['tcp', 'tcp6', 'udp'].map((name) => [name, raw[`net_${name}`] ?? '']),
  ] as [string, string][];
  for (const [name, text] of tables) {
    if (/^(tcp|udp|udplite|raw|icmp)6?$/.test(name)) inetTable(name.replace('6', ''), text, found);
    if (name === 'netlink') netlinkTable(text, found);
  }
  const inodes = inodesOf(truth);
  for (const [file, protocol] of [
    ['ss.txt', 'tcp'],
    ['ssu.txt', 'udp'],
  ] as const)
    inetList(protocol, truth.beside(file) ?? '', inodes, found);
  unixList(truth.beside('ssx.txt') ?? '', found);
  found.delete(0);
  return found;
}

function inetTable(protocol: string, text: string, found: Map<number, SocketFact>): void {
  for (const line of text.split('\n').slice(1)) {
    const [, local = '', remote = '', state = '', queues = '', , , , , inode] = line.trim().split(/\s+/);
    if (inode === undefined) continue;
    const [send = '', receive = ''] = queues.split(':');
    const word = states[Number.parseInt(state, 16)];
    const isTcp = protocol === 'tcp';
    found.set(Number(inode), {
      protocol,
      state: word,
      local: endOf(local),
      remote: peerOf(endOf(remote)),
      // Other protocols count what the kernel needs for a packet.
      receiveBytes: isTcp && word !== 'listen' ? Number.parseInt(receive, 16) : undefined,
      sendBytes: isTcp && word !== 'listen' ? Number.parseInt(send, 16) : undefined,
    });
  }
}

const peerOf = (end: string): string | undefined =>
  /^(0\.0\.0\.0|\[[0:]+\]|\*):(0|\*)$/.test(end) ? '' : end;

/** `0100007F:1F90`, words in the order of the machine. */
function endOf(text: string): string {
  const [address = '', port = ''] = text.split(':');
  const bytes = (address.match(/.{8}/g) ?? []).flatMap((word) =>
    (word.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).reverse(),
  );
  const number = Number.parseInt(port, 16);
  if (bytes.length === 4) return `${bytes.join('.')}:${number}`;
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i]! << 8) | bytes[2 * i + 1]!).toString(16));
  return `[${groups.join(':')}]:${number}`;
}

function netlinkTable(text: string, found: Map<number, SocketFact>): void {
  for (const line of text.split('\n').slice(1)) {
    const [, , pid, groups, , , , , , inode] = line.trim().split(/\s+/);
    if (inode === undefined || pid === '0') continue;
    const local = `pid ${pid} groups 0x${Number.parseInt(groups ?? '0', 16).toString(16)}`;
    found.set(Number(inode), { protocol: 'netlink', local });
  }
}

function inodesOf({ tasks = [] }: Truth): ReadonlyMap<string, number> {
  const inodes = new Map<string, number>();
  for (const { pid, fds = [] } of tasks)
    for (const { fd, link } of fds) {
      const inode = /^socket:\[(\d+)\]$/.exec(link)?.[1];
      if (inode !== undefined) inodes.set(`${pid} ${fd}`, Number(inode));
    }
  return inodes;
}

/** Lines of `ss -tanpmi`, each with one of details below it. */
function inetList(
  protocol: string,
  text: string,
  inodes: ReadonlyMap<string, number>,
  found: Map<number, SocketFact>,
): void {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const parts = /^([A-Z0-9-]+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\S+)\s/.exec(line);
    const state = ssStates[parts?.[1] ?? ''];
    if (parts === null || state === undefined) continue;
    const inode =
      Number(/ ino:(\d+)/.exec(line)?.[1] ?? 0) ||
      [...line.matchAll(/pid=(\d+),fd=(\d+)/g)]
        .map(([, pid, fd]) => inodes.get(`${pid} ${fd}`))
        .find(Boolean);
    if (inode === undefined || inode === 0) continue;
    const details = lines[index + 1] ?? '';
    const isTcp = protocol === 'tcp';
    const isListening = state === 'listen';
    found.set(inode, {
      protocol,
      state,
      local: starless(parts[4]!),
      remote: peerOf(starless(parts[5]!)),
      receiveBytes: isTcp && !isListening ? Number(parts[2]) : undefined,
      sendBytes: isTcp && !isListening ? Number(parts[3]) : undefined,
      backlog: isTcp && isListening ? Number(parts[3]) : undefined,
      receiveBuffer: numberIn(details, /rb(\d+)/),
      sendBuffer: numberIn(details, /tb(\d+)/),
    });
  }
}

const numberIn = (text: string, pattern: RegExp): number | undefined => {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** What takes both IPv4 and IPv6. */
const starless = (end: string): string => end.replace(/^\*:/, '[::]:');

const unixKinds: Readonly<Record<string, string>> = { u_str: 'stream', u_dgr: 'dgram', u_seq: 'seqpacket' };

/** Lines of `ss -xap`. */
function unixList(text: string, found: Map<number, SocketFact>): void {
  for (const line of text.split('\n')) {
    const parts = /^(u_\w+)\s+([A-Z-]+)\s+(\d+)\s+(\d+)\s+(.*?)\s+(\d+)\s+\*\s+(\d+)\s/.exec(line);
    if (parts === null) continue;
    const [, kind = '', state = '', receive, send, name = '', inode, peer] = parts;
    const isListening = state === 'LISTEN';
    found.set(Number(inode), {
      protocol: `unix ${unixKinds[kind] ?? kind}`,
      state: ssStates[state],
      local: name === '*' ? '' : name,
      peerInode: Number(peer) || undefined,
      // The first packet alone, where packets count.
      receiveBytes: kind === 'u_str' && !isListening ? Number(receive) : undefined,
      backlog: isListening ? Number(send) : undefined,
    });
  }
}
