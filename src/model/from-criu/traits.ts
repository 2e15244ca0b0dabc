/** What CRIU images tell. */
import type { ImageTraits } from '../traits.ts';

export const criuTraits: ImageTraits = {
  isContainer: false,
  // A restored task starts at zero.
  hasUsage: false,
  hasIpcTimes: false,
  hasTableSizes: false,
  hasSocketInodes: true,
  hasMountinfo: true,
  hasCarrier: true,
  // What a release does not know it leaves out, too, and a restore leaves it unset.
  isUnsetLeftOut: true,
  // CRIU reads the digits of /proc/PID/personality with atoi (get_task_personality).
  personality: 'digits',
  hasSignalsOfDead: false,
  isVdsoPlain: false,
  isForkedMemoryApart: false,
};
