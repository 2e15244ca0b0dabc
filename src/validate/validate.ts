/**
 * The judgement of one image: records, then the checkpoint, then a rehearsal of the restore, then policies;
 * each only when what it needs is there. Knows no files, no terminals and no output formats.
 */
import { hexText } from '../byte-text.ts';
import type { Severity } from '../diagnostic.ts';
import type { FamilyId } from '../family-id.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { checkRecords } from './cpt/records.ts';
import { layers as allLayers, type Finding, FindingList, type Layer } from './finding.ts';

export interface Excerpt {
  /** Of the first byte shown. */
  readonly offset: number;
  /** Up to 32 bytes, two digits each. */
  readonly hex: string;
}

/** A finding as it is shown: with the bytes that it is about. */
export interface ShownFinding extends Finding {
  readonly excerpt?: Excerpt;
}

export interface ImageReport {
  readonly path: string;
  readonly family: FamilyId | null;
  readonly variant: string | null;
  /** What kind of dump it is, where that is more than an image by itself; see `kindOfDirectory`. */
  readonly kind?: { readonly name: string; readonly title: string; readonly isPlain: boolean };
  readonly sizeBytes: number;
  readonly findings: readonly ShownFinding[];
}

export interface ValidateOptions {
  /** All of them when absent. */
  readonly layers?: readonly Layer[];
  /** Layers behind the records: the checkpoint, the rehearsal, policies. In order. */
  readonly stages?: readonly Stage[];
  readonly progress?: (phase: string, done: number, total: number) => void;
}

/** Something that judges the whole image once its records are known. */
export interface Stage {
  readonly layer: Layer;
  /** Not run when a finding of these layers is an error: there would be nothing to stand on. */
  readonly needs: readonly Layer[];
  run(source: ByteSource, add: (finding: Finding) => void, known: readonly Finding[]): void;
}

const excerptBytes = 32;

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

/** With up to 32 of the bytes that it is about. */
export function withExcerpt(source: ByteSource, finding: Finding): ShownFinding {
  const { offset = 0 } = finding.at;
  const length = Math.min(excerptBytes, finding.length, source.size - offset);
  // What a policy keeps from being persisted must not be printed either.
  if (length <= 0 || finding.layer === 'policy') return finding;
  return { ...finding, excerpt: { offset, hex: hexText(source.view(offset, length)) } };
}

/** What a command's exit code depends on. */
export const worst = (findings: readonly Finding[]): Severity | undefined =>
  (['error', 'warning', 'note'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
