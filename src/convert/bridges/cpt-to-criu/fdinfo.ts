/** fdinfo-N.img: the descriptors of a table, and which open file each is. */
import type { FdTable } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import { type Conversion, refuse } from './context.ts';
import { filesNumber } from './ids.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';
import type { TreeProcess } from './tree.ts';

const closeOnExec = 1;
/** Descriptors from here on are CRIU's own while it restores: service_fd_min_fd of criu/servicefd.c. */
const descriptorsMax = 1024 * 1024;

/** One file for each table: processes that share it name the same number. */
export function writeFdinfo(conversion: Conversion, process: TreeProcess, written: Set<number>): void {
  const { checkpoint, output } = conversion;
  const number = filesNumber(conversion, process);
  if (written.has(number)) return;
  written.add(number);
  const { fdTable } = process.holder;
  const table = follow(checkpoint.fdTables, fdTable);
  const records = table ? entriesOf(conversion, table) : [];
  writeImage(output, 'FDINFO', number, records);
}

function* entriesOf(conversion: Conversion, { descriptors }: FdTable) {
  const seen = new Set<number>();
  for (const { fd, isCloseOnExec, opened, at } of descriptors) {
    // Observed with CRIU 4.2: a number that is there twice makes the restore hang.
    if (seen.has(fd) || fd < 0 || fd >= descriptorsMax) {
      refuse(conversion, `descriptor ${fd} is there twice or no number that a process can have`, { at });
      continue;
    }
    seen.add(fd);
    const file = opened === undefined ? undefined : conversion.files.opened(opened);
    if (!file) continue;
    yield message('fdinfo_entry', {
      id: file.id,
      flags: isCloseOnExec ? closeOnExec : 0,
      type: file.type,
      fd,
    });
  }
}
