/**
 * Pseudo terminals: CPT keeps session and foreground group with the slave only. A CRIU dump reads them
 * through the master, and a CRIU restore sets no controlling terminal when the master has none (criu/tty.c;
 * observed with CRIU 4.2: without a message).
 */
import type { Checkpoint, Tty } from '../../../../model/checkpoint.ts';

/** TTY_DRIVER_TYPE_PTY and the two sides of it: include/linux/tty_driver.h. */
const ptyDriver = 4;
const masterSubtype = 1;
const slaveSubtype = 2;

export const isPty = ({ driverType }: Tty): boolean => driverType === ptyDriver;
export const isMaster = (tty: Tty): boolean => isPty(tty) && tty.driverSubtype === masterSubtype;

/** The slave of a master, or the terminal itself. */
export function sessionSide(checkpoint: Checkpoint, tty: Tty): Tty {
  if (!isMaster(tty)) return tty;
  for (const other of checkpoint.ttys.values()) {
    if (isPty(other) && other.driverSubtype === slaveSubtype && other.index === tty.index) return other;
  }
  return tty;
}

/** The master of a slave, when the image has it. */
export function masterOf(checkpoint: Checkpoint, slave: Tty): Tty | undefined {
  return [...checkpoint.ttys.values()].find((other) => isMaster(other) && other.index === slave.index);
}
