/** From 0x302 on TCP control blocks always have the form with room for IPv6. */
import { limitsOf18Repaired } from '../changes/shm-limits.ts';
import { controlBlockToIpv4, controlBlockToIpv6 } from '../changes/tcp-control-block.ts';
import type { Step } from '../step.ts';

export const cpt26181To26182: Step = {
  from: 'cpt-2.6.18.1',
  to: 'cpt-2.6.18.2',
  summary: 'TCP control blocks always in the IPv6 form',
  rows: ['S8', 'V7'],
  forward: { objects: { skb: controlBlockToIpv6, veinfo: limitsOf18Repaired } },
  backward: { objects: { skb: controlBlockToIpv4, veinfo: limitsOf18Repaired } },
};
