/** Files that are opened by a name: regular ones, directories, devices. Deleted ones become ghost files. */
import type { FilePath, Inode, OpenFile } from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import type { RegFileEntry } from '../../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { ghostOf } from '../ghost-files.ts';
import type { LossClass } from '../losses.ts';
import { message } from '../record.ts';
import { noOwner, ownerOf } from './file-owner.ts';

/** A bit that 2.6.32 kernels set in the flags of programs: FMODE_EXEC. */
const execFlag = 0x20;
const noSeek = 0xffffffffffffffffn;
const remapGhost = 1;

export function regularEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const { path } = file;
  if (path === undefined || path === '') return placeholderEntry(conversion, file, id);
  return { type: fdType.reg, reg: regularFile(conversion, file, id) };
}

/** criu/files-reg.c insists on a mode and a size when they are there, so they are left out. */
export function regularFile(conversion: Conversion, file: OpenFile, id: number): RegFileEntry {
  const { checkpoint, mounts } = conversion;
  const inode = follow(checkpoint.inodes, file.inode);
  // A deleted file that has another name is opened by that one.
  const name = (file.isDeleted && inode?.otherPath) || (file.path ?? '/');
  if (file.isDeleted && !inode?.otherPath) remapToGhost(conversion, id, file, inode);
  return {
    id,
    flags: file.flags & ~execFlag,
    pos: file.kind === 'regular' || file.kind === 'directory' ? file.pos : noSeek,
    fown: ownerOf(conversion, file),
    name: absolute(name),
    mnt_id: mounts.of(name),
  };
}

export const absolute = (name: string): string => (name.startsWith('/') ? name : `/${name}`);

function remapToGhost(conversion: Conversion, id: number, file: OpenFile, inode: Inode | undefined): void {
  const ghost = ghostOf(conversion, inode, file);
  const remap = { orig_id: id, remap_id: ghost, remap_type: remapGhost };
  conversion.files.side('REMAP_FPATH', message('remap_file_path_entry', remap));
}

/** A root, a working directory or the like. */
export function directoryEntry(conversion: Conversion, path: FilePath | undefined, id: number): FileBody {
  const name = absolute(path?.path ?? '/');
  if (path?.isDeleted) {
    const ghost = ghostOf(conversion, undefined, { at: path.at, inodeMode: path.inodeMode });
    const remap = { orig_id: id, remap_id: ghost, remap_type: remapGhost };
    conversion.files.side('REMAP_FPATH', message('remap_file_path_entry', remap));
  }
  return {
    type: fdType.reg,
    reg: { id, flags: 0, pos: 0n, fown: noOwner, name, mnt_id: conversion.mounts.of(name) },
  };
}

const nullDevice = '/dev/null';
/** O_RDONLY, O_WRONLY or O_RDWR, and O_NONBLOCK. */
const plainFlags = 0o4003;

/** A descriptor must not vanish: the next one that the program opens would get its number. */
export function placeholder(
  conversion: Conversion,
  {
    name,
    loss,
    flags,
    at,
  }: { readonly name: string; readonly loss: LossClass; readonly flags: number; readonly at: number },
  id: number,
): FileBody {
  conversion.losses.add(loss, name, { at });
  const reg = {
    id,
    flags: flags & plainFlags,
    pos: noSeek,
    fown: noOwner,
    name: nullDevice,
    mnt_id: conversion.mounts.of(nullDevice),
  };
  return { type: fdType.reg, reg };
}

export function placeholderEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const name = file.path ? `${file.kind} ${file.path}` : file.kind;
  return placeholder(conversion, { name, loss: 'file-kind', flags: file.flags, at: file.at }, id);
}
