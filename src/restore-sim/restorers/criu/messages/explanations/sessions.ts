/** Sessions and pids. */
import { type Explanation, row } from './explanation.ts';

export const sessionsMessages: readonly Explanation[] = [
  row(
    'shell-job',
    /Found slave peer index (?<index>\d+) without correspond|Requested sid \d+ doesn't match|Can't find a session leader|No task found with sid|Current sid \d+ intersects|shell-job/,
    'The tree is the job of a shell, or its console is outside.',
    'give --shell-job on a terminal',
  ),
  row(
    'terminal-inherited',
    /Don't have tty to inherit session|isn't a terminal/,
    'The job gets the terminal of whoever restores, and there is none on standard input.',
    'run criu restore --shell-job on a terminal',
  ),
  row(
    'pids-free',
    /Can't fork for (?<pid>\d+): File exists|Pid \d+ do not match expected|Thread pid mismatch|Unable to create a thread: -17/,
    'The number of a task is in use already.',
    'end who has it, or restore in a pid namespace of its own',
  ),
  row(
    'process-count',
    /Can't fork for \d+: Resource temporarily|Unable to create a thread: -11|fork.*Resource temporarily/,
    'There may be no more tasks: pids.max of the control group, or a limit.',
    'raise pids.max',
  ),
  row(
    'user-namespace',
    /Can't fork for \d+: (Operation not permitted|No space left)|uid_map|gid_map|userns/,
    'A user namespace cannot be made or filled.',
    'sysctl user.max_user_namespaces; run CRIU outside of user namespaces',
  ),
  row('about-processes', /Can't fork for (?<pid>\d+)/, 'A task cannot be forked.', 'see the errno'),
];
