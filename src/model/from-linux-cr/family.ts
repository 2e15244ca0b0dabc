/** linux-cr streams as checkpoints. */
import { detectLinuxCr } from '../../parse/linux-cr/detect.ts';
import { linuxCrSource } from '../../parse/linux-cr/record-form.ts';
import type { ModelFamily } from '../family.ts';
import { checkpointFromLinuxCr } from './checkpoint-from-linux-cr.ts';

export const linuxCrModel: ModelFamily = {
  checkpoint: (content, report) => checkpointFromLinuxCr(linuxCrSource(content), report),
  bytes: linuxCrSource,
  variant(content) {
    const { variant, evidence } = detectLinuxCr(linuxCrSource(content));
    return { id: variant, evidence };
  },
};
