/**
 * Which repairs an image needs, worked out before anything is written. Each repair is in a file of its own.
 */
import type { Checkpoint, Id, MemoryArea, MemoryMap, Registers, Task } from '../../../../model/checkpoint.ts';
import type { ByteSource } from '../../../../parse/bytes/byte-source.ts';
import type { InjectedCode } from '../context.ts';
import type { Losses } from '../losses.ts';
import type { Entry } from '../registers.ts';
import { memoryOf, type Tree, type TreeProcess } from '../tree.ts';
import { type CodePage, makeCodePage, type Start } from './code-page.ts';
import { deadLeaderFragment } from './dead-leader.ts';
import type { Fragment } from './fragment.ts';
import { pollFragment, pollLeftMs } from './poll-continuation.ts';
import { type FragmentState, fragmentState, processFragments, undoFragments } from './process-fragments.ts';
import { type ContentPatches, signalFramePatches } from './signal-frames.ts';
import { sleepFragment } from './sleep-continuation.ts';
import {
  bitsOf,
  callOf,
  hasTimeLimit,
  interruptedResult,
  interruptionOf,
  restarted,
  returned,
} from './syscall-restart.ts';
import { type AddedPage, fixedPageOf, isKernelPage, type StandIn, standInOf } from './vdso-stand-in.ts';

export interface Repairs {
  /** Registers of a task; those of its process where the task is a dead leader. */
  readonly registers: (task: Task) => Registers | undefined;
  readonly entry: (task: Task) => Entry;
  readonly codePage: (memory: Id<'memory'>) => CodePage | undefined;
  /** Content for an area that a kernel made for itself. */
  readonly standIn: (memory: Id<'memory'>, area: MemoryArea) => StandIn | undefined;
  /** A page for kernel functions in a process whose kernel had one at an address of its own. */
  readonly addedPage: (memory: Id<'memory'>) => AddedPage | undefined;
  readonly patches: ContentPatches;
  /** What processes make again by themselves, so that it is not written. */
  readonly remade: FragmentState;
  /** Processes that need code and may not get it. */
  readonly impossible: readonly { readonly message: string; readonly at: number }[];
}

export interface RepairInput {
  readonly checkpoint: Checkpoint;
  readonly source: ByteSource;
  readonly tree: Tree;
  readonly injectsCode: boolean;
  readonly losses: Losses;
  readonly injected: InjectedCode[];
}

interface TaskPlan {
  readonly registers: Registers;
  readonly entry: Entry;
  readonly fragments: readonly Fragment[];
  readonly endsProgram: boolean;
}

export function planRepairs(input: RepairInput): Repairs {
  const { checkpoint, source, tree } = input;
  const impossible: { message: string; at: number }[] = [];
  const plans = new Map<Task, TaskPlan>();
  const starts = new Map<Id<'memory'>, Start[]>();
  const state = fragmentState(checkpoint, source);
  for (const process of tree.processes) {
    if (process.life === 'zombie') continue;
    for (const task of process.threads) {
      const plan = planTask(input, process, task, state, impossible);
      if (!plan) continue;
      plans.set(task, plan);
      if (plan.fragments.length === 0) continue;
      const list = starts.get(memoryOf(process)) ?? [];
      starts.set(memoryOf(process), list);
      const target = plan.endsProgram ? undefined : plan.entry.ip;
      list.push({ task, bits: bitsOf(plan.registers), fragments: plan.fragments, target });
    }
  }
  const pages = placePages(input, starts, impossible);
  const standIns = makeStandIns(input);
  const added = addPages(input);
  return {
    registers: (task) => plans.get(task)?.registers ?? task.registers,
    entry: (task) => entryOf(plans.get(task), pages.get(memoryIn(tree, task))?.entries.get(task.pid)),
    codePage: (memory) => pages.get(memory),
    standIn: (memory, area) => standIns.get(standInKey(memory, area)),
    addedPage: (memory) => added.get(memory),
    patches: signalFramePatches(checkpoint, source),
    remade: state,
    impossible,
  };
}

const memoryIn = (tree: Tree, task: Task): Id<'memory'> => {
  const process = tree.byPid.get(task.tgid);
  if (!process) throw new Error('a task that is written belongs to a process');
  return memoryOf(process);
};

function entryOf(plan: TaskPlan | undefined, ip: bigint | undefined): Entry {
  if (!plan) throw new Error('a task that is written has a plan');
  return ip === undefined ? plan.entry : { ...plan.entry, ip };
}

function planTask(
  input: RepairInput,
  process: TreeProcess,
  task: Task,
  state: FragmentState,
  impossible: { message: string; at: number }[],
): TaskPlan | undefined {
  const isDeadLeader = process.life === 'dead-leader' && task === process.leader;
  const stored = isDeadLeader ? process.holder.registers : task.registers;
  if (!stored) {
    impossible.push({ message: `task ${task.pid} lives and has no registers`, at: task.at });
    return undefined;
  }
  if (stored.layout === 'ia64') {
    impossible.push({ message: `task ${task.pid} ran on ia64, which CRIU has no restore for`, at: task.at });
    return undefined;
  }
  if (isDeadLeader) return planDeadLeader(input, process, stored, impossible);
  const going = goOn(input, task, stored);
  const undo = undoFragments(input, task, stored, going.entry.ax, state);
  const shared =
    task === process.holder ? processFragments(input, process, stored, going.entry.ax, state) : [];
  const fragments = [...shared, ...undo, ...going.fragments];
  return { registers: stored, entry: going.entry, fragments, endsProgram: false };
}

