/** What one simulated restore knows: the image as CRIU reads it, the kernel, the tree with its helpers. */
import type { Diagnostic, Location } from '../../../diagnostic.ts';
import { type DirectoryKind, kindOfDirectory } from '../../../model/from-criu/directory-kind.ts';
import {
  type CriuImage,
  type Entry,
  entriesOf,
  firstOf,
  openCriuImage,
} from '../../../model/from-criu/image.ts';
import { type ImageLayout, layOut } from '../../../model/from-criu/image-source.ts';
import type { CriuOpenFile } from '../../../model/from-criu/open-files.ts';
import { machineOfDirectory, pageBytesOf } from '../../../model/from-criu/page-size.ts';
import {
  fileName,
  type ImageDirectory,
  type ImageTypeName,
  type MessageName,
} from '../../../parse/criu/index.ts';
import type { TaskKobjIdsEntry } from '../../../parse/generated/criu-descriptors.ts';
import { Kernel, type KernelProfile, type Task } from '../../kernel/index.ts';
import { profileOn } from '../../machines.ts';
import type { Operation } from '../../report.ts';
import { type Asked, nothingAsked } from './asked.ts';
import { type RestoringMachine, type RestoringMachineName, restoringMachine } from './machine.ts';
import { fails, Stop } from './stop.ts';

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
  /** From the inventory. */
  hasHeadMagic: boolean;
  nsPerId: boolean;
  rootIds: TaskKobjIdsEntry | undefined;
  rootCgroupSet: number;
  /** By number, helpers and mere numbers included. */
  readonly items: Map<number, Item>;
  /** Numbers of threads that are no leaders. */
  readonly threadNumbers: Set<number>;
  root: Item | undefined;
  /** Open files whose number another of their kind has, too: nobody can have them open. */
  readonly twins: CriuOpenFile[];
  /** Files that some task opens, by kind and number. */
  readonly uses: Set<string>;
  /** Those among them that some area shares through a file open for writing. */
  readonly sharedForWriting: Set<string>;
  /** The first task that runs a file, by the number of the file. */
  readonly runners: Map<number, number>;
  /** Who opens each file, by kind and number: the task with the lowest pid, at its first descriptor for it. */
  readonly firstUsers: Map<string, { readonly pid: number; readonly fd: number }>;
  /** The last descriptor that stands twice, by table, and whether it is the same file both times. */
  readonly duplicates: Map<number, DuplicateDescriptor>;
  /** Live tasks without a file of directories. */
  readonly withoutDirectories: Set<number>;
  /** The last number that a helper of no meaning got. */
  lastHelper: number;
  /** Kinds of namespaces that are made for the tree. */
  ownNamespaces: ReadonlySet<NamespaceKind>;
  readonly operations: Operation[];
  readonly asked: Asked;
  /** Session and group of whoever restores, where the tree takes them over (--shell-job). */
  caller: { readonly sid: number; readonly pgid: number } | undefined;
  /** Whether the dump closed its connections. */
  closesTcp: boolean;
  readonly losses: Diagnostic[];
  readonly notes: Diagnostic[];
}

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
  const image = openCriuImage(directory, (diagnostic) => {
    const file = diagnostic.at?.file ?? '';
    if (diagnostic.code === 'criu-trailing-bytes' && !trailing.some(({ at }) => at?.file === file)) {
      trailing.push(diagnostic);
    }
    if (isFatal(diagnostic) && !problems.has(file)) problems.set(file, diagnostic);
  });
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
    hasHeadMagic: true,
    nsPerId: false,
    rootIds: undefined,
    rootCgroupSet: 0,
    items: new Map(),
    threadNumbers: new Set(),
    root: undefined,
    lastHelper: 0,
    twins: [],
    uses: new Set(),
    sharedForWriting: new Set(),
    runners: new Map(),
    firstUsers: new Map(),
    duplicates: new Map(),
    withoutDirectories: new Set(),
    ownNamespaces: new Set(),
    asked: nothingAsked(),
    caller: undefined,
    closesTcp: options.tcpClose === true,
    operations: [],
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

/** What CRIU says of a file that it cannot read (criu/protobuf.c, criu/image.c). */
export function checkReadable(restore: CriuRestore, type: ImageTypeName, id?: number): void {
  const stop = readingStop(restore, type, id);
  if (stop !== undefined) throw stop;
}

/** The same for those who first go on with what lies before the damage. */
export function readingStop(restore: CriuRestore, type: ImageTypeName, id?: number): Stop | undefined {
  const file = fileName(type, id);
  const magic = magicStop(restore, type, file);
  if (magic !== undefined) return magic;
  const problem = restore.problems.get(file);
  if (problem === undefined) return undefined;
  const at = problem.at ?? { file };
  const words = restWords(restore, file, at.offset ?? 0);
  if (problem.code === 'criu-truncated-record' && words.length !== undefined && words.length < 0) {
    return negativeLength(restore, type, at, words.length);
  }
  const message = `CRIU: "${saidOf(problem.code, file, words)}"; ${problem.message}`;
  return new Stop('fails', { code: 'criu-unreadable', at, message });
}

