/** Processes, threads, sessions and groups. */
import { again, type Remedies } from './remedy.ts';

export const processes: Remedies = {
  'pid-taken': [
    'A process, group or session of the place where it is restored has this number.',
    'Restore into a pid namespace of its own (a container, `unshare --pid`), or end what has the number.',
  ],
  'pid-out-of-range': [
    'The pid is larger than kernel.pid_max of the place where it is restored, or no number at all.',
    'Raise it: `sysctl kernel.pid_max=4194304`; a negative number was edited in.',
  ],
  'pids-exhausted': [
    'All numbers up to kernel.pid_max are used up, or the limit of processes is reached.',
    'Raise kernel.pid_max or the pids limit of the control group.',
  ],
  'no-mechanism': [
    'Kernels without CONFIG_CHECKPOINT_RESTORE have no last_pid, no next_id and no set_tid.',
    'Take a newer kernel (`--kernel linux-3.9` or later), or one built with that option.',
  ],
  'parent-missing': [
    'The process was dumped without the one that it is a child or thread of, or the tree was edited.',
    'Dump the tree from its first process on; `cr-inspect IMAGE ps` shows it.',
  ],
  'parent-cycle': [
    'The parents in the image were edited: no real tree has a process above its own parent.',
    `${again} \`cr-inspect IMAGE ps\` shows the tree.`,
  ],
  'thread-without-leader': [
    'The record of the first thread of the process is missing, and the others can only be made by it.',
    again,
  ],
  'task-missing': [
    'Something refers to a task that the image does not describe.',
    'Dump the container as a whole, so that the task is in it.',
  ],
  'namespace-unreachable': [
    'A process can only be born into the pid namespace of its parent or one right below it.',
    'Dump from the first process of the outer pid namespace, so that all levels are in the image.',
  ],
  'task-namespace': [
    'The task is in a mount namespace that the image does not hold.',
    'Dump the container as a whole; 2.6.18 restores one mount namespace only.',
  ],
  'session-unreachable': [
    'Only a leader makes a session, and only its descendants are born into it; the leader is not among the ancestors in the image.',
    'Dump from the session leader on; with CRIU, `--shell-job` takes the session of the shell that restores.',
  ],
  'group-unreachable': [
    'A group can be joined only inside of its session, and that session has no member that could do it.',
    'Dump from the leader of the session on, or make the task leave the group before the dump.',
  ],
  'group-refused': [
    'setpgid() fails when the group does not exist in the session, and for leaders of sessions.',
    '`cr-inspect IMAGE ps` shows groups and sessions; dump from the leader on, or correct the edited number.',
  ],
  'group-missing': [
    'No task and no record of a dead leader stands for the number of the group or session.',
    `${again} \`cr-inspect IMAGE ids\` shows who refers to it.`,
  ],
  'lost-leader': [
    'Threads share group and session with their process; the records of this one differ, so it was edited.',
    'Give the thread the numbers of its process.',
  ],
  'group-exit-task': [
    'The field names a task that is not in the image.',
    'Set it to a task of the same thread group, or to none.',
  ],
  'pid-not-virtual': [
    'Processes of a container have numbers with bit 29 (2.6.18) set in the host; this one lacks it.',
    'Nothing helps but a number with that bit; `cr-convert` keeps such numbers by itself.',
  ],
  'group-not-virtual': [
    'The number of the group or session lacks the bit that all numbers of a container have in the host.',
    'Set it to the virtual number of its leader; the dump of a container never lacks the bit.',
  ],
  'clone-flags': [
    'A thread shares memory and signal handlers with its process, and clone() refuses one without the other.',
    `${again} \`cr-inspect IMAGE record task:PID\` shows what it shares.`,
  ],
  'thread-parent': [
    'The kernel makes a thread only under its process, with memory, handlers and files shared.',
    `${again} \`cr-inspect IMAGE record task:PID\` shows parent and leader.`,
  ],
  'not-inherited': [
    'A shared object is passed on at fork only, from a parent that has it.',
    'Dump from the process on that had it first.',
  ],
  'no-signal-struct': [
    'Every living task has handlers and signals; the position of one is empty in the image.',
    `${again} \`cr-inspect IMAGE record task:PID\` shows both positions.`,
  ],
  'traced-task': [
    'How 2.6.18 stores a traced task is not understood by 2.6.32.',
    'Detach the debugger and dump again, or `cr-convert --allow detach-traced IMAGE NEW`.',
  ],
  'tracing-lost': [
    'A debugger outside of the image, or one that the restore does not attach again, traced the task.',
    'Detach the debugger before the dump; afterwards, attach it again.',
  ],
  'dead-thread-lost': [
    'The dump caught a thread in exit(), which no restore has to bring back.',
    'Nothing has to be done; who waits for the thread finds it ended.',
  ],
  'task-not-woken': [
    'The kernel wakes stopped and sleeping tasks by state; the number in the image means something else to this one.',
    'Convert the image to the kernel that restores it: state numbers are converted.',
  ],
  'registers-missing': [
    'A task that is no zombie needs registers to go on with, and has no such object.',
    again,
  ],
  'registers-kind': [
    'The object of registers is of another architecture than the task, or than the kernel.',
    'Restore on a machine like that of the dump.',
  ],
  'fpu-state': [
    'The size of the floating point state is that of another processor or kernel.',
    'Restore on such a processor; convert images of another kernel line.',
  ],
  'restart-clock': [
    'An interrupted sleep names a clock number that the kernel has not.',
    'Set the clock to 0 (real time) or 1 (monotonic) in the record that is named.',
  ],
  'posix-timer': [
    'The timer has a clock, signal or number that timer_create() refuses.',
    'Look at the record that is named; an edited value has to be one that timer_create() takes.',
  ],
  'auxiliary-vector': [
    'The vector has more entries than the array of this kernel.',
    'Restore on the kernel line that wrote it, or convert the image.',
  ],
  'start-time-lost': [
    'The restoring kernel starts processes anew; 2.6.18 and CRIU have no way to set the start.',
    'Nothing has to be done; `ps` shows the time of the restore.',
  ],
  'low-pids': [
    'The image does not hold the last pid that was given out.',
    'Nothing has to be done; new processes get low numbers.',
  ],
  'host-number-shared': [
    'The number is used in another namespace than the one that is restored.',
    'Nothing has to be done.',
  ],
  'killed-after-resume': [
    'The kernel restores the task, and then it returns to a state or signal that ends it.',
    'Convert the image for the kernel that restores it, which rewrites such states.',
  ],
  'no-container': [
    'The section of tasks is missing or empty, so that the kernel has nobody to make.',
    'Restore it by the tool of the kernel (vzctl), which makes the container first.',
  ],
  'memory-corrupted': [
    'The number of a signal or entry is larger than the array of the kernel, which writes there without a check.',
    'Do not restore it: the host may crash. Dump again.',
  ],
  'events-lost': [
    'The restorer makes the queue anew and empty.',
    'Nothing has to be done; programs that count on events should look again.',
  ],
  'uts-name': [
    'The name is longer than the 64 characters of the kernel, or has no end.',
    'Shorten the name in the record.',
  ],
};
