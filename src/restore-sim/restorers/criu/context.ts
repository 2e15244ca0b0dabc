/** What one simulated restore knows: the image as CRIU reads it, the kernel, the tree with its helpers. */
import type { Diagnostic, Location } from '../../../diagnostic.ts';
import { type DirectoryKind, kindOfDirectory } from '../../../model/from-criu/directory-kind.ts';
import { type CriuImage, openCriuImage } from '../../../model/from-criu/image.ts';
import { type ImageLayout, layOut } from '../../../model/from-criu/image-source.ts';
import type { CriuOpenFile } from '../../../model/from-criu/open-files.ts';
import { machineOfDirectory, pageBytesOf } from '../../../model/from-criu/page-size.ts';
import type { ImageDirectory } from '../../../parse/criu/index.ts';
import type { TaskKobjIdsEntry } from '../../../parse/generated/criu-descriptors.ts';
import { Kernel, type KernelProfile, type Task } from '../../kernel/index.ts';
import { profileOn } from '../../machines.ts';
import type { Operation } from '../../report.ts';
import { type Asked, nothingAsked } from './asked.ts';
import { type RestoringMachine, type RestoringMachineName, restoringMachine } from './machine.ts';

export interface CriuRestoreOptions {
  /** Connections come back closed. */
  readonly tcpClose?: boolean;
  /** The machine that restores; default: one like that of the image. */
  readonly machine?: RestoringMachineName | undefined;
  /** Whether every operation is recorded; default true. */
  readonly operations?: boolean;
}

/** criu/include/pstree.h: TASK_*. `undefined` is a number that only a group or session has. */
export type ItemState = 'undefined' | 'alive' | 'dead' | 'stopped' | 'helper';

/** What of a core is needed after it was checked; the rest of it is large. */
export interface CoreFacts {
  readonly comm: string;
  /** Since CRIU 3.11 threads have names of their own. */
  readonly hasThreadNames: boolean;
  readonly exitCode: number;
  /** As the image has it: the digits of /proc/PID/personality, read as decimal ones. */
  readonly personality: number;
  readonly handlerCount: number;
  readonly hasTimers: boolean;
  readonly hasLimits: boolean;
  readonly hasCredentials: boolean;
  uid: number;
  gid: number;
}

/** A node of the tree that CRIU builds: tasks of the image, and helpers. */
export interface Item {
  readonly pid: number;
  pgid: number;
  sid: number;
  /** Session in which it was forked, if not the one that it ends in; -1 if that does not matter. */
  bornSid: number;
  state: ItemState;
  parent: Item | undefined;
  /** CRIU puts each new child in front. */
  children: Item[];
  ids: TaskKobjIdsEntry | undefined;
  threads: readonly number[];
  groupLeader: Item | undefined;
  /** Whether the task made the group of its own number with setpgid. */
  madeGroup: boolean;
  cgroupSet: number;
  core: CoreFacts | undefined;
  /** The task in the simulated kernel. */
  task: Task | undefined;
  /** Where the image describes it. */
  at: Location;
}

export interface CriuRestore {
  readonly image: CriuImage;
  readonly layout: ImageLayout;
  readonly kind: DirectoryKind;
  readonly machine: RestoringMachine;
  /** Size of a page in bytes. */
  readonly page: bigint;
  readonly options: CriuRestoreOptions;
  readonly kernel: Kernel;
  /** The first problem of each file that was read. */
  readonly problems: Map<string, Diagnostic>;
  /** Bytes after the only record of a file, which CRIU does not read. */
  readonly trailing: Diagnostic[];
  /** Replaced once it is read. */
  inventory: Inventory;
  readonly numbers: Numbers;
  root: Item | undefined;
  readonly used: Used;
  /** Kinds of namespaces that are made for the tree. */
  ownNamespaces: ReadonlySet<NamespaceKind>;
  readonly operations: Operation[];
  readonly asked: Asked;
  /** Session and group of whoever restores, where the tree takes them over (--shell-job). */
  caller: { readonly sid: number; readonly pgid: number } | undefined;
  /** By the name of a system call. */
  readonly interruptedWaits: Map<string, InterruptedWait[]>;
  readonly losses: Diagnostic[];
  readonly notes: Diagnostic[];
}

/** A thread in a call that returns EINTR behind the restore, and its core. */
export interface InterruptedWait {
  readonly tid: number;
  readonly at: Location;
}

/** What the inventory says of all that is read after it. */
export interface Inventory {
  /** Files begin with two words, not one. */
  readonly hasHeadMagic: boolean;
  readonly nsPerId: boolean;
  readonly rootIds: TaskKobjIdsEntry | undefined;
  readonly rootCgroupSet: number;
  /** The dump closed its connections, or the restore does. */
  readonly closesTcp: boolean;
}

