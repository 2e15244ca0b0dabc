/** Credentials. */
import { type Explanation, row } from './explanation.ts';

export const credentialsMessages: readonly Explanation[] = [
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
