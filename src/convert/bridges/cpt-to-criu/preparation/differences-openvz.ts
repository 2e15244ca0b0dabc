/** Differences after a restore by an OpenVZ kernel. */
import type { DifferenceRow } from './difference-row.ts';
import { queuedEvents } from './differences-criu.ts';

const both: readonly DifferenceRow[] = [
  {
    code: 'ipc-times',
    text: 'shared memory has new times and the last attacher as its last pid',
    count: ({ sharedMemories }) => sharedMemories.size,
  },
  {
    code: 'interrupted-waits',
    text: 'waits for semaphores may return EINTR',
    count: ({ semaphoreSets }) => semaphoreSets.length,
  },
];

const later: readonly DifferenceRow[] = [
  { code: 'uptime', text: 'the age of the container grows by the time it was down' },
  {
    code: 'inotify-events',
    text: 'queued inotify events are lost',
    count: queuedEvents,
  },
  {
    code: 'traced',
    text: 'traced tasks make the restore fail, or are no longer traced',
    count: ({ tasks }) => tasks.filter(({ ptrace }) => ptrace.flags !== 0n).length,
  },
];

const earlier: readonly DifferenceRow[] = [
  {
    code: 'overdue-timers',
    text: 'real-time interval timers count the time the container was down; overdue ones fire at once',
    count: ({ tasks }) => tasks.filter(({ itimers }) => itimers.real.valueNs > 0n).length,
  },
];

export const openvzDifferences = {
  'openvz-2.6.32': [...later, ...both],
  'openvz-2.6.18': [...earlier, ...both],
} as const satisfies Record<string, readonly DifferenceRow[]>;
