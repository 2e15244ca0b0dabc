/** 0x802 is a number between two kernels that are known; nothing of its own is known about it. */
import type { Step } from '../step.ts';

export const cpt26321To26322: Step = {
  from: 'cpt-2.6.32.1/042stab061.9',
  to: 'cpt-2.6.32.2',
  summary: 'version word only',
  rows: [],
  forward: {},
  backward: {},
};
