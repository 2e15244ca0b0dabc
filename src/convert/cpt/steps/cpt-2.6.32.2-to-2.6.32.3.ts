/** 0x803 (seen from 042stab076): POSIX timers, auxiliary vectors, device MTU, a class of expected connections. */

import { noPosition } from '../../../parse/cpt/record.ts';
import { cptVariants } from '../../../parse/cpt/variants.ts';
import { imageVersion } from '../../../parse/generated/cpt-records.ts';
import { timerTo076, timerTo088 } from '../changes/posix-timers.ts';
import { cut, grown, type Step } from '../step.ts';

export const cpt26322To26323: Step = {
  from: 'cpt-2.6.32.2',
  to: 'cpt-2.6.32.3/042stab076.8',
  summary: 'POSIX timers, auxiliary vectors, device MTU',
  rows: ['T1', 'T17', 'T19', 'M6', 'D1', 'X5'],
  forward: {
    objects: {
      task: (task, context) => grown(task, 984, context),
      // An older label may carry timers; 076 takes no other form than its own.
      posix_timer: (timer, context) =>
        context.facts.target === 'cpt-2.6.32.3/042stab076.8' ? timerTo076(timer, context) : timer,
      net_device: (device, context) => {
        if (device.hdrlen >= 48) return device;
        context.changed('D1', 'network devices given the default MTU');
        return grown(device, 48, context);
      },
      net_conntrack_expect: (expect, context) =>
        expect.fields.ctTuple === undefined ? grown(expect, 96, context) : expect,
    },
  },
  backward: {
    objects: {
      mm_auxv: (auxv, context) => {
        context.changed('M6', 'auxiliary vectors dropped, which older kernels refuse');
        context.lost('M6', auxv, '/proc/PID/auxv of the restored task is empty');
        return undefined;
      },
      // Later kernels restore this label, too, and take timers under it, in the form of 088 and after.
      task: (task, context) =>
        task.fields.posixTimers === noPosition ? cut(task, 976, context, 'T1') : task,
      posix_timer_list: (list, context) => {
        if (cptVariants[context.facts.target].version >= imageVersion.v2_6_32_1)
          context.changed('T17', 'lists of POSIX timers kept, which kernels before 042stab076 refuse');
        return list;
      },
      posix_timer: timerTo088,
      net_device: (device, context) => cut(device, 40, context, 'D1'),
      net_conntrack_expect: (expect, context) =>
        expect.fields.ctTuple === undefined ? cut(expect, 88, context, 'X5') : expect,
    },
  },
};
