/** 2.6.16: sigsuspend by a thread flag, longer connection tracking entries. */
import { conntrack9To18, conntrack18To9 } from '../changes/conntrack.ts';
import { sigsuspendToFlag, sigsuspendToState } from '../changes/tasks.ts';
import type { Step } from '../step.ts';

export const cpt2692To2616: Step = {
  from: 'cpt-2.6.9.2',
  to: 'cpt-2.6.16',
  summary: 'sigsuspend by a thread flag, longer connection tracking entries',
  rows: ['T11', 'X1'],
  forward: { objects: { task: sigsuspendToFlag, net_conntrack: conntrack9To18 } },
  backward: { objects: { task: sigsuspendToState, net_conntrack: conntrack18To9 } },
};
