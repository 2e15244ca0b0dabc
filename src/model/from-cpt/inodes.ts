/** INODE and TTY sections. The page blocks of an inode come through memory.ts. */
import type { PageBlock, Tty } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { RowSlice } from '../rows.ts';
import { add, type Collect, type Collectors, idAt, isTopLevel, open, parentOf, refer } from './context.ts';
import type { Drafts } from './drafts.ts';
import { pick, signed32, text, timespecNs } from './values.ts';

const collectInode: Collect<'inode'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { fields, offset } = record;
  const inode: Drafts['inode'] = {
    at: offset,
    id: idAt<'inode'>(record),
    dev: fields.dev,
    ino: fields.ino,
    mode: fields.mode,
    nlink: fields.nlink,
    uid: fields.uid,
    gid: fields.gid,
    rdev: fields.rdev,
    sizeBytes: fields.size,
    blksize: fields.blksize,
    blocks: fields.blocks,
    atimeNs: timespecNs(fields.atime),
    mtimeNs: timespecNs(fields.mtime),
    ctimeNs: timespecNs(fields.ctime),
    fsMagic: fields.sb,
    mount: undefined,
    otherPath: undefined,
    content: new RowSlice<PageBlock>(context.tables.fileBlocks),
    buffered: undefined,
    tty: undefined,
    shm: undefined,
  };
  refer(context, record, { target: 'mount', field: 'vfsmount', position: fields.vfsmount }, (id) => {
    inode.mount = id;
  });
  add(context, 'inode', inode, inode.id);
  open(context, record, inode);
};

/** The terminal behind a device node. */
const collectRef: Collect<'ref'> = (context, record) => {
  const inode = parentOf(context, record, 'inode');
  if (!inode) return;
  refer(context, record, { target: 'tty', field: 'pos', position: record.fields.pos }, (id) => {
    inode.tty = id;
  });
};

const collectTty: Collect<'tty'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { fields, offset } = record;
  const tty: Mutable<Tty> = {
    at: offset,
    id: idAt<'tty'>(record),
    name: text(fields.name),
    index: fields.index,
    link: fields.link,
    driverType: fields.drvType,
    driverSubtype: fields.drvSubtype,
    driverFlags: fields.drvFlags,
    flags: fields.flags,
    pgrp: signed32(fields.pgrp),
    session: signed32(fields.session),
    termios: {
      iflag: fields.cIflag,
      oflag: fields.cOflag,
      cflag: fields.cCflag,
      lflag: fields.cLflag,
      line: fields.cLine,
      cc: [...fields.cCc],
    },
    window: { rows: fields.wsRow, cols: fields.wsCol, xPixels: fields.wsProw, yPixels: fields.wsPcol },
    lineState: pick(fields, lineStateNames),
    readFlags: [...fields.readFlags],
    input: undefined,
  };
  add(context, 'tty', tty, tty.id);
  open(context, record, tty);
};

const lineStateNames = [
  ...(['packet', 'stopped', 'hwStopped', 'flowStopped', 'canonData', 'canonHead', 'canonColumn'] as const),
  ...(['column', 'ctrlStatus', 'erasing', 'lnext', 'icanon', 'raw', 'realRaw', 'closing'] as const),
  'minimumToWake' as const,
];

export const inodeCollectors = {
  inode: collectInode,
  ref: collectRef,
  tty: collectTty,
} satisfies Collectors;
