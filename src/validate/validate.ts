/** What is said of one image, whichever family it is of. Knows no files, no terminals and no output formats. */
import { hexText } from '../byte-text.ts';
import type { Severity } from '../diagnostic.ts';
import type { FamilyId } from '../family-id.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { Finding, Layer } from './finding.ts';

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

/** Something that judges the whole image once its records are known. */
export interface Stage {
  readonly layer: Layer;
  /** Not run when a finding of these layers is an error: there would be nothing to stand on. */
  readonly needs: readonly Layer[];
  run(source: ByteSource, add: (finding: Finding) => void, known: readonly Finding[]): void;
}

const excerptBytes = 32;

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
