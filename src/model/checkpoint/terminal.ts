/** Terminals: line settings, job control and unread input. */
import type { ByteRange, Id, Placed } from './base.ts';

/** See termios(3); flag words are the kernel's. */
export interface Termios {
  readonly iflag: number;
  readonly oflag: number;
  readonly cflag: number;
  readonly lflag: number;
  readonly line: number;
  readonly cc: readonly number[];
}

export interface WindowSize {
  readonly rows: number;
  readonly cols: number;
  readonly xPixels: number;
  readonly yPixels: number;
}

export interface Tty extends Placed {
  readonly id: Id<'tty'>;
  readonly name: string;
  /** Number of the pseudo terminal. */
  readonly index: number;
  /** Index of the other side. */
  readonly link: number;
  readonly driverType: number;
  readonly driverSubtype: number;
  readonly driverFlags: number;
  readonly flags: bigint;
  /** Foreground group; negative when its number has no task, 0 for none. */
  readonly pgrp: number;
  readonly session: number;
  readonly termios: Termios;
  readonly window: WindowSize;
  /** Line discipline state, by the kernel's names. */
  readonly lineState: Readonly<Record<string, number>>;
  /** Bitmap of line ends in the input buffer, in 32-bit words. */
  readonly readFlags: readonly number[];
  readonly input?: ByteRange | undefined;
}
