/** The bridge from linux-cr streams to core files. */
import { linuxCrModel } from '../../../model/from-linux-cr/family.ts';
import { coreRunner } from '../../core/runner.ts';
import { kernelCoreFacts } from '../cpt-to-core/runner.ts';

export const linuxCrToCoreRunner = coreRunner({
  model: linuxCrModel,
  facts: ({ source, checkpoint }) => kernelCoreFacts(source, checkpoint.image.version ?? 0),
});
