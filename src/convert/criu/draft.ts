/**
 * An image directory on its way to another CRIU release: its files by name, records made when they are
 * written. Contents are never held: payloads stay references into the files they came from.
 */
import type { Location, Report } from '../../diagnostic.ts';
import { criuByteSource, type ImageLayout, layOut } from '../../model/from-criu/image-source.ts';
import type { ByteSink } from '../../parse/bytes/byte-sink.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { OpenFiles } from '../../parse/bytes/open-files.ts';
import {
  type CriuRecord,
  decodeFile,
  encodeFile,
  type Fields,
  type FileHeader,
  fileName,
  headMagics,
  type ImageDirectory,
  type ImageTypeName,
  identifyFile,
  imageType,
  type MessageName,
  type MessageRecord,
} from '../../parse/criu/index.ts';
import type { CriuMessages } from '../../parse/generated/criu-descriptors.ts';
import { type Allowance, allowances } from '../allowances.ts';
import { convertDiagnostic } from '../codes.ts';
import type { Accounted } from './accounting.ts';
import { type CriuRow, type CriuRowId, criuRows } from './rows.ts';

export interface FileDraft {
  readonly header: FileHeader;
  /** Each call starts again at the first record. */
  records(): Iterable<CriuRecord>;
}

/** How often a hop did one thing. */
export interface CriuChange {
  /** Release whose step it was, or `flatten`, or `newer` for what the target has no name for. */
  readonly hop: string;
  readonly row: CriuRowId;
  readonly what: string;
  readonly count: number;
}

export interface CriuDraft {
  readonly directory: ImageDirectory;
  readonly files: Map<string, FileDraft>;
  /** Whether files begin with two words; told by the inventory. */
  hasHeadMagic: boolean;
  readonly changes: CriuChange[];
  readonly losses: CriuChange[];
  readonly report: Report;
  readonly allowed: ReadonlySet<Allowance>;
  /** Fields (`message.field`) and messages that went because the target does not know them. */
  readonly leftOut: Set<string>;
  /** What was refused, each once. */
  readonly refusals: Set<string>;
  /** The hop that runs, and what it said so far. */
  hop: HopAccount;
  /** The input as one stretch of bytes, older images included. */
  stretch(): { readonly layout: ImageLayout; readonly source: ByteSource };
  /** Closes what was opened to read from. */
  close(): void;
  /** What else has to be closed then. */
  onClose(close: () => void): void;
}

/** What a hop has said: rows by what they cover, and those that said that something is lost. */
export interface HopAccount {
  readonly name: string;
  readonly rows: Set<CriuRowId>;
  readonly lossy: Set<CriuRowId>;
  /** Paths that rows name only as they go. */
  readonly paths: Set<string>;
}

/** What follows is the work of another hop. */
export function startHop(draft: CriuDraft, name: string): void {
  draft.hop = { name, rows: new Set(), lossy: new Set(), paths: new Set() };
}

/** What the rows that the hop reported cover. */
export function accountOf({ hop }: CriuDraft): Accounted {
  const rows = [...hop.rows].map((id): CriuRow & { readonly id: CriuRowId } => ({ id, ...criuRows[id] }));
  return {
    covers: new Set([...rows.flatMap(({ covers }) => covers), ...hop.paths]),
    moves: rows.flatMap(({ id, moves = [] }) => (hop.lossy.has(id) ? [] : moves)),
  };
}

/** Conversions write one beside images: somebody would take a stranger's script for ours, and run it. */
const scriptName = 'restore.sh';

/** Old files that `cr-crit compress` keeps. */
const isKeptBeside = (name: string): boolean =>
  name.endsWith('.bak') && identifyFile(name.slice(0, -'.bak'.length)) !== undefined;

