/** 042stab088: POSIX timers renumbered and longer, mount data apart from names, GSO type, GRE tap tunnels. */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType, objectType } from '../../../parse/generated/cpt-records.ts';
import { withoutFileKinds } from '../changes/files.ts';
import { timerTo076, timerTo088 } from '../changes/posix-timers.ts';
import { cut, grown, type HopContext, type Step, withFields } from '../step.ts';

const ploopMount = 0x10000000;
const old = 'cpt-2.6.32.3/042stab076.8';

export const cpt076To088: Step = {
  from: old,
  to: 'cpt-2.6.32.3/042stab088.4',
  summary: 'POSIX timers renumbered and longer, mount data, GSO type of packets',
  rows: ['T18', 'T19', 'S6', 'D3', 'F3', 'F9', 'F11', 'F15'],
  forward: {
    objects: {
      posix_timer: timerTo088,
      skb: (skb, context) => grown(skb, 128, context),
      net_ipip_tunnel: (tunnel, context) => grown(tunnel, 72, context),
    },
  },
  backward: {
    objects: {
      ...withoutFileKinds('fakefile'),
      // Only 076 itself takes the shorter form; kernels that restore older labels take the longer one.
      posix_timer: (timer, context) => (context.facts.target === old ? timerTo076(timer, context) : timer),
      skb: (skb, context) => cut(skb, 120, context, 'S6'),
      net_ipip_tunnel: (tunnel, context) => cut(tunnel, 64, context, 'D3'),
      mount_data: mountDataToName,
      vfsmount: (mount, context) => {
        if ((mount.fields.mntflags & ploopMount) === 0) return mount;
        context.lost('F9', mount, 'a ploop mount becomes an ordinary one');
        return withFields(mount, { mntflags: (mount.fields.mntflags & ~ploopMount) >>> 0 });
      },
    },
  },
};

/** Before 088 the data of a mount that is made later was a text like the others. */
function mountDataToName(data: ObjectRecord<'mount_data'>, context: HopContext): ObjectRecord<'mount_data'> {
  context.changed('F11', 'mount data stored as texts');
  return { ...data, object: objectType.name, content: contentType.name };
}
