/**
 * The list of views, in the order of `--help` and of the tabs. A view is a row here and the file that it loads; all
 * else is derived from the row.
 */
import type { View, ViewRow } from '../view.ts';

export const views = {
  summary: {
    title: 'Summary',
    keys: 'u',
    isOfAll: true,
    takesPid: false,
    schema: 'inspect-summary',
    help: 'what it is, where it comes from, what is in it, what is odd',
    load: async () => (await import('./summary.ts')).summaryView,
  },
  ps: {
    title: 'Processes',
    tab: 'processes',
    keys: '2 P',
    isOfAll: true,
    schema: 'ps',
    help: 'processes as a tree; of one, credentials and environment, too',
    types: 'state letters: R S T t Z X',
    options: ['env'],
    load: async () => (await import('./ps.ts')).psView,
  },
  maps: {
    title: 'Memory',
    tab: 'memory',
    keys: '3 m',
    schema: 'inspect-maps',
    help: 'memory areas: what is stored, shared, absent, elsewhere',
    types: 'kinds of areas: anon heap stack file shm vdso vvar vsyscall aio pages',
    load: async () => (await import('./maps.ts')).mapsView,
  },
  fds: {
    title: 'Files',
    tab: 'files',
    keys: '5 F',
    schema: 'inspect-fds',
    help: 'descriptors: what they refer to, locks, unread data',
    types: 'kinds of files: regular pipe fifo socket tty epoll inotify eventfd …',
    load: async () => (await import('./fds.ts')).fdsView,
  },
  sockets: {
    title: 'Sockets',
    keys: '7 s',
    schema: 'inspect-sockets',
    help: 'sockets with addresses, states, peers and unread data',
    types: 'families, types, protocols and states: unix inet tcp udp stream dgram listen …',
    load: async () => (await import('./sockets.ts')).socketsView,
  },
  ipc: {
    title: 'System V IPC',
    keys: '4 i',
    schema: 'ipc',
    help: 'System V semaphores, message queues, shared memory',
    types: 'sem msg shm',
    load: async () => (await import('./ipc.ts')).ipcView,
  },
  signals: {
    title: 'Signals',
    keys: '8 S',
    schema: 'inspect-signals',
    help: 'signals blocked, caught and pending; handlers, queues',
    load: async () => (await import('./signals.ts')).signalsView,
  },
  times: {
    title: 'Times',
    keys: '9 t',
    schema: 'inspect-times',
    help: 'clocks, start times, processor time, timers, sleeps',
    load: async () => (await import('./times.ts')).timesView,
  },
  namespaces: {
    title: 'Namespaces',
    keys: '0 M',
    schema: 'inspect-namespaces',
    help: 'host name, limits, mounts, network, control groups',
    types: 'mounts net cgroups ubc',
    load: async () => (await import('./namespaces.ts')).namespacesView,
  },
  mounts: {
    title: 'Mounts',
    schema: 'inspect-mounts',
    help: 'what is mounted where, as a tree for each mount namespace',
    types: 'file systems: tmpfs proc overlay …',
    load: async () => (await import('./mount-tree.ts')).mountsView,
  },
  cgroups: {
    title: 'Control groups',
    schema: 'inspect-cgroups',
    help: 'control groups by hierarchy, with the processes in them',
    types: 'controllers: memory cpu pids cgroup2 …',
    load: async () => (await import('./cgroups.ts')).cgroupsView,
  },
  ids: {
    title: 'Numbers',
    schema: 'inspect-ids',
    help: 'numbers that have to come back, and how kernels are asked',
    types: 'kinds of numbers: pid tid pgid sid sem msg shm key pty ifindex mount device',
    options: ['on'],
    load: async () => (await import('./ids.ts')).idsView,
  },
  stats: {
    title: 'Statistics',
    isOfAll: true,
    schema: 'inspect-stats',
    help: 'what the dump cost; faults and switches of tasks, packets',
    load: async () => (await import('./stats.ts')).statsView,
  },
} as const satisfies Readonly<Record<string, ViewRow>>;

export type ViewName = keyof typeof views;

export const viewNames = Object.keys(views) as readonly ViewName[];

export const isViewName = (name: string): name is ViewName => Object.hasOwn(views, name);

export const viewRow = (name: ViewName): ViewRow => views[name];

/** All of them, for what shows all. */
export async function loadViews(): Promise<ReadonlyMap<ViewName, View>> {
  return new Map(await Promise.all(viewNames.map(async (name) => [name, await loadView(name)] as const)));
}

export const loadView = async (name: ViewName): Promise<View> => (await viewRow(name).load()) as View;
