/**
 * A CRIU image directory with as many tasks as wanted: a real one, in which one task is repeated with all its
 * files. Each copy has its own pid, session, kernel objects, addresses and registers, as if each had been started by
 * itself; open files and pages are those of the first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemorySink } from '../../src/parse/bytes/byte-sink.ts';
import { memorySource } from '../../src/parse/bytes/byte-source.ts';
import {
  type CriuRecord,
  decodeFile,
  encodeFile,
  type Fields,
  fileName,
  findImageDirectories,
  type ImageTypeName,
  type MessageRecord,
  openTree,
} from '../../src/parse/criu/index.ts';

const firstPid = 1000;
/** Beyond the numbers of the real image. */
const firstObject = 100_000;
const movedTypes: readonly ImageTypeName[] = ['CORE', 'MM', 'PAGEMAP'];

/** `sample` is a directory or archive; in it a child of init that leads a session is what is repeated. */
export async function generateCriuImage(sample: string, directory: string, count: number): Promise<void> {
  const root = await openTree(sample, () => {});
  const [image] = findImageDirectories(root, () => {});
  if (image === undefined) throw new Error(`${sample} holds no CRIU images`);
  const files = new Map<string, Uint8Array>();
  for (const { name, kind } of image.list()) {
    const source = kind === 'file' ? image.open(name) : undefined;
    if (source !== undefined) files.set(name, source.view(0, source.size).slice());
    source?.close();
  }
  root.close();
  mkdirSync(directory);
  const write = (name: string, bytes: Uint8Array) => writeFileSync(join(directory, name), bytes);
  for (const [name, bytes] of files) write(name, bytes);

  const bytesOf = (type: ImageTypeName, id?: number): Uint8Array =>
    files.get(fileName(type, id)) ?? missing(type);
  const pstree = bytesOf('PSTREE');
  const tasks = recordsOf(fileName('PSTREE'), pstree);
  const model =
    tasks.find(({ fields: { pid, ppid, sid } }) => ppid === 1 && pid === sid) ?? missing('PSTREE');
  const pid = model.fields['pid'] as number;
  const [ids = missing('IDS')] = recordsOf(fileName('IDS', pid), bytesOf('IDS', pid));
  const fdinfo = bytesOf('FDINFO', ids.fields['files_id'] as number);
  for (let index = tasks.length; index < count; index++) {
    const own = firstPid + index;
    const object = firstObject + index;
    tasks.push(withFields(model, { pid: own, pgid: own, sid: own, threads: [own] }));
    for (const type of movedTypes) {
      const name = fileName(type, pid);
      const records = recordsOf(name, bytesOf(type, pid)).map((record) => moved(record, index));
      write(fileName(type, own), encoded(bytesOf(type, pid), name, records));
    }
    write(fileName('FS', own), bytesOf('FS', pid));
    const objects = { vm_id: object, files_id: object, fs_id: object, sighand_id: object };
    write(
      fileName('IDS', own),
      encoded(bytesOf('IDS', pid), fileName('IDS', pid), [withFields(ids, objects)]),
    );
    write(fileName('FDINFO', object), fdinfo);
  }
  write(fileName('PSTREE'), encoded(pstree, fileName('PSTREE'), tasks));
}

function missing(type: ImageTypeName): never {
  throw new Error(`the sample has no ${type}`);
}

function recordsOf(name: string, bytes: Uint8Array): MessageRecord[] {
  const { records } = decodeFile(memorySource(bytes), name, () => {});
  return [...records()].filter((record): record is MessageRecord => record.kind === 'message');
}

const withFields = (record: MessageRecord, fields: Fields): MessageRecord => ({
  ...record,
  fields: { ...record.fields, ...fields },
});

const pageBytes = 4096n;
/** The heap and what lies above it in user space, which are at random addresses; the program itself is not. */
const isRandom = (value: bigint): boolean => value >= 0x1000_0000n && value < 1n << 47n;

/** The same with addresses that are some pages further up, and other numbers in the vector registers. */
function moved(record: MessageRecord, pages: number): MessageRecord {
  const move = (value: unknown, name = ''): unknown => {
    if (typeof value === 'bigint') return isRandom(value) ? value + BigInt(pages) * pageBytes : value;
    if (name === 'xmm_space') return (value as number[]).map((part, index) => (part ^ (pages * index)) >>> 0);
    if (Array.isArray(value)) return value.map((item) => move(item));
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, move(item, key)]));
  };
  return { ...record, fields: move(record.fields) as Fields };
}

/** Records with the head of the file that they are from. */
function encoded(original: Uint8Array, name: string, records: readonly CriuRecord[]): Uint8Array {
  const sink = new MemorySink();
  encodeFile(decodeFile(memorySource(original), name, () => {}).header, records, sink);
  return sink.result();
}
