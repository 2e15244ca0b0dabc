/**
 * 0x303 is the first version that 2.6.32 kernels restore. They take old restart blocks and states, but not what
 * 2.6.18 leaves uninitialised, nor what lies in the image in the form of the running 2.6.18 kernel.
 */
import { vmaType } from '../../parse/generated/cpt-records.ts';
import { flagsCleared, physicalPagesUnlimited } from '../changes/beancounters.ts';
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
import { type Step, withFields } from '../step.ts';

export const cpt26182To26183: Step = {
  from: 'cpt-2.6.18.2',
  to: 'cpt-2.6.18.3',
  summary: 'made fit for 2.6.32 kernels: limits, capabilities, queued packets, signal frames',
  rows: ['V7', 'U3', 'U5', 'C1', 'M3', 'M4', 'S15', 'S16', 'T7', 'T11', 'T24', 'T27'],
  forward: {
    objects: {
      veinfo: limitsOf18Repaired,
      ubc: (ubc, context) => physicalPagesUnlimited(flagsCleared(ubc), context),
      task: (task, context) =>
        sigsuspendEnded(tracedTaskDetached(capabilitiesMasked(task, context), context), context),
      lastsiginfo: tracedSignalDropped,
      // 2.6.18 neither writes nor reads the address of the vdso; its four bytes are stale.
      mm: (mm) => withFields(mm, { vdso: 0 }),
      pages: (pages, context) => withSelectors(pages, 'to-2.6.32', context),
      skb: (skb, context) => headerOffsetsRepaired(checksumStateToRecent(skb, context), context),
    },
  },
  backward: {
    objects: {
      task: virtualPidRequired,
      mm: (mm) => withFields(mm, { vdso: 0 }),
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
