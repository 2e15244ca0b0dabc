/**
 * 2.6.20: another order of restart block arguments, no alternate root. Images of 0x303 and 0x304 that a 2.6.18
 * kernel wrote still hold what a 2.6.32 kernel stumbles over, so those repairs are made again; they change
 * nothing in an image that has them.
 */
import { physicalPagesUnlimited } from '../changes/beancounters.ts';
import { sleepFromMiddleForm, sleepToMiddleForm } from '../changes/restart-block.ts';
import { brokenLimitsRepaired } from '../changes/shm-limits.ts';
import { withSelectors } from '../changes/signal-frames.ts';
import { checksumStateToRecentFromEither, headerOffsetsRepaired } from '../changes/socket-buffers.ts';
import {
  capabilitiesMasked,
  sigsuspendEnded,
  tracedSignalDropped,
  tracedTaskDetached,
} from '../changes/tasks.ts';
import type { Step } from '../step.ts';

/** FS holds root, working directory and, before 2.6.20, an alternate root. */
const altRootIndex = 2;

export const cpt26184To2620: Step = {
  from: 'cpt-2.6.18.4',
  to: 'cpt-2.6.20',
  summary: 'restart block arguments in another order, no alternate root',
  rows: ['T3', 'F6', 'V7', 'U5', 'C1', 'S15', 'S16', 'T7', 'T11', 'T27'],
  forward: {
    objects: {
      veinfo: brokenLimitsRepaired,
      ubc: physicalPagesUnlimited,
      task: (task, context) => {
        const repaired = sigsuspendEnded(capabilitiesMasked(task, context), context);
        return sleepToMiddleForm(tracedTaskDetached(repaired, context), context);
      },
      lastsiginfo: tracedSignalDropped,
      pages: (pages, context) => withSelectors(pages, 'to-2.6.32', context),
      skb: (skb, context) => headerOffsetsRepaired(checksumStateToRecentFromEither(skb, context), context),
      file: (file, context) => {
        if (file.parent?.kind !== 'fs' || context.siblingIndex() < altRootIndex) return file;
        context.lost('F6', file, 'the alternate root directory of a task has no place after 2.6.18');
        return undefined;
      },
    },
  },
  backward: { objects: { task: sleepFromMiddleForm } },
};
