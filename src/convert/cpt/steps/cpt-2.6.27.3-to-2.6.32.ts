/** Vanilla 2.6.32: fewer process and thread flags, user gs apart, counted beancounter resources. */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { osArch, sectionType } from '../../../parse/generated/cpt-records.ts';
import { resourcesCounted, resourcesNotCounted } from '../changes/beancounters.ts';
import { withoutFileKinds } from '../changes/files.ts';
import { tracedSignalDropped, tracedTaskDetached } from '../changes/tasks.ts';
import { type HopContext, type Step, withFields } from '../step.ts';

type Regs = ObjectRecord<'x86_regs'>;

/** EXITING, FORKNOEXEC, SUPERPRIV, DUMPCORE, SIGNALED: what the kernel itself applies. */
const keptFlags = 0x744n;
/** Bit numbers above 8 mean other things in 2.6.32, which ors the value into its own flags. */
const keptThreadFlags = 0x1ffn;

export const cpt26273To2632: Step = {
  from: 'cpt-2.6.27.3',
  to: 'cpt-2.6.32.0',
  summary: 'fewer process and thread flags, user gs apart, counted beancounter resources',
  rows: ['T7', 'T9', 'T10', 'T20', 'U2', 'U3', 'V3', 'F15', 'F3', 'D3', 'D6', 'H2'],
  forward: {
    objects: {
      task: (task, context) => {
        const { flags, thrflags } = task.fields;
        const masked = { flags: flags & keptFlags, thrflags: thrflags & keptThreadFlags };
        if (masked.flags !== flags) context.changed('T9', 'process flags reduced to those that 2.6.32 keeps');
        if (masked.thrflags !== thrflags)
          context.changed('T10', 'thread flags reduced to those with one meaning');
        return withFields(tracedTaskDetached(task, context), masked);
      },
      lastsiginfo: tracedSignalDropped,
      x86_regs: userGsApart,
      ubc: resourcesCounted,
      // 0 keeps the default of the kernel.
      veinfo: (veinfo, context) => {
        if (!veinfo.fields.rndVaSpace) return veinfo;
        context.changed('V3', 'a stale setting of address randomisation cleared');
        return withFields(veinfo, { rndVaSpace: 0 });
      },
    },
  },
  backward: {
    section: (section, context) => {
      if (section.fields.section !== sectionType.snmp_stats) return section;
      context.changed('H2', 'sections dropped that older kernels refuse');
      context.lost('D6', section, 'network counters start again from zero');
      return undefined;
    },
    objects: {
      ...withoutFileKinds('signalfd'),
      x86_regs: userGsTogether,
      ubc: resourcesNotCounted,
      net_tap_filter: (record, context) => {
        context.lost('D3', record, 'the address filter of a tap device has no place');
        return undefined;
      },
      net_ipip_tunnel: (record, context) => {
        context.lost('D3', record, 'the settings of a tunnel have no place');
        return undefined;
      },
    },
  },
};

/** From 0x800 on the user's gs has a field of its own, and gs is the kernel's: zero for a 64-bit kernel. */
function userGsApart(regs: Regs, context: HopContext): Regs {
  context.changed('T20', '32-bit registers with the user gs in its own field');
  const gs = context.facts.osArch === osArch.i386 ? regs.fields.gs : 0;
  return withFields(regs, { ugs: regs.fields.gs, gs });
}

function userGsTogether(regs: Regs, context: HopContext): Regs {
  context.changed('T20', '32-bit registers with the user gs in the common field');
  return withFields(regs, { gs: regs.fields.ugs, ugs: 0 });
}
