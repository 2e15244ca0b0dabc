/** Tasks that die. */
import { type Explanation, row } from './explanation.ts';

export const dyingTasksMessages: readonly Explanation[] = [
  // CRIU kills what is left with the same signal, after it has said that the restore failed; see explain-log.ts.
  row(
    'memory-needed',
    /^\d+ killed by signal 9: /,
    'A task was killed from outside while it was restored: as a rule because no memory was left.',
    'raise the limit of the control group, or free memory; the log of the kernel tells whom it killed (dmesg)',
    { role: 'follows' },
  ),
  row(
    'task-died',
    /^\d+ killed by signal (?<signal>\d+)/,
    'A task was killed while it was restored.',
    'where no other error stands before it: a bug of CRIU, or a damaged image; cr-validate the image',
    { role: 'follows' },
  ),
  row('criu-bug', /BUG at /, 'CRIU met something that it holds impossible.', 'look at the error before it', {
    role: 'follows',
  }),
];
