/** Tasks that die. */
import { type Explanation, row } from './explanation.ts';

export const dyingTasksMessages: readonly Explanation[] = [
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
