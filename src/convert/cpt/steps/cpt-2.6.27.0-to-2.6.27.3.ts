/** No difference between 0x700 and 0x703 is known. */
import type { Step } from '../step.ts';

export const cpt26270To26273: Step = {
  from: 'cpt-2.6.27.0',
  to: 'cpt-2.6.27.3',
  summary: 'version word only',
  rows: [],
  forward: {},
  backward: {},
};
