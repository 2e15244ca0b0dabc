/**
 * The judgement of one CPT image: records, then the checkpoint, then a rehearsal of the restore, then policies;
 * each only when what it needs is there.
 */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { layers as allLayers, type Finding, FindingList, type Layer } from '../finding.ts';
import { type ImageReport, type Stage, withExcerpt } from '../validate.ts';
import { checkRecords } from './records.ts';

export interface ValidateOptions {
  /** All of them when absent. */
  readonly layers?: readonly Layer[];
  /** Layers behind the records: the checkpoint, the rehearsal, policies. In order. */
  readonly stages?: readonly Stage[];
  readonly progress?: (phase: string, done: number, total: number) => void;
}

/** Judges one CPT image. Throws only the errors of the system calls behind `source`. */
export function validateImage(source: ByteSource, options: ValidateOptions): ImageReport {
  const wanted = new Set<Layer>(options.layers ?? allLayers);
  const list = new FindingList();
  const failed = new Set<Layer>();
  const add = (finding: Finding) => {
    if (finding.severity === 'error') failed.add(finding.layer);
    list.add(placed(source, finding));
  };
  const { progress } = options;
  const { variant, image } = checkRecords({ source, layers: wanted, add, progress });
  for (const stage of image ? (options.stages ?? []) : []) {
    if (!wanted.has(stage.layer) || stage.needs.some((layer) => failed.has(layer))) continue;
    stage.run(source, add, list.sorted());
  }
  return {
    path: source.name,
    family: image ? 'cpt' : null,
    variant: variant ?? null,
    sizeBytes: source.size,
    findings: list.sorted().map((finding) => withExcerpt(source, finding)),
  };
}

/** Every finding has a place inside the file, whatever a broken length made of it. */
function placed({ size }: ByteSource, finding: Finding): Finding {
  const offset = Math.max(0, Math.min(finding.at.offset ?? 0, size));
  const length = Math.max(0, Math.min(finding.length, size - offset));
  const { path = 'image', ...at } = finding.at;
  return { ...finding, length, at: { ...at, offset, path } };
}
