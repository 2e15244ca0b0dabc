/** Open files that are not dumped as they are. */
import type { Explanation } from '../explanation.ts';
import { askFor, refused } from './row.ts';

/** libuv 1.53, of Node.js 24, makes its ring whatever UV_USE_IO_URING says; under a filter it goes on without. */
const withoutIoUring =
  'start it where io_uring is refused: sysctl kernel.io_uring_disabled=2, or a filter of seccomp as those of engines; an option of the program; UV_USE_IO_URING=0 helps with older releases of libuv only, that of Node.js 24 ignores it';

export const filesOfDumps: readonly Explanation[] = [
  refused(
    /Can't dump ghost file (?<path>.*) of \d+ size, increase limit/,
    'A file that was deleted while it is open is larger than what CRIU takes into the image.',
    'criu dump --ghost-limit SIZE',
  ),
  refused(
    /Can't create link remap for (?<path>.*?)\. Use/,
    'A file that is open was deleted, and has other names still.',
    'criu dump --link-remap: CRIU gives it a name beside the old one for the restore',
  ),
  refused(
    /Can't link remap to (?<path>.*?): File exists/,
    'A name that an earlier dump gave to a deleted file is still there, and no restore has taken it away.',
    'remove the files link_remap.* beside it',
  ),
  refused(/Some file locks are hold by dumping tasks/, 'Files are locked.', askFor('--file-locks')),
  refused(
    /Can't lookup mount=\d+ for fd=\d+ path=\/memfd:/,
    'A memfd of huge pages is open (MFD_HUGETLB), and CRIU did not find their file system when it tried the kernel: no huge page of that size was free.',
    'sysctl vm.nr_hugepages for one more page than are used, remove /run/criu.kdat, and dump again',
  ),
  refused(
    /Can't lookup mount=\d+ for fd=\d+ path=(?<path>.*)/,
    'A file lies on no mount that the task sees: it was opened in another mount namespace, as by who started the task, or is of a file system inside of the kernel, as a message queue of mq_open is.',
    'let the task open it itself, or close it, before the dump: standard input, output and error often come from outside',
  ),
  refused(
    /Open files on overmounted mounts are not supported/,
    'A file lies on a mount that another one covers.',
    'close it before the dump, or take the upper mount away',
  ),
  refused(
    /Can't dump file \d+ of that type \[\w+\] \(anon /,
    'CRIU has no way to dump that kind of descriptor.',
    'let the program go without it, or close it before the dump',
  ),
  refused(/anon_inode:\[io_uring\]/, 'The program uses io_uring, which CRIU cannot dump.', withoutIoUring),
  refused(
    /^send_fds failed \(-22\)/,
    'A descriptor cannot be handed to CRIU, as none of io_uring can (unix(7), SCM_RIGHTS).',
    withoutIoUring,
  ),
  refused(
    /packetized mode for pipes is not supported/,
    'A pipe keeps packets apart (O_DIRECT of pipe(2)).',
    'close it before the dump, or let the program open it without O_DIRECT',
  ),
  refused(
    /Unknown clock type \d+ for/,
    'A timerfd runs by a clock that wakes the machine (CLOCK_REALTIME_ALARM, CLOCK_BOOTTIME_ALARM).',
    'close it before the dump, or let the program use CLOCK_REALTIME, CLOCK_MONOTONIC or CLOCK_BOOTTIME',
  ),
  refused(
    /Can't dump file \d+ of that type \[\w+\] \(chr 10:229\)/,
    'The program serves a FUSE file system (/dev/fuse).',
    'unmount it before the dump, and mount it again afterwards',
  ),
  refused(
    /Can't dump file \d+ of that type \[\w+\] \(chr 195:/,
    "A device of NVIDIA's driver is open.",
    'CRIU 4.0 or newer with its cuda_plugin, driver 550 or newer and cuda-checkpoint beside it; without it programs that use the GPU cannot be dumped',
  ),
  refused(
    /Can't dump file \d+ of that type \[\w+\] \(chr 226:/,
    'A device of a graphics driver is open.',
    'amdgpu_plugin for GPUs of AMD; others cannot be dumped',
  ),
  refused(
    /Can't dump file \d+ of that type \[\w+\] \(chr /,
    'A device is open that CRIU cannot dump.',
    'close it before the dump; GPUs need the plugin of their maker (cuda_plugin, amdgpu_plugin), others criu dump --external',
  ),
  refused(
    /Can't dump file \d+ of that type/,
    'CRIU has no way to dump that kind of file.',
    'close it before the dump, or declare it: criu dump --external file[MOUNT:INODE]',
  ),
  refused(
    /Unknown shit \d+ \(\/secretmem/,
    'Memory of memfd_secret(2) is mapped, which nobody else can read.',
    'unmap it before the dump, or start the program without it',
  ),
  refused(
    /Can't handle non-regular mapping on|Unknown shit \d+ \(|Strange file mapped at|handle_device_vma plugin failed/,
    'A device, or what is no file, is mapped into memory.',
    'GPUs need the plugin of their maker (cuda_plugin, amdgpu_plugin); else unmap it before the dump',
  ),
  refused(
    /Unaccessible path opened/,
    'A file has another one in its place now, or what it is on is covered.',
    'criu dump --evasive-devices for devices; else let the program open it anew',
  ),
  refused(
    /Escaped\/closed fd descriptor \d+ on pid \d+/,
    'An epoll instance watches a file whose descriptor is closed or was given away.',
    'let the program take it out of the instance (EPOLL_CTL_DEL) before it closes it',
  ),
  refused(
    /Can't find suitable path for handle|Failed to resolve [0-9a-f]+:[0-9a-f]+|Can't dump that handle/,
    'CRIU found no path for a file that inotify or fanotify watches.',
    'criu dump --force-irmap, with --irmap-scan-path where it lies elsewhere',
  ),
  refused(
    /(Found a closed in-flight socket|More than 1 SCM|Control messages in queue)/,
    'Something other than bytes and descriptors is in the queue of a socket.',
    'dump a moment later, when the program has read it',
  ),
  refused(
    /Unresolved lock found pid \d+ ino \d+/,
    'CRIU found no descriptor that a POSIX lock was taken with.',
    'let the program give the lock up, or keep the descriptor open, before the dump',
  ),
];
