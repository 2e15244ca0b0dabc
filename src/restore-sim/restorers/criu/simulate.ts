/**
 * The restore of an image directory by CRIU 4.2, rehearsed: its checks in its order, pids, sessions, groups
 * and System V IPC in a simulated kernel. It touches no files of the host; paths that must exist are listed.
 */
import { pushAll } from '../../../lists.ts';
import { type DirectoryKind, kindHelp } from '../../../model/from-criu/directory-kind.ts';
import { placeOf } from '../../../model/from-criu/image.ts';
import type { ImageDirectory } from '../../../parse/criu/index.ts';
import { type Condition, condition } from '../../conditions.ts';
import {
  type KernelProfileName,
  kernelProfile,
  populate,
  type Task,
  type World,
} from '../../kernel/index.ts';
import { profileOn } from '../../machines.ts';
import type { Operation, SimulationReport } from '../../report.ts';
import type { RestorerOptions } from '../../restorer-options.ts';
import { askOfAreas } from './asked.ts';
import { criuRestoreDiagnostic } from './codes.ts';
import { collectContents, fillPipes, readFilters } from './collected.ts';
import { conditionsOf, type Scene } from './conditions/index.ts';
import {
  type CriuRestore,
  type CriuRestoreOptions,
  type Item,
  isAlive,
  preorder,
  startRestore,
} from './context.ts';
import {
  admitThreads,
  checkCgroup,
  checkCore,
  checkPidNamespace,
  endMortals,
  enterGroups,
  enterSession,
  forkTask,
  isBornBefore,
  makeThreads,
} from './fork.ts';
import { addHelpers } from './helpers.ts';
import { readInventory } from './inventory.ts';
import { restoreIpc, type Segments } from './ipc.ts';
import { checkForcedRemoval } from './ipc-variables.ts';
import { noteLosses } from './losses.ts';
import { makeMounts } from './make-mounts.ts';
import { checkAreas, checkLayout, memoryAgain, readMemory } from './memory.ts';
import { checkMountUse } from './mount-use.ts';
import { type MountTrees, readMounts } from './mounts.ts';
import { makeNames, makeTime, makeUsers, namespaceFileId } from './namespaces.ts';
import { enterNetwork, makeNetworks, type Network, readNetworks } from './network.ts';
import { checkOpened, checkUsers } from './opened-files.ts';
import { checkPages } from './pages.ts';
import { listEntries } from './read-file.ts';
import { readTree } from './read-tree.ts';
import { releasedBinaries } from './released-binaries.ts';
import { ipcRows, processRows } from './result.ts';
import { checkRemaps, collectFiles, type OpenFiles } from './shared-files.ts';
import { checkMemfds } from './shared-memory.ts';
import { type CriuFailure, Stop } from './stop.ts';
import {
  checkDescriptors,
  checkDirectories,
  checkHandlers,
  finishTask,
  restoreTask,
  usersOfTables,
} from './task-resources.ts';
import { checkStreams } from './tcp.ts';
import { pairTerminals, readTerminals } from './terminals.ts';

export interface SimulateCriuOptions extends CriuRestoreOptions {
  /** What is given to `criu restore`; undefined: nobody knows. */
  readonly given?: RestorerOptions | undefined;
  /** The kernel that restores; default `linux-6.18`. */
  readonly profile?: KernelProfileName;
  /** What is there before the restore. */
  readonly world?: World;
}

export interface CriuSimulationReport extends Omit<SimulationReport, 'failures'> {
  readonly failures: readonly CriuFailure[];
}

