/** 042stab092: packet sockets. */
import type { Step } from '../step.ts';

export const cpt090To092: Step = {
  from: 'cpt-2.6.32.3/042stab090.5',
  to: 'cpt-2.6.32.3/042stab092.1',
  summary: 'packet sockets',
  rows: ['S13'],
  forward: {},
  backward: {
    objects: {
      sock_packet: (record, context) => {
        context.lost('S13', record, 'the settings of a packet socket have no place');
        return undefined;
      },
    },
  },
};
