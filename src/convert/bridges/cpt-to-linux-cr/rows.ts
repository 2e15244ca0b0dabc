/** What a linux-cr stream cannot say of a checkpoint, by row; nothing is dropped without one. */

export const linuxCrLosses = {
  L1: 'Start times and CPU usage: the stream stores none, so restored processes are new.',
  L2: 'Scheduling: tasks come back with the policy and nice value of the restart tool.',
  L3: 'Tracing: traced tasks come back untraced.',
  L4: 'Open files that have no name any more: the kernel refuses to checkpoint them; their name is kept, the content is not.',
  L5: 'Open files of kinds that the stream does not know: the descriptor is closed.',
  L6: 'File locks, and who is told by SIGIO.',
  L7: 'Watches: inotify, and epoll targets that no descriptor refers to.',
  L8: 'POSIX timers.',
  L9: 'Mounts, their contents and propagation: the restart runs in a file system that is there.',
  L10: 'Network: devices, addresses, routes, packet filters, tracked connections.',
  L11: 'Sockets other than unix and IP ones, and state of TCP beyond addresses and options.',
  L12: 'What is queued in sockets besides plain bytes: descriptors, credentials.',
  L13: 'Terminals: what is pending besides input.',
  L14: 'Semaphore adjustments at exit: this layout has no place for them.',
  L15: 'Nonlinear file mappings, rings of asynchronous I/O, local descriptor tables in odd forms.',
  L16: 'Memory that is not in the image.',
  L17: 'Resource accounting, control groups and container features.',
  L18: 'Floating-point state beyond the 512 bytes of FXSAVE.',
  L19: 'Signals: masks of an interrupted sigsuspend, and details beyond number, code, sender and value.',
  L20: 'Root and current directories, and file mode masks: this layout has no place for them.',
  L21: 'Alternate signal stacks: this layout has no place for them.',
  L23: 'The auxiliary vector (/proc/PID/auxv), where the image holds neither it nor the stack, or more than the stream has room for.',
  L24: 'Shared mappings of deleted files: they come back as shared anonymous memory with the same bytes, apart from what descriptors of the file see.',
  L22: 'Program, vdso address and personality details that the stream has no place for.',
} as const;

export type LinuxCrLoss = keyof typeof linuxCrLosses;
