/**
 * What init adds when all files are open: epoll and inotify objects (kernel/cpt/rst_epoll.c,
 * rst_inotify.c), and the foreground groups of terminals (rst_tty.c rst_tty_jobcontrol).
 */
import { dentryFlag, objectType, sectionType } from '../../../parse/generated/cpt-records.ts';
import { positionOf } from './image-reader.ts';
import type { OpenFile, Restore } from './restore.ts';
import { refuse } from './stop.ts';

export function restoreEpoll(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.epoll);
  reader.place = 'EPOLL';
  for (const set of reader.objects('epoll', start, end)) {
    expectOpen(restore, set.offset, set.fields.file, 'epoll');
    for (const { offset, fields } of reader.objects('epoll_file', set.body, set.end)) {
      expectOpen(restore, offset, fields.file);
    }
    restore.did('epoll', restore.first, set.offset, { file: set.fields.file });
  }
}

export function restoreInotify(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.inotify);
  reader.place = 'INOTIFY';
  for (const instance of reader.objects('inotify', start, end)) {
    expectOpen(restore, instance.offset, instance.fields.file, 'inotify');
    for (const child of reader.headers(instance.body, instance.end, 'a part of an inotify object')) {
      if (child.object === objectType.inotify_watch) restoreWatch(restore, child.body, child.end);
      if (child.object === objectType.inotify_event && !restore.line.restoresInotifyEvents) {
        restore.say('events-lost', child.offset, 'a queued inotify event is not restored');
      }
    }
    restore.did('inotify', restore.first, instance.offset, { file: instance.fields.file });
  }
}

function restoreWatch(restore: Restore, body: number, end: number): void {
  const { reader } = restore;
  for (const file of reader.objects('file', body, end)) {
    const name = reader.name(file.body);
    if (name === undefined) {
      refuse('watch-file', 'EINVAL', restore.at(file.offset), 'a watched file has no name');
    }
    if ((file.fields.lflags & dentryFlag.deleted) === 0) restore.needed('file', name.text, file.offset);
  }
}

function expectOpen(restore: Restore, offset: number, stored: bigint, kind?: OpenFile): void {
  const open = restore.files.get(positionOf(stored));
  if (open !== undefined && (kind === undefined || open === kind)) return;
  const what = open === undefined ? 'is not open' : `is no ${kind} object`;
  refuse('watch-file', 'EINVAL', restore.at(offset), `the file at position ${stored} ${what}`);
}

/** Groups of terminals that are gone are logged; a missing section is read at no position. */
export function restoreJobControl(restore: Restore): void {
  const { reader } = restore;
  reader.place = 'TTY';
  const { start, end } = restore.section(sectionType.tty);
  if (!restore.sections.has(sectionType.tty)) {
    const { errno, always } = restore.line.missingTerminals;
    if (!always && restore.terminals.size === 0) return;
    refuse('terminal-section', errno, restore.at(reader.source.size), 'the section of terminals is missing');
  }
  for (const { offset, fields } of reader.objects('tty', start, end)) {
    const pgrp = fields.pgrp | 0;
    if (pgrp > 0 && restore.pidNamespace.find(pgrp) === undefined) {
      restore.say('terminal-lost', offset, `the foreground group ${pgrp} of a terminal does not exist`);
    }
    restore.did('job-control', restore.first, offset, { pgrp, session: fields.session | 0 });
  }
}
