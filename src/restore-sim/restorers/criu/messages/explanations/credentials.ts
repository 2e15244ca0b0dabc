/** Credentials. */
import { type Explanation, row } from './explanation.ts';

const giveRights = 'run CRIU with CAP_CHOWN and CAP_FOWNER; CAP_MKNOD for devices';

export const credentialsMessages: readonly Explanation[] = [
  ...[
    /^Unable to change \[-?\d+\]\/\S* ownership .*\((?<uid>\d+), (?<gid>\d+)\): Operation not permitted/,
    /^(tty: )?Can't setup uid (?<uid>\d+) gid (?<gid>\d+) on \S+: Operation not permitted/,
  ].map((says) =>
    row(
      'owner-capability',
      says,
      'What CRIU makes gets its old owner, and it may not give it to somebody else (no CAP_CHOWN).',
      giveRights,
    ),
  ),
  row(
    'owner-capability',
    /^Unable to set perms \d+ on \[-?\d+\]\/\S*: Operation not permitted|^Can't set access and modification times on ghost \S+: Operation not permitted/,
    'What CRIU makes gets its old mode and times after it belongs to somebody else, and it may not change them then (no CAP_FOWNER).',
    giveRights,
  ),
  row(
    'owner-capability',
    /^Can't create node for ghost dev: Operation not permitted/,
    'A deleted device is made again, and CRIU may make none (no CAP_MKNOD).',
    giveRights,
  ),
  row(
    'mount-needed',
    /^(tty: )?Can't setup uid \d+ gid \d+ on \S+: Read-only file system/,
    'A terminal gets its old owner, and devpts is mounted read-only.',
    'mount -o remount,rw /dev/pts',
  ),
  row(
    'about-terminals',
    /^(tty: )?Can't setup uid (?<uid>\d+) gid (?<gid>\d+) on \S+: Invalid argument/,
    'A terminal gets its old owner, a user or group that the user namespace of the restore does not map.',
    'map that user and group (uid_map, gid_map)',
  ),
  row(
    'file-needed',
    /^sys_prctl\(PR_SET_MM, PR_SET_MM_MAP\) (?<what>failed with -13)/,
    'The program of a task is none that may be run: it has no mode to execute it, or lies on a file system that is mounted noexec.',
    'chmod it as it was; mount it without noexec',
  ),
  row(
    'signal-count',
    /^Can't create posix timer - \d+: -11|^Unable to send siginfo \S+ \S+ with code -11/,
    'Timers and queued signals are counted for each user, and RLIMIT_SIGPENDING allows no more.',
    'ulimit -i unlimited for whoever runs CRIU',
  ),
  row(
    'right-to-restore',
    // criu/pie/restorer.c, sys_prctl_safe; prctl(2), PR_SET_MM: EPERM without CAP_SYS_RESOURCE.
    /^prctl failed @\d+ with -1$/,
    'Where the parts of its memory lie may not be told to a task (PR_SET_MM): whoever restores has no CAP_SYS_RESOURCE.',
    'run CRIU as root, or with CAP_SYS_RESOURCE as well',
  ),
  row(
    'about-tracing',
    /^Can't attach to \d+: Operation not permitted/,
    'CRIU may not trace a task that it has restored: somebody else traces it, or kernel.yama.ptrace_scope or a filter forbids it.',
    'see TracerPid in /proc/PID/status; sysctl kernel.yama.ptrace_scope; restore outside of sandboxes',
  ),
  row(
    'capabilities',
    /Unable to (restore|drop) capabilit/,
    'A task has capabilities that CRIU does not have itself, or that it may not drop.',
    'run CRIU as root, with all capabilities of the tasks',
  ),
  row(
    'calls-allowed',
    /SECCOMP_SET_MODE_FILTER returned/,
    'Filters of seccomp may not be installed.',
    'start CRIU outside of the sandbox',
  ),
];
