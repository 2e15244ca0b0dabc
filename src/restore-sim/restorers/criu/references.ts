/**
 * Whether the files of an image directory fit together: every reference between them, all problems and not
 * only the first. It does not say what a restore makes of them, and reads no pages.
 */
import { BoundedReport, type Diagnostic, type Location } from '../../../diagnostic.ts';
import { kindOfDirectory } from '../../../model/from-criu/directory-kind.ts';
import {
  type CriuImage,
  type Entry,
  entriesOf,
  firstOf,
  hasFile,
  openCriuImage,
  placeOf,
} from '../../../model/from-criu/image.ts';
import { layOut } from '../../../model/from-criu/image-source.ts';
import { namespaceFiles, SeenNamespaces } from '../../../model/from-criu/namespace-files.ts';
import { fileKey, fileKindOf, homeFileOf, openFileMap } from '../../../model/from-criu/open-files.ts';
import { fileName, type ImageDirectory } from '../../../parse/criu/index.ts';
import type { CoreEntry, TaskKobjIdsEntry } from '../../../parse/generated/criu-descriptors.ts';
import { type CriuReferenceCode, criuReferenceDiagnostic } from './reference-codes.ts';
import { checkFileParts } from './reference-files.ts';
import { checkAreas, checkPagemaps } from './reference-memory.ts';

export interface References {
  readonly image: CriuImage;
  readonly files: ReturnType<typeof openFileMap>;
  /** Numbers of the segments of System V shared memory; read when the first area attaches one. */
  segments?: ReadonlySet<number>;
  /** `lacks`: the file that what is missing would be in. */
  say(code: CriuReferenceCode, at: Location, message: string, lacks?: string): void;
}

/** All dangling and contradicting references, in the order of the tree. */
export function checkCriuReferences(directory: ImageDirectory): Diagnostic[] {
  const kind = kindOfDirectory(directory);
  // The root cause first.
  const found: Diagnostic[] = [...kind.findings];
  const bounded = new BoundedReport((diagnostic) => void found.push(diagnostic));
  const image = openCriuImage(directory, () => {}, true);
  const references: References = {
    image,
    files: openFileMap(image),
    say: (code, at, message, lacks) =>
      bounded.report(criuReferenceDiagnostic(code, message, lacks === undefined ? at : { ...at, lacks })),
  };
  // A pre-dump has pages and nothing that refers to them.
  if (hasFile(image, 'PSTREE')) {
    checkTree(references);
    checkFileParts(references);
  }
  checkPagemaps(references, layOut(directory), kind);
  bounded.end();
  return [...missingFiles(image, found), ...found];
}

/** Files that are not there at all: what was to be in them is not there either, and does not say so by itself. */
function missingFiles(image: CriuImage, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const inventory = fileName('INVENTORY');
  if (hasFile(image, 'PSTREE') && !image.sizes.has(inventory)) counts.set(inventory, 0);
  for (const { message, at } of found) {
    const lacks = at?.lacks;
    if (lacks === undefined || image.sizes.has(lacks) || message.includes(lacks)) continue;
    counts.set(lacks, (counts.get(lacks) ?? 0) + 1);
  }
  return [...counts].map(([file, count]) => {
    const records = count === 1 ? 'a record refers' : `${count} records refer`;
    const why = file === inventory ? 'which CRIU reads first' : `to which ${records}`;
    return criuReferenceDiagnostic('criu-ref-missing-file', `${file} is missing, ${why}`, {
      file,
      offset: 0,
    });
  });
}

function checkTree(references: References): void {
  const { image, say } = references;
  const seen = new Set<number>();
  const leaders = new Set<number>();
  const tables = new Set<number>();
  const sets = cgroupSets(image);
  const namespaces = new SeenNamespaces();
  for (const entry of entriesOf(image, 'PSTREE', 'pstree_entry')) {
    const { pid = 0, ppid = 0, threads = [] } = entry.fields;
    // The first number stands for the leader, and is stale memory for zombies.
    const own = new Set<number>();
    for (const number of [pid, ...threads.slice(1)]) {
      if (seen.has(number) || own.has(number))
        say('criu-ref-task-twice', placeOf(entry), `${number} is the number of two tasks or threads`);
      own.add(number);
    }
    if (ppid !== 0 && !leaders.has(ppid)) {
      say('criu-ref-parent', placeOf(entry), `the parent ${ppid} of ${pid} is not before it in the tree`);
    }
    // What a number stands for is looked at once, however often it is in the tree.
    const ids = leaders.has(pid) ? undefined : checkTask(references, entry, { tables, seen, sets });
    leaders.add(pid);
    for (const number of [pid, ...threads.slice(1)]) seen.add(number);
    namespaces.add(ids);
  }
  checkNamespaces(references, namespaces);
}

/** What was looked at before, and what is looked up often. */
interface Looked {
  readonly tables: Set<number>;
  /** Numbers of tasks and threads of the entries before. */
  readonly seen: ReadonlySet<number>;
  /** Numbers of the sets of control groups. */
  readonly sets: ReadonlySet<number | undefined>;
}

// Holds for zombies (a core alone) and shell jobs; pre-dumps have no tree and are not asked. Lazy dumps have all but pages.
/** task_state of a zombie, which has nothing but its core. */
const dead = 2;

