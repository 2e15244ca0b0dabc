/** A CRIU image directory as the views see it. Opens nothing but files of the directory it is given. */
import {
  checkpointFromCriu,
  criuByteSource,
  layOut,
  releaseText,
} from '../../model/from-criu/checkpoint-from-criu.ts';
import { detectRelease, type ImageDirectory } from '../../parse/criu/index.ts';
import { type Image, ProblemList } from '../image.ts';

/**
 * Reads all files but the contents of memory. What was found on the way to the directory may be in `problems`
 * already. Whoever asks closes the source of the result.
 */
export function inspectedCriu(
  directory: ImageDirectory,
  problems = new ProblemList(),
  layout = layOut(directory),
): Image {
  const checkpoint = checkpointFromCriu(directory, problems.report, layout);
  const { from, before, evidence } = detectRelease(directory);
  const deciding = evidence.filter(({ bound, release }) => release === (bound === 'from' ? from : before));
  const reasons = deciding.map(({ file, reason }) => `${file}: ${reason}`);
  const variant = { name: releaseText(directory), evidence: reasons.join('; ') || 'nothing tells more' };
  return { name: directory.name, source: criuByteSource(directory, layout), checkpoint, variant, problems };
}
