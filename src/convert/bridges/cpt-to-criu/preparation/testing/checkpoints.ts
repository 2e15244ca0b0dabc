/** For tests only: checkpoints of samples, whole or with parts exchanged, and a root that is plain data. */
import type { Checkpoint, FileDescriptor, Id, Mount, OpenFile } from '../../../../../model/checkpoint.ts';
import { checkpointFromCpt } from '../../../../../model/from-cpt/checkpoint-from-cpt.ts';
import type { Rows } from '../../../../../model/rows.ts';
import { fileSource } from '../../../../../parse/bytes/file-source.ts';
import type { RootEntry, RootView } from '../../../../../restore-sim/host/root-view.ts';
import { sample } from '../../../../../test-support/images.ts';

export function checkpointOf(path: string): Checkpoint {
  const source = fileSource(path);
  try {
    return checkpointFromCpt(source, () => {});
  } finally {
    source.close();
  }
}

export const checkpointOfSample = (name: string): Checkpoint => checkpointOf(sample(name));

export const rowsOf = <Row>(list: readonly Row[]): Rows<Row> => ({
  length: list.length,
  at: (index) => list[index],
  [Symbol.iterator]: () => list[Symbol.iterator](),
});

/** The checkpoint with one more file, open in the first process as the given descriptor. */
export function withOpenFile(checkpoint: Checkpoint, fd: number, changes: Partial<OpenFile>): Checkpoint {
  const known = [...checkpoint.files.values()].find(({ kind }) => kind === 'regular')!;
  const id = (1_000_000 + fd) as Id<'file'>;
  const base = { isDeleted: false, inode: undefined, mount: undefined, pos: 0n, locks: [] };
  const file: OpenFile = { ...known, ...base, kind: 'regular', inodeMode: 0o100644, ...changes, id };
  const table = checkpoint.fdTables.get(checkpoint.tasks[0]!.fdTable!)!;
  const descriptor: FileDescriptor = { at: 0, fd, isCloseOnExec: false, opened: id };
  const descriptors = rowsOf([...table.descriptors, descriptor]);
  return {
    ...checkpoint,
    files: new Map([...checkpoint.files, [id, file]]),
    fdTables: new Map([...checkpoint.fdTables, [table.id, { ...table, descriptors }]]),
  };
}

export function withMount(checkpoint: Checkpoint, changes: Partial<Mount>): Checkpoint {
  const known = [...checkpoint.mounts.values()].find(({ mountpoint }) => mountpoint === '/proc')!;
  const id = (2_000_000 + checkpoint.mounts.size) as Id<'mount'>;
  const mount: Mount = { ...known, fstype: 'tmpfs', device: 'tmpfs', ...changes, id };
  return { ...checkpoint, mounts: new Map([...checkpoint.mounts, [id, mount]]) };
}

export type Entry = Partial<RootEntry> & { readonly type: RootEntry['type']; readonly bytes?: Uint8Array };

export function rootOf(entries: Readonly<Record<string, Entry>>): RootView {
  return {
    stat(path) {
      const entry = entries[path];
      if (!entry) return undefined;
      const { bytes, ...known } = entry;
      const plain = { size: bytes?.length ?? 0, mode: 0o644, rdev: { major: 0, minor: 0 }, path };
      return { ...plain, ...known };
    },
    read(path, offset, length) {
      return entries[path]?.bytes?.subarray(offset, offset + length);
    },
  };
}
