/** Directories of CRIU images as checkpoints. */
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import { detectRelease, formId } from '../../parse/criu/index.ts';
import type { Content } from '../../parse/format.ts';
import type { ModelFamily } from '../family.ts';
import { checkpointFromCriu, criuByteSource } from './checkpoint-from-criu.ts';

export const criuDirectory = (content: Content): ImageDirectory => {
  if (content.form !== 'directory') throw new Error('a CRIU image is a directory');
  return content.directory;
};

export const criuModel: ModelFamily = {
  checkpoint: (content, report) => checkpointFromCriu(criuDirectory(content), report),
  bytes: (content) => criuByteSource(criuDirectory(content)),
  variant(content) {
    const release = detectRelease(criuDirectory(content));
    const { from, before, evidence } = release;
    if (from === undefined) return undefined;
    const deciding = evidence.filter(({ bound, release }) => release === (bound === 'from' ? from : before));
    const reasons = deciding.map(({ file, reason }) => `${file}: ${reason}`);
    return { id: formId(release), evidence: reasons.join('; ') || 'nothing tells more' };
  },
};
