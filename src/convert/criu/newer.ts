/**
 * What a target release has no name for: fields and files that came later. Old releases would skip them; they
 * are removed and said, so that the result is what that release writes. Fields that no release knows stay.
 */
import {
  type CriuRecord,
  compareReleases,
  type Fields,
  type FieldValue,
  identifyFile,
  imageType,
  type MessageLayout,
  messageLayout,
} from '../../parse/criu/index.ts';
import { type CriuDraft, editFile, lost } from './draft.ts';

/** Newer fields whose absence means what the field says in every image that older releases could hold. */
const harmless: ReadonlySet<string> = new Set([
  ...[
    'inventory_entry.dump_criu_run_id',
    'inventory_entry.plugins_entry',
    'inventory_entry.network_lock_method',
  ],
  ...['inventory_entry.pre_dump_mode', 'inventory_entry.dump_uptime', 'inventory_entry.lsmtype'],
  ...['reg_file_entry.mode', 'reg_file_entry.build_id', 'reg_file_entry.size', 'vma_entry.fdflags'],
  ...['user_x86_regs_entry.mode', 'ipc_shm_entry.in_pagemaps', 'task_kobj_ids_entry.cgroup_ns_id'],
]);

export function dropNewer(draft: CriuDraft, target: string): void {
  const isNewer = (since: string | undefined): boolean =>
    since !== undefined && compareReleases(since, target) > 0;
  for (const name of [...draft.files.keys()]) {
    const type = identifyFile(name)?.type;
    if (type === undefined) continue;
    if (isNewer(imageType(type).since)) {
      draft.files.delete(name);
      lost(draft, target, `${imageType(type).file.replace(/-%[ux]/, '')} (CRIU ${imageType(type).since})`, {
        file: name,
      });
      continue;
    }
    const { message } = imageType(type);
    // Pages entries are the business of their steps, and too many to look at twice.
    if (message === undefined || type === 'PAGEMAP' || type === 'SHMEM_PAGEMAP') continue;
    dropFields(draft, name, target, isNewer);
  }
}

function dropFields(
  draft: CriuDraft,
  name: string,
  target: string,
  isNewer: (since: string | undefined) => boolean,
): void {
  const said = (path: string, offset: number): void => {
    if (!harmless.has(path)) lost(draft, target, path, { file: name, offset });
  };
  // Losses are known before anything is written.
  for (const record of draft.files.get(name)?.records() ?? []) {
    if (record.kind !== 'message') continue;
    strip(messageLayout(record.message), record.fields, isNewer, (path) => said(path, record.offset));
  }
  editFile(draft, name, (record): CriuRecord => {
    if (record.kind !== 'message') return record;
    const fields = strip(messageLayout(record.message), record.fields, isNewer, () => {});
    if (fields === record.fields) return record;
    const { raw, ...rest } = record;
    return { ...rest, fields };
  });
}

/** The fields without the newer ones; the same object if there are none. */
function strip(
  layout: MessageLayout,
  fields: Fields,
  isNewer: (since: string | undefined) => boolean,
  said: (path: string) => void,
): Fields {
  let result: Record<string, unknown> | undefined;
  for (const field of layout.fields) {
    const value = fields[field.name] as FieldValue | undefined;
    if (value === undefined) continue;
    if (isNewer(field.note.since)) {
      result ??= { ...fields };
      delete result[field.name];
      if (!isDefault(value)) said(`${layout.name}.${field.name}`);
      continue;
    }
    const { message } = field;
    if (message === undefined) continue;
    const one = (item: Fields): Fields => strip(message, item, isNewer, said);
    const inner = field.repeated ? sameOrNew(value as readonly Fields[], one) : one(value as Fields);
    if (inner === value) continue;
    result ??= { ...fields };
    result[field.name] = inner;
  }
  return (result ?? fields) as Fields;
}

function sameOrNew(items: readonly Fields[], one: (item: Fields) => Fields): readonly Fields[] {
  const made = items.map(one);
  return made.every((item, index) => item === items[index]) ? items : made;
}

/** Zero, false and nothing are what a reader takes an absent field for. */
function isDefault(value: FieldValue): boolean {
  if (typeof value === 'number' || typeof value === 'bigint') return value === 0 || value === 0n;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string' || value instanceof Uint8Array) return value.length === 0;
  return Object.values(value).every((item) => isDefault(item as FieldValue));
}