export function openDraft(
  directory: ImageDirectory,
  report: Report,
  allow: readonly Allowance[] = [],
): CriuDraft {
  const open = new OpenFiles<string>((name) => {
    const source = directory.open(name);
    if (source === undefined) throw Object.assign(new Error(`${name} is gone`), { code: 'ENOENT' });
    return source;
  });
  const files = new Map<string, FileDraft>();
  for (const { name, kind, size } of directory.list()) {
    if (kind !== 'file') continue;
    if (isKeptBeside(name)) {
      const message = `${name} is what cr-crit keeps of a file that it replaced: it is left out`;
      report(convertDiagnostic('name-reserved', message, { file: name }));
    } else if (name === scriptName) {
      const message = `${name} is no image, and has a name of ours: it is left out`;
      report(convertDiagnostic('name-reserved', message, { file: name }));
    } else files.set(name, storedFile(open.lasting(name, size), name, report));
  }
  const others: (() => void)[] = [];
  let stretch: ReturnType<CriuDraft['stretch']> | undefined;
  const draft: CriuDraft = {
    directory,
    files,
    hasHeadMagic: true,
    changes: [],
    losses: [],
    report,
    allowed: new Set(allow),
    refusals: new Set(),
    leftOut: new Set(),
    hop: { name: '', rows: new Set(), lossy: new Set(), paths: new Set() },
    stretch() {
      const layout = stretch?.layout ?? layOut(directory);
      stretch ??= { layout, source: criuByteSource(directory, layout) };
      return stretch;
    },
    onClose: (close) => void others.push(close),
    close() {
      stretch?.source.close();
      open.close();
      for (const close of others) close();
    },
  };
  const version = firstOf(draft, 'INVENTORY', 'inventory_entry')?.fields['img_version'];
  draft.hasHeadMagic = version !== 1;
  return draft;
}

function storedFile(source: ByteSource, name: string, report: Report): FileDraft {
  const { header } = decodeFile(source, name, report);
  return {
    header,
    *records() {
      for (const record of decodeFile(source, name, () => {}).records()) yield withSource(record, source);
    },
  };
}

/** Payloads that know their file can be moved to another one. */
function withSource(record: CriuRecord, source: ByteSource): CriuRecord {
  if (record.kind === 'opaque') {
    return record.data instanceof Uint8Array ? record : { ...record, data: { ...record.data, source } };
  }
  if (record.payload === undefined) return record;
  const payload = record.payload.map((part) =>
    part.data instanceof Uint8Array ? part : { ...part, data: { ...part.data, source } },
  );
  return { ...record, payload };
}

/** Writes one file of the result. */
export function writeFile({ header, records }: FileDraft, sink: ByteSink): void {
  encodeFile(header, records(), sink);
}

export const hasFile = ({ files }: CriuDraft, type: ImageTypeName, id?: number): boolean =>
  files.has(fileName(type, id));

export const recordsOf = ({ files }: CriuDraft, type: ImageTypeName, id?: number): Iterable<CriuRecord> =>
  files.get(fileName(type, id))?.records() ?? [];

/** A message with the fields of its type. */
export type Typed<Name extends MessageName> = MessageRecord & {
  readonly fields: CriuMessages[Name] & Fields;
};

export function* entriesOf<Name extends MessageName>(
  draft: CriuDraft,
  type: ImageTypeName,
  message: Name,
  id?: number,
): Generator<Typed<Name>, void, undefined> {
  for (const record of recordsOf(draft, type, id)) {
    if (record.kind === 'message' && record.message === message) yield record as Typed<Name>;
  }
}

export function firstOf<Name extends MessageName>(
  draft: CriuDraft,
  type: ImageTypeName,
  message: Name,
  id?: number,
): Typed<Name> | undefined {
  for (const entry of entriesOf(draft, type, message, id)) return entry;
  return undefined;
}

/** The words before the records of a file, in the form of the image. */
export function magicsOf(
  { hasHeadMagic }: Pick<CriuDraft, 'hasHeadMagic'>,
  type: ImageTypeName,
): readonly number[] {
  const { magic, service } = imageType(type);
  if (magic === undefined) return [];
  if (type === 'INVENTORY' || !hasHeadMagic) return [magic];
  return [service === true ? headMagics.service : headMagics.common, magic];
}

/** Adds or replaces a file. */
export function putFile(
  draft: CriuDraft,
  type: ImageTypeName,
  id: number | undefined,
  records: () => Iterable<CriuRecord>,
): void {
  const name = fileName(type, id);
  draft.files.set(name, { header: headerOf(draft, type, id), records });
}

function headerOf(draft: CriuDraft, type: ImageTypeName, id: number | undefined): FileHeader {
  return { name: fileName(type, id), type, ...(id !== undefined && { id }), magics: magicsOf(draft, type) };
}

/** Changes the records of a file one by one; undefined drops a record, a list puts several in its place. */
export function editFile(
  draft: CriuDraft,
  name: string,
  edit: (record: CriuRecord) => CriuRecord | readonly CriuRecord[] | undefined,
): void {
  const file = draft.files.get(name);
  if (file === undefined) return;
  draft.files.set(name, {
    header: file.header,
    *records() {
      for (const record of file.records()) {
        const result = edit(record);
        if (result === undefined) continue;
        if (isList(result)) yield* result;
        else yield result;
      }
    },
  });
}

