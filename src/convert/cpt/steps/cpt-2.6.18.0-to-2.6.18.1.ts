/** No kernel that is known tells 0x301 from 0x300: only the version word differs. */
import { limitsOf18Repaired } from '../changes/shm-limits.ts';
import type { Step } from '../step.ts';

export const cpt26180To26181: Step = {
  from: 'cpt-2.6.18.0',
  to: 'cpt-2.6.18.1',
  summary: 'version word only',
  rows: ['V7'],
  forward: { objects: { veinfo: limitsOf18Repaired } },
  backward: { objects: { veinfo: limitsOf18Repaired } },
};
