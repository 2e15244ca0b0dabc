/** Pages of the policy layer: what may be persisted at all. */
import type { PageTable } from '../page.ts';

export const policyPages = {
  'policy-process': {
    severity: 'error',
    meaning: 'The image holds a process that a policy does not allow to be persisted.',
    why: 'Not a matter of the kernel: a policy of the configuration denies it.',
    bad: 'a process named "vault" under a policy that denies it',
    good: 'an image without such a process',
    mend: 'Stop the process before the dump, and delete the image.',
  },
  'policy-user': {
    severity: 'error',
    meaning: 'The image holds a process of a user that a policy does not allow to be persisted.',
    why: 'Not a matter of the kernel: a policy of the configuration denies it.',
    bad: 'a process of uid 0 under a policy that denies it',
    good: 'an image without processes of that user',
    mend: 'Run the process as another user, or keep it out of the container.',
  },
  'policy-capability': {
    severity: 'error',
    meaning: 'The image holds a process with a capability that a policy does not allow to be persisted.',
    why: 'Not a matter of the kernel: a policy of the configuration denies it.',
    bad: 'a process with CAP_SYS_ADMIN under a policy that denies it',
    good: 'processes without that capability in their permitted set',
    mend: 'Drop the capability before the dump.',
  },
  'policy-listening': {
    severity: 'error',
    meaning: 'The image holds a listening socket that a policy does not allow to be persisted.',
    why: 'Not a matter of the kernel: a policy of the configuration denies it.',
    bad: 'a socket that listens on port 22 under a policy that denies it',
    good: 'no listening socket on that port',
    mend: 'Stop the server before the dump.',
  },
  'policy-memory': {
    severity: 'error',
    meaning: 'The memory or files in the image hold bytes that a policy does not allow to be persisted.',
    why: 'Not a matter of the kernel: a policy of the configuration denies it. The bytes are not shown.',
    bad: 'a PEM private key in a page of a process',
    good: 'keys kept in a process that is not dumped, or in a hardware token',
    mend: 'Delete the image securely, change the key, and keep it out of processes that are dumped.',
  },
  'policy-memory-unread': {
    severity: 'warning',
    meaning: 'Memory could not be searched for what a policy denies.',
    why: 'Not a matter of the kernel: pages are stored in a form of a newer CRIU, in which nothing is found.',
    bad: 'compressed pages of a newer CRIU under a policy that denies keys in memory',
    good: 'pages as CRIU up to 4.2 writes them',
    mend: 'Search the memory before it is dumped, or the pages after they were made plain.',
  },
} as const satisfies PageTable;
