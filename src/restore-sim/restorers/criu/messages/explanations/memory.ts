/** Memory. */
import { type Explanation, row } from './explanation.ts';

export const memoryMessages: readonly Explanation[] = [
  row(
    'file-needed',
    /Unable to map ANON_VMA: Operation not permitted/,
    'A file is mapped to be run, and lies on a mount that forbids that (noexec).',
    'mount it without noexec',
  ),
  row(
    'lazy-pages-server',
    /connect to lazy-pages.socket failed|No lazy-pages socket|Failed sending restore finished indication/,
    'Pages come from a daemon that is not there, or has lost its source.',
    'start criu lazy-pages first, with its page server',
  ),
  row(
    'kernel-feature',
    /userfaultfd|Unable to open an userfaultfd|Lazy pages are not available/i,
    'The kernel has no userfaultfd, or it is not allowed.',
    'run CRIU as root; vm.unprivileged_userfaultfd',
  ),
  row(
    'address-space-limit',
    /Unable to reserve memory \(\d+ bytes\)|Cannot allocate memory/,
    'Memory cannot be mapped: a limit of address space, or no memory.',
    'ulimit -v unlimited; more memory',
  ),
  row(
    'memory-commitment',
    /Can't restore (?<address>0x[0-9a-f]+) mapping with 0xf+4\b/,
    'The kernel refuses an area (ENOMEM): too many areas (vm.max_map_count), or more than the memory of the host (vm.overcommit_memory).',
    'raise vm.max_map_count; vm.overcommit_memory=1',
  ),
  row(
    'locked-memory',
    /Can't restore (?<address>0x[0-9a-f]+) mapping with 0xf+5\b/,
    'The kernel locks no more memory (EAGAIN): RLIMIT_MEMLOCK of whoever restores.',
    'run CRIU with CAP_IPC_LOCK, or ulimit -l unlimited',
  ),
  row(
    'directory-needed',
    /Can't restore (?<address>0x[0-9a-f]+) mapping with (?<what>0xf+)\b/,
    'An area cannot be mapped (EPERM): its file lies on a file system that is mounted noexec.',
    'mount it without noexec',
  ),
  row(
    'about-memory',
    /Can't restore (?<address>0x[0-9a-f]+) mapping/,
    'An area cannot be mapped.',
    'see the number: an errno, negative',
  ),
  row('huge-pages', /hugetlb|huge pages?/i, 'Huge pages are not there.', 'raise vm.nr_hugepages', {
    file: /(mem|memfd|shmem|hugetlb)\.c$/,
  }),
];
