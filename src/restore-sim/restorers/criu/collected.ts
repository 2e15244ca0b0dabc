/** Images that the root task reads as a whole before the tasks are looked at (collect_image), and what is in pipes. */
import { type Entry, placeOf } from '../../../model/from-criu/image.ts';
import { fieldsAs } from '../../../model/from-criu/open-files.ts';
import type { CriuRestore } from './context.ts';
import { partialList } from './partial-lists.ts';
import { listEntries } from './read-file.ts';
import type { OpenFiles } from './shared-files.ts';
import { fails } from './stop.ts';

/** Filters of seccomp may be damaged: CRIU then takes it that there are none (seccomp_read_image). */
export function readFilters(restore: CriuRestore): void {
  partialList(restore, 'SECCOMP', 'seccomp_entry');
}

// Holds for restores without --file-locks, too: the file is read, and no lock is taken.
export function collectContents(restore: CriuRestore): void {
  listEntries(restore, 'FILE_LOCKS', 'file_lock_entry');
  listEntries(restore, 'PIPES_DATA', 'pipe_data_entry');
  listEntries(restore, 'FIFO_DATA', 'pipe_data_entry');
  listEntries(restore, 'SK_QUEUES', 'sk_packet_entry');
}

/** Data is put into a pipe when its first end is opened (restore_pipe_data). */
export function fillPipes(restore: CriuRestore, files: OpenFiles): void {
  for (const [kind, type] of [
    ['PIPE', 'PIPES_DATA'],
    ['FIFO', 'FIFO_DATA'],
  ] as const) {
    const opened = new Set<number>();
    for (const file of files.values()) {
      const fields = fieldsAs(file, kind);
      if (fields !== undefined) opened.add(fields.pipe_id ?? 0);
    }
    // Of two records for one pipe the later is found first.
    const entries = listEntries(restore, type, 'pipe_data_entry');
    const last = new Map(entries.map((entry) => [entry.fields.pipe_id ?? 0, entry]));
    for (const [pipe, entry] of last) {
      if (opened.has(pipe)) fillPipe(restore, pipe, entry);
    }
  }
}

/** Pages of a new pipe, and more than the kernel allocates in one piece for the slots of one. */
const defaultPages = 16;
const sizeMax = 1 << 28;

function fillPipe(restore: CriuRestore, pipe: number, entry: Entry<'pipe_data_entry'>): void {
  const pageBytes = Number(restore.page);
  const { bytes = 0, size } = entry.fields;
  function refused(text: string, errno: string): never {
    fails(
      'criu-pipe-data',
      placeOf(entry),
      `CRIU: "${text}"; pipe ${pipe} holds ${bytes} bytes of ${size ?? 65536}`,
      { errno },
    );
  }
  if (size !== undefined && size > sizeMax) refused("Can't restore pipe size", 'EPERM');
  const pages =
    size === undefined ? defaultPages : 2 ** Math.ceil(Math.log2(Math.max(1, Math.ceil(size / pageBytes))));
  if (Math.ceil(bytes / pageBytes) <= pages) return;
  refused(`0x${pipe.toString(16)}: Error splicing data: Resource temporarily unavailable`, 'EAGAIN');
}
