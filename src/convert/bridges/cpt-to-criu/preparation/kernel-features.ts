/** What the kernel that restores must have been built with, and what it must run at. */
import type { Checkpoint, FileKind } from '../../../../model/checkpoint.ts';
import { isInternet, isTcp } from './restore-options.ts';
import type { KernelFeature, PreparationTarget } from './types.ts';

export function kernelFeatures(checkpoint: Checkpoint, target: PreparationTarget): readonly KernelFeature[] {
  return target === 'criu' ? criuFeatures(checkpoint) : openvzFeatures(checkpoint, target);
}

/** What every conversion to CRIU needs. */
const always: readonly KernelFeature[] = [
  { name: 'x86-64', why: 'the registers of the image' },
  { name: 'checkpoint/restore support', config: 'CONFIG_CHECKPOINT_RESTORE', why: 'pids and ids are chosen' },
  { name: 'pid namespace', config: 'CONFIG_PID_NS', why: 'the first process has pid 1 again' },
  { name: 'network namespace', config: 'CONFIG_NET_NS', why: 'the container has a network of its own' },
  { name: 'System V IPC namespace', config: 'CONFIG_IPC_NS', why: 'the container has IPC limits of its own' },
  { name: 'UTS namespace', config: 'CONFIG_UTS_NS', why: 'the container has a host name of its own' },
  { name: 'time namespace', config: 'CONFIG_TIME_NS', why: 'monotonic clocks go on where they were' },
];

interface Wanted extends Omit<KernelFeature, 'why'> {
  readonly why: string;
  readonly count: (checkpoint: Checkpoint) => number;
}

const filesOf =
  (kind: FileKind) =>
  ({ files }: Checkpoint): number =>
    [...files.values()].filter((file) => file.kind === kind).length;

const socketsOf =
  (family: number) =>
  ({ sockets }: Checkpoint): number =>
    [...sockets.values()].filter((socket) => socket.family === family).length;

const wanted: readonly Wanted[] = [
  {
    name: '32-bit programs (and a CRIU that was built for them)',
    config: 'CONFIG_IA32_EMULATION',
    why: '32-bit tasks',
    count: ({ tasks }) => tasks.filter(({ is64bit }) => !is64bit).length,
  },
  {
    // glibc before 2.14 has no other way for time(2), and before 2.6.24 no 64-bit program has a vdso.
    name: 'the vsyscall page (not booted with vsyscall=none)',
    config: 'CONFIG_X86_VSYSCALL_EMULATION',
    why: 'programs with old C libraries die at a call to 0xffffffffff600000 without it; 64-bit tasks',
    count: ({ tasks }) => tasks.filter(({ is64bit, memory }) => is64bit && memory !== undefined).length,
  },
  {
    name: 'System V IPC',
    config: 'CONFIG_SYSVIPC',
    why: 'IPC objects',
    count: ({ semaphoreSets, messageQueues, sharedMemories }) =>
      semaphoreSets.length + messageQueues.length + sharedMemories.size,
  },
  {
    name: 'pseudo terminals',
    config: 'CONFIG_UNIX98_PTYS',
    why: 'sides of pseudo terminals',
    count: ({ ttys }) => ttys.size,
  },
  {
    name: 'tmpfs',
    config: 'CONFIG_TMPFS',
    why: 'tmpfs mounts',
    count: ({ mounts }) => [...mounts.values()].filter(({ fstype }) => fstype === 'tmpfs').length,
  },
  { name: 'epoll', config: 'CONFIG_EPOLL', why: 'epoll files', count: filesOf('epoll') },
  { name: 'eventfd', config: 'CONFIG_EVENTFD', why: 'eventfd files', count: filesOf('eventfd') },
  { name: 'signalfd', config: 'CONFIG_SIGNALFD', why: 'signalfd files', count: filesOf('signalfd') },
  { name: 'timerfd', config: 'CONFIG_TIMERFD', why: 'timerfd files', count: filesOf('timerfd') },
  { name: 'inotify', config: 'CONFIG_INOTIFY_USER', why: 'inotify files', count: filesOf('inotify') },
  { name: 'tun devices', config: 'CONFIG_TUN', why: 'tun files', count: filesOf('tun') },
  { name: 'unix sockets', config: 'CONFIG_UNIX', why: 'unix sockets', count: socketsOf(1) },
  {
    name: 'internet sockets with TCP repair',
    config: 'CONFIG_INET',
    why: 'TCP sockets',
    count: ({ sockets }) => [...sockets.values()].filter(isTcp).length,
  },
  { name: 'IPv6', config: 'CONFIG_IPV6', why: 'IPv6 sockets', count: socketsOf(10) },
  { name: 'packet sockets', config: 'CONFIG_PACKET', why: 'packet sockets', count: socketsOf(17) },
  {
    name: 'packet filter',
    config: 'CONFIG_IP_NF_IPTABLES',
    why: 'iptables tables',
    count: ({ network }) => network.packetFilters.length,
  },
  {
    name: 'file locks',
    config: 'CONFIG_FILE_LOCKING',
    why: 'file locks',
    count: ({ files }) => [...files.values()].reduce((sum, { locks }) => sum + locks.length, 0),
  },
];

const criuFeatures = (checkpoint: Checkpoint): readonly KernelFeature[] => [
  ...always,
  ...wanted.flatMap(({ name, config, why, count }) => {
    const found = count(checkpoint);
    return found > 0 ? [{ name, config, why: `${why}: ${found}` }] : [];
  }),
];

function openvzFeatures(checkpoint: Checkpoint, target: PreparationTarget): readonly KernelFeature[] {
  const { tasks, image, sockets } = checkpoint;
  const bits32 = tasks.filter(({ is64bit }) => !is64bit).length;
  const internet = [...sockets.values()].filter(isInternet).length;
  const line = target === 'openvz-2.6.32' ? '2.6.32-042stab' : '2.6.18-028stab';
  const isMixed = bits32 > 0 && image.architecture !== 'i386';
  return [
    {
      name: `an OpenVZ kernel ${line} with the modules vzcpt and vzrst`,
      why: 'it restores the image itself',
    },
    ...(image.hz === undefined
      ? []
      : [{ name: `HZ ${image.hz}`, config: `CONFIG_HZ=${image.hz}`, why: 'times are stored in ticks' }]),
    ...(isMixed
      ? [{ name: '32-bit programs', config: 'CONFIG_IA32_EMULATION', why: `32-bit tasks: ${bits32}` }]
      : []),
    ...(internet > 0 ? [{ name: 'internet sockets', why: `internet sockets: ${internet}` }] : []),
  ];
}