interface RestWords {
  /** Bytes from the place of the damage on. */
  readonly rest: number;
  /** The first four of them as C reads a length, if there are four. */
  readonly length: number | undefined;
  readonly isAtStart: boolean;
}

function restWords({ image }: CriuRestore, file: string, offset: number): RestWords {
  const rest = Math.max(0, (image.sizes.get(file) ?? 0) - offset);
  const source = rest >= 4 ? image.directory.open(file) : undefined;
  const bytes = source?.view(offset, 4);
  const length = bytes && new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  source?.close();
  return { rest, length, isAtStart: offset === 0 };
}

function saidOf(code: string, file: string, { rest, length, isAtStart }: RestWords): string {
  if (code === 'criu-truncated-magic') return isAtStart && rest === 0 ? 'Unexpected EOF' : 'Img trimmed';
  if (code === 'criu-wrong-magic') return `${isAtStart ? 'Head magic' : 'Magic'} doesn't match for ${file}`;
  if (code === 'criu-truncated-payload') return 'Img trimmed';
  if (code !== 'criu-truncated-record') return `Failed unpacking object from ${file}`;
  return length === undefined
    ? `Read ${rest} bytes while 4 expected on ${file}`
    : `Read ${rest - 4} bytes while ${length} expected from ${file}`;
}

/** Read without a buffer, since raw contents follow their records. */
const unbuffered: ReadonlySet<ImageTypeName> = new Set(['MEMFD_INODE', 'IPCNS_SHM']);

/** A negative length aborts whoever reads it (criu/bfd.c): CRIU itself until the first task is forked. */
function negativeLength(restore: CriuRestore, type: ImageTypeName, at: Location, length: number): Stop {
  const code = 'criu-negative-length';
  const what = `a record of ${at.file} has the length ${length}`;
  if (unbuffered.has(type)) {
    return new Stop('fails', { code, at, message: `CRIU: "Can't read ${length} bytes from file"; ${what}` });
  }
  if (restore.root?.task === undefined) {
    return new Stop('crashes', { code, at, message: `CRIU crashes: ${what}` });
  }
  return new Stop('fails', { code, at, message: `CRIU: "bfd: BUG", and a task is killed; ${what}` });
}

/** How many words stand before the records is told by the inventory, not by the file. */
function magicStop(
  { image, hasHeadMagic, problems }: CriuRestore,
  type: ImageTypeName,
  file: string,
): Stop | undefined {
  // A file with a damaged head has a problem of its own.
  if (type === 'INVENTORY' || !image.sizes.has(file) || problems.has(file)) return undefined;
  if (image.oneMagic.has(file) !== hasHeadMagic) return undefined;
  const [found, wanted] = hasHeadMagic ? [1, 2] : [2, 1];
  const why = `it has ${found} magic words, the inventory's version means ${wanted}`;
  const message = `CRIU: "Magic doesn't match for ${file}"; ${why}`;
  return new Stop('fails', { code: 'criu-unreadable', at: { file, offset: 0 }, message });
}

/** The entry of a file that CRIU insists on: absent means the "empty image". */
export function needEntry<Name extends MessageName>(
  restore: CriuRestore,
  type: ImageTypeName,
  message: Name,
  id?: number,
): Entry<Name> {
  const entry = firstOf(restore.image, type, message, id);
  checkReadable(restore, type, id);
  return entry ?? missing(restore, type, id);
}

/** The core of a task or thread. */
export const coreOf = ({ image }: CriuRestore, tid: number): Entry<'core_entry'> | undefined =>
  firstOf(image, 'CORE', 'core_entry', tid);

export function needCore(restore: CriuRestore, tid: number): Entry<'core_entry'> {
  const core = coreOf(restore, tid);
  checkReadable(restore, 'CORE', tid);
  return core ?? missing(restore, 'CORE', tid);
}

export function missing(restore: CriuRestore, type: ImageTypeName, id: number | undefined, what = ''): never {
  const file = fileName(type, id);
  const isThere = restore.image.sizes.has(file);
  const message = `CRIU: "Unexpected EOF on ${isThere ? file : '(empty-image)'}"; ${file} is ${isThere ? 'empty' : 'missing'}${what}`;
  fails('criu-file-missing', { file }, message);
}

/** All entries of a list; a missing file is an empty list. */
export function listEntries<Name extends MessageName>(
  restore: CriuRestore,
  type: ImageTypeName,
  message: Name,
  id?: number,
): readonly Entry<Name>[] {
  const { entries, stop } = entriesUntil(restore, type, message, id);
  if (stop !== undefined) throw stop;
  return entries;
}

/** All entries of a list with what stops the restore after them, for those who go on with them until then. */
export function entriesUntil<Name extends MessageName>(
  restore: CriuRestore,
  type: ImageTypeName,
  message: Name,
  id?: number,
): { readonly entries: readonly Entry<Name>[]; readonly stop: Stop | undefined } {
  const entries = [...entriesOf(restore.image, type, message, id)];
  // CRIU looks at the magic words before it reads anything.
  const magic = magicStop(restore, type, fileName(type, id));
  if (magic !== undefined) return { entries: [], stop: magic };
  return { entries, stop: readingStop(restore, type, id) };
}

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
