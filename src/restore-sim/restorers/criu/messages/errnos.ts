/** The errno that a message of CRIU ends with. */

/** By the words of strerror(3) of the GNU C library, of those that restores end with: what it is, and what helps. */
const errnos: Readonly<Record<string, readonly [meaning: string, remedy?: string]>> = {
  'No such file or directory': [
    'ENOENT: the name is not there',
    'make what the line names, below the root of the restore',
  ],
  'Permission denied': [
    'EACCES: whoever asks may not',
    'restore as root; see what a security module refused (dmesg, audit log)',
  ],
  'Operation not permitted': [
    'EPERM: a capability is missing, or a filter or the kernel refuses it',
    'restore as root with all capabilities, outside of a container that filters calls',
  ],
  'File exists': [
    'EEXIST: the name or number is taken',
    'take away what has it, or restore where nobody has it',
  ],
  'No space left on device': [
    'ENOSPC: no room, or a limit is reached',
    'make room (df, df -i), or raise the limit (user.max_*, fs.*)',
  ],
  'Read-only file system': ['EROFS: it is mounted read-only', 'mount it writable'],
  'Invalid argument': [
    'EINVAL: the kernel does not take the value',
    'restore on the kernel of the dump or a newer one; criu check --all',
  ],
  'Address already in use': [
    'EADDRINUSE: somebody has the address',
    'end who has it (ss -lptn), or restore in a network namespace',
  ],
  'Cannot assign requested address': [
    'EADDRNOTAVAIL: the address is on no device, or the connection is there already',
    'ip addr add it',
  ],
  'Connection refused': ['ECONNREFUSED: nobody listens', 'start who listens'],
  'No such device': ['ENODEV: there is no such device', 'load its module, or make it'],
  'Device or resource busy': ['EBUSY: it is in use', 'end who uses it'],
  'Cannot allocate memory': [
    'ENOMEM: no memory, or a limit',
    'free memory, or raise the limit of the control group',
  ],
  'Resource temporarily unavailable': [
    'EAGAIN: a limit is reached, or it would wait',
    'raise ulimit -u and pids.max',
  ],
  'Not a directory': ['ENOTDIR: a part of the path is no directory', 'put the directory back'],
  'Function not implemented': [
    'ENOSYS: the kernel has no such call, or a filter says so',
    'restore on a newer kernel, or without the filter',
  ],
  'Bad file descriptor': ['EBADF: the descriptor is not open for that'],
  'Broken pipe': ['EPIPE: the other end is closed'],
  'Network is unreachable': ['ENETUNREACH: there is no route', 'ip route add it'],
  'Protocol wrong type for socket': ['EPROTOTYPE: the other socket is of another type'],
  'File too large': ['EFBIG: over the limit of file sizes', 'ulimit -f unlimited'],
  'No such process': ['ESRCH: there is no such task', 'see why it died: the lines before, dmesg'],
  'Too many open files': ['EMFILE: over the limit of open files', 'raise ulimit -n'],
};

/** What the words of an errno at the end of a message mean, and what helps. */
export const errnoOf = (words: string): readonly [meaning: string, remedy?: string] | undefined => {
  const name = Object.keys(errnos).find((text) => words.endsWith(text));
  return name === undefined ? undefined : errnos[name];
};
