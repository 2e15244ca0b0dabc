/**
 * 0x303 is the first version that 2.6.32 kernels restore. They take old restart blocks and states, but not what
 * 2.6.18 leaves uninitialised, nor what lies in the image in the form of the running 2.6.18 kernel.
 */
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { sectionType, vmaType } from '../../../parse/generated/cpt-records.ts';
import { flagsCleared, physicalPagesUnlimited } from '../changes/beancounters.ts';
import { withoutFileKinds } from '../changes/files.ts';
import { futexWaitsSaid } from '../changes/futex-waits.ts';
import { limitsOf18Repaired } from '../changes/shm-limits.ts';
import { withSelectors } from '../changes/signal-frames.ts';
import {
  checksumStateToOld,
  checksumStateToRecent,
  headerOffsetsRepaired,
} from '../changes/socket-buffers.ts';
import {
  capabilitiesMasked,
  sigsuspendEnded,
  tracedSignalDropped,
  tracedTaskDetached,
} from '../changes/tasks.ts';
import { virtualPidRequired } from '../changes/virtual-pids.ts';
import { type HopContext, type Step, withFields } from '../step.ts';

export const cpt26182To26183: Step = {
  from: 'cpt-2.6.18.2',
  to: 'cpt-2.6.18.3',
  summary: 'made fit for 2.6.32 kernels: limits, capabilities, queued packets, signal frames',
  rows: ['V7', 'U3', 'U5', 'C1', 'M3', 'M4', 'M5', 'F15', 'S15', 'S16', 'T7', 'T11', 'T24', 'T27', 'T28'],
  forward: {
    objects: {
      ...futexWaitsSaid('shared'),
      veinfo: limitsOf18Repaired,
      ubc: (ubc, context) => physicalPagesUnlimited(flagsCleared(ubc, context), context),
      task: (task, context) =>
        sigsuspendEnded(tracedTaskDetached(capabilitiesMasked(task, context), context), context),
      lastsiginfo: tracedSignalDropped,
      mm: withoutVdso,
      pages: (pages, context) => withSelectors(pages, 'to-2.6.32', context),
      skb: (skb, context) => headerOffsetsRepaired(checksumStateToRecent(skb, context), context),
    },
  },
  backward: {
    section: (section, context) => {
      if (section.fields.section !== sectionType.vsyscall) return section;
      context.lost('M5', section, 'the vdso page of 32-bit tasks has no place');
      return undefined;
    },
    objects: {
      ...withoutFileKinds('signalfd', 'timerfd', 'eventfd'),
      ...futexWaitsSaid('private'),
      task: virtualPidRequired,
      mm: withoutVdso,
      pages: (pages, context) => withSelectors(pages, 'to-2.6.18', context),
      skb: checksumStateToOld,
      // Versions before 0x303 have no areas whose page the restoring kernel supplies.
      vma: (vma, context) => {
        if (vma.fields.type !== vmaType.vdso) return vma;
        context.lost('M4', vma, 'the vdso is not in the image; its area holds zeros after the restore');
        return withFields(vma, { type: vmaType.ordinary });
      },
    },
  },
};

/** 2.6.18 neither writes nor reads the address of the vdso; its four bytes are stale. */
function withoutVdso(mm: ObjectRecord<'mm'>, context: HopContext): ObjectRecord<'mm'> {
  if (mm.fields.vdso === 0) return mm;
  context.changed('M3', 'addresses of the vdso cleared, which 2.6.18 does not know');
  return withFields(mm, { vdso: 0 });
}
