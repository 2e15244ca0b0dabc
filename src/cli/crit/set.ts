/** `cr-crit set`: an image with some fields changed; all else stays as it was, byte for byte. */

import type { Diagnostic } from '../../diagnostic.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import { decodeFile } from '../../parse/criu/decode-file.ts';
import { encodeFile } from '../../parse/criu/encode-file.ts';
import { fieldsFromJson, type Json } from '../../parse/criu/fields-json.ts';
import { type FieldLayout, type MessageLayout, messageLayout } from '../../parse/criu/layouts.ts';
import type { CriuRecord, Fields, FieldValue } from '../../parse/criu/record.ts';
import { exitCode } from '../exit-codes.ts';
import { type Arguments, UsageError } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';
import { conclude } from './decode.ts';
import type { NamedImage } from './named-image.ts';

interface Change {
  /** Of the entry in the file. */
  readonly index: number;
  /** Names of fields and numbers of items, from the outside in. */
  readonly steps: readonly string[];
  readonly text: string;
  /** As the user wrote it. */
  readonly path: string;
}

/** Damage that is there stays; what is asked for and not there is an error, and then nothing is written. */
export function critSet(
  args: Arguments,
  terminal: Terminal,
  image: NamedImage,
  wanted: readonly string[],
): number {
  const changes = wanted.map(changeOf);
  if (!image.isItself && args.value('out') === undefined)
    throw new UsageError(
      'only a file of its own is changed in place, none inside of another: name a new one with --out',
    );
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const { header, records } = decodeFile(image.source, image.name, report, { trustsMagic: true });
  const left = new Set(changes);
  function* changed(): Generator<CriuRecord> {
    let index = 0;
    for (const record of records()) {
      yield changes.filter((change) => change.index === index).reduce(apply, record);
      index += 1;
    }
  }
  const apply = (record: CriuRecord, change: Change): CriuRecord => {
    left.delete(change);
    if (record.kind !== 'message') throw new UsageError(`${change.path}: this entry cannot be read`);
    return { ...record, fields: withValue(messageLayout(record.message), record.fields, change, 0) };
  };
  // The image itself is what is edited, if nothing else is named.
  const output = openOutput(args.value('out') ?? image.path, {
    force: true,
    updates: image.isItself ? image.path : undefined,
  });
  try {
    encodeFile(header, changed(), output.sink, image.source);
    const [missing] = left;
    if (missing !== undefined) throw new UsageError(`${missing.path}: the file has no such entry`);
    output.commit();
  } finally {
    output.discard();
  }
  conclude(diagnostics, args, terminal);
  if (!args.flag('quiet')) for (const change of changes) terminal.err(cutName(change));
  return exitCode.ok;
}

/** TASK_COMM_LEN without its end: prctl(PR_SET_NAME), by which a restore sets names, drops what is longer. */
const nameBytes = 15;

function cutName({ steps, text, path }: Change): string {
  const length = Buffer.byteLength(text);
  if (steps.at(-1) !== 'comm' || length <= nameBytes) return '';
  return `${visible(path)} has ${length} bytes: of a name, a restore keeps the first ${nameBytes}\n`;
}

/** `entries[1].pid=7`, `[1].pid=7`, or `pid=7` for the first entry. */
function changeOf(text: string): Change {
  const [, path = '', value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (value === undefined) throw new UsageError(`"${text}" is not PATH=VALUE, as in tc.comm=sh`);
  const [, number = '0', rest = path] = /^(?:entries)?\[(\d{1,9})\]\.?(.*)$/s.exec(path) ?? [];
  const steps = rest.split(/[.[\]]+/).filter((step) => step !== '');
  if (steps.length === 0) throw new UsageError(`"${path}" names no field`);
  return { index: Number(number), steps, text: value, path };
}

function withValue(layout: MessageLayout, fields: Fields, change: Change, depth: number): Fields {
  const name = change.steps[depth] ?? '';
  const field = layout.byName.get(name);
  if (field === undefined) {
    const meant = didYouMean(name, layout.byName.keys());
    throw new UsageError(`${change.path}: ${layout.name} has no field "${name}"${meant}`);
  }
  return {
    ...fields,
    [name]: fieldValue(layout, field, fields[name] as FieldValue | undefined, change, depth),
  };
}

function fieldValue(
  layout: MessageLayout,
  field: FieldLayout,
  old: FieldValue | undefined,
  change: Change,
  depth: number,
): FieldValue {
  const next = change.steps[depth + 1];
  if (!field.repeated) return itemValue(layout, field, old, change, depth);
  if (next === undefined) return parsed(layout, field, change, jsonOf(change));
  const items = (old ?? []) as readonly FieldValue[];
  if (!/^\d{1,9}$/.test(next) || Number(next) >= items.length)
    throw new UsageError(`${change.path}: there are ${items.length} items, from 0 on`);
  const item = itemValue(layout, field, items[Number(next)], change, depth + 1);
  return items.map((known, at) => (at === Number(next) ? item : known)) as unknown as FieldValue;
}

function itemValue(
  layout: MessageLayout,
  field: FieldLayout,
  old: FieldValue | undefined,
  change: Change,
  depth: number,
): FieldValue {
  const isLast = depth + 1 === change.steps.length;
  if (!isLast) {
    if (field.kind !== 'message') throw new UsageError(`${change.path}: ${field.name} has no fields`);
    return withValue(field.message as MessageLayout, (old ?? {}) as Fields, change, depth + 1) as FieldValue;
  }
  const { kind } = field;
  const isText = kind !== 'message' && kind !== 'bool';
  const json = isText ? change.text : jsonOf(change);
  const value = parsed(layout, field, change, field.repeated ? [json] : json);
  return field.repeated ? ((value as unknown as readonly FieldValue[])[0] as FieldValue) : value;
}

/** By the rules of the lossless form: numbers decimal or 0x…, names of enumerations, bytes in base64. */
const parsed = (layout: MessageLayout, { name }: FieldLayout, { path }: Change, json: Json): FieldValue =>
  fieldsFromJson(layout, { [name]: json }, path)[name] as FieldValue;

function jsonOf({ text, path }: Change): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new UsageError(`${path}: "${text}" is not JSON`);
  }
}
