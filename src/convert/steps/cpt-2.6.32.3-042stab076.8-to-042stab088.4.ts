/** 042stab088: POSIX timers renumbered and longer, mount data apart from names, GSO type, GRE tap tunnels. */

import type { ObjectRecord } from '../../parse/cpt/record.ts';
import { contentType, objectType } from '../../parse/generated/cpt-records.ts';
import { withoutFileKinds } from '../changes/files.ts';
import { nsToTimespec } from '../facts.ts';
import { cut, grown, type HopContext, type Step, withFields } from '../step.ts';

/** SKB_GSO_TCPV4 and SKB_GSO_TCPV6 of include/linux/skbuff.h. */
const gsoTcpv4 = 1;
const gsoTcpv6 = 16;
const familyInet6 = 10;

const ploopMount = 0x10000000;
/** The number of POSIX timers before 088; MOUNT_DATA took it over. */
const oldTimerNumber = objectType.mount_data;

export const cpt076To088: Step = {
  from: 'cpt-2.6.32.3/042stab076.8',
  to: 'cpt-2.6.32.3/042stab088.4',
  summary: 'POSIX timers renumbered and longer, mount data, GSO type of packets',
  rows: ['T18', 'T19', 'S6', 'D3', 'F3', 'F9', 'F11'],
  forward: {
    objects: {
      posix_timer: timerTo088,
      skb: (skb) => grown(skb, 128, { gsoType: gsoTypeOf(skb), padAt122: new Uint8Array(6) }),
      net_ipip_tunnel: (tunnel) => grown(tunnel, 72, { link: 0, pad1: new Uint8Array(4) }),
    },
  },
  backward: {
    objects: {
      ...withoutFileKinds('fakefile'),
      posix_timer: timerTo076,
      skb: (skb) => cut(skb, 120, ['gsoType', 'padAt122']),
      net_ipip_tunnel: (tunnel) => cut(tunnel, 64, ['link', 'pad1']),
      vfsmount: (mount, context) => {
        if ((mount.fields.mntflags & ploopMount) === 0) return mount;
        context.lost('F9', mount, 'a ploop mount becomes an ordinary one');
        return withFields(mount, { mntflags: (mount.fields.mntflags & ~ploopMount) >>> 0 });
      },
    },
  },
};

function gsoTypeOf({ fields, parent }: ObjectRecord<'skb'>): number {
  if (fields.gsoSize === 0) return 0;
  return parent?.kind === 'socket' && parent.fields.family === familyInet6 ? gsoTcpv6 : gsoTcpv4;
}

function timerTo088(timer: ObjectRecord<'posix_timer'>, context: HopContext): ObjectRecord<'posix_timer'> {
  if (timer.object === objectType.posix_timer && timer.hdrlen >= 88) return timer;
  context.changed('T19', 'POSIX timers given the longer layout');
  const { padEnd: _padEnd, ...fields } = timer.fields;
  return {
    ...timer,
    object: objectType.posix_timer,
    hdrlen: 88,
    extra: new Uint8Array(0),
    fields: {
      ...fields,
      pad1: 0,
      sigevNotifyTid: 0,
      pad2: 0,
      dumpTime: nsToTimespec(context.facts.suspendedAtNs),
    },
  };
}

function timerTo076(timer: ObjectRecord<'posix_timer'>, context: HopContext): ObjectRecord<'posix_timer'> {
  if (timer.hdrlen < 88) return timer;
  context.changed('T19', 'POSIX timers given the shorter layout');
  const { sigevNotifyTid, pad1, pad2: _pad2, dumpTime: _dumpTime, ...fields } = timer.fields;
  if (sigevNotifyTid)
    context.lost('T19', timer, `POSIX timer ${fields.timerId} signals the process, not a thread`);
  const isI386 = context.facts.osArch === 0;
  return {
    ...timer,
    object: oldTimerNumber,
    hdrlen: 72,
    content: contentType.void,
    extra: new Uint8Array(0),
    fields: { ...fields, pad1: isI386 ? undefined : pad1, ...(isI386 && { padEnd: 0 }) },
  };
}