function planDeadLeader(
  { injectsCode }: RepairInput,
  { leader, pid }: TreeProcess,
  registers: Registers,
  impossible: { message: string; at: number }[],
): TaskPlan {
  if (!injectsCode) {
    const message = `the leader of process ${pid} is dead and its threads live, which needs code in it`;
    impossible.push({ message, at: leader.at });
  }
  const call = callOf(registers);
  const fragments = injectsCode ? [deadLeaderFragment(leader, call.bits)] : [];
  return { registers, entry: returned(call, 0n), fragments, endsProgram: true };
}

/** Where the task goes on in its program, and what has to run before. */
function goOn(
  { checkpoint, injectsCode, losses }: RepairInput,
  task: Task,
  registers: Registers,
): { readonly entry: Entry; readonly fragments: readonly Fragment[] } {
  const call = callOf(registers);
  const interruption = interruptionOf(checkpoint, task, registers);
  if (interruption === 'resume') return { entry: returned(call, call.result), fragments: [] };
  if (interruption === 'restart') {
    if (hasTimeLimit(registers))
      losses.add('time-limit', `task ${task.pid} waits for its whole limit again`, task);
    return { entry: restarted(call), fragments: [] };
  }
  if (interruption === 'futex') {
    losses.add('futex-wait', `task ${task.pid}`, task);
    return { entry: returned(call, 0n), fragments: [] };
  }
  if (interruption === 'interrupted') return { entry: returned(call, interruptedResult), fragments: [] };
  const block = task.restart;
  if (block?.kind === 'nanosleep') {
    if (injectsCode) return { entry: returned(call, 0n), fragments: [sleepFragment(registers, block)] };
    losses.add('sleep-remainder', `task ${task.pid} gets EINTR`, task);
    return { entry: returned(call, interruptedResult), fragments: [] };
  }
  if (block?.kind === 'poll') {
    const leftMs = pollLeftMs(checkpoint.image, registers, block);
    if (leftMs === undefined) return { entry: restarted(call), fragments: [] };
    if (injectsCode)
      return { entry: returned(call, 0n), fragments: [pollFragment(registers, block, leftMs)] };
    losses.add('poll-timeout', `task ${task.pid} waits for its whole limit again`, task);
    return { entry: restarted(call), fragments: [] };
  }
  losses.add('restart-block', `task ${task.pid} makes its call again with the first arguments`, task);
  return { entry: restarted(call), fragments: [] };
}

function placePages(
  { checkpoint, injected }: RepairInput,
  starts: ReadonlyMap<Id<'memory'>, readonly Start[]>,
  impossible: { message: string; at: number }[],
): ReadonlyMap<Id<'memory'>, CodePage> {
  const pages = new Map<Id<'memory'>, CodePage>();
  for (const [id, list] of starts) {
    const memory = checkpoint.memories.get(id);
    const page = memory && makeCodePage(memory, list);
    if (!page) {
      const pid = list[0]?.task.tgid ?? 0;
      impossible.push({ message: `process ${pid} has no room for a page of code`, at: memory?.at ?? id });
      continue;
    }
    pages.set(id, page);
    for (const { task, fragment, address, length } of page.placed) {
      const { repair, purpose } = fragment;
      injected.push({ repair, pid: task.tgid, tid: task.pid, address, lengthBytes: length, purpose });
    }
  }
  return pages;
}

const standInKey = (memory: Id<'memory'>, area: MemoryArea): string => `${memory} ${area.start}`;

function makeStandIns(input: RepairInput): ReadonlyMap<string, StandIn> {
  const { checkpoint, source, tree, injectsCode, losses, injected } = input;
  const standIns = new Map<string, StandIn>();
  for (const process of tree.processes) {
    if (process.life === 'zombie') continue;
    const id = memoryOf(process);
    const memory = checkpoint.memories.get(id) as MemoryMap | undefined;
    const is64bit = process.holder.registers?.layout === 'x86_64';
    for (const area of memory?.areas ?? []) {
      if (!isKernelPage(area) || standIns.has(standInKey(id, area))) continue;
      const made = injectsCode ? standInOf(checkpoint, source, area, is64bit) : undefined;
      if (!made) {
        losses.add('vdso-functions', `process ${process.pid} at 0x${area.start.toString(16)}`, area);
        continue;
      }
      standIns.set(standInKey(id, area), made);
      injected.push(standInNote(process, area, made));
    }
  }
  return standIns;
}

function addPages({ checkpoint, tree, injectsCode, losses, injected }: RepairInput) {
  const added = new Map<Id<'memory'>, AddedPage>();
  for (const process of tree.processes) {
    if (process.life === 'zombie' || process.holder.registers?.layout !== 'i386') continue;
    const id = memoryOf(process);
    const memory = checkpoint.memories.get(id);
    const page = memory && !added.has(id) ? fixedPageOf(checkpoint, memory) : undefined;
    if (!page) continue;
    if (!injectsCode) {
      losses.add('vdso-functions', `process ${process.pid} at 0x${page.start.toString(16)}`, memory);
      continue;
    }
    added.set(id, page);
    injected.push(standInNote(process, page, page.standIn));
  }
  return added;
}

function standInNote(
  { pid }: TreeProcess,
  { start }: { readonly start: bigint },
  { bytes, isGuessed }: StandIn,
): InjectedCode {
  const what = isGuessed ? 'at the places of the known kernel builds' : "from the image's own page";
  const purpose =
    `answers calls into the kernel's page, ${what}; ` +
    'without it programs that remember its addresses die at the next call';
  return { repair: 'kernel-functions', pid, tid: pid, address: start, lengthBytes: bytes.length, purpose };
}
