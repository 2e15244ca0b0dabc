/** What an image holds itself, so that nobody has to prepare it. */
import type { ByteRange, Checkpoint, OpenFile, PageBlock, Socket } from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import { compareText } from './path-book.ts';
import { isInternet, isTcp } from './restore-options.ts';
import type { Brought, PreparationTarget } from './types.ts';

interface Item {
  readonly bytes?: bigint | undefined;
  readonly name?: string | undefined;
}

export function broughtBy(checkpoint: Checkpoint, target: PreparationTarget): readonly Brought[] {
  const lists: readonly (readonly [what: string, items: readonly Item[]])[] = [
    ['deleted files', deletedFiles(checkpoint)],
    ['pipes, with unread data', pipes(checkpoint, 'pipe')],
    ['unread data of FIFOs', pipes(checkpoint, 'fifo').filter(({ bytes }) => bytes !== 0n)],
    ['content of tmpfs mounts', tmpfs(checkpoint)],
    ['System V semaphore sets', checkpoint.semaphoreSets.map(({ key }) => ({ name: keyName(key) }))],
    ['System V message queues', queues(checkpoint)],
    ['System V shared memory segments', segments(checkpoint)],
    ['data queued in sockets', socketQueues(checkpoint, target)],
    [
      'unread terminal input',
      [...checkpoint.ttys.values()].flatMap(({ name, input }) => rangeItem(input, name)),
    ],
    [
      'packet filter tables',
      checkpoint.network.packetFilters.map(({ text }) => ({ bytes: BigInt(text.length) })),
    ],
  ];
  return lists.filter(([, items]) => items.length > 0).map(([what, items]) => broughtItem(what, items));
}

const broughtItem = (what: string, items: readonly Item[]): Brought => ({
  what,
  count: items.length,
  bytes: items.reduce((sum, { bytes = 0n }) => sum + bytes, 0n),
  names: [...new Set(items.flatMap(({ name }) => (name === undefined ? [] : [name])))].sort(compareText),
});

const rangeItem = (range: ByteRange | undefined, name?: string): Item[] =>
  range === undefined ? [] : [{ bytes: BigInt(range.length), name }];

/** Several descriptions of one file count once. Segments and shared anonymous memory are not files. */
function deletedFiles(checkpoint: Checkpoint): readonly Item[] {
  const items = new Map<number, Item>();
  for (const file of checkpoint.files.values()) {
    const inode = follow(checkpoint.inodes, file.inode);
    const isFile = file.kind === 'regular' || file.kind === 'fifo' || file.kind === 'directory';
    if (!file.isDeleted || !isFile || inode?.otherPath !== undefined || isMemory(file)) continue;
    items.set(inode?.id ?? -file.id, { name: file.path, bytes: blockBytes(inode?.content ?? []) });
  }
  return [...items.values()];
}

/** ipc/shm.c and mm/shmem.c name them so; 2.6.18 leaves the name of shared anonymous memory empty. */
const isMemory = ({ path = '' }: OpenFile): boolean =>
  path === '' || path === '/dev/zero' || /SYSV[0-9a-f]{8}$/.test(path);

function pipes(checkpoint: Checkpoint, kind: 'pipe' | 'fifo'): readonly Item[] {
  const items = new Map<number, Item>();
  for (const file of checkpoint.files.values()) {
    const inode = follow(checkpoint.inodes, file.inode);
    if (file.kind !== kind || !inode) continue;
    const name = kind === 'fifo' ? file.path : undefined;
    items.set(inode.id, { name, bytes: BigInt(inode.buffered?.length ?? 0) });
  }
  return [...items.values()];
}

const tmpfs = ({ mounts }: Checkpoint): readonly Item[] =>
  [...mounts.values()].flatMap(({ content, mountpoint }) => rangeItem(content, mountpoint));

const queues = ({ messageQueues }: Checkpoint): readonly Item[] =>
  messageQueues.map(({ key, messages }) => ({
    name: keyName(key),
    bytes: messages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n),
  }));

const segments = ({ sharedMemories }: Checkpoint): readonly Item[] =>
  [...sharedMemories.values()].map(({ key, sizeBytes }) => ({ name: keyName(key), bytes: sizeBytes }));

const keyName = (key: number): string => `key 0x${(key >>> 0).toString(16)}`;

const socketQueues = ({ sockets }: Checkpoint, target: PreparationTarget): readonly Item[] =>
  [...sockets.values()]
    .filter((socket) => target !== 'criu' || !isLostByCriu(socket))
    .flatMap(({ buffers }) => buffers)
    .map(({ lengthBytes }) => ({ bytes: BigInt(lengthBytes) }));

/** CRIU has no place for datagrams, nor for connections that no descriptor holds. */
const isLostByCriu = (socket: Socket): boolean =>
  isInternet(socket) && (!isTcp(socket) || socket.isOrphan || socket.parentIndex !== undefined);

function blockBytes(blocks: Iterable<PageBlock>): bigint {
  let sum = 0n;
  for (const { content } of blocks) sum += BigInt(content?.length ?? 0);
  return sum;
}
