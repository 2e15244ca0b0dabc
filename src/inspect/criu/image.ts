/** A CRIU image directory as the views see it. Opens nothing but files of the directory it is given. */
import type { Report } from '../../diagnostic.ts';
import {
  checkpointFromCriu,
  criuByteSource,
  layOut,
  locate,
} from '../../model/from-criu/checkpoint-from-criu.ts';
import { causeOf, kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import { detectRelease, formId, formText, type ImageDirectory } from '../../parse/criu/index.ts';
import { type Image, ProblemList } from '../image.ts';
import { statisticsOf } from './statistics.ts';

/**
 * Reads all files but the contents of memory. What was found on the way to the directory may be in `problems`
 * already. Whoever asks closes the source of the result.
 */
export function inspectedCriu(
  directory: ImageDirectory,
  problems = new ProblemList(),
  layout = layOut(directory),
): Image {
  const kind = kindOfDirectory(directory);
  for (const finding of kind.findings) if (finding.severity !== 'note') problems.report(finding);
  const report: Report = (problem) => {
    // What follows from the kind of the directory was said once.
    if (causeOf(kind, problem.code, problem.at?.file ?? '') === undefined) problems.report(problem);
  };
  const checkpoint = checkpointFromCriu(directory, report, layout);
  const release = detectRelease(directory);
  const { from, before, evidence } = release;
  const deciding = evidence.filter(({ bound, release }) => release === (bound === 'from' ? from : before));
  const reasons = deciding.map(({ file, reason }) => `${file}: ${reason}`);
  const told = reasons.join('; ') || 'nothing tells more';
  const variant = { name: formId(release), evidence: `${formText(release)}: ${told}` };
  const dump = { kind: kind.name, title: kind.title, isPlain: kind.isPlain };
  return {
    name: directory.name,
    source: criuByteSource(directory, layout),
    checkpoint,
    placeOf: (position) => locate(layout, position) ?? { offset: position },
    variant,
    dump,
    statistics: statisticsOf(directory, problems.report),
    problems,
  };
}
