/** Pairs of pseudo terminals (linux/tty_driver.h: TTY_DRIVER_TYPE_PTY, with a master and a slave of one number). */
import type { Checkpoint, Tty } from './checkpoint.ts';

const typePty = 4;

export const isPairSide = ({ driverType }: Pick<Tty, 'driverType'>): boolean => driverType === typePty;

const subtypeMaster = 1;

export const isMaster = (tty: Pick<Tty, 'driverType' | 'driverSubtype'>): boolean =>
  isPairSide(tty) && tty.driverSubtype === subtypeMaster;

/** One side of each pair, by number. */
export function terminalPairs({ ttys }: Pick<Checkpoint, 'ttys'>): readonly Tty[] {
  const pairs = new Map<number, Tty>();
  for (const tty of ttys.values()) if (isPairSide(tty) && !pairs.has(tty.index)) pairs.set(tty.index, tty);
  return [...pairs.values()].sort((a, b) => a.index - b.index);
}
