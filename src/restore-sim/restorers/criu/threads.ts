/** What each thread of a task needs of its core: by CRIU before the restorer runs, and by the restorer. */
import { type Entry, placeOf } from '../../../model/from-criu/image.ts';
import { fileName, listLength } from '../../../parse/criu/index.ts';
import type { ThreadCoreEntry, UserX86FpregsEntry } from '../../../parse/generated/criu-descriptors.ts';
import { askOfCore } from './asked.ts';
import type { CriuRestore, Item } from './context.ts';
import { killed } from './fork.ts';
import { noteInterruptedWait } from './interrupted-waits.ts';
import type { RestoringMachine } from './machine.ts';
import { coreOf, needCore } from './read-file.ts';
import { crashes, fails } from './stop.ts';

/** criu/cr-restore.c, sigreturn_restore: the thread with the number of the task is the leader. */
export function checkThreads(restore: CriuRestore, item: Item): void {
  const { pid, threads } = item;
  if (threads.length === 0) {
    const message = `CRIU: "Can't mmap section for restore code"; task ${pid} has no list of threads`;
    fails('criu-core', item.at, message);
  }
  for (const tid of new Set([pid, ...threads])) checkThread(restore, item, tid);
}

/** SECCOMP_MODE_FILTER. */
const filterMode = 2;

function checkThread(restore: CriuRestore, { pid }: Item, tid: number): void {
  const core = needCore(restore, tid);
  askOfCore(restore.asked, core);
  noteInterruptedWait(restore, tid, core);
  const { thread_core: own } = core.fields;
  if (own === undefined) killed(pid, placeOf(core), `the core of thread ${tid} has no thread_core`);
  if (own.seccomp_mode === filterMode && !restore.image.sizes.has(fileName('SECCOMP'))) {
    const message = `task ${pid} dies of SIGSEGV: thread ${tid} has a filter, and ${fileName('SECCOMP')} is not there`;
    crashes('criu-segfault', placeOf(core), message);
  }
  const wrong = badScheduling(own);
  if (wrong) fails('criu-scheduling', placeOf(core), `CRIU: "Inconsistent sched params"; ${wrong}`);
  if (core.fields[restore.machine.registers] === undefined) {
    const message = `CRIU: "Can't read core data for thread ${tid}"; it has no registers`;
    fails('criu-core', placeOf(core), message);
  }
  // Other machines keep no floating point state that could be incomplete and still be a message.
  const cut = cutArea(core.fields.thread_info?.fpregs);
  if (cut === undefined) return;
  const message = `CRIU: "Corruption in ${cut} area"; the registers of thread ${tid} are not complete`;
  fails('criu-core', placeOf(core), message);
}

/** Words of the areas of the extended state, each of which may be absent (arch/x86/crtools.c, valid_xsave_frame). */
const areaWords = {
  ymmh_space: 64,
  bndreg_state: 8,
  bndcsr_state: 2,
  opmask_reg: 8,
  zmm_upper: 64,
  hi16_zmm: 128,
  pkru: 2,
} as const;

const areas = Object.entries(areaWords);

function cutArea(registers: UserX86FpregsEntry | undefined): string | undefined {
  if (registers === undefined) return undefined;
  const { xsave } = registers;
  if (listLength(registers, 'st_space') < 32) return 'FPU st_space';
  if (listLength(registers, 'xmm_space') < 64) return 'FPU xmm_space';
  if (xsave === undefined) return undefined;
  return areas.find(([name, words]) => {
    const length = listLength(xsave, name);
    return length > 0 && length < words;
  })?.[0];
}

// sched(7): SCHED_FIFO and SCHED_RR have a priority, the others do not.
function badScheduling({
  sched_nice = 0,
  sched_policy = 0,
  sched_prio = 0,
}: ThreadCoreEntry): string | undefined {
  const nice = sched_nice | 0;
  if (nice < -20 || nice > 19) return `nice ${nice}`;
  const policy = sched_policy & ~0x4000_0000;
  if (policy === 1 || policy === 2)
    return sched_prio > 0 && sched_prio < 100 ? undefined : `priority ${sched_prio} of policy ${policy}`;
  if (policy !== 0 && policy !== 3 && policy !== 5) return `policy ${policy}`;
  return sched_prio === 0 ? undefined : `priority ${sched_prio} of policy ${policy}`;
}

/** Lists that each thread gives to the kernel (pie/restorer.c, restore_thread_common). */
// Holds for every release: absent lists are not registered.
export function registerThreads(restore: CriuRestore, { pid, threads }: Item): void {
  for (const tid of new Set([pid, ...threads])) {
    const core = coreOf(restore, tid);
    if (core) {
      checkRobustList(core, tid);
      checkRestartable(core, tid, restore.machine);
    }
  }
}

/** sizeof(struct robust_list_head) in 64 and in 32 bits. */
const robustListLengths: ReadonlySet<number> = new Set([24, 12]);

function checkRobustList(core: Entry<'core_entry'>, tid: number): void {
  const length = core.fields.thread_core?.futex_rla_len ?? 0;
  if (length === 0 || robustListLengths.has(length)) return;
  const message = `CRIU: "Failed to recover futex robust list: -22"; the list of thread ${tid} has a head of ${length} bytes`;
  fails('criu-core', placeOf(core), message, { errno: 'EINVAL' });
}

/** kernel/rseq.c: the area is aligned to its first size, 32 bytes. */
function checkRestartable(core: Entry<'core_entry'>, tid: number, { taskSize }: RestoringMachine): void {
  const { rseq_abi_pointer: address = 0n, rseq_abi_size: size = 0 } =
    core.fields.thread_core?.rseq_entry ?? {};
  if (address === 0n || (address % 32n === 0n && size >= 32 && address + BigInt(size) <= taskSize)) return;
  const message = `CRIU: "failed sys_rseq(${address.toString(16)}, ${size.toString(16)})"; the kernel takes no such area of thread ${tid}`;
  fails('criu-core', placeOf(core), message, { errno: 'EINVAL' });
}
