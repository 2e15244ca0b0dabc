/**
 * What an image holds besides address spaces: deleted files, memory files and segments, queues of pipes, sockets and
 * System V messages, input of terminals, file systems in memory. Each has a name that is the same in every run.
 */
import type { ByteRange, Checkpoint, Inode } from '../model/checkpoint.ts';
import { follow } from '../model/look-up.ts';
import { type Piece, planContent, type Range } from './plan.ts';

export type StoreKind = 'file' | 'segment' | 'pipe' | 'socket' | 'message' | 'terminal' | 'tmpfs';

export interface Store {
  /** `pipe/10048`: kind and number, nothing that the image could choose freely. */
  readonly name: string;
  readonly kind: StoreKind;
  /** What it is called in the image; not escaped. */
  readonly title: string;
  readonly inode?: Inode | undefined;
  readonly sizeBytes: bigint;
  /** In gzip: what is in it cannot be found in its bytes. */
  readonly isPacked?: boolean;
  part(range: Range): Iterable<Piece>;
}

/** In the order of their kinds and numbers. */
export function storesOf(checkpoint: Checkpoint): readonly Store[] {
  const names = new Names();
  return [
    ...inodeStores(checkpoint, names),
    ...socketStores(checkpoint, names),
    ...messageStores(checkpoint, names),
    ...terminalStores(checkpoint, names),
    ...mountStores(checkpoint, names),
  ];
}

/** Numbers that an image has twice get a further one. */
class Names {
  readonly #counts = new Map<string, number>();

  of(kind: string, number: bigint | number | string): string {
    const name = `${kind}/${number}`;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count === 1 ? name : `${name}.${count}`;
  }
}

/** S_IFMT and S_IFREG of inode(7). */
const typeBits = 0o170000;
const regularFile = 0o100000;

function* inodeStores({ inodes, files, sharedMemories }: Checkpoint, names: Names): Generator<Store> {
  const paths = new Map<number, string>();
  for (const { inode, path, name } of files.values()) {
    const text = path || name;
    if (inode !== undefined && text && !paths.has(inode)) paths.set(inode, text);
  }
  const segments = new Map<number, number>();
  for (const inode of inodes.values()) if (inode.shm !== undefined) segments.set(inode.id, inode.shm);
  let count = 0;
  for (const inode of inodes.values()) {
    count++;
    const { ino, content, buffered, sizeBytes, id, shm } = inode;
    const number = ino > 0n ? ino : count;
    const title = paths.get(id) ?? '';
    if (buffered !== undefined && buffered.length > 0)
      yield { ...ranges([buffered]), name: names.of('pipe', number), kind: 'pipe', title: title || 'pipe' };
    // A deleted file without content is an empty one, or a hole.
    const isRegular = (inode.mode & typeBits) === regularFile;
    const end = content.at(content.length - 1)?.end ?? 0n;
    if (end === 0n && !(isRegular && inode.nlink === 0)) continue;
    const segment = follow(sharedMemories, shm);
    const size = sizeBytes > 0n ? sizeBytes : end;
    yield {
      name: segment ? names.of('segment', segment.id) : names.of('file', number),
      kind: segment ? 'segment' : 'file',
      title: title || (segment ? `System V segment ${segment.id}` : 'a file without a name'),
      inode,
      sizeBytes: size,
      part: (range) => planContent(inode, range),
    };
  }
}

/** Ranges of the source, one after the other. */
function ranges(parts: readonly ByteRange[]): Pick<Store, 'sizeBytes' | 'part'> {
  const total = parts.reduce((sum, { length }) => sum + length, 0);
  return {
    sizeBytes: BigInt(total),
    *part({ start, end }) {
      let at = 0n;
      for (const { offset, length } of parts) {
        const from = at > start ? at : start;
        const to = at + BigInt(length) < end ? at + BigInt(length) : end;
        if (from < to) yield { kind: 'stored', start: from, end: to, offset: offset + Number(from - at) };
        at += BigInt(length);
      }
    },
  };
}

function* socketStores({ sockets }: Checkpoint, names: Names): Generator<Store> {
  let count = 0;
  for (const { index, buffers } of sockets.values()) {
    count++;
    for (const { content, queue } of buffers) {
      if (content === undefined || content.length === 0) continue;
      const name = names.of('socket', index ?? count);
      yield {
        ...ranges([content]),
        name,
        kind: 'socket',
        title: `${queue} queue of socket ${index ?? count}`,
      };
    }
  }
}

function* messageStores({ messageQueues }: Checkpoint, names: Names): Generator<Store> {
  for (const { id, messages } of messageQueues) {
    for (const { text, rest = [], type } of messages) {
      const name = names.of('message', id);
      yield {
        ...ranges([text, ...rest]),
        name,
        kind: 'message',
        title: `message of type ${type} in queue ${id}`,
      };
    }
  }
}

function* terminalStores({ ttys }: Checkpoint, names: Names): Generator<Store> {
  let count = 0;
  for (const { input } of ttys.values()) {
    count++;
    if (input === undefined || input.length === 0) continue;
    yield {
      ...ranges([input]),
      name: names.of('terminal', count),
      kind: 'terminal',
      title: `input of a terminal`,
    };
  }
}

function* mountStores({ mounts }: Checkpoint, names: Names): Generator<Store> {
  let count = 0;
  for (const { content, contentIsPacked, mountpoint } of mounts.values()) {
    count++;
    if (content === undefined || content.length === 0) continue;
    yield {
      ...ranges([content]),
      name: names.of('tmpfs', count),
      kind: 'tmpfs',
      title: `${mountpoint}, as a tar stream${contentIsPacked === true ? ' in gzip' : ''}`,
      isPacked: contentIsPacked === true,
    };
  }
}
