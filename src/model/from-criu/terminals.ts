/** Terminals: settings and sessions of tty-info. Unread data is a field of a message, so it has no range. */
import type { TermiosEntry, TtyInfoEntry } from '../../parse/generated/criu-descriptors.ts';
import type { Id, Termios, Tty } from '../checkpoint.ts';
import { type Context, idOf } from './draft.ts';
import { fileId } from './files.ts';
import { entriesOf } from './image.ts';
import { fieldsAs, openFilesOf } from './open-files.ts';

const noTermios: Termios = { iflag: 0, oflag: 0, cflag: 0, lflag: 0, line: 0, cc: [] };

/** linux/tty_driver.h: TTY_DRIVER_TYPE_* and the subtypes of pseudo terminals and of the system's own. */
const driverTypes = { system: 1, console: 2, serial: 3, pty: 4 } as const;
const subtypes = { master: 1, slave: 2, current: 1, console: 2 } as const;

/** images/tty.proto: enum TtyType. */
const ttyTypes = { pty: 1, console: 2, vt: 3, current: 4, external: 5, serial: 6 } as const;

/** linux/major.h: TTYAUX_MAJOR with the minor of /dev/ptmx, and UNIX98_PTY_MASTER_MAJOR with the seven after it. */
const isMasterNumber = (rdev: number): boolean =>
  (majorOf(rdev) === 5 && minorOf(rdev) === 2) || (majorOf(rdev) >= 128 && majorOf(rdev) < 136);

/** linux/kdev_t.h: new_encode_dev. */
const majorOf = (rdev: number): number => (rdev >>> 8) & 0xfff;
const minorOf = (rdev: number): number => (rdev & 0xff) | ((rdev >>> 12) & 0xfff00);

export function collectTerminals(context: Context): void {
  const { model } = context;
  for (const { fields, at, file } of entriesOf(context.image, 'TTY_INFO', 'tty_info_entry')) {
    const id = idOf(context, 'tty', fields.id ?? 0);
    model.ttys.set(id, { ...ttyOf(fields, id), at, file });
  }
  const named = new Set<Id<'tty'>>();
  for (const opened of openFilesOf(context.image)) {
    const fields = fieldsAs(opened, 'TTY');
    if (fields?.tty_info_id === undefined) continue;
    const id = fileId(context, 'TTY', opened.id);
    const known = model.files.get(id);
    const tty = model.ttys.get(idOf(context, 'tty', fields.tty_info_id));
    if (known === undefined || tty === undefined) continue;
    // The path that it was opened by is a file of its own; before 3.6 one with the number of the terminal's.
    const path = model.files.get(fileId(context, 'REG', fields.regf_id ?? opened.id))?.path ?? tty.name;
    model.files.set(id, { ...known, tty: tty.id, name: path, path });
    if (!named.has(tty.id)) model.ttys.set(tty.id, { ...tty, name: path });
    named.add(tty.id);
  }
  linkSessions(context);
}

function ttyOf(fields: TtyInfoEntry, id: Id<'tty'>): Tty {
  const { type, rdev = 0, sid = 0, pgrp = 0, termios, winsize, pty } = fields;
  const index = pty?.index ?? minorOf(rdev);
  return {
    at: 0,
    id,
    index,
    link: index,
    driverFlags: 0,
    flags: 0n,
    pgrp,
    session: sid,
    ...driverOf(type ?? 0, rdev),
    name: nameOf(type ?? 0, rdev, index),
    termios: termios ? termiosOf(termios) : noTermios,
    window: {
      rows: winsize?.ws_row ?? 0,
      cols: winsize?.ws_col ?? 0,
      xPixels: winsize?.ws_xpixel ?? 0,
      yPixels: winsize?.ws_ypixel ?? 0,
    },
    lineState: {
      locked: Number(fields.locked ?? false),
      exclusive: Number(fields.exclusive ?? false),
      packetMode: Number(fields.packet_mode ?? false),
    },
    readFlags: [],
  };
}

function driverOf(type: number, rdev: number): Pick<Tty, 'driverType' | 'driverSubtype'> {
  switch (type) {
    case ttyTypes.pty:
      return {
        driverType: driverTypes.pty,
        driverSubtype: isMasterNumber(rdev) ? subtypes.master : subtypes.slave,
      };
    case ttyTypes.console:
      return { driverType: driverTypes.system, driverSubtype: subtypes.console };
    case ttyTypes.current:
      return { driverType: driverTypes.system, driverSubtype: subtypes.current };
    case ttyTypes.vt:
      return { driverType: driverTypes.console, driverSubtype: 0 };
    case ttyTypes.serial:
      return { driverType: driverTypes.serial, driverSubtype: 0 };
    default:
      return { driverType: 0, driverSubtype: 0 };
  }
}

/** Documentation/admin-guide/devices.txt; where the name depends on the driver, the numbers of the device. */
function nameOf(type: number, rdev: number, index: number): string {
  const [major, minor] = [majorOf(rdev), minorOf(rdev)];
  switch (type) {
    case ttyTypes.pty:
      return isMasterNumber(rdev) ? '/dev/ptmx' : `/dev/pts/${index}`;
    case ttyTypes.console:
      return '/dev/console';
    case ttyTypes.current:
      return '/dev/tty';
    case ttyTypes.vt:
      return `/dev/tty${minor}`;
    case ttyTypes.serial:
      if (major === 4) return `/dev/ttyS${minor - 64}`;
      return major === 204 && minor >= 64 && minor < 80
        ? `/dev/ttyAMA${minor - 64}`
        : `tty ${major}:${minor}`;
    default:
      return `tty ${major}:${minor}`;
  }
}

const termiosOf = (entry: TermiosEntry): Termios => ({
  iflag: entry.c_iflag ?? 0,
  oflag: entry.c_oflag ?? 0,
  cflag: entry.c_cflag ?? 0,
  lflag: entry.c_lflag ?? 0,
  line: entry.c_line ?? 0,
  cc: entry.c_cc ?? [],
});

/** The controlling terminal of a session is the one that names it; a master is nobody's. */
function linkSessions({ model }: Context): void {
  const bySession = new Map<number, Id<'tty'>>();
  for (const { id, session, driverType, driverSubtype } of model.ttys.values()) {
    const isMaster = driverType === driverTypes.pty && driverSubtype === subtypes.master;
    if (session !== 0 && !isMaster) bySession.set(session, id);
  }
  for (const [id, signal] of model.signals) {
    const ctty = bySession.get(Number(signal.session));
    if (ctty !== undefined) model.signals.set(id, { ...signal, ctty });
  }
}
