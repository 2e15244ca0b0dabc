/** 042stab108: capability bounds, stop state of groups, raw siginfo, owners of sockets, IPv6 device settings. */
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { cut, grown, type HopContext, type Step, withFields } from '../step.ts';

export const cpt092To108: Step = {
  from: 'cpt-2.6.32.3/042stab092.1',
  to: 'cpt-2.6.32.3/042stab108.1',
  summary: 'capability bounds, stop state of thread groups, raw siginfo, owners of sockets',
  rows: ['V6', 'C2', 'T1', 'T14', 'T15', 'S1', 'S13', 'D4'],
  forward: {
    objects: {
      veinfo: (veinfo, context) => {
        if (veinfo.hdrlen < 144 || veinfo.hdrlen >= 160) return veinfo;
        context.changed('V6', 'capability bound of the container taken from its init');
        return grown(veinfo, 160, context);
      },
      task: (task, context) => {
        if (task.hdrlen >= 992) return task;
        context.changed('C2', 'capability bounding sets taken from the init of the container');
        return grown(task, 992, context);
      },
      signal_struct: (signal, context) => grown(signal, 456, context),
      socket: (socket, context) => grown(socket, 928, context),
    },
  },
  backward: {
    objects: {
      veinfo: (veinfo, context) => cut(veinfo, 144, context, 'V6'),
      task: (task, context) => cut(withoutBound(task, context), 984, context, 'C2'),
      signal_struct: (signal, context) => cut(signal, 448, context, 'T14'),
      siginfo: withoutRawForm,
      lastsiginfo: withoutRawForm,
      socket: (socket, context) => cut(socket, 920, context, 'S1'),
      sock_packet_mc: (record, context) => {
        context.lost('S13', record, 'a multicast membership of a packet socket has no place');
        return undefined;
      },
      net_idev_cnf: (record, context) => {
        context.lost('D4', record, 'the IPv6 settings of a device have no place');
        return undefined;
      },
    },
  },
};

function withoutBound(task: ObjectRecord<'task'>, context: HopContext): ObjectRecord<'task'> {
  const { bcap, pid } = task.fields;
  if (bcap === undefined || bcap === context.facts.initCapabilities) return task;
  context.lost('C2', task, `the capability bounding set of task ${pid} becomes the container's`);
  return withFields(task, { bcap: undefined });
}

/** The fields in front of the raw form hold what a signal carries: sender, value, times of a child. */
function withoutRawForm<K extends 'siginfo' | 'lastsiginfo'>(
  siginfo: ObjectRecord<K>,
  context: HopContext,
): ObjectRecord<K> {
  if (siginfo.hdrlen <= 72) return siginfo;
  context.changed('T15', 'queued signals without the raw form of their data');
  const raw = { sifields: undefined, sifield28: undefined } as Partial<ObjectRecord<K>['fields']>;
  return cut(withFields(siginfo, raw), 72, context, 'T15');
}
