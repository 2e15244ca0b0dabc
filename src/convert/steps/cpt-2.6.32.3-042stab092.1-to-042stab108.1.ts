/** 042stab108: capability bounds, stop state of groups, raw siginfo, owners of sockets, IPv6 device settings. */
import type { ObjectRecord } from '../../parse/cpt/record.ts';
import { cut, grown, type HopContext, type Step } from '../step.ts';

/** fs.aio-max-nr of the kernel. */
const defaultAioMax = 65536n;
/** CPT_SIGNAL_STOP_STOPPED. */
const stopStopped = 1n;

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
        return grown(veinfo, 160, { aioMaxNr: defaultAioMax, veBcap: context.facts.initCapabilities });
      },
      task: (task, context) => {
        if (task.hdrlen >= 992) return task;
        // All ones would be taken literally and give the task more than its container has.
        context.changed('C2', 'capability bounding sets taken from the init of the container');
        return grown(task, 992, { bcap: context.facts.initCapabilities });
      },
      signal_struct: (signal, context) => grown(signal, 456, { flags: stopFlags(signal, context) }),
      socket: (socket) => grown(socket, 928, { iUid: 0, iGid: 0 }),
    },
  },
  backward: {
    objects: {
      veinfo: (veinfo) => cut(veinfo, 144, ['aioMaxNr', 'veBcap']),
      task: (task, context) => {
        const { bcap } = task.fields;
        if (bcap !== undefined && bcap !== context.facts.initCapabilities) {
          context.lost(
            'C2',
            task,
            `the capability bounding set of task ${task.fields.pid} becomes the container's`,
          );
        }
        return cut(task, 984, ['bcap']);
      },
      signal_struct: (signal, context) => {
        const { flags } = signal.fields;
        if (flags !== undefined && flags !== stopFlags(signal, context))
          context.lost('T14', signal, `stop state 0x${flags.toString(16)} of a thread group`);
        return cut(signal, 448, ['flags']);
      },
      siginfo: (siginfo) => cut(siginfo, 72, rawSiginfo),
      lastsiginfo: (siginfo) => cut(siginfo, 72, rawSiginfo),
      socket: (socket) => cut(socket, 920, ['iUid', 'iGid', 'dAlias', 'dAliaslen', 'pad15']),
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

const stopFlags = (signal: ObjectRecord<'signal_struct'>, context: HopContext) =>
  context.facts.stoppedGroups.has(signal.offset) ? stopStopped : 0n;

const rawSiginfo = ['sifields', 'sifield28', 'pad1'] as const;
