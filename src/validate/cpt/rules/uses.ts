/**
 * Who uses what: files that nobody opens, objects that nothing names, objects named by two that may not
 * share. Positions that lead nowhere are the business of the position rule.
 */
import { recordPath } from '../../../parse/cpt/path.ts';
import { type AnyObject, type AnyRecord, noPosition } from '../../../parse/cpt/record.ts';
import { type CptKind, cptPositions } from '../../../parse/generated/cpt-records.ts';
import {
  fieldPlace,
  hex,
  type Place,
  type RecordRule,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';

/** Never written without something that names them. */
const alwaysNamed: ReadonlySet<AnyRecord['kind']> = new Set<CptKind>([
  'mm',
  'files',
  'fs',
  'sighand_struct',
  'signal_struct',
  'inode',
  'sysvsem_undo',
  'posix_timer_list',
]);

/** Offsets only: an image of a million files must stay small. */
interface Uses {
  readonly named: Set<number>;
  readonly opened: Set<number>;
  /** FILE objects of the FILES section, with the INODE that may make them a segment. */
  readonly files: Map<number, number>;
  readonly segments: Set<number>;
  readonly owners: Map<number, string>;
  readonly watches: { readonly file: number; readonly place: Place; readonly path: string }[];
  readonly nameable: Map<number, CptKind>;
}

export const useRule: RecordRuleMaker = (context): RecordRule => {
  const uses: Uses = {
    named: new Set(),
    opened: new Set(),
    files: new Map(),
    segments: new Set(),
    owners: new Map(),
    watches: [],
    nameable: new Map(),
  };
  const open = (position: bigint) => uses.opened.add(Number(position));
  return {
    on: {
      filedesc: (record) => open(record.fields.file),
      vma: (record) => open(record.fields.file),
      net_tuntap: (record) => open(record.fields.bindfile),
      socket: (record) => {
        open(record.fields.file);
        claim(context, uses, record, 'socket');
      },
      epoll: (record) => {
        claim(context, uses, record, 'epoll');
        watch(uses, record);
      },
      inotify: (record) => {
        claim(context, uses, record, 'inotify');
        watch(uses, record);
      },
      epoll_file: (record) => watch(uses, record),
      sysv_shm: (record) => {
        if (record.parent) uses.segments.add(record.parent.offset);
      },
      file: (record) => {
        if (record.parent?.kind === 'section') uses.files.set(record.offset, Number(record.fields.inode));
      },
    },
    each: (record) => {
      if (record.kind in cptPositions) nameTargets(uses, record as AnyObject);
      if (alwaysNamed.has(record.kind)) uses.nameable.set(record.offset, record.kind as CptKind);
    },
    finish: () => conclude(context, uses),
  };
};

function nameTargets(uses: Uses, record: AnyObject): void {
  if (record.kind === 'trailer') return;
  for (const { field } of cptPositions[record.kind] ?? []) {
    const value = (record.fields as Readonly<Record<string, unknown>>)[field];
    if (typeof value === 'bigint' && value !== noPosition) uses.named.add(Number(value));
  }
}

/** Each of these is made as an open file of its own. */
function claim(
  { report }: RecordRuleContext,
  { owners }: Uses,
  record: Extract<AnyObject, { readonly kind: 'socket' | 'epoll' | 'inotify' }>,
  kind: string,
): void {
  const { file } = record.fields;
  if (file === noPosition) return;
  const owner = owners.get(Number(file));
  if (owner !== undefined) {
    const message = `${kind} claims the FILE at ${hex(file)}, which is that of ${owner}: EINVAL`;
    report('shared-file', message, fieldPlace(record, 'file'));
  } else owners.set(Number(file), `${kind} at ${hex(record.offset)}`);
}

/** In a damaged image more than this would all say the same. */
const watchesMax = 100_000;

function watch(
  { watches }: Uses,
  record: Extract<AnyObject, { readonly kind: 'epoll' | 'epoll_file' | 'inotify' }>,
): void {
  const { file } = record.fields;
  if (file === noPosition || watches.length >= watchesMax) return;
  watches.push({ file: Number(file), place: fieldPlace(record, 'file'), path: recordPath(record) });
}

function conclude({ report }: RecordRuleContext, uses: Uses): void {
  for (const [file, inode] of uses.files) {
    if (uses.opened.has(file) || uses.segments.has(inode)) continue;
    const place: Place = { offset: file, length: 16, path: 'FILES/file' };
    const message = `FILE at ${hex(file)} is opened by nobody and no System V segment: EINVAL`;
    report('unopened-file', message, place);
  }
  for (const { file, place, path } of uses.watches) {
    if (!uses.files.has(file) || uses.opened.has(file)) continue;
    report(
      'unwatched-file',
      `${path} names the FILE at ${hex(file)}, which no descriptor opens: EINVAL`,
      place,
    );
  }
  for (const [offset, kind] of uses.nameable) {
    if (uses.named.has(offset)) continue;
    report('unreferenced-object', `nothing refers to this ${kind}`, { offset, length: 16, path: kind });
  }
}

/** rst_signal_complete: threads of a group share one SIGNAL_STRUCT, and nobody else has it. */
export const signalSharingRule: RecordRuleMaker = ({ report }) => {
  const groupOfSignal = new Map<bigint, number>();
  const signalOfGroup = new Map<number, bigint>();
  return {
    on: {
      task: (task) => {
        const { signal, tgid } = task.fields;
        if (signal === noPosition) return;
        const group = groupOfSignal.get(signal);
        const own = signalOfGroup.get(tgid);
        if (group === undefined) groupOfSignal.set(signal, tgid);
        if (own === undefined) signalOfGroup.set(tgid, signal);
        if ((group === undefined || group === tgid) && (own === undefined || own === signal)) return;
        const what =
          group !== undefined && group !== tgid
            ? `the SIGNAL_STRUCT of thread group ${group}`
            : `another SIGNAL_STRUCT than the rest of thread group ${tgid}`;
        report(
          'thread-group-signal',
          `task ${task.fields.pid} has ${what}: EINVAL`,
          fieldPlace(task, 'signal'),
        );
      },
    },
  };
};

/** rst_files_complete installs descriptors one by one, without looking whether the number is taken. */
export const descriptorRule: RecordRuleMaker = ({ report }) => {
  let taken = new Set<number>();
  return {
    on: {
      files: (files) => {
        taken = new Set();
        const { maxFds } = files.fields;
        if (maxFds > descriptorsMax) {
          const message = `a descriptor table of ${maxFds} entries; kernels allow ${descriptorsMax} (EMFILE or a crash)`;
          report('descriptor-table-size', message, fieldPlace(files, 'maxFds'));
        }
      },
      filedesc: (filedesc) => {
        if (filedesc.parent?.kind !== 'files') return;
        const { fd } = filedesc.fields;
        const { maxFds } = filedesc.parent.fields;
        if (fd >= maxFds) {
          const message = `descriptor ${fd} in a table of ${maxFds} entries: the kernel stops with BUG()`;
          report('descriptor-beyond-table', message, fieldPlace(filedesc, 'fd'));
        }
        if (taken.has(fd)) {
          const message = `descriptor ${fd} occurs twice in ${recordPath(filedesc.parent)}`;
          report('duplicate-descriptor', message, fieldPlace(filedesc, 'fd'));
        }
        taken.add(fd);
      },
    },
  };
};

/** sysctl fs.nr_open. */
const descriptorsMax = 1024 * 1024;
