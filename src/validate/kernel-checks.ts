/**
 * Every check that restoring kernels make, and every one they forget and crash on, with the rules that stand
 * for it. A test ties the table to the rules; `docs/rules/kernel-checks.md` is made from it.
 */

export interface KernelCheck {
  readonly check: string;
  readonly errno: string;
  /** Codes that report it; empty only with a reason. */
  readonly codes: readonly string[];
  /** Why an image alone cannot show it. */
  readonly outside?: string;
}

const check = (text: string, errno: string, ...codes: string[]): KernelCheck => ({
  check: text,
  errno,
  codes,
});
const outside = (text: string, errno: string, reason: string): KernelCheck => ({
  check: text,
  errno,
  codes: [],
  outside: reason,
});

export const kernelChecks: readonly KernelCheck[] = [
  outside('no image file descriptor', 'EBADF', 'a matter of the call, not of the image'),
  check(
    'size not a multiple of 8, or smaller than header and tail',
    'EINVAL',
    'file-size',
    'truncated-header',
    'missing-trailer',
    'empty-file',
  ),
  check('short read anywhere', 'EIO', 'payload-length', 'section-length', 'dangling-position'),
  check(
    'signature of head or tail, section count of the tail',
    'EINVAL',
    'not-an-image',
    'trailer-signature',
    'trailer-count',
    'trailing-bytes',
  ),
  check('header length as the start of the sections', 'EINVAL', 'header-length'),
  check('HZ of the kernel, before the version', 'EINVAL', 'tick-rate', 'restore-hz-mismatch'),
  check('version accepted', 'EINVAL', 'unknown-version', 'restore-version-not-accepted'),
  check(
    'section: header length, length, end, type',
    'EINVAL',
    'section-length',
    'unknown-section',
    'unsupported-section',
    'duplicate-section',
  ),
  check('64-bit tasks and the architecture', 'EINVAL', 'architecture-bits', 'architecture-number'),
  check('object: type', 'EINVAL', 'unexpected-object', 'unknown-object', 'dangling-position'),
  check('object: header length below 16 or above its length', 'EINVAL', 'object-length'),
  check(
    'registers missing for a live task, or of the wrong kind',
    'EINVAL',
    'missing-registers',
    'wrong-registers',
  ),
  check('rlimit above 2^32-1 on i386', 'EINVAL', 'rlimit-range'),
  check('FPU content of this CPU (2.6.32)', 'EFAULT', 'fpu-state'),
  check('traced task in an image older than 0x800 (2.6.32)', 'EFAULT', 'traced-task'),
  check('sub-object of an MM', 'EINVAL', 'unexpected-object', 'unknown-object'),
  check('COPYPAGES: source restored', 'ESRCH', 'forward-position', 'dangling-position'),
  check('COPYPAGES: area with an anonymous page chain', 'EINVAL', 'copy-without-source'),
  check('LAZYPAGES on 2.6.32', 'EINVAL', 'external-pages'),
  check('auxiliary vector longer than the kernel’s', 'E2BIG', 'auxv-length'),
  check('geometry of an AIO ring', 'EINVAL', 'aio-ring'),
  check(
    'FILE without NAME, deleted FILE without INODE, empty name',
    'EINVAL',
    'file-without-name',
    'deleted-without-inode',
    'empty-name',
  ),
  check('mount of a file', 'ENODEV', 'dangling-position'),
  check('parent, shared and master mount', 'ENOLINK', 'dangling-position', 'forward-position'),
  check('source of a bind mount', 'ENODEV', 'dangling-position', 'mount-names'),
  check('mount namespace of a task (2.6.32)', 'ENOLINK', 'dangling-position', 'lost-position'),
  check('hard-linked deleted file without permission (2.6.32)', 'EPERM', 'hardlinked-file'),
  check('pipe filled twice', 'EINVAL', 'pipe-content-twice'),
  check('owner of a lock', 'EINVAL', 'unknown-lock-owner'),
  check(
    'file of an epoll or inotify object',
    'EINVAL',
    'unwatched-file',
    'dangling-position',
    'null-position',
  ),
  check('size of a socket buffer', 'EINVAL', 'socket-buffer-size'),
  check('resources of a beancounter (2.6.32)', 'EINVAL', 'beancounter-resources'),
  check(
    'parent of a beancounter (2.6.18)',
    'ESRCH',
    'forward-position',
    'lost-position',
    'dangling-position',
  ),
  check('direction of the tuples of a connection', 'EINVAL', 'connection-direction'),
  outside(
    'conntrack section, and a kernel built without it; unknown helper',
    'EINVAL',
    'depends on the configuration of the kernel',
  ),
  check('exit status of iptables-restore and tar', 'EINVAL', 'firewall-text', 'archive-content'),
  check('third host name (2.6.18, 2.6.26); length of a name', 'EINVAL, ENAMETOOLONG', 'host-names'),
  outside('lock pipe answered "cancel" (2.6.32)', 'ECANCELED', 'a matter of the tool that calls the kernel'),
  outside('container id already running', 'EEXIST', 'a matter of the host'),
  check('root of a hierarchy of control groups', 'EINVAL', 'cgroup-root'),
  check('parent and members of a control group', 'ENOENT', 'unknown-cgroup', 'unknown-cgroup-member'),
  check('control group of a mount', 'ENODEV', 'unknown-cgroup'),
  outside('external resource manager refuses', 'ECHRNG', 'a closed module decides'),
  check('pids of 2.6.18 are virtual', 'EINVAL', 'virtual-pid'),
  check('signal structures of a task', 'EINVAL', 'null-position', 'thread-group-signal'),
  check(
    'real parent and leader of a task',
    'EINVAL',
    'missing-parent',
    'parent-cycle',
    'thread-without-leader',
  ),
  check('undo record: semaphore set', 'ENOENT', 'unknown-semaphore'),
  check('semaphore set of none', 'EINVAL', 'semaphore-count'),
  check('sequence number of an IPC id (2.6.18)', 'ESRCH', 'ipc-sequence'),
  check('limits of IPC objects', 'ENOSPC, EINVAL', 'ipc-limit', 'shm-size'),
  check('terminal without TTY object', 'EINVAL', 'terminal-without-object'),
  check('stray FILE that is no segment', 'EINVAL', 'unopened-file'),
  check('sections VEINFO and TTY', 'EIO', 'missing-section'),
  check('device of an interface address, its family', 'EINVAL', 'unknown-device', 'address-family'),
  check('length of a route message', 'EINVAL', 'route-message'),
  check('tables of network counters', 'EINVAL', 'snmp-table'),
  check('socket filter of whole instructions', 'EINVAL', 'filter-length'),
  check('family of a multicast membership', 'EAFNOSUPPORT', 'multicast-family'),
  check('packet options on another socket', 'EINVAL', 'packet-options'),
  check('names and data of a mount', 'EINVAL', 'mount-names', 'mount-data'),
  check('content code of a page block', 'EINVAL', 'page-content'),
  check('bounds of an area', 'EINVAL, ENOMEM', 'area-range'),
  check('NOT checked: number of a signal handler, an array index', 'crash', 'signal-number'),
  check('NOT checked: length 0 in a task or signal queue', 'hang', 'zero-next'),
  check('NOT checked: descriptor beyond its table', 'crash', 'descriptor-beyond-table'),
  check('NOT checked: size of a descriptor table', 'crash', 'descriptor-table-size'),
  check('NOT checked: negative IPC id', 'crash', 'ipc-id'),
  check('NOT checked: page block that ends before it starts', 'crash', 'page-block-reversed'),
  check('NOT checked: beancounter that is its own parent', 'crash', 'own-parent'),
  check('NOT checked: header length of device statistics', 'crash', 'device-statistics'),
  check('NOT checked: pid beyond the pid map', 'crash', 'pid-range'),
  check('NOT checked: length of an undo record', 'memory beyond it', 'undo-length'),
  check('NOT checked: states that resume does not wake', 'hang', 'task-state'),
  check('NOT checked: first task is init', 'no container', 'first-task', 'no-tasks'),
  check(
    'NOT checked: overlap of memory areas and page blocks',
    'memory lost',
    'area-order',
    'page-block-order',
    'page-block-outside',
  ),
  check('NOT checked: page size', 'none', 'page-size'),
  check('NOT checked: section table of the tail', 'none', 'tail-index'),
  check('NOT checked: number of 64-bit tasks in the tail', 'none', 'tail-count'),
];

/** The table as Markdown. */
export function kernelChecksMarkdown(layerOf: (code: string) => string): string {
  const rows = kernelChecks.map(({ check: text, errno, codes, outside: reason }) => {
    const links = codes.map((code) => `[${code}](${layerOf(code)}.md#${code})`).join(', ');
    return `| ${text} | ${errno} | ${links === '' ? `— (${reason})` : links} |`;
  });
  return [
    '<!-- Made from src/validate/kernel-checks.ts by the test of docs/rules. Do not edit. -->',
    '',
    '# Kernel checks and the rules that stand for them',
    '',
    'What restoring kernels check in an image, what they answer, and what they forget to check.',
    '',
    '| check | errno | rules |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
