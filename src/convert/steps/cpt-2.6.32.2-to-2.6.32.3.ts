/** 0x803 (seen from 042stab076): POSIX timers, auxiliary vectors, device MTU, a class of expected connections. */

import { noPosition, type ObjectRecord } from '../../parse/cpt/record.ts';
import { sectionType } from '../../parse/generated/cpt-records.ts';
import { cut, grown, type Step } from '../step.ts';

/** Ethernet; loopback had 16436 in these kernels. */
const defaultMtu = 1500;
const loopbackMtu = 16436;
const loopback = 'lo';

function usualMtu({ fields }: ObjectRecord<'net_device'>): number {
  const name = Buffer.from(fields.name).toString('latin1').replace(/\0.*$/s, '');
  return name === loopback ? loopbackMtu : defaultMtu;
}

export const cpt26322To26323: Step = {
  from: 'cpt-2.6.32.2',
  to: 'cpt-2.6.32.3/042stab076.8',
  summary: 'POSIX timers, auxiliary vectors, device MTU',
  rows: ['T1', 'T17', 'M6', 'D1', 'X5', 'H2'],
  forward: {
    objects: {
      task: (task) => grown(task, 984, { posixTimers: noPosition }),
      net_device: (device, context) => {
        if (device.hdrlen >= 48) return device;
        context.changed('D1', 'network devices given the default MTU');
        return grown(device, 48, { mtu: usualMtu(device), pad: 0 });
      },
      net_conntrack_expect: (expect) =>
        expect.fields.ctTuple === undefined ? grown(expect, 96, { class: 0, pad3: 0 }) : expect,
    },
  },
  backward: {
    section: (section, context) => {
      if (section.fields.section !== sectionType.posix_timers) return section;
      context.changed('H2', 'sections dropped that older kernels refuse');
      return undefined;
    },
    objects: {
      task: (task) => cut(task, 976, ['posixTimers', 'bcap']),
      posix_timer: (timer, context) => {
        context.lost('T17', timer, `POSIX timer ${timer.fields.timerId} has no place`);
        return undefined;
      },
      posix_timer_list: (list, context) => {
        context.lost('T17', list, 'the POSIX timers of a task have no place');
        return undefined;
      },
      mm_auxv: (auxv, context) => {
        context.changed('M6', 'auxiliary vectors dropped, which older kernels refuse');
        context.lost('M6', auxv, '/proc/PID/auxv of the restored task is empty');
        return undefined;
      },
      net_device: (device, context) => {
        const { mtu } = device.fields;
        if (mtu !== undefined && mtu !== usualMtu(device))
          context.lost('D1', device, `MTU ${mtu} of a device`);
        return cut(device, 40, ['mtu', 'pad']);
      },
      net_conntrack_expect: (expect) =>
        expect.fields.ctTuple === undefined ? cut(expect, 88, ['class', 'pad3']) : expect,
    },
  },
};
