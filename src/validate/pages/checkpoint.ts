/**
 * Pages of the rules over the whole checkpoint: how tasks, groups, sessions and System V objects belong
 * together. Severity and meaning come from the rules' own table; rules that repeat one on records are left
 * out, with the reason.
 */
import type { CodeTable } from '../../diagnostic.ts';
import { checkpointRuleCodes } from '../../restore-sim/rules/index.ts';
import type { PageTable, RulePage } from '../page.ts';

/**
 * Rule over the checkpoint → the codes of record rules that say the same, and say it of damaged images too.
 */
export const saidByRecords: Readonly<Record<string, readonly string[]>> = {
  'container-init': ['first-task', 'no-tasks'],
  'pid-not-virtual': ['virtual-pid'],
  'unknown-task-state': ['task-state'],
  'missing-reference': ['dangling-position', 'null-position'],
  'ipc-id-range': ['ipc-id'],
  'ipc-sequence': ['ipc-sequence'],
  'undo-length': ['undo-length'],
  'undo-unknown-set': ['unknown-semaphore'],
  'message-type': ['message-type'],
  'area-order': ['area-order', 'area-range'],
  'duplicate-fd': ['duplicate-descriptor', 'descriptor-beyond-table'],
};

/** CPT images know one level of pids only. */
export const notInFamily: ReadonlySet<string> = new Set(['pid-levels']);

type Part = Pick<RulePage, 'why' | 'errno' | 'bad' | 'good' | 'mend'>;

