/** What linux-cr streams tell. */
import type { ImageTraits } from '../traits.ts';

export const linuxCrTraits: ImageTraits = {
  isContainer: false,
  // None of these is in a record (struct ckpt_hdr_task, struct ckpt_hdr_signal).
  hasUsage: false,
  hasIpcTimes: true,
  hasTableSizes: false,
  hasSocketInodes: false,
  hasMountinfo: false,
  hasCarrier: false,
  isUnsetLeftOut: false,
  personality: 'none',
  hasSignalsOfDead: false,
  isVdsoPlain: false,
  isForkedMemoryApart: false,
};
