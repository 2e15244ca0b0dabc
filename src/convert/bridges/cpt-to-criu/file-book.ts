/**
 * files.img: every open file once, and its number for all who refer to it. Which message a file becomes is
 * decided by its kind, in files/.
 */
import type { FileKind, FilePath, Id, OpenFile } from '../../../model/checkpoint.ts';
import type { MessageRecord } from '../../../parse/criu/index.ts';
import type { FileEntry, SkPacketEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from './context.ts';
import { epollEntry } from './files/epoll.ts';
import { eventfdEntry } from './files/eventfd.ts';
import { inotifyEntry } from './files/inotify.ts';
import { fifoEntry, pipeEntry } from './files/pipe.ts';
import { directoryEntry, placeholderEntry, regularEntry } from './files/regular.ts';
import { signalfdEntry } from './files/signalfd.ts';
import { socketEntry } from './files/socket.ts';
import { timerfdEntry } from './files/timerfd.ts';
import { ttyEntry } from './files/tty.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';

/** fdinfo.proto, fd_types. */
export const fdType = {
  reg: 1,
  pipe: 2,
  fifo: 3,
  inet: 4,
  unix: 5,
  eventfd: 6,
  epoll: 7,
  inotify: 8,
  signalfd: 9,
  packet: 10,
  tty: 11,
  netlink: 13,
  timerfd: 17,
} as const;

/** A file entry without the two fields that all have. */
export type FileBody = Omit<FileEntry, 'id'> & { readonly type: number };

/** Makes the entry of a file. The number is given, since messages repeat it. */
export type MakeEntry = (conversion: Conversion, file: OpenFile, id: number) => FileBody;

const makers = {
  regular: regularEntry,
  directory: regularEntry,
  symlink: regularEntry,
  'character-device': regularEntry,
  'block-device': regularEntry,
  tty: ttyEntry,
  pipe: pipeEntry,
  fifo: fifoEntry,
  socket: socketEntry,
  epoll: epollEntry,
  inotify: inotifyEntry,
  eventfd: eventfdEntry,
  signalfd: signalfdEntry,
  timerfd: timerfdEntry,
  tun: placeholderEntry,
  futex: placeholderEntry,
  memfd: placeholderEntry,
  fanotify: placeholderEntry,
  namespace: placeholderEntry,
  pidfd: placeholderEntry,
  unknown: placeholderEntry,
} satisfies Record<FileKind, MakeEntry>;

export interface FileReference {
  readonly type: number;
  readonly id: number;
}

/** Files besides files.img that hold what is in files; each is written when it has records. */
const sideImages = ['PIPES_DATA', 'FIFO_DATA', 'SK_QUEUES', 'TTY_INFO', 'TTY_DATA', 'REMAP_FPATH'] as const;
type SideImage = (typeof sideImages)[number];

export class FileBook {
  readonly #entries: FileEntry[] = [];
  readonly #references = new Map<Id<'file'>, FileReference>();
  readonly #named = new Map<string, number>();
  readonly #side = new Map<SideImage, MessageRecord[]>();
  #conversion: Conversion | undefined;

  /** The conversion knows the book and the book the conversion. */
  open(conversion: Conversion): void {
    this.#conversion = conversion;
  }

  /** An open file; the same number at each call. Undefined for a file that is not in the image. */
  opened(fileId: Id<'file'>): FileReference | undefined {
    const known = this.#references.get(fileId);
    if (known) return known;
    const file = this.#open().checkpoint.files.get(fileId);
    if (!file) return undefined;
    const id = this.nextId();
    // Known before its entry is made: a socket may have itself in its queue.
    const draft = { type: 0, id };
    this.#references.set(fileId, draft);
    const body = makers[file.kind](this.#open(), file, id);
    draft.type = body.type;
    this.#entries.push({ ...body, id });
    return draft;
  }

  /** The number of a regular file that is mapped or is a program. */
  mapped(fileId: Id<'file'>): number {
    return this.opened(fileId)?.id ?? 0;
  }

  /** A directory that nobody has open. Equal names are one entry. */
  named(path: FilePath | undefined): number {
    const key = `${path?.mount ?? ''} ${path?.isDeleted ? path.at : ''} ${path?.path ?? '/'}`;
    const known = this.#named.get(key);
    if (known !== undefined) return known;
    const id = this.nextId();
    this.#named.set(key, id);
    this.#entries.push({ ...directoryEntry(this.#open(), path, id), id });
    return id;
  }

  /** An entry that only other entries refer to: the name of a terminal or fifo. */
  add(body: FileBody, id: number): void {
    this.#entries.push({ ...body, id });
  }

  nextId(): number {
    return this.#open().numbers.next('file');
  }

  side(image: SideImage, record: MessageRecord): void {
    const records = this.#side.get(image) ?? [];
    this.#side.set(image, records);
    records.push(record);
  }

  /** A message in the receive queue of a socket. */
  packet(entry: SkPacketEntry, data: MessageRecord['payload']): void {
    this.side('SK_QUEUES', message('sk_packet_entry', entry, data));
  }

  write(): void {
    const { output } = this.#open();
    writeImage(
      output,
      'FILES',
      undefined,
      this.#entries.map((entry) => message('file_entry', entry)),
    );
    for (const image of sideImages) {
      const records = this.#side.get(image);
      if (records) writeImage(output, image, undefined, records);
    }
  }

  #open(): Conversion {
    if (!this.#conversion) throw new Error('a file book is opened before it is used');
    return this.#conversion;
  }
}
