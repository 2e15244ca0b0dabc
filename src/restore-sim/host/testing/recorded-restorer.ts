/** For tests only: who restored, in a recorded restore: rights, limits, descriptors. */
import { capabilityCount, capabilityNames } from '../../../model/capabilities.ts';
import type { HostNetwork, Restorer } from '../host.ts';
import type { RecordedRestore } from './recorded-restores.ts';

const all = '0x1fffeffffff';

/** System calls of x86-64 by number, of those that the harness refused. */
const callNames: Readonly<Record<string, string>> = {
  101: 'ptrace',
  135: 'personality',
  157: 'prctl',
  158: 'arch_prctl',
  165: 'mount',
  167: 'swapon',
  272: 'unshare',
  302: 'prlimit64',
  304: 'open_by_handle_at',
  308: 'setns',
  311: 'process_vm_writev',
  317: 'seccomp',
  319: 'memfd_create',
  323: 'userfaultfd',
  429: 'move_mount',
  434: 'pidfd_open',
  435: 'clone3',
};

const bits = new Map(
  Array.from({ length: capabilityCount }, (_, bit) => [capabilityNames(1n << BigInt(bit))[0], bit] as const),
);

/** `cap_chown,+setuid`. */
const maskOf = (names: string): bigint =>
  names
    .split(',')
    .map((name) => bits.get(`CAP_${name.replace(/^[+-]?(cap_)?/i, '').toUpperCase()}`))
    .reduce<bigint>((set, bit) => (bit === undefined ? set : set | (1n << BigInt(bit))), 0n);

const limitNames: Readonly<Record<string, string>> = {
  n: 'RLIMIT_NOFILE',
  u: 'RLIMIT_NPROC',
  c: 'RLIMIT_CORE',
  l: 'RLIMIT_MEMLOCK',
  v: 'RLIMIT_AS',
  f: 'RLIMIT_FSIZE',
  s: 'RLIMIT_STACK',
  d: 'RLIMIT_DATA',
  i: 'RLIMIT_SIGPENDING',
  q: 'RLIMIT_MSGQUEUE',
  t: 'RLIMIT_CPU',
};
const unit: Readonly<Record<string, number>> = { l: 1024, v: 1024, f: 1024, s: 1024, d: 1024 };

export function restorerOf(record: RecordedRestore): Restorer {
  const { command, setup, options } = record;
  const pre = setup.pre ?? '';
  const before = command.split(' criu restore')[0] ?? '';
  let set = BigInt(all);
  let uid = 0;
  const dropped = /capsh --drop=(\S+)/.exec(before)?.[1];
  if (dropped !== undefined) set &= ~maskOf(dropped);
  const bounding = /--bounding-set -all,(\S+)/.exec(before)?.[1];
  if (bounding !== undefined) set &= maskOf(bounding);
  if (/--reuid=1000/.test(before)) {
    uid = 1000;
    set &= maskOf(/--ambient-caps (\S+)/.exec(before)?.[1] ?? '');
  }
  const isNested = /unshare -U/.test(before);
  const calls = /^sec (\d+)/.exec(command)?.[1];
  const exported = /export SECERR=38/.test(pre) ? 'ENOSYS' : 'EPERM';
  const call =
    calls === undefined ? (exported === 'ENOSYS' ? 'clone3' : undefined) : (callNames[calls] ?? calls);
  const limits: Record<string, { soft: string; hard: string }> = {
    RLIMIT_CPU: none,
    RLIMIT_FSIZE: none,
    RLIMIT_DATA: none,
    RLIMIT_RSS: none,
    RLIMIT_AS: none,
    RLIMIT_STACK: { soft: '8388608', hard: 'unlimited' },
    RLIMIT_CORE: { soft: '0', hard: 'unlimited' },
    RLIMIT_NPROC: { soft: '96365', hard: '96365' },
    RLIMIT_NOFILE: { soft: '20000', hard: '20000' },
    RLIMIT_MEMLOCK: { soft: '8388608', hard: '8388608' },
    RLIMIT_SIGPENDING: { soft: '96365', hard: '96365' },
    RLIMIT_MSGQUEUE: { soft: '819200', hard: '819200' },
    RLIMIT_LOCKS: none,
    RLIMIT_NICE: zero,
    RLIMIT_RTPRIO: zero,
    RLIMIT_RTTIME: none,
  };
  for (const [, which = '', letter = '', value = ''] of pre.matchAll(
    /ulimit -([SH]?)([a-z]) (\d+|unlimited)/g,
  )) {
    const name = limitNames[letter];
    if (name === undefined) continue;
    const own = value === 'unlimited' ? value : String(Number(value) * (unit[letter] ?? 1));
    const old = limits[name] ?? none;
    limits[name] = { soft: which === 'H' ? old.soft : own, hard: which === 'S' ? old.hard : own };
  }
  return {
    uid,
    gid: uid,
    capabilities: { effective: `0x${set.toString(16)}` },
    noNewPrivileges:
      /--no-new-privs/.test(before) || call !== undefined ? /--no-new-privs/.test(before) : false,
    seccomp: call === undefined ? 0 : 2,
    ...(call !== undefined && { deniedCalls: { [call]: exported } }),
    limits,
    uidMap: [isNested ? '0 0 1' : '0 0 4294967295'],
    nice: 5,
    isOnTerminal: record.image === 'bashjob' && setup.env?.['NOTTY'] === undefined,
    descriptors: descriptorsOf(options.join(' '), pre),
  };
}

const none = { soft: 'unlimited', hard: 'unlimited' };
const zero = { soft: '0', hard: '0' };

function descriptorsOf(options: string, pre: string): NonNullable<Restorer['descriptors']> {
  const list: {
    fd: number;
    type: 'file' | 'pipe' | 'namespace';
    hasPeer?: boolean;
    network?: HostNetwork;
  }[] = [
    { fd: 0, type: 'file' },
    { fd: 1, type: 'file' },
    { fd: 2, type: 'file' },
  ];
  const port = /ip netns exec cx .*'([\d.]+)',(\d+)/s.exec(pre);
  if (/fd\[7\]/.test(options))
    list.push({
      fd: 7,
      type: /exec 7<\/etc\/passwd/.test(pre) ? 'file' : 'namespace',
      network: {
        showsBound: true,
        listening: port === null ? [] : [{ protocol: 'tcp', address: port[1] ?? '', port: Number(port[2]) }],
      },
    });
  const hasReader = !/exec 9<\/wk\/p; sleep 0.3/.test(pre);
  list.push({ fd: 8, type: /exec 8>\/wk\/outfile/.test(pre) ? 'file' : 'pipe', hasPeer: hasReader });
  return list;
}
