/** Resource limits, protection from the out-of-memory killer, and scheduling, which a restore sets as root. */
import { limitName } from '../../../abi/limits.ts';
import { cap } from '../capability.ts';
import { grantsCapability } from '../grants/grants.ts';
import { inImage, threadText, trustRule } from '../rule.ts';

const policies: Readonly<Record<number, string>> = { 1: 'SCHED_FIFO', 2: 'SCHED_RR', 6: 'SCHED_DEADLINE' };
const mend = 'Ask which program may have raised it; else start the container anew.';

export const limitsRule = trustRule(
  {
    'trust-rlimit': {
      severity: 'warning',
      meaning: 'A hard limit is restored above the one that was granted.',
      why: 'Only CAP_SYS_RESOURCE raises a hard limit; a restore does it for everybody.',
      bad: 'RLIMIT_NOFILE 1048576 under a spec with 20000',
      good: 'limits of the spec, or lower ones',
      mend,
      reference: 'criu/pie/restorer.c, restore_rlims',
    },
    'trust-oom-score': {
      severity: 'warning',
      meaning: 'A process is restored with more protection from the out-of-memory killer than was granted.',
      why: 'With -1000 the kernel kills every other process of the host first.',
      bad: 'oom_score_adj -1000 under a spec with 0',
      good: 'the value of the spec, or a higher one',
      mend,
      reference: 'criu/cr-restore.c, prepare_oom_score_adj',
    },
    'trust-scheduling': {
      severity: 'warning',
      meaning: 'A thread is restored with real-time scheduling or a priority that was not granted.',
      why: 'A real-time thread that never sleeps keeps a processor of the host for itself.',
      bad: 'SCHED_FIFO in a container without CAP_SYS_NICE',
      good: 'SCHED_OTHER, nice 0 or more',
      mend,
      reference: 'criu/pie/restorer.c, restore_sched_info; seen with CRIU 4.2',
    },
  },
  ({ images, grants }, report) => {
    if (images === undefined) return;
    for (const process of images.processes) {
      const [leader] = process.threads;
      if (leader === undefined) continue;
      for (const granted of grants) {
        const { source } = granted;
        for (const [number, most] of granted.hardLimits ?? []) {
          const found = process.hardLimits[number];
          if (found === undefined || found <= most || grantsResources(granted)) continue;
          report(
            'trust-rlimit',
            inImage(images, leader, `${images.fields.hardLimits}[${number}]`),
            `rlimit above spec: ${limitName(number)} of process ${process.pid} (${process.comm}) may be raised to ${found}, ${source} grants ${most}`,
          );
        }
        const { oomScoreAdj } = process;
        const least = granted.oomScoreAdj;
        if (oomScoreAdj !== undefined && least !== undefined && oomScoreAdj < Math.min(0, least))
          if (!grantsResources(granted))
            report(
              'trust-oom-score',
              inImage(images, leader, images.fields.oomScoreAdj),
              `oom_score_adj below spec: process ${process.pid} (${process.comm}) has ${oomScoreAdj}, ${source} grants ${least}`,
            );
        if (grantsCapability(granted, cap.sysNice)) continue;
        for (const thread of process.threads) {
          const policy = policies[thread.schedPolicy];
          const nice = thread.nice < 0 ? `nice ${thread.nice}` : undefined;
          const found = policy ?? nice;
          if (found === undefined) continue;
          const field = policy === undefined ? images.fields.nice : images.fields.schedPolicy;
          report(
            'trust-scheduling',
            inImage(images, thread, field),
            `${policy === undefined ? 'priority' : 'real-time scheduling'} above spec: ${threadText(process, thread.tid)} has ${found}, ${source} does not grant CAP_SYS_NICE`,
          );
        }
      }
    }
  },
);

/** Who has it may raise limits himself. */
const grantsResources = (granted: Parameters<typeof grantsCapability>[0]): boolean =>
  granted.capabilities !== undefined && grantsCapability(granted, cap.sysResource);