function checkTask(
  references: References,
  entry: Entry<'pstree_entry'>,
  { tables, seen, sets }: Looked,
): TaskKobjIdsEntry | undefined {
  const { image, say } = references;
  const { pid = 0, threads = [] } = entry.fields;
  const at = placeOf(entry);
  const core = firstOf(image, 'CORE', 'core_entry', pid);
  if (core === undefined)
    say('criu-ref-core', at, `task ${pid} has no ${fileName('CORE', pid)}`, fileName('CORE', pid));
  for (const tid of new Set(threads.slice(1))) {
    if (seen.has(tid)) continue;
    const thread = firstOf(image, 'CORE', 'core_entry', tid);
    if (thread === undefined)
      say(
        'criu-ref-core',
        at,
        `thread ${tid} of ${pid} has no ${fileName('CORE', tid)}`,
        fileName('CORE', tid),
      );
    else checkFilter(references, thread);
  }
  const ids = firstOf(image, 'IDS', 'task_kobj_ids_entry', pid)?.fields ?? core?.fields.ids;
  if (core === undefined || core.fields.tc?.task_state === dead) return ids;
  checkFilter(references, core);
  checkCgroup(references, core.fields, placeOf(core), sets);
  if (ids === undefined)
    say('criu-ref-task-file', at, `task ${pid} has no ${fileName('IDS', pid)}`, fileName('IDS', pid));
  for (const type of ['MM', 'FS', 'PAGEMAP'] as const) {
    if (!hasFile(image, type, pid))
      say('criu-ref-task-file', at, `task ${pid} has no ${fileName(type, pid)}`, fileName(type, pid));
  }
  checkAreas(references, pid);
  checkDirectories(references, pid);
  if (ids?.files_id !== undefined && !tables.has(ids.files_id)) {
    tables.add(ids.files_id);
    checkTable(references, pid, ids.files_id, at);
  }
  return ids;
}

// Holds for every release: before 1.4 tables are named by pid, and CRIU refuses those images anyway.
function checkTable(references: References, pid: number, id: number, at: Location): void {
  const { image, files, say } = references;
  const name = fileName('FDINFO', id);
  if (!hasFile(image, 'FDINFO', id)) {
    say('criu-ref-descriptor-table', at, `task ${pid} has no ${name}: it will have no descriptors`, name);
  }
  const seen = new Set<number>();
  for (const entry of entriesOf(image, 'FDINFO', 'fdinfo_entry', id)) {
    const { fd = 0, type, id: file = 0 } = entry.fields;
    const kind = fileKindOf(type);
    if (kind === undefined || !files.has(fileKey(kind, file))) {
      say(
        'criu-ref-file',
        placeOf(entry),
        `descriptor ${fd} of ${name} is ${kind ?? `type ${type}`} file ${file}, which is not in the image`,
        homeFileOf(image, kind),
      );
    }
    if (seen.has(fd))
      say('criu-ref-descriptor-twice', placeOf(entry), `descriptor ${fd} stands twice in ${name}`);
    seen.add(fd);
  }
}

// Holds for every release and namespace: both directories are files of the image.
function checkDirectories(references: References, pid: number): void {
  const { image, files, say } = references;
  const fs = firstOf(image, 'FS', 'fs_entry', pid);
  if (fs === undefined) return;
  for (const [what, id] of [
    ['working', fs.fields.cwd_id],
    ['root', fs.fields.root_id],
  ] as const) {
    if (files.has(fileKey('REG', id ?? 0))) continue;
    say(
      'criu-ref-file',
      placeOf(fs),
      `the ${what} directory of ${pid} is file ${id}, which is not in the image`,
      homeFileOf(image, 'REG'),
    );
  }
}

// Holds since 1.8; strict mode and images without filters have no number.
function checkFilter({ image, say }: References, core: Entry<'core_entry'>): void {
  const { thread_core: own, tc } = core.fields;
  const mode = own?.seccomp_mode ?? tc?.old_seccomp_mode;
  const filter = own?.seccomp_filter ?? tc?.old_seccomp_filter;
  // SECCOMP_MODE_FILTER; strict mode has no filters.
  if (mode !== 2 || filter === undefined) return;
  const count = firstOf(image, 'SECCOMP', 'seccomp_entry')?.fields.seccomp_filters?.length ?? 0;
  if (filter < count) return;
  say(
    'criu-ref-seccomp',
    placeOf(core),
    `filter ${filter} is beyond the ${count} of ${fileName('SECCOMP')}`,
    fileName('SECCOMP'),
  );
}

const cgroupSets = (image: CriuImage): ReadonlySet<number | undefined> =>
  new Set(firstOf(image, 'CGROUP', 'cgroup_entry')?.fields.sets?.map(({ id }) => id));

// Holds for dumps with --manage-cgroups=ignore, too: their tasks name no set (CRIU 4.2.1).
function checkCgroup(
  { image, say }: References,
  { thread_core: own, tc }: CoreEntry,
  at: Location,
  sets: Looked['sets'],
): void {
  const set = own?.cg_set ?? tc?.cg_set ?? 0;
  const inherited = firstOf(image, 'INVENTORY', 'inventory_entry')?.fields.root_cg_set ?? 0;
  if (set === 0 || set === inherited) return;
  // Which set the restorer is in itself stands in the inventory.
  const lacks = hasFile(image, 'INVENTORY') ? fileName('CGROUP') : fileName('INVENTORY');
  if (!sets.has(set)) say('criu-ref-cgroup', at, `set ${set} is not in ${fileName('CGROUP')}`, lacks);
}

function checkNamespaces({ image, say }: References, seen: SeenNamespaces): void {
  const inventory = firstOf(image, 'INVENTORY', 'inventory_entry')?.fields;
  for (const { file, isOfRoot } of namespaceFiles(inventory, seen)) {
    if (image.sizes.has(file)) continue;
    const whose = isOfRoot ? 'the root task' : 'tasks below the root';
    say('criu-ref-namespace', { file }, `${file} is missing, a namespace of ${whose}`);
  }
}
