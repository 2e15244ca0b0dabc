/** No difference between 0x600 and 0x700 is known. */
import type { Step } from '../step.ts';

export const cpt2626To2627: Step = {
  from: 'cpt-2.6.26',
  to: 'cpt-2.6.27.0',
  summary: 'version word only',
  rows: [],
  forward: {},
  backward: {},
};