/** What `criu restore` 4.2 would do with the image, and what would run afterwards. */
export function simulateCriuRestore(
  directory: ImageDirectory,
  { profile = 'linux-6.18', world, given, ...more }: SimulateCriuOptions = {},
): CriuSimulationReport {
  // Tasks are gone over several times, as CRIU does.
  directory.keepSmallFiles?.(Number.POSITIVE_INFINITY);
  const options = { ...more, ...(given?.has('--tcp-close') === true && { tcpClose: true }) };
  const restore = startRestore(directory, kernelProfile(profile), options);
  if (world !== undefined) populate(restore.kernel.init, world);
  const { stop, scene } = run(restore, world, given);
  const done = stop === undefined;
  if (done) {
    endMortals(restore);
    noteLosses(restore);
  }
  noteBinaries(restore);
  const report: CriuSimulationReport = {
    verdict: stop?.verdict ?? 'restores',
    dump: { kind: restore.kind.name, title: restore.kind.title, isPlain: restore.kind.isPlain },
    kernel: profileOn(kernelProfile(profile), restore.machine).name,
    conditions: [...kindConditions(restore.kind), ...(scene === undefined ? [] : conditionsOf(scene))],
    failures: stop === undefined ? [] : [stop.failure],
    losses: restore.losses,
    notes: restore.notes,
    processes: done ? processRows(restore) : [],
    ipc: done ? ipcRows(restore) : { sem: [], msg: [], shm: [] },
    operations: restore.operations,
  };
  directory.keepSmallFiles?.(0);
  return report;
}

/** What the kind of the directory asks for. */
function kindConditions({
  lazyBytes,
  pagemaps,
  unknownPages,
  compressed,
}: DirectoryKind): readonly Condition[] {
  const conditions: Condition[] = [];
  if (lazyBytes > 0n) {
    const at = { file: pagemaps.find(({ lazyPages }) => lazyPages > 0n)?.file ?? '', offset: 0 };
    const wanted = `--lazy-pages, with a page server that has ${lazyBytes} bytes of memory`;
    conditions.push(condition('lazy-pages-needed', wanted, kindHelp.lazy, at, { option: '--lazy-pages' }));
  }
  if (unknownPages?.isPlausible === false) {
    const { what, writer, at } = unknownPages;
    const wanted = `a CRIU that knows ${what}; 4.2 takes the pages for plain ones`;
    conditions.push(
      condition('newer-criu-needed', wanted, `written by ${writer}: ${kindHelp.unknownPages}`, at),
    );
  }
  if (compressed?.isPlausible === false) {
    const wanted = `a CRIU of the development branch of 2026, for ${compressed.what}; 4.2 knows none`;
    conditions.push(condition('newer-criu-needed', wanted, kindHelp.compressed, compressed.at));
  }
  return conditions;
}

/** Of what a restore reads; memory alone is never restored. */
function noteBinaries({ image, notes, kind }: CriuRestore): void {
  if (kind.name === 'pre-dump') return;
  for (const { name, meets, does, file } of releasedBinaries) {
    if (meets(image)) notes.push(criuRestoreDiagnostic('criu-released-binary', `${name} ${does}`, { file }));
  }
}

interface Run {
  /** Why it ended before it was complete. */
  readonly stop: Stop | undefined;
  /** What conditions are told from; undefined where not even the tree and its files can be read. */
  readonly scene?: Scene;
}

/** criu/cr-restore.c, cr_restore_tasks. */
function run(restore: CriuRestore, world: World | undefined, options: RestorerOptions | undefined): Run {
  let collected: Collected | undefined;
  let stop: Stop | undefined;
  try {
    collected = collect(restore, world);
    restoreAll(restore, collected);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    stop = error;
  }
  if (collected === undefined) return { stop };
  const { files, trees, networks } = collected;
  const isKnown = {
    host: world !== undefined,
    pids: world?.pids !== undefined,
    pidMax: world?.pidMax !== undefined,
  };
  return {
    stop,
    scene: { restore, options, files, trees, networks, isKnown, isComplete: stop === undefined },
  };
}

/** What was read before the first task is forked. */
interface Collected {
  readonly files: OpenFiles;
  readonly sets: ReadonlySet<number>;
  readonly trees: MountTrees | undefined;
  readonly networks: readonly Network[];
}

/** What CRIU's first process does alone. */
function collect(restore: CriuRestore, world: World | undefined): Collected {
  restore.inventory = readInventory(restore);
  readTree(restore);
  addHelpers(restore);
  admitThreads(restore, world?.pidMax !== undefined);
  const files = collectFiles(restore);
  const sets = cgroupSets(restore);
  const trees = readMounts(restore);
  const networks = readNetworks(restore);
  return { files, sets, trees, networks };
}

function restoreAll(restore: CriuRestore, collected: Collected): void {
  const root = restore.root as Item;
  checkPidNamespace(restore);
  checkCore(restore, root);
  forkTask(restore, root, restore.kernel.init);
  runRoot(restore, collected);
}

