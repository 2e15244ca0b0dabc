/** Pages of what is said of linux-cr streams: their records, their shared objects, and the restart. */
import type { CodeTable } from '../../diagnostic.ts';
import { linuxCrCodes } from '../../parse/linux-cr/codes.ts';
import { linuxCrRestoreCodes, linuxCrStreamCodes } from '../../restore-sim/restorers/linux-cr/codes.ts';
import type { PageTable, RulePage } from '../page.ts';
import { rehearsalPagesOf } from './rehearsal.ts';

type Part = Omit<RulePage, 'severity' | 'meaning'>;

const pages = (table: CodeTable, part: Part): PageTable =>
  Object.fromEntries(
    Object.entries(table).map(([code, { severity, meaning }]) => [code, { severity, meaning, ...part }]),
  );

const only = (table: CodeTable, wanted: (code: string) => boolean): CodeTable =>
  Object.fromEntries(Object.entries(table).filter(([code]) => wanted(code)));

export const linuxCrFramingPages = pages(linuxCrCodes, {
  why: 'ckpt_read_obj of the restarting kernel expects each record with the type and length of its layout; a stream that ends too early is EPIPE, one that says that the checkpoint failed EIO.',
  errno: 'EINVAL',
  bad: 'a stream that was cut while it was copied',
  good: 'a stream from its header to its tail record',
  mend: 'Make the checkpoint again, or copy the stream again: it has no padding, and every byte counts.',
});

const isReference = (code: string): boolean =>
  code.startsWith('stream-object') || code.startsWith('stream-reference');

export const linuxCrReferencePages = pages(only(linuxCrStreamCodes, isReference), {
  why: 'checkpoint/objhash.c: an object is announced once, under a number above 0, before anything refers to it; a number of another kind is ENOMSG.',
  errno: 'EINVAL',
  bad: 'FILE_DESC with fd_objref 12, and no OBJREF record with 12 before it',
  good: 'OBJREF {FILE, 12}, the FILE record, then FILE_DESC with fd_objref 12',
  mend: 'Correct the number to that of the object that is meant; `cr-inspect IMAGE records` lists the announcements.',
});

export const linuxCrSemanticsPages = pages(
  only(linuxCrStreamCodes, (code) => !isReference(code)),
  {
    why: 'The restart checks values before it uses them: checkpoint/process.c for tasks, ipc/checkpoint*.c for System V objects.',
    errno: 'EINVAL',
    bad: 'a zombie with the exit status 0x10000',
    good: 'an exit status as wait(2) returns it',
    mend: 'Set the field to a value that the kernel could have written.',
  },
);

export const linuxCrRehearsalPages = rehearsalPagesOf(linuxCrRestoreCodes);

/** Codes that no CPT image can raise. */
export const linuxCrOnlyCodes: ReadonlySet<string> = new Set(
  [linuxCrFramingPages, linuxCrReferencePages, linuxCrSemanticsPages].flatMap((table) => Object.keys(table)),
);
