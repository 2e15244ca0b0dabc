/**
 * Images in which one thing is there n times: what costs more than linear time or memory shows when n grows. Made from
 * samples, by their records.
 */
import { gzipSync } from 'node:zlib';
import { MemorySink } from '../src/parse/bytes/byte-sink.ts';
import { memorySource } from '../src/parse/bytes/byte-source.ts';
import { readCptRecords } from '../src/parse/cpt/read.ts';
import { CptWriter } from '../src/parse/cpt/write.ts';
import { type CriuRecord, decodeFile, encodeFile, memoryDirectory } from '../src/parse/criu/index.ts';
import type { Files } from './seed.ts';

export interface DirectoryBomb {
  readonly name: string;
  readonly files: Files;
}
export interface ImageBomb {
  readonly name: string;
  readonly bytes: Uint8Array;
}
// biome-ignore lint/suspicious/noExplicitAny: bombs reach into fields of any message.
type Loose = any;

const times = <Item>(n: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: n }, (_, index) => make(index));

/** The directory with the records of one of its files changed. */
function withRecords(
  files: Files,
  name: RegExp,
  edit: (records: CriuRecord[]) => CriuRecord[],
): DirectoryBomb {
  const file = [...files.keys()].find((one) => name.test(one));
  if (file === undefined) throw new Error(`no file ${name} in the sample`);
  const directory = memoryDirectory(Object.fromEntries(files));
  const source = directory.open(file);
  if (source === undefined) throw new Error(`${file} cannot be opened`);
  const { header, records } = decodeFile(source, file, () => {});
  const sink = new MemorySink();
  encodeFile(header, edit([...records()]), sink, source);
  return { name: file, files: new Map(files).set(file, sink.result()) };
}

/** A record with other fields, to be encoded anew. */
function changed(record: CriuRecord, fields: (old: Loose) => Loose): CriuRecord {
  if (record.kind !== 'message') return record;
  const { raw, ...rest } = record;
  return { ...rest, fields: { ...record.fields, ...fields(record.fields) } };
}

/** Each record of `name` n times, the copies with the fields that `other` gives them. */
const repeated =
  (name: RegExp, other: (old: Loose, index: number) => Loose = () => ({}), which = 0) =>
  (files: Files, n: number): DirectoryBomb =>
    withRecords(files, name, (records) => {
      const record = records[which];
      if (record === undefined) throw new Error(`${name} has no record ${which}`);
      const copies = times(n, (index) => changed(record, (old) => other(old, index)));
      return [...records.slice(0, which + 1), ...copies, ...records.slice(which + 1)];
    });

/** A list in the first record of `name`, made n longer. */
const longer =
  (name: RegExp, fields: (old: Loose, n: number) => Loose) =>
  (files: Files, n: number): DirectoryBomb =>
    withRecords(files, name, ([first, ...others]) => [
      ...(first === undefined ? [] : [changed(first, (old) => fields(old, n))]),
      ...others,
    ]);

const apart = 100_000;

export const criuBombs: Readonly<Record<string, (files: Files, n: number) => DirectoryBomb>> = {
  'equal mounts': repeated(/^mountpoints-/),
  'mounts of one file system': repeated(
    /^mountpoints-/,
    (old, index) => ({ mnt_id: apart + index, parent_mnt_id: old.mnt_id, mountpoint: `/m${index}` }),
    0,
  ),
  'mounts in groups': repeated(/^mountpoints-/, (old, index) => ({
    mnt_id: apart + index,
    parent_mnt_id: old.mnt_id,
    mountpoint: `/m${index}`,
    shared_id: index + 1,
    master_id: index,
  })),
  'equal tasks': repeated(/^pstree/),
  'tasks without files': repeated(/^pstree/, (old, index) => ({
    pid: apart + index,
    ppid: old.pid,
    pgid: apart + index,
    sid: apart + index,
    threads: [apart + index],
  })),
  'a chain of tasks': repeated(/^pstree/, (old, index) => ({
    pid: apart + index,
    ppid: index === 0 ? old.pid : apart + index - 1,
    pgid: old.pgid,
    sid: old.sid,
    threads: [apart + index],
  })),
  'equal threads': longer(/^pstree/, (old, n) => ({ threads: [...old.threads, ...times(n, () => old.pid)] })),
  areas: longer(/^mm-1\./, (old, n) => ({
    vmas: [
      ...old.vmas,
      ...times(n, (index) => ({
        ...old.vmas[0],
        start: 0x10_0000_0000n + BigInt(index) * 0x2000n,
        end: 0x10_0000_1000n + BigInt(index) * 0x2000n,
      })),
    ],
  })),
  'equal areas': longer(/^mm-1\./, (old, n) => ({ vmas: [...old.vmas, ...times(n, () => old.vmas[0])] })),
  descriptors: repeated(/^fdinfo-/, (old, index) => ({ fd: old.fd + 1 + index })),
  'equal descriptors': repeated(/^fdinfo-/),
  files: repeated(/^files\./, (_, index) => ({ id: apart + index })),
  'equal files': repeated(/^files\./),
  'network devices': repeated(/^netdev-/, (_, index) => ({
    ifindex: index + 2,
    name: `e${index}`,
    master: 2,
  })),
  'signal actions': longer(/^core-1\./, (old, n) => ({
    tc: { ...old.tc, sigactions: times(n, () => old.tc.sigactions[0]) },
  })),
};