const parts: Readonly<Record<string, Part>> = {
  'duplicate-pid': {
    why: 'The second fork with that number fails: alloc_vpid on 2.6.18, alloc_pid of the pid namespace later.',
    errno: 'EEXIST on 2.6.18, ENOMEM on 2.6.32',
    bad: 'two TASK objects with pid 1030',
    good: 'each pid once',
    mend: 'Find out which of the two is meant; drop the other with all that only it uses.',
  },
  'pid-range': {
    why: 'Numbers above the limit index outside of the pid map, which the kernel does not check.',
    errno: 'crash, or EIO for negative ones',
    bad: 'pid 4194304',
    good: 'pids from 1 to 32767 unless kernel.pid_max was raised',
    mend: 'Set it to the number that the other tasks refer to.',
  },
  'missing-parent': {
    why: 'make_baby looks for tasks by cpt_rppid: this one is never made, and the linkage finds it missing.',
    errno: 'EINVAL',
    bad: 'rppid 999 without such a task',
    good: 'rppid is the pid of a task; orphans have that of init',
    mend: 'Set rppid to 1, as the kernel does for orphans.',
  },
  'parent-cycle': {
    why: 'Nobody creates the first of them; the linkage finds all of them missing.',
    errno: 'EINVAL',
    bad: 'task 1030 with rppid 1031, task 1031 with rppid 1030',
    good: 'every chain of parents ends at init',
    mend: 'Set rppid of one of them to its true parent.',
  },
  'missing-session-leader': {
    why: '2.6.18 reserves a number for sessions whose leader is dead: not for one that is marked as alive.',
    errno: 'EINVAL',
    bad: 'session 1030 of type normal, and no task 1030',
    good: 'session_type orphan where the leader is dead',
    mend: 'Set session_type to what is true.',
  },
  'session-contradiction': {
    why: 'setsid makes session and group of its caller equal; no later call separates them.',
    bad: 'task 1030 in session 1 while others are in session 1030',
    good: 'the task 1030 is in session 1030 and group 1030',
    mend: 'Correct pgrp and session of the leader.',
  },
  'session-unreachable': {
    why: '2.6.18 and 2.6.32 set any number; a restorer without that power, such as CRIU, cannot make the tree.',
    bad: 'a child in a session that no ancestor ever was in',
    good: 'a session that the task or one of its ancestors created',
    mend: 'Correct the session of the task.',
  },
  'missing-group-leader': {
    why: '2.6.18 reserves a number for groups whose leader is dead: not for one that is marked as alive.',
    errno: 'EINVAL',
    bad: 'pgrp 1030 of type normal, and no task 1030',
    good: 'pgrp_type orphan where the leader is dead',
    mend: 'Set pgrp_type to what is true.',
  },
  'group-across-sessions': {
    why: 'No kernel checks it at the restore; job control then signals processes of another terminal.',
    bad: 'group 1030 with members in sessions 1 and 1030',
    good: 'all members of a group are in one session',
    mend: 'Correct the session of the member that differs.',
  },
  'thread-without-leader': {
    why: 'Threads are made by the task named in cpt_leader: this one is never made.',
    errno: 'EINVAL',
    bad: 'a TASK with pid 1030, tgid 1029 and leader 1029, and no task 1029',
    good: 'a leader, perhaps a zombie, before its threads',
    mend: 'Correct tgid and leader; a lost leader can be put back as a zombie.',
  },
  'thread-contradiction': {
    why: 'copy_process refuses a thread without shared handlers and memory; 2.6.18 takes what it inherits.',
    errno: 'EINVAL',
    bad: 'two threads of one process with different MM',
    good: 'threads share mm, sighand and signal',
    mend: 'Point the references of the thread to those of its leader.',
  },
  'zombie-with-children': {
    why: 'Children of a dead process belong to init; a restore re-parents them in another order.',
    bad: 'a zombie that is the rppid of a live task',
    good: 'rppid 1 for the children of a dead process',
    mend: 'Set rppid of the children to 1.',
  },
  'start-time': {
    why: 'The time is restored as it is: ps shows a start in the future, or before the container’s.',
    bad: 'a task that started 100 s after the dump',
    good: 'a start between 0 and the age of the container',
    mend: 'Check the unit: `cr-convert --start-time jiffies` reads times of mislabelled images.',
  },
  'duplicate-ipc-id': {
    why: 'The slot of the second is taken: 2.6.18 merges or loses it, 2.6.32 refuses it.',
    errno: 'ESRCH on 2.6.18, EEXIST on 2.6.32',
    bad: 'two SYSV_SEM with id 0, or ids 0 and 32768 at once',
    good: 'ids that differ modulo 32768',
    mend: 'Remove the one that is not wanted.',
  },
  'duplicate-ipc-key': {
    why: '2.6.32 finds the first set for the key and does not make the second.',
    errno: 'EEXIST or ESRCH on 2.6.32; not checked by 2.6.18',
    bad: 'two queues with key 0x1234',
    good: 'each key once; any number of objects with key 0 (IPC_PRIVATE)',
    mend: 'Remove the one that is not wanted.',
  },
  'ipc-limit': {
    why: 'The limits of VEINFO are installed first, then the objects are made under them.',
    errno: 'ENOSPC, EINVAL for a segment above the maximum',
    bad: 'sem_ctl_arr 0 0 0 0 with one semaphore set',
    good: 'limits that hold what the image holds',
    mend: 'Raise the limit; 0 for the two limits of shared memory stands for 2^32-1.',
  },
  'semaphore-value': {
    why: 'newary refuses a set of none; larger values are stored and overflow at the next operation.',
    errno: 'EINVAL for a set of none',
    bad: 'a semaphore of value 40000',
    good: 'values from 0 to 32767',
    mend: 'Correct the value.',
  },
  'undo-unowned': {
    why: 'The adjustments are never made.',
    bad: 'a SYSVSEM_UNDO that no task names',
    good: 'sysvsem_undo of a task is its offset',
    mend: 'Point the task to it, or remove it.',
  },
  'message-total': {
    why: 'No kernel checks it; senders wait until more than the surplus is read.',
    bad: '20000 bytes queued with qbytes 16384',
    good: 'the sum of the sizes is at most qbytes',
    mend: 'Raise qbytes.',
  },
  'shm-attachment': {
    why: 'do_rst_mm attaches the segment of the FILE: there is none.',
    errno: 'EINVAL',
    bad: 'a VMA of type SHM whose FILE has no SYSV_SHM',
    good: 'a VMA of type SHM → FILE → INODE{SYSV_SHM}',
    mend: 'Correct the file of the area, or its type.',
  },
  'shm-destroyed': {
    why: 'The segment comes back and stays for ever: nothing detaches from it.',
    bad: 'a segment with mode 01000 that no area maps',
    good: 'a removed segment that is still attached',
    mend: 'Remove the FILE and INODE of the segment.',
  },
};

const unknownPart: Part = {
  why: 'The rules over the whole checkpoint say that no kernel can have written this.',
  good: 'an image as a kernel wrote it',
  mend: 'Correct what the message names.',
};

/** Codes that have a page of their own, for the test that demands one for each. */
export const pagedCheckpointCodes: readonly string[] = Object.keys(parts);

export const checkpointPages: PageTable = Object.fromEntries(
  Object.entries(checkpointRuleCodes as CodeTable)
    .filter(([code]) => saidByRecords[code] === undefined && !notInFamily.has(code))
    .map(([code, { severity, meaning }]) => [code, { severity, meaning, ...(parts[code] ?? unknownPart) }]),
);
