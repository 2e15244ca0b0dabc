/**
 * Opening one file of the image: kernel/cpt/rst_files.c rst_file. What lies in the container root cannot
 * be known from an image: it is taken to be right, and listed as needed. Offsets and modes of files are
 * not looked at, as there.
 */
import { dentryFlag, objectType, openFlag } from '../../../parse/generated/cpt-records.ts';
import { positionOf, type ReadObject } from './image-reader.ts';
import { isNull, type OpenFile, type Restore } from './restore.ts';
import { refuse } from './stop.ts';

type File = ReadObject<'file'>;
type Inode = ReadObject<'inode'>;

const typeMask = 0o170000;
const fifo = 0o010000;
const characterDevice = 0o020000;
const directory = 0o040000;
const regular = 0o100000;
const socket = 0o140000;

/** What the kernel opens again by name, or makes again when no name leads to it. */
const remakeable: ReadonlySet<number> = new Set([regular, characterDevice, fifo, directory]);

const kindOf = ({ fields }: File): number => fields.iMode & typeMask;
const has = ({ fields }: File, flag: number): boolean => (fields.lflags & flag) !== 0;

/** Opens the FILE at a position unless it is open already. */
export function openFile(restore: Restore, stored: bigint): void {
  const position = positionOf(stored);
  if (restore.files.has(position)) return;
  const file = restore.reader.object('file', position);
  restore.files.set(position, open(restore, file));
  if (!isNull(file.fields.inode)) restore.inodes.add(positionOf(file.fields.inode));
}

function open(restore: Restore, file: File): OpenFile {
  const { inode } = file.fields;
  // An inode that is open already is opened again through its directory entry, whatever the name says.
  const isOpen = !isNull(inode) && restore.inodes.has(positionOf(inode));
  if (isOpen && !has(file, dentryFlag.cloning)) return 'file';
  const name = fileName(restore, file);
  checkMount(restore, file, name);
  if (has(file, dentryFlag.deleted)) return openDeleted(restore, file, name);
  if (name === '') refuse('file-name', 'EINVAL', restore.at(file.offset), 'an open file has an empty name');
  if (has(file, dentryFlag.epoll)) return 'epoll';
  if (has(file, dentryFlag.inotify)) return 'inotify';
  if (has(file, dentryFlag.signalfd | dentryFlag.timerfd | dentryFlag.eventfd)) return 'file';
  if (kindOf(file) === fifo) return openPipe(restore, file, name);
  checkSpecial(restore, file, name);
  needPath(restore, file, name);
  restore.did('open', undefined, file.offset, { name });
  return has(file, dentryFlag.proc) ? 'delayed' : 'file';
}

function fileName(restore: Restore, file: File): string {
  const name = file.body < file.end ? restore.reader.name(file.body) : undefined;
  if (name === undefined) {
    const message = 'an open file has no name, and nothing else that it could be opened by';
    refuse('file-name', 'EINVAL', restore.at(file.offset), message);
  }
  return name.text;
}

function checkMount(restore: Restore, { offset, fields }: File, name: string): void {
  const { vfsmount } = fields;
  if (!restore.line.file.mountReferences || vfsmount === undefined || isNull(vfsmount)) return;
  if (restore.mounts.has(positionOf(vfsmount))) return;
  const message = `${name} was opened in a mount that is not restored (position ${vfsmount})`;
  refuse('file-mount', 'ENODEV', restore.at(offset), message);
}

function needPath(restore: Restore, file: File, name: string): void {
  if (!name.startsWith('/')) return;
  const kinds = { [directory]: 'directory', [characterDevice]: 'device' } as const;
  const kind = kinds[kindOf(file) as keyof typeof kinds] ?? 'file';
  restore.needed(kind, name, file.offset);
}

