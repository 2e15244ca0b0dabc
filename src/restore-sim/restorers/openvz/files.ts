/**
 * Descriptor tables, and root and current directories: kernel/cpt/rst_files.c. A table or directory pair
 * that is known already is shared by whoever names it next.
 */
import { nullPosition } from './image-reader.ts';
import { openFile } from './open-files.ts';
import type { Restore, TaskEntry } from './restore.ts';
import { crash, refuse } from './stop.ts';

/** NR_OPEN, include/linux/fs.h. */
const tableEntriesMax = 1024 * 1024;

export function restoreFileTable(restore: Restore, entry: TaskEntry): void {
  const { files } = entry.image;
  if (files === nullPosition || restore.fileTables.has(files)) return;
  const table = restore.reader.object('files', files);
  const entries = tableEntries(restore, table.offset, table.fields.maxFds);
  for (const { offset, fields } of restore.reader.objects('filedesc', table.body, table.end)) {
    openFile(restore, fields.file);
    // rst_files_complete: BUG_ON, as nothing was allocated for such a number.
    if (fields.fd >= entries) {
      const message = `descriptor ${fields.fd | 0} is beyond the table of ${entries} entries`;
      crash('descriptor-beyond-table', restore.at(offset), message);
    }
  }
  restore.fileTables.add(table.offset);
  restore.did('descriptors', entry, table.offset, { entries });
}

function tableEntries(restore: Restore, offset: number, maxFds: number): number {
  const { tableEntries: grown, tooManyEntries } = restore.line.file;
  if (maxFds <= tableEntriesMax) return grown(maxFds);
  const message = `a descriptor table is to have ${maxFds} entries, the kernel allows ${tableEntriesMax}`;
  if (tooManyEntries === 'EMFILE') refuse('table-size', 'EMFILE', restore.at(offset), message);
  // alloc_fdtable of 2.6.18 doubles up to the maximum and never gets further.
  crash('table-size', restore.at(offset), message);
}

/** Only who shares with whom is settled here; the paths come when the tree exists. */
export function shareDirectories(restore: Restore, entry: TaskEntry): void {
  if (entry.image.fs !== nullPosition) restore.directories.add(entry.image.fs);
}

/** rst_restore_fs. */
export function restoreDirectories(restore: Restore): void {
  const { reader } = restore;
  for (const position of restore.directories) {
    reader.place = 'FS';
    const fs = reader.object('fs', position);
    for (const file of reader.objects('file', fs.body, fs.end)) {
      const name = reader.name(file.body);
      if (name === undefined) {
        refuse('file-name', 'EINVAL', restore.at(file.offset), 'a root or current directory has no name');
      }
      if (name.text !== '') restore.needed('directory', name.text, file.offset);
    }
    restore.did('directories', undefined, position, { umask: fs.fields.umask });
  }
}
