/** Credentials. */
import { type Explanation, row } from './explanation.ts';

export const credentialsMessages: readonly Explanation[] = [
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
