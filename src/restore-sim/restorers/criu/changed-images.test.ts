/** Images with one change each, against what a real CRIU 4.2 did with them (samples/criu-changed). */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  criuArchives,
  type OpenedArchive,
  openCriuArchive,
} from '../../../model/from-criu/testing/criu-images.ts';
import { editImage, type FileEdit, type LooseFields } from '../../../model/from-criu/testing/edit-image.ts';
import type { CriuRecord, MessageRecord } from '../../../parse/criu/index.ts';
import { some } from '../../../test-support/thorough.ts';
import { simulateCriuRestore } from './simulate.ts';
import { verdictAsItRan } from './testing/as-it-ran.ts';

const folder = fileURLToPath(new URL('../../../../samples/criu-changed/', import.meta.url));

interface Row {
  readonly line: string;
  readonly file: string;
  readonly place: readonly string[];
  readonly change: string;
  readonly verdict: string;
}

const lists = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({
    base: name.replace('.txt', ''),
    rows: some(rowsOf(readFileSync(folder + name, 'utf8')), 9),
  }));

function rowsOf(text: string): readonly Row[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [file, place, change, verdict] = line.split(' ') as [string, string, string, string];
      return { line, file, place: place === '-' ? [] : place.split('.'), change, verdict };
    });
}

/** Changes of bytes; the others are of records. */
const ofBytes: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | null>> = {
  missing: () => null,
  zerolen: () => new Uint8Array(0),
  headonly: (bytes) => bytes.slice(0, 8),
  half: (bytes) => bytes.slice(0, bytes.length >> 1),
  cut1: (bytes) => bytes.slice(0, -1),
  junk: (bytes) => Uint8Array.from([...bytes, 1, 2, 3]),
  magic: (bytes) => bytes.map((byte, at) => (at === (bytes.length < 8 ? 0 : 4) ? byte ^ 1 : byte)),
};

const ofValues: Readonly<Record<string, (value: LooseFields) => unknown>> = {
  zero: (value) => like(value, 0n),
  inc: (value) => like(value, BigInt(value) + 1n),
  dec: (value) => like(value, BigInt(value) - 1n),
  x3e7: (value) => like(value, 0x3e7n),
  max31: (value) => like(value, 0x7fff_ffffn),
  max63: (value) => like(value, 0x7fff_ffff_ffff_ffffn),
  flip: (value) => !value,
  long: (value) => value + 'x'.repeat(300),
  emptystr: () => '',
  empty: () => [],
  duplast: (list) => [...list, list.at(-1)],
  droplast: (list) => list.slice(0, -1),
};

const like = (old: number | bigint, value: bigint): number | bigint =>
  typeof old === 'bigint' ? value : Number(value);

/** The value with the change at the place; undefined removes it. */
function changed(value: LooseFields, place: readonly string[], change: string): unknown {
  const [name, ...rest] = place;
  if (name === undefined) return change === 'del' ? undefined : ofValues[change]!(value);
  const inner = changed(value[name], rest, change);
  if (Array.isArray(value))
    return value.flatMap((item, at) => (String(at) === name ? (inner === undefined ? [] : [inner]) : [item]));
  const { [name]: _, ...others } = value;
  return inner === undefined ? others : { ...others, [name]: inner };
}

function editOf({ place, change }: Row): FileEdit {
  const [index, ...fields] = place;
  if (index === undefined) return (records) => ofValues[change]!(records) as readonly CriuRecord[];
  if (fields.length === 0) return (records) => records.filter((_, at) => String(at) !== index);
  return (records) =>
    records.map((record, at) => {
      if (String(at) !== index) return record;
      const { raw, ...rest } = record as MessageRecord;
      return { ...rest, fields: changed(rest.fields, fields, change) as MessageRecord['fields'] };
    });
}

/** What the image does not tell, or not well enough. */
const unknowable: readonly (readonly [reason: string, lines: RegExp])[] = [
  ['mode, size and flags of the real program', /^\S+ files\.img 0\.reg\.(mode|size|flags) /],
  ['whether bits of a pointer look like the end of the wait', /pgid inc fails/],
  ['an old release does not say what is a directory', /^v1\.8-sysvipc fs-1\.img 0\.root_id dec/],
  ['a mapping far beyond the end of its file', /^sysvipc mm-1\.img 0\.vmas\.0\.end max31/],
  ['how a mapped file was opened', /fdflags inc/],
  ['a thread that is another task', /^v1\.8-sysvipc pstree\.img 1\.threads\.0 dec/],
];

describe.each(lists)('$base', ({ base, rows }) => {
  let opened: OpenedArchive;
  beforeAll(async () => {
    opened = await openCriuArchive(criuArchives.get(`${base}.tar.gz`)!);
  });
  afterAll(() => opened.root.close());

  function bytesOf(name: string): Uint8Array {
    const source = opened.directory.open(name)!;
    const bytes = source.view(0, source.size).slice();
    source.close();
    return bytes;
  }

  const edit = (row: Row): FileEdit => {
    const ofFile = row.place.length === 0 ? ofBytes[row.change] : undefined;
    return ofFile === undefined ? editOf(row) : ofFile(bytesOf(row.file));
  };

  test(`${rows.length} changes`, () => {
    const wrong = rows.flatMap((row) => {
      const report = simulateCriuRestore(editImage(opened.directory, { [row.file]: edit(row) }));
      const verdict = verdictAsItRan(report);
      return verdict === row.verdict ? [] : [`${row.line}, not ${verdict}`];
    });
    expect(wrong.filter((line) => !unknowable.some(([, lines]) => lines.test(`${base} ${line}`)))).toEqual(
      [],
    );
  });
});