const isList = (result: CriuRecord | readonly CriuRecord[]): result is readonly CriuRecord[] =>
  Array.isArray(result);

/** A message that stands by itself. */
export const messageRecord = <Name extends MessageName>(
  message: Name,
  fields: CriuMessages[Name],
): MessageRecord => ({
  kind: 'message',
  offset: 0,
  length: 0,
  message,
  fields: fields as Fields,
});

/** The record with other fields; `undefined` removes one. */
export function withFields(record: MessageRecord, fields: Readonly<Record<string, unknown>>): MessageRecord {
  // Neither spreads nor deletes: there are hundreds of thousands of entries of pages.
  const merged: Record<string, unknown> = {};
  for (const name of Object.keys(record.fields)) {
    const value = Object.hasOwn(fields, name) ? fields[name] : record.fields[name];
    if (value !== undefined) merged[name] = value;
  }
  for (const name of Object.keys(fields)) if (fields[name] !== undefined) merged[name] = fields[name];
  // Original bytes mean the old fields.
  const { raw, ...rest } = record;
  return { ...rest, fields: merged as Fields };
}

/** Files of a type with the numbers in their names. */
export function filesOfType(
  { files }: CriuDraft,
  type: ImageTypeName,
): readonly { readonly name: string; readonly id: number }[] {
  const found: { name: string; id: number }[] = [];
  for (const name of files.keys()) {
    const identity = identifyFile(name);
    if (identity?.type === type) found.push({ name, id: identity.id ?? 0 });
  }
  return found;
}

export interface DraftTask {
  readonly pid: number;
  /** Further threads; the first number of the list stands for the leader. */
  readonly threads: readonly number[];
}

export function* tasksOf(draft: CriuDraft): Generator<DraftTask, void, undefined> {
  const seen = new Set<number>();
  const isNew = (number: number): boolean => !seen.has(number) && seen.add(number).size > 0;
  for (const { fields } of entriesOf(draft, 'PSTREE', 'pstree_entry')) {
    const { pid = 0, threads = [] } = fields;
    if (isNew(pid)) yield { pid, threads: threads.slice(1).filter(isNew) };
  }
}

function add(list: CriuChange[], hop: string, row: CriuRowId, what: string, count: number): void {
  const index = list.findIndex((change) => change.hop === hop && change.row === row && change.what === what);
  if (index < 0) list.push({ hop, row, what, count });
  else list[index] = { hop, row, what, count: list[index]!.count + count };
}

/** `path`: what the row covers here, where that is not in the table of rows. */
export function changed(draft: CriuDraft, row: CriuRowId, what: string, count = 1, path?: string): void {
  covered(draft, row, path);
  add(draft.changes, draft.hop.name, row, what, count);
}

/** What was reported by the row covers this, too. */
export function covered({ hop }: CriuDraft, row: CriuRowId, path: string | undefined): void {
  hop.rows.add(row);
  if (path !== undefined) hop.paths.add(path);
}

/** The target holds less; said once for each kind of thing, and counted. */
export function lost(draft: CriuDraft, row: CriuRowId, what: string, at?: Location, path?: string): void {
  covered(draft, row, path);
  draft.hop.lossy.add(row);
  const { name } = draft.hop;
  const isNew = !draft.losses.some((loss) => loss.hop === name && loss.row === row && loss.what === what);
  add(draft.losses, name, row, what, 1);
  if (isNew) draft.report(convertDiagnostic('value-lost', `${what} [${row}, ${name}]`, at));
}

/**
 * Something without which the image would be another: the conversion is refused, unless the user gives it up
 * by name; then it is lost, and the answer is true. The caller goes on in both cases, so that all that stands in
 * the way is said at once.
 */
export function refused(
  draft: CriuDraft,
  row: CriuRowId,
  what: string,
  at?: Location,
  { allowedBy, path }: { readonly allowedBy?: Allowance; readonly path?: string } = {},
): boolean {
  if (allowedBy !== undefined && draft.allowed.has(allowedBy)) {
    lost(draft, row, what, at, path);
    return true;
  }
  covered(draft, row, path);
  draft.hop.lossy.add(row);
  const help =
    allowedBy === undefined ? '' : `; --allow ${allowedBy} converts it so that ${allowances[allowedBy]}`;
  const message = `${what}${help} [${row}, ${draft.hop.name}]`;
  if (!draft.refusals.has(message)) draft.report(convertDiagnostic('cannot-express', message, at));
  draft.refusals.add(message);
  return false;
}
