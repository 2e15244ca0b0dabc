/**
 * What CRIU needs before it has looked at the image: who runs it, and what it tries of the kernel
 * (criu/crtools.c, main; criu/kerndat.c, kerndat_init). Measured with 4.2.1 on Linux 6.18.
 */

import { detectRelease } from '../../../../parse/criu/index.ts';
import { type Condition, type ConditionFacts, condition, pathCondition } from '../../../conditions.ts';
import { releasedBinaries } from '../released-binaries.ts';
import type { Scene } from './scene.ts';

/** What hosts give, unless somebody took it away. */
export const usual = (one: Condition): Condition => ({ ...one, isUsual: true });

/** Without these CRIU gives up; others, such as clone3, userfaultfd and pidfd_open, it can do without. */
const calls = [
  ...[
    'ptrace',
    'setns',
    'unshare',
    'mount',
    'prlimit64',
    'memfd_create',
    'move_mount',
    'arch_prctl',
    'prctl',
  ],
  ...['clone', 'mmap', 'munmap', 'mremap', 'mprotect', 'socket', 'socketpair', 'bind', 'listen', 'connect'],
  ...['setsockopt', 'epoll_create', 'epoll_create1', 'epoll_ctl', 'inotify_init', 'inotify_init1', 'pipe'],
  ...['pipe2', 'chroot', 'capset', 'setsid', 'setpgid', 'rt_sigreturn', 'rt_sigaction', 'kill', 'wait4'],
  ...['waitid', 'openat', 'fstatfs', 'statfs', 'ioctl', 'futex', 'setresuid', 'setresgid', 'umount2'],
  ...['set_tid_address', 'sched_setscheduler', 'setpriority', 'sendmsg', 'recvmsg', 'process_vm_readv'],
];

const sysAdminAndNetAdmin = (1n << 21n) | (1n << 12n);

export function* startConditions({ restore }: Scene): Generator<Condition> {
  const { root, asked, ownNamespaces } = restore;
  const at = root?.at ?? {};
  const one = (
    code: Parameters<typeof condition>[0],
    wanted: string,
    remedy: string,
    facts?: ConditionFacts,
  ) => usual(condition(code, wanted, remedy, at, facts));
  yield one('right-to-restore', 'root', 'run criu as root');
  yield one('proc-mounted', '/proc', 'mount -t proc proc /proc');
  const filters = asked.filterAt === undefined ? [] : ['seccomp'];
  const wanted = 'no filter that refuses calls of CRIU';
  yield one('calls-allowed', wanted, 'start criu outside of the sandbox', {
    calls: [...calls, ...filters].join(' '),
  });
  yield one(
    'initial-user-namespace',
    'the first user namespace',
    'run criu outside of user namespaces; rootless engines cannot restore',
  );
  yield one('network-capability', 'CAP_SYS_ADMIN and CAP_NET_ADMIN', 'run criu as root, with both of them', {
    capabilities: `0x${sysAdminAndNetAdmin.toString(16)}`,
  });
  yield one('namespace-count', 'user.max_*_namespaces above 0', 'raise the limits user.max_*_namespaces', {
    sysctls: ['net', ...[...ownNamespaces].filter((kind) => kind !== 'net' && kind !== 'user')]
      .map((kind) => `user.max_${kind}_namespaces`)
      .join(' '),
  });
  yield condition('loopback-up', 'lo up where criu starts', 'ip link set lo up', at, { interface: 'lo' });
  yield one('loopback-open', 'TCP through lo where criu starts', 'iptables -I INPUT -i lo -j ACCEPT');
  yield usual({ ...pathCondition('program', 'criu', at), facts: { path: 'criu', isRestorer: 1 } });
  yield usual({
    ...pathCondition('device', '/dev/null', at),
    facts: { path: '/dev/null', isOfHost: 1 },
  });
  const clocks = fileLike(restore.image.sizes, /^timens-\d+\.img$/);
  if (clocks !== undefined) {
    const help = 'run criu with it: it sets the clocks of a time namespace';
    yield usual(condition('clock-capability', 'CAP_SYS_TIME', help, { file: clocks }, { bit: 25 }));
  }
  yield one('root-change', 'CAP_SYS_CHROOT', 'run criu with it', { bit: 18 });
  yield one(
    'pids-settable',
    'clone3 with set_tid, or a ns_last_pid that can be written',
    'mount /proc/sys to write',
  );
  const { from } = detectRelease(restore.image.directory);
  if (from !== undefined) {
    const remedy = 'restore with a CRIU at least as new as the one that dumped';
    yield one('criu-release', `CRIU ${from} or newer`, remedy, { release: from });
  }
  for (const { name, release, meets, does, file } of releasedBinaries) {
    if (!meets(restore.image)) continue;
    const remedy = `restore with another release: ${name} ${does}`;
    yield usual(condition('criu-fault', `another CRIU than ${release}`, remedy, { file }, { release }));
  }
  // Those of IPC and of networks go through a /proc that CRIU mounts itself: seen with a read-only /proc/sys.
  if (ownNamespaces.has('uts')) {
    const remedy = 'mount /proc/sys to write where criu starts';
    const file = fileLike(restore.image.sizes, /^utsns-\d+\.img$/);
    const place = file === undefined ? at : { file };
    yield usual(condition('settings-writable', 'a /proc/sys that can be written', remedy, place));
  }
  yield* inherited(restore);
}

const fileLike = (sizes: ReadonlyMap<string, number>, pattern: RegExp): string | undefined =>
  [...sizes.keys()].find((name) => pattern.test(name));

/** What tasks keep of whoever restores them. */
function* inherited({ asked }: Scene['restore']): Generator<Condition> {
  const remedy = 'start criu outside of the sandbox: what it is not allowed stays forbidden to its tasks';
  if (asked.unfilteredAt !== undefined)
    yield usual(condition('no-filter', 'no filter of seccomp on the restorer', remedy, asked.unfilteredAt));
  if (asked.mayGainAt !== undefined)
    yield usual(condition('no-new-privileges', 'no no_new_privs on the restorer', remedy, asked.mayGainAt));
  if (asked.withoutNiceAt !== undefined) {
    const help = 'run criu with CAP_SYS_NICE: else tasks keep its own niceness';
    yield usual(condition('scheduling-capability', 'CAP_SYS_NICE', help, asked.withoutNiceAt, { bit: 23 }));
  }
}
