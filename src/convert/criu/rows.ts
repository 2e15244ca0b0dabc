/**
 * Everything that differs between the images of CRIU releases, one row each: what it is, and which fields a
 * hop may change under its name. What a hop changes outside of the rows that it reports is found by
 * `accounting.ts`. Paths start at the message of a record and cover what lies below them.
 */

export interface CriuRow {
  readonly title: string;
  readonly covers: readonly string[];
  /** Values that stand in the first place or in the second, by release; each must be found at the other. */
  readonly moves?: readonly (readonly [string, string])[];
}

const fileMessages = [
  ...['reg_file_entry', 'pipe_entry', 'fifo_entry', 'inet_sk_entry', 'unix_sk_entry', 'eventfd_file_entry'],
  ...['eventpoll_file_entry', 'inotify_file_entry', 'signalfd_entry', 'packet_sock_entry', 'tty_file_entry'],
  ...['fanotify_file_entry', 'netlink_sk_entry', 'ns_file_entry', 'tunfile_entry', 'ext_file_entry'],
  'timerfd_entry',
] as const;

const fieldOfKind: Readonly<Record<(typeof fileMessages)[number], string>> = {
  reg_file_entry: 'reg',
  pipe_entry: 'pipe',
  fifo_entry: 'fifo',
  inet_sk_entry: 'isk',
  unix_sk_entry: 'usk',
  eventfd_file_entry: 'efd',
  eventpoll_file_entry: 'epfd',
  inotify_file_entry: 'ify',
  signalfd_entry: 'sgfd',
  packet_sock_entry: 'psk',
  tty_file_entry: 'tty',
  fanotify_file_entry: 'ffy',
  netlink_sk_entry: 'nlsk',
  ns_file_entry: 'nsf',
  tunfile_entry: 'tunf',
  ext_file_entry: 'ext',
  timerfd_entry: 'tfd',
};

export const criuRows = {
  R1: { title: 'head magics and image version', covers: ['/magic', 'inventory_entry.img_version'] },
  R2: { title: 'files without entries', covers: ['/magic'] },
  R3: {
    title: 'credentials of threads',
    covers: ['/magic', 'creds_entry', 'core_entry.thread_core.creds'],
    moves: [['creds_entry', 'core_entry.thread_core.creds']],
  },
  R4: {
    title: 'content of System V segments',
    covers: [
      '/magic',
      'ipc_shm_entry.in_pagemaps',
      'ipc_shm_entry/content',
      'pagemap_head',
      'pagemap_entry',
      'PAGES/raw',
    ],
  },
  R5: { title: '32-bit tasks', covers: [] },
  R6: {
    title: 'signal handlers',
    covers: ['/magic', 'sa_entry', 'core_entry.tc.sigactions'],
    moves: [['sa_entry', 'core_entry.tc.sigactions']],
  },
  R7: {
    title: 'holes of deleted files',
    covers: [
      ...['ghost_file_entry.chunks', 'ghost_file_entry.size', 'ghost_file_entry/content'],
      ...['ghost_chunk_entry', 'ghost_chunk_entry/content'],
    ],
  },
  R8: {
    title: 'one file for all open files',
    covers: ['/magic', 'file_entry', ...fileMessages],
    moves: fileMessages.map((message) => [message, `file_entry.${fieldOfKind[message]}`] as const),
  },
  R9: { title: 'flags of page entries', covers: ['pagemap_entry'] },
  R10: {
    title: 'paths of fifos and terminals',
    covers: [
      ...['file_entry.id', 'file_entry.type', 'file_entry.reg', 'file_entry.fifo.regf_id'],
      ...['file_entry.tty.regf_id', 'remap_file_path_entry'],
    ],
  },
  R11: {
    title: 'seccomp state of threads',
    covers: [
      ...['core_entry.tc.old_seccomp_mode', 'core_entry.tc.old_seccomp_filter'],
      ...['core_entry.thread_core.seccomp_mode', 'core_entry.thread_core.seccomp_filter'],
    ],
  },
  R12: { title: 'names of threads', covers: ['core_entry.thread_core.comm'] },
  R13: {
    title: 'memfd files and shared anonymous memory',
    covers: [
      ...[
        '/magic',
        'mm_entry.vmas.status',
        'mm_entry.vmas.flags',
        'mm_entry.vmas.shmid',
        'memfd_inode_entry',
      ],
      ...['file_entry', 'fdinfo_entry', 'sk_packet_entry.scm.rights'],
      ...['pagemap_head', 'pagemap_entry', 'PAGES/raw'],
    ],
  },
  R14: {
    title: 'control groups of threads',
    covers: ['core_entry.tc.cg_set', 'core_entry.thread_core.cg_set'],
    moves: [['core_entry.tc.cg_set', 'core_entry.thread_core.cg_set']],
  },
  R15: { title: 'guard pages and areas of probes', covers: ['mm_entry.vmas'] },
  R16: {
    title: 'page counts',
    covers: ['pagemap_entry'],
    moves: [['pagemap_entry.nr_pages', 'pagemap_entry.compat_nr_pages']],
  },
  R17: {
    title: 'kinds of open files',
    covers: [
      '/magic',
      ...['file_entry', 'fdinfo_entry', 'sk_packet_entry.scm.rights', 'eventpoll_tfd_entry'],
      ...['file_entry.epfd.tfd', 'memfd_inode_entry', 'bpfmap_file_entry', 'bpfmap_data_entry'],
      ...['bpfmap_data_entry/keys', 'bpfmap_data_entry/values', 'pidfd_entry'],
    ],
  },
  // What these cover is the field, file or value itself; dropNewer says it.
  R18: { title: 'fields that came later', covers: [] },
  R19: { title: 'files that came later', covers: [] },
  R20: { title: 'values and flags that came later', covers: [] },
  R21: {
    title: 'pages of older images',
    covers: ['/magic', 'pagemap_head', 'pagemap_entry', 'PAGES/raw'],
  },
  R22: {
    title: 'records of the dump itself',
    covers: ['stats_entry', 'irmap_cache_entry', '/magic'],
  },
  R23: { title: 'kinds of mounts', covers: ['mnt_entry.fstype', 'mnt_entry.fsname'] },
  R24: { title: 'flags of file systems', covers: ['mnt_entry.flags', 'mnt_entry.sb_flags'] },
  R25: {
    title: 'external mounts',
    covers: ['mnt_entry.ext_key', 'mnt_entry.ext_mount', 'mnt_entry.root'],
    moves: [['mnt_entry.ext_key', 'mnt_entry.root']],
  },
  R26: {
    title: 'compressed pages',
    covers: [
      ...['inventory_entry.img_version', 'inventory_entry.compress', 'inventory_entry.compress_block_size'],
      ...['/magic', 'pagemap_head', 'pagemap_entry', 'PAGES/raw'],
    ],
  },
  R27: {
    title: 'pages left to an older image',
    covers: ['/magic', 'pagemap_head', 'pagemap_entry', 'PAGES/raw'],
  },
} as const satisfies Record<string, CriuRow>;

export type CriuRowId = keyof typeof criuRows;