function cgroupSets(restore: CriuRestore): ReadonlySet<number> {
  const entries = listEntries(restore, 'CGROUP', 'cgroup_entry');
  return new Set(entries.flatMap(({ fields }) => (fields.sets ?? []).map(({ id = 0 }) => id)));
}

/** The root task makes the namespaces and reads what all tasks share, then it forks them. */
function runRoot(restore: CriuRestore, collected: Collected): void {
  const root = restore.root as Item;
  const { files, sets, trees } = collected;
  enterNetwork(restore, root);
  makeTime(restore, root);
  makeUsers(restore, root);
  checkCgroup(restore, root, sets);
  enterSession(restore, root);
  readTerminals(restore, files);
  const segments = makeNamespaces(restore, root, collected);
  checkRemaps(restore, files);
  readFilters(restore);
  collectContents(restore);
  const tableUsers = usersOfTables(preorder(root));
  for (const item of preorder(root)) readShared(restore, item, files, tableUsers);
  pairTerminals(restore, files);
  checkUsers(restore, files);
  checkMemfds(restore, files);
  if (trees) checkMountUse(restore, trees, files);
  forkAll(restore, sets);
  enterGroups(restore);
  fillPipes(restore, files);
  checkStreams(restore, files);
  checkOpened(restore, files);
  for (const item of preorder(root)) restoreStage(restore, item, segments);
}

/** Networks before mounts, since they need programs (prepare_namespace). */
function makeNamespaces(restore: CriuRestore, root: Item, { networks, trees }: Collected): Segments {
  makeNames(restore, root);
  const id = namespaceFileId(restore, root, 'ipc');
  const segments: Segments = restore.ownNamespaces.has('ipc')
    ? restoreIpc(restore, root.task as Task, id)
    : new Map();
  makeNetworks(restore, networks);
  if (trees) makeMounts(restore, trees, root);
  return segments;
}

function readShared(
  restore: CriuRestore,
  item: Item,
  files: OpenFiles,
  tableUsers: Map<number, number>,
): void {
  if (item.state === 'helper') return;
  const memory = readMemory(restore, item, files);
  if (memory !== undefined) askOfAreas(restore.asked, memory.vmas, placeOf(memory.mm));
  checkDescriptors(restore, item, files, tableUsers);
  checkDirectories(restore, item, files);
}

/** Each task fills its memory, then forks children of the old session, enters its own, forks the others. */
function forkAll(restore: CriuRestore, sets: ReadonlySet<number>): void {
  const waiting: Item[] = [restore.root as Item];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const parent = item;
    const memory = isAlive(parent) ? memoryAgain(restore, parent) : undefined;
    const isRoot = parent === restore.root;
    if (!isRoot) checkCgroup(restore, parent, sets);
    if (memory) checkPages(restore, parent, memory);
    if (isAlive(parent)) checkHandlers(restore, parent);
    const children = [...parent.children];
    const early = children.filter((child) => isBornBefore(child, parent));
    const late = children.filter((child) => !isBornBefore(child, parent));
    for (const child of early) forkChild(restore, child, parent);
    if (!isRoot) enterSession(restore, parent);
    for (const child of late) forkChild(restore, child, parent);
    pushAll(waiting, [...early, ...late].reverse());
  }
}

function forkChild(restore: CriuRestore, child: Item, parent: Item): void {
  if (child.state !== 'helper') checkCore(restore, child);
  forkTask(restore, child, parent.task as Task);
}

function restoreStage(restore: CriuRestore, item: Item, segments: Segments): void {
  if (!isAlive(item)) return;
  const memory = memoryAgain(restore, item);
  restoreTask(restore, item, memory, segments);
  if (memory) checkForcedRemoval(restore, item, memory);
  if (memory) {
    checkAreas(restore, item, memory);
    checkLayout(restore, item, memory);
  }
  makeThreads(restore, item);
  finishTask(restore, item);
}

/** The operations as text, one a line, for `--plan` and `--trace`. */
export function operationText({ op, task, args, result }: Operation): string {
  const words = Object.entries(args).map(([name, value]) => `${name}=${value}`);
  return [
    task === undefined ? 'criu' : String(task),
    op,
    ...words,
    ...(result === undefined ? [] : [`→ ${result}`]),
  ].join(' ');
}
