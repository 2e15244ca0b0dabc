/** Tasks that cannot be looked at, or not as they are. */
import type { Explanation } from '../explanation.ts';
import { refused } from './row.ts';

export const tasksOfDumps: readonly Explanation[] = [
  refused(
    /^Can't get rlimit \d+: Operation not permitted/,
    'CRIU may not ask for the limits of a task of another user.',
    'run CRIU with CAP_SYS_RESOURCE',
  ),
  refused(
    /Unseizable non-zombie \d+ found, state D/,
    'A task waits and cannot be stopped (state D): for a disk or a network file system, or for its child of vfork.',
    'dump when it goes on; wchan in /proc/PID names what it waits for, as kernel_clone for a child of vfork',
  ),
  refused(
    /SEIZE \d+: unsupported stop signal \d+/,
    'A task is stopped by another signal than SIGSTOP and SIGTSTP, as a job in the background that wanted its terminal (SIGTTIN is 21, SIGTTOU 22).',
    'bring it to the foreground (fg), or end it, before the dump',
  ),
  refused(
    /Can't fetch (filter|seccomp metadata) on tid_real/,
    'Filters of seccomp can be read only by who has CAP_SYS_ADMIN and no filter of its own.',
    'run CRIU as root of the host, without a filter: Seccomp is 0 in /proc/PID/status',
  ),
  refused(
    /Too many groups in task/,
    'A task is in more groups than CRIU has room for.',
    'start it with fewer',
  ),
  refused(
    /(SEIZE \d+: can't interrupt task|ptrace.*): Operation not permitted|Unseizable non-zombie \d+ found/,
    'A task cannot be traced: a debugger, strace or another dump has it, or CRIU may not.',
    'end who traces it (TracerPid in /proc/PID/status); CRIU needs CAP_SYS_PTRACE, and kernel.yama.ptrace_scope below 3',
  ),
  refused(
    /Unable to connect a transport socket: Permission denied/,
    'A security module keeps the task from talking with CRIU.',
    'dmesg names the rule (AppArmor, SELinux); dump with the container unconfined, or allow unix sockets to it',
  ),
  refused(
    /can't dump unpriv\w+ task whose \/proc doesn't belong to it/,
    'The /proc that the task sees is of another pid namespace, or none, and it may not mount its own.',
    'give it a /proc of its pid namespace, as engines do: unshare --pid --fork --mount-proc',
  ),
  refused(
    /^Unable to detach from \d+: No such process/,
    'The task has ended already, or another program traces it.',
    'State and TracerPid in /proc/PID/status say which',
  ),
  refused(
    /The criu itself is within dumped tree/,
    'CRIU is a descendant of the tree that it shall dump.',
    'start CRIU from elsewhere, or dump another root',
  ),
  refused(
    /A root task is dead/,
    'The root of the tree has ended.',
    'look at what it said; there is nothing to dump',
  ),
  refused(
    /Can't make FS id for \d+/,
    'A process shares its working directory, root and umask with another (CLONE_FS), which CRIU supports for threads only.',
    'start it without CLONE_FS, as fork does',
  ),
  refused(
    /Can't make (VM|IO) id for \d+/,
    'A process shares its memory or its signal handlers with another that is no thread of it (CLONE_VM, CLONE_SIGHAND); or the kernel cannot tell (CONFIG_KCMP).',
    'start it as fork or pthread_create do',
  ),
  refused(
    /Can't make FILES id for \d+/,
    'A process shares its descriptors with another that is not its parent (CLONE_FILES); or the kernel cannot tell (CONFIG_KCMP).',
    'start it without CLONE_FILES, as fork does',
  ),
  refused(
    /Zombie thread not supported|Zombies with threads are not supported/,
    'The first thread of a process has ended while others go on.',
    'end the process, or let its first thread wait for the others',
  ),
  refused(
    /Individually stopped threads not supported/,
    'One thread of a process is stopped alone.',
    'let it go on, then dump',
  ),
  refused(
    /Unable to freeze cgroup/,
    'Tasks of the control group could not be frozen in time, often one that waits for a disk or a network file system.',
    'criu dump --timeout SECONDS; ps -eo pid,stat,wchan shows who is in state D',
  ),
  refused(
    /Timeout reached\. Try to interrupt/,
    'The dump took longer than it may, often since a task cannot be stopped.',
    'ps -eo pid,stat,wchan shows who is in state D: end what it waits for; else criu dump --timeout SECONDS (10 by default)',
  ),
  refused(
    /Can't dump the \d+ thread with a pending SIGTRAP/,
    'A signal of a debugger waits for a thread.',
    'end the debugger, and dump again',
  ),
  refused(
    /unsupported RSEQ ABI|has rseq but kernel lacks get_rseq_conf/,
    'Restartable sequences are used, and the kernel cannot tell of them.',
    'Linux 5.13 or newer, or start with GLIBC_TUNABLES=glibc.pthread.rseq=0',
  ),
  refused(
    /was killed by \d+ unexpectedly|Can't infect \(pid: \d+\) with parasite|(Parasite )?exited with -?\d+( unexpectedly)?$/,
    'What CRIU runs inside of a task to look at it ended too early.',
    'a filter of seccomp, a security module or a limit may forbid its calls; dump again with -v4',
  ),
  refused(
    /pidfd pid \d+ is not a part of process tree/,
    'A pidfd names a process outside of the tree.',
    'close it before the dump, or dump a tree that holds both',
  ),
  refused(
    /Conflict with a dead task with the same PID/,
    'A file of /proc of a dead task is open, and its number is taken anew.',
    'let the program close files of dead tasks in /proc',
  ),
];
