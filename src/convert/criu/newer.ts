/**
 * What a target release has no name for: kinds of files, fields, values and flags that came later, by the
 * releases in the descriptors. Nothing of it is written: it is left out and said, refused, or given up by name.
 */
import {
  type CriuRecord,
  type FieldLayout,
  type Fields,
  type FieldValue,
  type ImageTypeName,
  identifyFile,
  imageType,
  type MessageLayout,
  messageLayout,
  releaseName,
} from '../../parse/criu/index.ts';
import { type CriuDraft, changed, covered, editFile, lost, refused } from './draft.ts';
import { isNewer, isNewerField, unknownValues } from './known.ts';
import {
  absentMeaning,
  essentialFields,
  needlessFields,
  type ReleaseFacts,
  releaseFacts,
} from './newer-fields.ts';
import { dropUnknownKinds } from './newer-kinds.ts';
import { nameUnknownMounts } from './newer-mounts.ts';

export function dropNewer(draft: CriuDraft, release: string): void {
  dropUnknownKinds(draft, release);
  nameUnknownMounts(draft, release);
  const facts = releaseFacts(draft);
  for (const name of [...draft.files.keys()]) {
    const type = identifyFile(name)?.type;
    if (type === undefined) continue;
    if (isNewer(imageType(type).since, release)) dropFile(draft, name, type);
    // Entries of pages are the business of their steps, and too many to look at twice.
    else if (type !== 'PAGEMAP' && type !== 'SHMEM_PAGEMAP') dropFields(draft, name, { release, facts });
  }
}

/** Files that say nothing when they are empty or have one empty message. */
function dropFile(draft: CriuDraft, name: string, type: ImageTypeName): void {
  const { file, since } = imageType(type);
  const what = `${file.replace(/-%[ux]/, '')} (CRIU ${since})`;
  const paths = new Set<string>();
  let isEmpty = true;
  for (const record of draft.files.get(name)?.records() ?? []) {
    if (record.kind === 'message') draft.leftOut.add(record.message);
    paths.add(record.kind === 'message' ? record.message : `${type}/${record.reason}`);
    if (record.kind === 'opaque' || !isDefault(record.fields)) isEmpty = false;
  }
  if (isEmpty) changed(draft, 'R19', `${what} without content left out`, 1, '/magic');
  else lost(draft, 'R19', what, { file: name }, '/magic');
  for (const path of paths) covered(draft, 'R19', path);
  draft.files.delete(name);
}

interface Target {
  readonly release: string;
  readonly facts: ReleaseFacts;
}

/** Says what goes, before anything is written, and takes it out when the file is. */
function dropFields(draft: CriuDraft, name: string, target: Target): void {
  const walk = { draft, file: name, offset: 0, ...target };
  let isTouched = false;
  for (const record of draft.files.get(name)?.records() ?? []) {
    if (record.kind !== 'message') continue;
    walk.offset = record.offset;
    const layout = messageLayout(record.message);
    if (strip(layout, record.fields, record.message, target, walk) !== record.fields) isTouched = true;
    for (const { head } of record.payload ?? []) {
      if (head !== undefined) strip(messageLayout(head.message), head.fields, head.message, target, walk);
    }
  }
  if (!isTouched) return;
  editFile(draft, name, (record): CriuRecord => {
    if (record.kind !== 'message') return record;
    const fields = strip(messageLayout(record.message), record.fields, record.message, target);
    if (fields === record.fields) return record;
    const { raw, ...rest } = record;
    return { ...rest, fields };
  });
}

interface Speaker {
  readonly draft: CriuDraft;
  readonly file: string;
  readonly offset: number;
}

/** The fields without the newer ones; the same object if there are none. Says what goes where it is asked to. */
function strip(
  layout: MessageLayout,
  fields: Fields,
  path: string,
  target: Target,
  speaker?: Speaker,
): Fields {
  let result: Record<string, unknown> | undefined;
  for (const field of layout.fields) {
    const value = fields[field.name] as FieldValue | undefined;
    if (value === undefined) continue;
    const own = `${path}.${field.name}`;
    if (isNewerField(field, target.release)) {
      result ??= { ...fields };
      delete result[field.name];
      if (speaker !== undefined) sayField(speaker, layout, field, value, own, target.facts);
      continue;
    }
    if (speaker !== undefined) checkValue(speaker, layout, field, value, target);
    const { message } = field;
    if (message === undefined) continue;
    const one = (item: Fields): Fields => strip(message, item, own, target, speaker);
    const inner = field.repeated ? sameOrNew(value as readonly Fields[], one) : one(value as Fields);
    if (inner === value) continue;
    result ??= { ...fields };
    result[field.name] = inner;
  }
  if (fields.$unknown !== undefined) {
    result ??= { ...fields };
    delete result['$unknown'];
    for (const { number } of speaker === undefined ? [] : fields.$unknown) {
      const what = `${layout.name} field ${number}, which no release up to 4.2 knows`;
      lost(speaker!.draft, 'R18', what, placeOf(speaker!), `${path}.#${number}`);
    }
  }
  return (result ?? fields) as Fields;
}

const placeOf = ({ file, offset }: Speaker) => ({ file, offset });

function sayField(
  speaker: Speaker,
  layout: MessageLayout,
  field: FieldLayout,
  value: FieldValue,
  path: string,
  facts: ReleaseFacts,
): void {
  const { draft } = speaker;
  const name = `${layout.name}.${field.name}`;
  draft.leftOut.add(name);
  const since = field.note.since ?? field.message?.since ?? '';
  const what = `${name} (${releaseName(since)})`;
  if (isDefault(value) || absentMeaning[name]?.(value, facts) === true) {
    changed(draft, 'R18', 'fields left out that say what their absence says', 1, path);
  } else if (needlessFields[name] !== undefined) {
    changed(draft, 'R18', `fields left out that no restore needs (${needlessFields[name]})`, 1, path);
  } else if (essentialFields[name] !== undefined) {
    const why = `${what} is needed: ${essentialFields[name]}`;
    refused(draft, 'R18', why, placeOf(speaker), { allowedBy: 'drop-newer', path });
  } else lost(draft, 'R18', what, placeOf(speaker), path);
}

/** A value or flag that came after the release: what it would do with it is not known, or it refuses. */
function checkValue(
  speaker: Speaker,
  layout: MessageLayout,
  field: FieldLayout,
  value: FieldValue,
  { release }: Target,
): void {
  for (const name of unknownValues(field, value, release)) {
    refused(speaker.draft, 'R20', `${layout.name}.${field.name} is ${name}`, placeOf(speaker));
  }
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