/** Numbers that are taken in the tree. */
export interface Numbers {
  /** Helpers and mere numbers included. */
  readonly items: Map<number, Item>;
  /** Of threads that are no leaders. */
  readonly threads: Set<number>;
  /** The last that a helper of no meaning got. */
  lastHelper: number;
}

/** What tasks use of the open files: gathered while tasks are read, looked at when files are opened. */
export interface Used {
  /** Files that some task opens, by kind and number. */
  readonly files: Set<string>;
  /** Those among them that some area shares through a file open for writing. */
  readonly sharedForWriting: Set<string>;
  /** Open files whose number another of their kind has, too: nobody can have them open. */
  readonly twins: CriuOpenFile[];
  /** The first task that runs a file, by the number of the file. */
  readonly runners: Map<number, number>;
  /** Who opens each file, by kind and number: the task with the lowest pid, at its first descriptor for it. */
  readonly firstUsers: Map<string, { readonly pid: number; readonly fd: number }>;
  /** The last descriptor that stands twice, by table, and whether it is the same file both times. */
  readonly duplicates: Map<number, DuplicateDescriptor>;
  /** Live tasks without a file of directories. */
  readonly withoutDirectories: Set<number>;
}

const nothingUsed = (): Used => ({
  files: new Set(),
  sharedForWriting: new Set(),
  twins: [],
  runners: new Map(),
  firstUsers: new Map(),
  duplicates: new Map(),
  withoutDirectories: new Set(),
});

export interface DuplicateDescriptor {
  readonly fd: number;
  /** Of the file that stands there second. */
  readonly key: string;
  readonly isSame: boolean;
  readonly at: Location;
}

export type NamespaceKind = 'pid' | 'net' | 'ipc' | 'uts' | 'time' | 'mnt' | 'user';

export function startRestore(
  directory: ImageDirectory,
  profile: KernelProfile,
  options: CriuRestoreOptions,
): CriuRestore {
  const problems = new Map<string, Diagnostic>();
  const trailing: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    const file = diagnostic.at?.file ?? '';
    if (diagnostic.code === 'criu-trailing-bytes' && !trailing.some(({ at }) => at?.file === file)) {
      trailing.push(diagnostic);
    }
    if (isFatal(diagnostic) && !problems.has(file)) problems.set(file, diagnostic);
  };
  const image = openCriuImage(directory, report, true);
  const machine = machineFor(directory, options);
  return {
    image,
    layout: layOut(directory),
    kind: kindOfDirectory(directory),
    options,
    problems,
    trailing,
    machine,
    page: BigInt(pageBytesOf(directory)),
    kernel: new Kernel(profileOn(profile, machine), 'criu'),
    inventory: {
      hasHeadMagic: true,
      nsPerId: false,
      rootIds: undefined,
      rootCgroupSet: 0,
      closesTcp: options.tcpClose === true,
    },
    numbers: { items: new Map(), threads: new Set(), lastHelper: 0 },
    root: undefined,
    used: nothingUsed(),
    ownNamespaces: new Set(),
    asked: nothingAsked(),
    caller: undefined,
    operations: [],
    interruptedWaits: new Map(),
    losses: [],
    notes: [],
  };
}

/** The one that was named, else one like that of the image, else what most are. */
function machineFor(directory: ImageDirectory, { machine }: CriuRestoreOptions): RestoringMachine {
  const own = machine ?? machineOfDirectory(directory)?.name ?? 'x86_64';
  return restoringMachine(own) ?? (restoringMachine('x86_64') as RestoringMachine);
}

/** protobuf-c refuses a message that lacks a required field, also one that only newer releases require. */
export const isFatal = ({ severity, code }: Diagnostic): boolean =>
  severity === 'error' || code === 'criu-missing-newer-field';

export function isAlive({ state }: Item): boolean {
  return state === 'alive' || state === 'stopped';
}

/** The tree from its root down, children in CRIU's order. */
export function* preorder(root: Item | undefined): Generator<Item, void, undefined> {
  const waiting = root === undefined ? [] : [root];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    yield item;
    for (let index = item.children.length - 1; index >= 0; index--) waiting.push(item.children[index]!);
  }
}

export function operate(
  restore: CriuRestore,
  op: string,
  task: number | undefined,
  args: Operation['args'],
  details: { readonly result?: string; readonly at?: number } = {},
): void {
  if (restore.options.operations === false) return;
  const { result, at = 0 } = details;
  restore.operations.push({
    op,
    ...(task !== undefined && { task }),
    args,
    ...(result !== undefined && { result }),
    at,
  });
}
