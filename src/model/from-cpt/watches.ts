/** EPOLL and INOTIFY sections. */
import type { Mutable } from '../checkpoint-draft.ts';
import { type Collect, type Collectors, isTopLevel, open, parentOf, payloadView, refer } from './context.ts';
import type { Drafts } from './drafts.ts';
import { signed32, text } from './values.ts';

const collectEpoll: Collect<'epoll'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const epoll: Drafts['epoll'] = { at: record.offset, opened: undefined, targets: [] };
  refer(context, record, { target: 'file', field: 'file', position: record.fields.file }, (id) => {
    epoll.opened = id;
  });
  context.model.epolls.push(epoll);
  open(context, record, epoll);
};

const collectEpollFile: Collect<'epoll_file'> = (context, record) => {
  const epoll = parentOf(context, record, 'epoll');
  if (!epoll) return;
  const { file, fd, events, data, revents, ready } = record.fields;
  const target: Mutable<(typeof epoll.targets)[number]> = {
    at: record.offset,
    watched: undefined,
    fd: signed32(fd),
    events,
    data,
    revents,
    isReady: ready !== 0,
  };
  refer(context, record, { target: 'file', field: 'file', position: file }, (id) => {
    target.watched = id;
  });
  epoll.targets.push(target);
};

const collectInotify: Collect<'inotify'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { file, user, maxEvents, lastWd } = record.fields;
  const inotify: Drafts['inotify'] = {
    at: record.offset,
    opened: undefined,
    user,
    maxEvents,
    lastWd: context.rules.storesLastWatch ? signed32(lastWd) : undefined,
    watches: [],
    events: [],
  };
  refer(context, record, { target: 'file', field: 'file', position: file }, (id) => {
    inotify.opened = id;
  });
  context.model.inotifies.push(inotify);
  open(context, record, inotify);
};

const collectWatch: Collect<'inotify_watch'> = (context, record) => {
  const { wd, mask } = record.fields;
  const inotify = parentOf(context, record, 'inotify');
  if (!inotify) return;
  const watch: Drafts['inotify_watch'] = { at: record.offset, wd: signed32(wd), mask, watched: undefined };
  inotify.watches.push(watch);
  open(context, record, watch);
};

const collectEvent: Collect<'inotify_event'> = (context, record) => {
  const { wd, mask, cookie, namelen } = record.fields;
  // The kernel pads names; namelen counts the padding. A name has at most 255 bytes (NAME_MAX).
  const name = namelen === 0 ? undefined : text(payloadView(context, record).subarray(0, 256));
  const event = { at: record.offset, wd: signed32(wd), mask, cookie, name };
  parentOf(context, record, 'inotify')?.events.push(event);
};

export const watchCollectors = {
  epoll: collectEpoll,
  epoll_file: collectEpollFile,
  inotify: collectInotify,
  inotify_watch: collectWatch,
  inotify_event: collectEvent,
} satisfies Collectors;