function openDeleted(restore: Restore, file: File, name: string): OpenFile {
  const { inode } = file.fields;
  if (isNull(inode)) {
    refuse('deleted-file', 'EINVAL', restore.at(file.offset), `${name} was deleted and its inode is missing`);
  }
  const content = restore.reader.object('inode', positionOf(inode));
  const first =
    content.body < content.end ? restore.reader.header(content.body, 'the content of an inode') : undefined;
  if (first?.object === objectType.name) {
    const other = restore.reader.name(content.body);
    if (other === undefined) {
      const message = `the other name of deleted ${name} cannot be read`;
      refuse('deleted-file', 'EINVAL', restore.at(content.body), message);
    }
    restore.needed('file', other.text, file.offset);
  } else if (!remakeable.has(kindOf(file))) {
    const message = `${name} was deleted and has mode ${file.fields.iMode.toString(8)}`;
    refuse('deleted-file', 'EINVAL', restore.at(file.offset), message);
  } else if (kindOf(file) === regular) {
    checkPages(restore, content.body, content.end);
  } else if (kindOf(file) === fifo) {
    fillPipe(restore, content);
  }
  restore.did('open-deleted', undefined, file.offset, { name });
  return 'file';
}

/** Blocks of file content: fixup_file_content knows nothing but PAGES, which must be there completely. */
export function checkPages(restore: Restore, from: number, to: number): void {
  for (const block of restore.reader.objects('pages', from, to)) {
    const length = block.fields.end - block.fields.start;
    if (block.content === 0 || length <= 0n) continue;
    restore.reader.checkRange(block.body, positionOf(length), 'the content of a file');
  }
}

function openPipe(restore: Restore, file: File, name: string): OpenFile {
  const { inode } = file.fields;
  if (isNull(inode)) {
    refuse('deleted-file', 'EINVAL', restore.at(file.offset), `the inode of ${name} is missing`);
  }
  fillPipe(restore, restore.reader.object('inode', positionOf(inode)));
  needPath(restore, file, name);
  restore.did('pipe', undefined, file.offset, { name });
  return 'file';
}

/** PIPE_BUFFERS pages. */
const pipeBytesMax = 16 * 4096;

/** Whoever opens a pipe first writes what was in it. */
function fillPipe(restore: Restore, inode: Inode): void {
  if (restore.filledPipes.has(inode.offset) || inode.body >= inode.end) return;
  restore.filledPipes.add(inode.offset);
  const content = restore.reader.object('bits', inode.body);
  const size = content.fields.size ?? 0;
  if (size > pipeBytesMax) {
    const message = `a pipe holds ${size} bytes, at most ${pipeBytesMax} fit`;
    refuse('pipe-content', 'EINVAL', restore.at(content.offset), message);
  }
  restore.reader.checkRange(content.body, size, 'the content of a pipe');
}

/** MEM_MAJOR: /dev/null, zero, random and their like are opened like any file. */
const memoryMajor = 1;
const minorBits = 20n;

/** open_special: of devices, only those of memory, network tunnels and terminals are known. */
function checkSpecial(restore: Restore, file: File, name: string): void {
  const { offset, fields } = file;
  const kind = kindOf(file);
  if (!remakeable.has(kind)) {
    const what = kind === socket ? 'a socket that is not restored' : `of mode ${fields.iMode.toString(8)}`;
    refuse('file-kind', 'EINVAL', restore.at(offset), `${name} is ${what}`);
  }
  if (kind === regular && (fields.flags & openFlag.directory) !== 0) {
    refuse('file-kind', 'ENOTDIR', restore.at(offset), `${name} is no directory but was opened as one`);
  }
  if (kind !== characterDevice) return;
  const inode = restore.reader.object('inode', positionOf(fields.inode));
  if (inode.fields.rdev >> minorBits === BigInt(memoryMajor) || has(file, dentryFlag.tuntap)) return;
  if (isNull(fields.priv)) {
    refuse('file-kind', 'EINVAL', restore.at(offset), `${name} is a device, but no terminal of the image`);
  }
  const terminal = restore.reader.object('tty', positionOf(fields.priv));
  restore.terminals.add(terminal.offset);
}
