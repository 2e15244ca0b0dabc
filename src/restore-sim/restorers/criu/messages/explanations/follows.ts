/** What only says that something before it failed. */
import { type Explanation, follows, restoreAgain, row } from './explanation.ts';

export const followsMessages: readonly Explanation[] = [
  row('restore-failed', /^Restoring FAILED/, 'The restore was given up.', restoreAgain, { role: 'follows' }),
  row('restore-failed', /^(Pre-d|D)umping FAILED/, 'The dump was given up.', restoreAgain, {
    role: 'follows',
  }),
  follows(/^Can't interrupt the \d+ task/, 'A task is not traced, or not there any more.'),
  follows(
    /^(Iptables|IP6tables) configuration failed|^exited, status=/,
    'A program that CRIU has started failed.',
  ),
  row(
    'task-died',
    /^\d+ exited, status=/,
    'A task gave up while it was restored.',
    'where no other error stands before it, a file of the image is missing: cr-validate the image',
    { role: 'follows' },
  ),
  follows(
    /^Killing processes because of failure|The Network was unlocked so some data/,
    'Everything that was made is taken away; connections may have been lost.',
  ),
  follows(
    /failed when initializing kerndat|^Could not initialize kernel features/,
    'CRIU could not find out what the kernel can do.',
  ),
  follows(
    /^Can't stop all tasks on rt_sigreturn|^Can't catch all tasks|is in unexpected state|^Task stopped with/,
    'Tasks did not come to the end of the restore.',
  ),
  row(
    'about-files',
    /^Unable to open fd=(?<descriptor>\d+) id=/,
    'A task cannot have a descriptor: what is behind it could not be opened.',
    'where no other error stands before it, restore again with -v4: the lines before it say why',
    { role: 'follows' },
  ),
  follows(
    /Can't fixup VMA's fd|`- Can't open vma|Can't open cwd|Can't open exe|Can't wait or bad status(?!.*status=(?:11|139)$)/,
    'A task cannot have what could not be made.',
  ),
  follows(
    /^Couldn't unlink remap /,
    'A deleted file that was to be made again is not there to be taken away.',
  ),
  follows(/cgroupd: recv req error/, 'A helper of CRIU has nobody left to talk to.'),
  follows(/^Restorer fail/, 'The restorer in a task gave up.'),
  follows(
    /Unable to create a veth pair|Can't restore link|Failed to create empty mntns|Can't open master pty|failed$/,
    'A larger step failed because of the one before.',
    /(net|mount-v2|tty|kerndat)\.c$/,
  ),
  // Restores that succeed print it, too, where rules are taken away that are not there.
  row(
    'about-network',
    /does a matching rule exist in that chain/,
    'The rules that kept packets of the connections away since the dump are not there any more: the image was restored before, or the host was started again.',
    'add them again before each restore, or dump with --network-lock nftables or skip',
    { role: 'follows' },
  ),
  row(
    'program-needed',
    /iptables-restore: (unrecognized|invalid) option/,
    'The iptables of this host is older than CRIU expects.',
    'install a newer iptables',
    { role: 'follows' },
  ),
  follows(/-V failed$/, 'A version of a program for packet filters is not there.'),
  follows(/failed to suspend seccomp, restore will probably fail/, 'Filters of seccomp cannot be suspended.'),
];
