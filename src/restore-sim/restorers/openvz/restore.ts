/**
 * The state of one simulated restore: what has been restored so far, and what there is to say about it.
 * It corresponds to struct cpt_context and its object tables; it has no rules of its own.
 */
import type { Diagnostic } from '../../../diagnostic.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { ImageHeaderFields } from '../../../parse/generated/cpt-records.ts';
import type { RestoreCode } from '../../codes.ts';
import { restoreDiagnostic } from '../../codes.ts';
import {
  type Condition,
  type ConditionCode,
  condition,
  type PathKind,
  pathCondition,
} from '../../conditions.ts';
import {
  activePidNamespace,
  Kernel,
  kernelProfile,
  type Pid,
  type PidNamespace,
  type Task,
} from '../../kernel/index.ts';
import type { Operation } from '../../report.ts';
import { type AreaRange, AreaTable } from './area-table.ts';
import { ImageReader } from './image-reader.ts';
import type { KernelLine } from './kernel-line.ts';
import type { Place, Stop } from './stop.ts';

/**
 * What the restore reads of a task object, kept small because there may be many. Positions are numbers,
 * -1 for NULL64; pids have their sign.
 */
export interface TaskImage {
  readonly pid: number;
  readonly tgid: number;
  readonly ppid: number;
  readonly rppid: number;
  readonly leader: number;
  readonly pgrp: number;
  readonly session: number;
  readonly oldPgrp: number;
  readonly state: number;
  readonly isTraced: boolean;
  readonly policy: number;
  readonly comm: string;
  readonly uid: number;
  readonly gid: number;
  readonly exitCode: number;
  readonly is64bit: boolean;
  readonly starttime: bigint;
  readonly restartKind: number;
  readonly restartArg0: number;
  readonly restartArg3: number;
  readonly mm: number;
  readonly files: number;
  readonly fs: number;
  readonly signal: number;
  readonly sighand: number;
  readonly namespace: number;
  readonly undo: number;
  readonly timers: number;
  readonly mmUb: number;
  readonly taskUb: number;
  readonly execUb: number;
}

/** A task object of the image and the task that was made for it. */
export interface TaskEntry {
  readonly offset: number;
  readonly end: number;
  /** Where its sub-objects start. */
  readonly body: number;
  readonly image: TaskImage;
  task: Task | undefined;
  /** Positions of the objects that it has; undefined: its own, of no position. */
  memory: number | undefined;
  sighand: number | undefined;
  signal: number | undefined;
  /** Old terminal group, where one was set. */
  oldGroupSet: boolean;
}

/** What a file position stands for after it was opened. */
export type OpenFile = 'file' | 'epoll' | 'inotify' | 'socket' | 'segment' | 'delayed';

export interface Section {
  readonly start: number;
  readonly end: number;
}

/** A position that no file reaches: what a missing section is read at. */
const nowhere = 2 ** 64;

export class Restore {
  readonly reader: ImageReader;
  readonly line: KernelLine;
  readonly hz: number;
  readonly kernel: Kernel;
  header: ImageHeaderFields | undefined;
  readonly sections = new Map<number, Section>();

  /** In file order. */
  readonly tasks: TaskEntry[] = [];
  /** Those that each pid creates, in file order. */
  readonly children = new Map<number, TaskEntry[]>();
  /** The first task; it is the init of the container, when it is pid 1. */
  first: TaskEntry | undefined;
  readonly placeholders: Pid[] = [];

  readonly areas = new AreaTable();
  readonly memories = new Map<number, AreaRange>();
  readonly fileTables = new Set<number>();
  readonly directories = new Set<number>();
  readonly sighands = new Set<number>();
  readonly signals = new Set<number>();
  readonly files = new Map<number, OpenFile>();
  readonly inodes = new Set<number>();
  readonly filledPipes = new Set<number>();
  readonly terminals = new Set<number>();
  readonly sockets = new Map<number, number>();
  readonly mounts = new Map<number, string>();
  readonly namespaces = new Set<number>();
  readonly controlGroups = new Map<number, readonly number[]>();
  readonly beancounters = new Map<number, 'made' | 'missing'>();
  readonly devices = new Set<number>([1]);
  /** Both kernels keep one entry for all lists, which remembers the latest position only. */
  lastUndo: number | undefined;
  readonly undoLists = new Set<number>();
  tcpForm: 'ipv4' | 'ipv6' | undefined;
  /** What happens when the restored programs run, after a resume that succeeds. */
  afterwards: Stop | undefined;

  readonly losses: Diagnostic[] = [];
  readonly notes: Diagnostic[] = [];
  readonly operations: Operation[] = [];
  readonly conditions = new Map<string, Condition>();
  readonly #recordsOperations: boolean;
  readonly #said = new Map<RestoreCode, number>();

  constructor(source: ByteSource, line: KernelLine, hz: number, recordsOperations: boolean) {
    this.line = line;
    this.hz = hz;
    this.reader = new ImageReader(source, line.shortHeader);
    this.kernel = new Kernel(kernelProfile(line.profile), 'host');
    // The host's own limit cannot be known; the largest one leaves the image's tasks as the only reason.
    this.kernel.pidNamespace.limit.max = this.kernel.profile.pid.maxLimit;
    this.#recordsOperations = recordsOperations;
  }

  get version(): number {
    return this.header?.imageVersion ?? 0;
  }

  section(type: number): Section {
    return this.sections.get(type) ?? { start: nowhere, end: nowhere };
  }

  at(offset: number): Place {
    return this.reader.at(offset);
  }

  /** The namespace of the container, or that of the host when no container was made. */
  get pidNamespace(): PidNamespace {
    const task = this.first?.task;
    return task === undefined ? this.kernel.pidNamespace : activePidNamespace(task);
  }

  /** A warning or note; a hundred of one kind say as much as thousands. */
  say(code: RestoreCode, offset: number, message: string): void {
    const count = (this.#said.get(code) ?? 0) + 1;
    this.#said.set(code, count);
    if (count > saidMax) return;
    const diagnostic = restoreDiagnostic(code, message, this.at(offset));
    (diagnostic.severity === 'note' ? this.notes : this.losses).push(diagnostic);
  }

  did(op: string, task: TaskEntry | undefined, at: number, args: Operation['args'], result?: string): void {
    if (!this.#recordsOperations) return;
    const who = task === undefined ? undefined : { task: task.image.pid };
    this.operations.push({ op, ...who, args, ...(result !== undefined && { result }), at });
  }

  /** What the running kernel has to have; `wanted` in words of the image. */
  wants(code: ConditionCode, wanted: string, remedy: string, at: number): void {
    const key = `${code}:${wanted}`;
    if (!this.conditions.has(key)) this.conditions.set(key, condition(code, wanted, remedy, this.at(at)));
  }

  needed(kind: PathKind, path: string, at: number): void {
    const key = `${kind}:${path}`;
    if (!this.conditions.has(key)) this.conditions.set(key, pathCondition(kind, path, this.at(at)));
  }
}

const saidMax = 100;

/** Whether a position is NULL64. */
export const isNull = (stored: bigint): boolean => stored === 0xffffffffffffffffn;
