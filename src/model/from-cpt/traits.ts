/** What CPT images tell. */
import type { ImageTraits } from '../traits.ts';

export const cptTraits: ImageTraits = {
  isContainer: true,
  hasUsage: true,
  hasIpcTimes: true,
  hasTableSizes: true,
  hasSocketInodes: false,
  hasMountinfo: false,
  // OpenVZ stores the flags that programs set.
  hasCarrier: false,
  isUnsetLeftOut: false,
  personality: 'number',
  // Its restore does not make a task without (rst_signal_complete).
  hasSignalsOfDead: true,
  // 2.6.18 stores that of 32-bit kernels so.
  isVdsoPlain: true,
  isForkedMemoryApart: true,
};
