/** No kernel that is known tells 0x102 from 0x101: only the version word differs. */
import type { Step } from '../step.ts';

export const cpt2691To2692: Step = {
  from: 'cpt-2.6.9.1',
  to: 'cpt-2.6.9.2',
  summary: 'version word only',
  rows: [],
  forward: {},
  backward: {},
};
