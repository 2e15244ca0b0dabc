/** A CPT image as the views see it. */
import type { Diagnostic } from '../../diagnostic.ts';
import { checkpointFromCpt } from '../../model/from-cpt/checkpoint-from-cpt.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { cptDiagnostic } from '../../parse/cpt/codes.ts';
import { CptDetector, type Detected } from '../../parse/cpt/detect.ts';
import type { ImageRecord } from '../../parse/cpt/record.ts';
import { cptVariant, type Evidence, evidences } from '../../parse/cpt/variants.ts';
import { type Image, ProblemList, type Variant } from '../image.ts';
import { compareCptImages } from './compare-images.ts';
import { recordKinds } from './kinds.ts';

/** Reads the whole image, but no contents. Throws an ImageError when there is nothing to show. */
export function inspectedImage(source: ByteSource, problems = new ProblemList()): Image {
  const detector = new CptDetector();
  const checkpoint = checkpointFromCpt(source, problems.report, {
    isCompact: true,
    // Header lengths tell variants of one version apart, and a checkpoint no longer has them.
    onRecord(record) {
      detector.see(record);
      if (record.kind === 'image' && detector.decide() === undefined) problems.report(unknownVersion(record));
    },
  });
  const detected = detector.decide();
  const variant = detected && cptVariantOf(detected);
  return {
    name: source.name,
    source,
    checkpoint,
    variant,
    problems,
    placeOf: (offset) => ({ file: source.name, offset }),
    comparedKinds: recordKinds,
    compareRecords(other, filter) {
      return compareCptImages(this, other, filter);
    },
  };
}

function unknownVersion({ fields }: ImageRecord): Diagnostic {
  const version = fields.imageVersion.toString(16).padStart(3, '0');
  const message = `image version 0x${version} is none that is known`;
  return cptDiagnostic('unknown-version', message, { offset: 6, path: 'image.imageVersion' });
}

/** A layout that several variants share is known as well as that of the best known of them. */
function cptVariantOf({ variant, evidence, fits }: Detected): Variant {
  const { line, restoredBy } = cptVariant(variant);
  const known = [variant, ...fits].map((id) => cptVariant(id).evidence);
  const knownFrom = evidences.find((one) => known.includes(one)) as Evidence;
  return { name: variant, evidence, kernelLine: line, restoredBy, knownFrom };
}