/** `record.kind` of the sample n times, with what is in it, in the same place. */
function repeatedObject(image: Uint8Array, kind: string, n: number): ImageBomb {
  const source = memorySource(image);
  const records = [...readCptRecords(source, () => {})];
  const start = records.findIndex((record) => record.kind === kind);
  const first = records[start];
  if (first === undefined) throw new Error(`the sample has no ${kind}`);
  const length = records.slice(start + 1).findIndex(({ depth }) => depth <= first.depth) + 1;
  const sink = new MemorySink();
  const writer = new CptWriter(sink, source, () => {});
  for (const [index, record] of records.entries()) {
    writer.write(record);
    if (index !== start + length - 1) continue;
    for (let copy = 0; copy < n; copy++)
      for (const one of records.slice(start, start + length)) writer.write({ ...one });
  }
  writer.finish();
  return { name: kind, bytes: sink.result() };
}

export const cptKindsRepeated = [
  ...['file', 'task', 'vma', 'fs', 'files', 'filedesc', 'mm', 'signal_struct', 'sighand_struct', 'vfsmount'],
] as const;

export const cptBomb = (image: Uint8Array, kind: string, n: number): ImageBomb =>
  repeatedObject(image, kind, n);

/** n objects of 16 bytes that nobody knows, in one section. */
export function unknownObjects(image: Uint8Array, n: number): ImageBomb {
  const hdrlen = Buffer.from(image).readUInt16LE(4);
  const content = Buffer.alloc(16 * (n + 1));
  for (let at = 0; at < content.length; at += 16) {
    content.writeBigUInt64LE(at === 0 ? BigInt(content.length) : 16n, at);
    content.writeUInt32LE(at === 0 ? 2 : 60_000, at + 8);
    content.writeUInt16LE(16, at + 12);
  }
  return { name: 'unknown', bytes: Uint8Array.from(Buffer.concat([image.subarray(0, hdrlen), content])) };
}

/** An archive of n empty members: below folders of their own, in one folder, or links to links. */
export function manyMembers(n: number, kind: 'files' | 'images' | 'links'): Uint8Array {
  const archive = Buffer.alloc(512 * (n + 2));
  const names = {
    files: (index: number) => `d${index % 50}/f${index}/core-${index}.img`,
    images: (index: number) => `img/core-${index}.img`,
    links: (index: number) => `l${index}`,
  };
  for (let index = 0; index < n; index++) {
    const block = archive.subarray(512 * index, 512 * (index + 1));
    block.write(names[kind](index));
    block.write('0000644\0', 100);
    block.write('00000000000\0', 124);
    block.write('        ', 148);
    block.write(kind === 'links' ? '2' : '0', 156);
    if (kind === 'links') block.write(`l${index + 1}`, 157);
    block.write('ustar\x0000', 257);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  }
  return Uint8Array.from(gzipSync(archive));
}

const isNumber = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

/** The same with other numbers wherever a name says that they identify something. */
function renumbered(value: Loose, index: number): Loose {
  const entries = Object.entries(value).map(([name, old]) => {
    const isIdentity = /(^|_)(id|ino|i_ino|fd|pid|ifindex|key|shmid|peer|start|end|pgid|sid)$/.test(name);
    if (!isIdentity || !isNumber(old)) return [name, old];
    return [
      name,
      typeof old === 'bigint'
        ? BigInt.asUintN(62, old + BigInt((index + 1) * 0x10_0000))
        : (old + 1000 + index) % 0x7fff_ffff,
    ];
  });
  return Object.fromEntries(entries);
}

/** Where lists are in a message: names on the way down. */
function listsOf(fields: Loose, path: readonly string[] = []): (readonly string[])[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.length === 0 ? [] : [[...path, name]];
    const isMessage = typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
    return isMessage && path.length < 3 ? listsOf(value, [...path, name]) : [];
  });
}

function withLonger(
  fields: Loose,
  [name = '', ...rest]: readonly string[],
  n: number,
  isApart: boolean,
): Loose {
  const old = fields[name];
  if (rest.length > 0) return { ...fields, [name]: withLonger(old, rest, n, isApart) };
  const last = old.at(-1);
  const isObject = typeof last === 'object' && !(last instanceof Uint8Array);
  const other = (index: number): Loose => {
    if (!isApart) return last;
    if (isNumber(last))
      return typeof last === 'bigint'
        ? BigInt.asUintN(62, last + BigInt(index + 1))
        : (last + index + 1) % 0x7fff_ffff;
    return isObject ? renumbered(last, index) : last;
  };
  return { ...fields, [name]: [...old, ...times(n, other)] };
}

/** Of every file of a directory: its first record n times, and each list in it n longer, with equal and with other numbers. */
export function* everyBomb(
  files: Files,
): Generator<{ readonly name: string; readonly make: (n: number) => DirectoryBomb }> {
  const directory = memoryDirectory(Object.fromEntries(files));
  const seen = new Set<string>();
  for (const file of files.keys()) {
    const type = file.replace(/-\d+(?=\.)/, '');
    const source = /\.img$/.test(file) && !/^pages/.test(file) ? directory.open(file) : undefined;
    if (source === undefined || seen.has(type)) continue;
    seen.add(type);
    const [first] = decodeFile(source, file, () => {}).records();
    if (first?.kind !== 'message') continue;
    const exact = new RegExp(`^${file.replaceAll('.', '\\.')}$`);
    for (const isApart of [false, true]) {
      const kind = isApart ? 'with other numbers' : 'equal';
      yield {
        name: `${type}, ${kind}`,
        make: (n) => repeated(exact, (old, index) => (isApart ? renumbered(old, index) : {}))(files, n),
      };
      for (const path of listsOf(first.fields)) {
        yield {
          name: `${type} ${path.join('.')}, ${kind}`,
          make: (n) => longer(exact, (old) => withLonger(old, path, n, isApart))(files, n),
        };
      }
    }
  }
}
