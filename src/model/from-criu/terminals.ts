/** Terminals: settings and sessions of tty-info. Unread data is a field of a message, so it has no range. */
import type { TermiosEntry, TtyInfoEntry } from '../../parse/generated/criu-descriptors.ts';
import type { Id, OpenFile, Termios, Tty } from '../checkpoint.ts';
import { type Context, idOf } from './draft.ts';
import { fileId } from './files.ts';
import { entriesOf } from './image.ts';
import { fieldsAs, openFilesOf } from './open-files.ts';

const noTermios: Termios = { iflag: 0, oflag: 0, cflag: 0, lflag: 0, line: 0, cc: [] };

/** linux/tty_driver.h: TTY_DRIVER_TYPE_PTY with PTY_TYPE_MASTER and PTY_TYPE_SLAVE. */
const ptyDriver = 4;
const subtypes = { master: 1, slave: 2 } as const;
/** TTYAUX_MAJOR with the minor of /dev/ptmx; UNIX98_PTY_SLAVE_MAJOR and the seven after it. */
const ptmxMajor = 5;

const majorOf = (rdev: number): number => (rdev >>> 8) & 0xfff;

export function collectTerminals(context: Context): void {
  for (const { fields, at, file } of entriesOf(context.image, 'TTY_INFO', 'tty_info_entry')) {
    const id = idOf(context, 'tty', fields.id ?? 0);
    context.model.ttys.set(id, { ...ttyOf(fields, id), at, file });
  }
  for (const opened of openFilesOf(context.image)) {
    const info = fieldsAs(opened, 'TTY')?.tty_info_id;
    if (info === undefined) continue;
    const id = fileId(context, 'TTY', opened.id);
    const known = context.model.files.get(id);
    const tty = context.model.ttys.get(idOf(context, 'tty', info));
    if (known && tty) context.model.files.set(id, { ...known, ...namesOf(tty) });
  }
  linkSessions(context);
}

const namesOf = (tty: Tty): Partial<OpenFile> => ({ tty: tty.id, name: tty.name, path: tty.name });

function ttyOf(fields: TtyInfoEntry, id: Id<'tty'>): Tty {
  const { rdev = 0, sid = 0, pgrp = 0, termios, winsize, pty } = fields;
  const isMaster = majorOf(rdev) === ptmxMajor;
  const index = pty?.index ?? 0;
  return {
    ...{ at: 0, id, index, link: index, driverFlags: 0, flags: 0n, pgrp, session: sid },
    name: isMaster ? '/dev/ptmx' : pty === undefined ? '/dev/console' : `/dev/pts/${index}`,
    driverType: ptyDriver,
    driverSubtype: isMaster ? subtypes.master : subtypes.slave,
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

const termiosOf = (entry: TermiosEntry): Termios => ({
  iflag: entry.c_iflag ?? 0,
  oflag: entry.c_oflag ?? 0,
  cflag: entry.c_cflag ?? 0,
  lflag: entry.c_lflag ?? 0,
  line: entry.c_line ?? 0,
  cc: entry.c_cc ?? [],
});

/** The controlling terminal of a session is the slave that names it. */
function linkSessions({ model }: Context): void {
  const bySession = new Map<number, Id<'tty'>>();
  for (const { id, session, driverSubtype } of model.ttys.values()) {
    if (session !== 0 && driverSubtype === subtypes.slave) bySession.set(session, id);
  }
  for (const [id, signal] of model.signals) {
    const ctty = bySession.get(Number(signal.session));
    if (ctty !== undefined) model.signals.set(id, { ...signal, ctty });
  }
}
