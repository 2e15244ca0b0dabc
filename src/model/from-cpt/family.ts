/** CPT images as checkpoints. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { CptDetector } from '../../parse/cpt/detect.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import type { Content } from '../../parse/format.ts';
import type { ModelFamily } from '../family.ts';
import { checkpointFromCpt } from './checkpoint-from-cpt.ts';

export const cptSource = (content: Content): ByteSource => {
  if (content.form !== 'file') throw new Error('a CPT image is a file');
  return content.source;
};

export const cptModel: ModelFamily = {
  checkpoint: (content, report, options) => checkpointFromCpt(cptSource(content), report, options),
  bytes: cptSource,
  variant(content) {
    const detector = new CptDetector();
    for (const record of readCptRecords(cptSource(content), () => {})) detector.see(record);
    const found = detector.decide();
    return found && { id: found.variant, evidence: found.evidence };
  },
};
