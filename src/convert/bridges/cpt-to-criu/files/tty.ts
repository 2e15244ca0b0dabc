/** Pseudo terminals: the open file, its name, and once the terminal itself with what lies unread in it. */
import type { Inode, OpenFile, Termios, Tty } from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import type { TermiosEntry, TtyInfoEntry } from '../../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { message } from '../record.ts';
import { isMaster, isPty, masterOf, sessionSide } from '../repairs/pty-masters.ts';
import { ownerOf } from './file-owner.ts';
import { placeholder, regularFile } from './regular.ts';

const ptyType = 1;
/** Device numbers of /dev/ptmx and of the slaves: Documentation/admin-guide/devices.txt of Linux. */
const masterDevice = (5 << 8) | 2;
const slaveMajor = 136;
/** include/linux/tty.h. */
const ttyFlag = { exclusive: 1n << 3n, locked: 1n << 16n } as const;

export function ttyEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const { checkpoint, files, numbers } = conversion;
  const tty = follow(checkpoint.ttys, file.tty);
  if (!tty || !isPty(tty)) {
    const name = file.path ?? 'a terminal';
    return placeholder(conversion, { name, loss: 'terminal', flags: file.flags, at: file.at }, id);
  }
  const regf_id = files.nextId();
  files.add({ type: fdType.reg, reg: regularFile(conversion, file, regf_id) }, regf_id);
  const isKnown = numbers.has('tty', tty.id);
  numbers.of('tty', tty.id);
  if (!isKnown) addTerminal(conversion, tty, inodeOf(conversion, file));
  const tty_info_id = infoNumber(tty);
  const entry = { id, tty_info_id, flags: file.flags, fown: ownerOf(conversion, file), regf_id };
  return { type: fdType.tty, tty: entry };
}

const inodeOf = ({ checkpoint }: Conversion, { inode }: OpenFile): Inode | undefined =>
  follow(checkpoint.inodes, inode);

/** criu/tty.c, tty_gen_id: both sides by the number of the pair, the master with the odd number. */
const infoNumber = (tty: Tty): number => tty.index * 2 + (isMaster(tty) ? 1 : 0);

function addTerminal(conversion: Conversion, tty: Tty, inode: Inode | undefined): void {
  const { files, source } = conversion;
  files.side('TTY_INFO', message('tty_info_entry', infoOf(conversion, tty, inode)));
  if (!tty.input || tty.input.length === 0) return;
  const data = source.view(tty.input.offset, tty.input.length).slice();
  files.side('TTY_DATA', message('tty_data_entry', { tty_id: infoNumber(tty), data }));
}

function infoOf(conversion: Conversion, tty: Tty, inode: Inode | undefined): TtyInfoEntry {
  const session = sessionSide(conversion.checkpoint, tty);
  return {
    id: infoNumber(tty),
    type: ptyType,
    locked: isMaster(tty) && (session.flags & ttyFlag.locked) !== 0n,
    exclusive: (tty.flags & ttyFlag.exclusive) !== 0n,
    packet_mode: (tty.lineState['packet'] ?? 0) !== 0,
    ...groupsOf(conversion, session),
    rdev: isMaster(tty) ? masterDevice : deviceNumber(slaveMajor, tty.index),
    ...settingsOf(conversion, tty, session),
    pty: { index: tty.index },
    uid: inode?.uid ?? 0,
    gid: inode?.gid ?? 0,
  };
}

/** new_encode_dev of linux/kdev_t.h. */
const deviceNumber = (major: number, minor: number): number =>
  (minor & 0xff) | (major << 8) | ((minor & ~0xff) << 12);

/** A session without its leader has no terminal any more: criu/tty.c stops at one. */
function groupsOf(
  { tree }: Conversion,
  { session, pgrp }: Tty,
): { readonly sid: number; readonly pgrp: number } {
  const leader = tree.byPid.get(session);
  if (!leader || leader.life === 'zombie' || leader.sid !== session) return { sid: 0, pgrp: 0 };
  const isGroup = tree.processes.some(({ sid, pgid }) => sid === session && pgid === pgrp);
  return { sid: session, pgrp: isGroup ? pgrp : leader.pgid };
}

/**
 * A slave without a master is one that was hung up; CRIU wants no settings then. The master gets those of the
 * slave, since such calls on a master act on the slave.
 */
function settingsOf({ checkpoint }: Conversion, tty: Tty, session: Tty): TtyInfoEntry {
  if (!isMaster(tty) && !isMasterOpen(checkpoint, tty)) return {};
  const { window } = session;
  return {
    termios: termiosEntry(session.termios),
    termios_locked: noLocks,
    winsize: {
      ws_row: window.rows,
      ws_col: window.cols,
      ws_xpixel: window.xPixels,
      ws_ypixel: window.yPixels,
    },
  };
}

function isMasterOpen(checkpoint: Conversion['checkpoint'], slave: Tty): boolean {
  const master = masterOf(checkpoint, slave);
  return master !== undefined && [...checkpoint.files.values()].some(({ tty }) => tty === master.id);
}

/** TERMIOS_NCC of criu/tty.c. */
const controlCount = 19;

/** CRIU copies the characters as bytes into a list of words: four stand in each of the first five. */
export function termiosEntry({ iflag, oflag, cflag, lflag, line, cc }: Termios): TermiosEntry {
  const c_cc = new Array<number>(controlCount).fill(0);
  for (let index = 0; index < controlCount; index++) {
    const word = index >> 2;
    c_cc[word] = ((c_cc[word] ?? 0) | ((cc[index] ?? 0) << ((index & 3) * 8))) >>> 0;
  }
  return {
    c_iflag: iflag,
    c_oflag: oflag,
    c_cflag: cflag,
    c_lflag: lflag,
    c_line: line,
    c_ispeed: 0,
    c_ospeed: 0,
    c_cc,
  };
}

const noLocks: TermiosEntry = {
  c_iflag: 0,
  c_oflag: 0,
  c_cflag: 0,
  c_lflag: 0,
  c_line: 0,
  c_ispeed: 0,
  c_ospeed: 0,
  c_cc: new Array<number>(controlCount).fill(0),
};
