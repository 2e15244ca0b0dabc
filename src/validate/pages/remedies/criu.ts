/** What is particular to CRIU: its files, its tree, its tasks. */
import { again, type Remedies } from './remedy.ts';

export const criu: Remedies = {
  'criu-inventory': [
    'inventory.img is of a CRIU that this one does not read, or a field of it is missing or edited.',
    'Restore with the release that wrote it, or `cr-convert --to criu-RELEASE DIR NEW`.',
  ],
  'criu-unreadable': [
    'A message or a length in the file cannot be parsed: it was cut off or changed.',
    `${again} \`cr-inspect DIR/FILE records\` shows how far it can be read.`,
  ],
  'criu-negative-length': [
    'The four bytes of a length have their highest bit set: the file was overwritten.',
    'Copy the file again; `cr-inspect DIR/FILE records` shows the place.',
  ],
  'criu-file-missing': [
    'The file was not copied with the directory, or the dump failed before it was written.',
    'Copy the whole directory; look for an error at the end of dump.log.',
  ],
  'criu-no-tree': [
    'pstree.img is empty or missing, and CRIU takes its first entry without a look.',
    'Copy pstree.img; a dump that failed has none.',
  ],
  'criu-core': [
    'core-PID.img lacks a part that CRIU takes for granted: tc for a task, thread_core for a thread, or registers.',
    'Copy the file again; restore images of old releases by their own CRIU, or convert them.',
  ],
  'criu-ids-missing': [
    'The task has neither ids-PID.img nor ids in its core, which say with whom it shares files and memory.',
    'Copy ids-PID.img.',
  ],
  'criu-ids-corrupt': [
    'The ids of a task name namespaces or tables that no other file knows, or differ inside of a thread group.',
    'Copy ids-PID.img and core-PID.img of one dump.',
  ],
  'criu-segfault': [
    'CRIU takes a field or file for granted, which is not there, and reads through a null pointer.',
    'Bring back what the message names; report it to CRIU as well.',
  ],
  'criu-duplicate-pid': [
    'pstree.img has the number twice, as a task or as a thread.',
    'Correct the number; real dumps have none such.',
  ],
  'criu-parent-missing': [
    'CRIU reads the tree in order and needs the parent first; it is later, or not there.',
    'Put the entry of the parent before it; copy pstree.img again.',
  ],
  'criu-second-root': [
    'An entry has ppid 0 and is not the first: two trees were put together.',
    'Give it the parent that it had, or restore the trees one by one.',
  ],
  'criu-pid-max': [
    'kernel.pid_max is lower than the number, or the number is above 4194304.',
    'Raise it: `sysctl kernel.pid_max=4194304`.',
  ],
  'criu-pid-taken': [
    'CRIU asks for the number by clone3() or ns_last_pid, and something has it already.',
    'Restore into a pid namespace of its own, or end what has the number (`cr-restore-sim --on this-host`).',
  ],
  'criu-pid-namespace': [
    'The first process is to be number 1 of a new namespace, or is not and has one of its own.',
    'Copy pstree.img and core files of one dump; `cr-inspect DIR namespaces` shows the levels.',
  ],
  'criu-nested-namespace': [
    'CRIU restores namespaces below the first process only for mounts and networks.',
    'Dump the inner container by itself.',
  ],
  'criu-session-leader': [
    'The session was made by a process above the dumped tree, a shell for the most part.',
    'Restore with --shell-job; next time, start the program by `setsid`.',
  ],
  'criu-born-session': [
    'By the tree, the task could have been born before and after its parent made a session.',
    'Correct sid in pstree.img; real dumps have none such.',
  ],
  'criu-session': [
    'The task is no descendant of its session at the time when it would have to be born in it.',
    'Correct sid in pstree.img, or dump from the leader on.',
  ],
  'criu-group': [
    'The group has no leader in the session of the task.',
    'Correct pgid in pstree.img, or dump from the leader on.',
  ],
  'criu-group-wait': [
    'CRIU waits for the leader to make the group, and the leader is dead or is never one.',
    'Correct pgid in pstree.img: the group of a task has a living leader, or one that CRIU makes for it.',
  ],
  'criu-task-state': [
    'task_state in core-PID.img is no state that CRIU dumps.',
    'Correct it: 1 alive, 2 dead, 3 stopped.',
  ],
  'criu-architecture': [
    'mtype of the core is another machine than the one that restores.',
    'Restore on a machine like that of the dump.',
  ],
  'criu-credentials': [
    'Ids, groups or capabilities are such that the kernel refuses them, and CRIU waits for the thread for ever.',
    'Restore as root with all capabilities; correct edited ids in core-PID.img.',
  ],
  'criu-thread-credentials': [
    'Old releases saved credentials of the process only, and newer ones wait for those of threads.',
    '`cr-convert --to criu DIR NEW` writes them for each thread.',
  ],
  'criu-deprecated': [
    'The form is of CRIU 1.x; later releases read it on request only.',
    'Give CRIU --deprecated, or `cr-convert --to criu DIR NEW`.',
  ],
  'criu-proc-of-users': [
    'CRIU mounts a /proc inside of the user namespace; that of the pid namespace outside belongs to another user.',
    'Dump a tree that has a pid namespace of its own, too (unshare --user --pid --fork --mount-proc).',
  ],
  'criu-clock': [
    'The offset of the time namespace would take a clock below zero, or beyond what it can hold.',
    'Correct timens-N.img; an offset is at most some decades.',
  ],
  'criu-timer': [
    'Interval, clock or signal of a timer is one that the kernel refuses.',
    '`cr-inspect DIR times` shows timers; correct the edited value.',
  ],
  'criu-scheduling': [
    'Policy, priority and nice of the task do not go together: real-time policies need a priority, others have none.',
    'Correct sched_policy, sched_prio and sched_nice in core-PID.img.',
  ],
  'criu-value-lost': [
    'CRIU has no way to set it, or the image is of a release that did not save it.',
    'Nothing has to be done; make sure that programs bear it.',
  ],
  'criu-silently-accepted': [
    'CRIU takes the value as it is, and the result is not what was dumped.',
    'Nothing has to be done for the restore; look at what the message names.',
  ],
  'criu-released-binary': [
    'A distribution ships a build that differs from the sources of its release.',
    'Nothing has to be done; it is said because the sources say otherwise.',
  ],
};
