/**
 * Findings: diagnostics with the layer they come from and how many bytes they concern. A list of them is
 * bounded for each code, because an image of a million broken records must not become a million sentences.
 */
import type { Diagnostic, Location, Severity } from '../diagnostic.ts';

/** From the outside inward: what has to be sound before the next can be judged. */
export const layers = [
  ...(['framing', 'schema', 'references', 'semantics', 'restore', 'trust', 'policy'] as const),
] as const;
export type Layer = (typeof layers)[number];

export interface Finding extends Diagnostic {
  readonly layer: Layer;
  /** Bytes from `at.offset` on that are wrong; 0 where something is missing. */
  readonly length: number;
  readonly at: Location;
  /** Of findings about an archive: its member, and the message and field, JSON path or name inside of it. */
  readonly where?: { readonly member: string; readonly field?: string };
}

/** So many findings of one code are kept for one image; the rest is only counted. */
export const keptMax = 200;

/** Shown where a finding does not say how far it goes: the length of an object header. */
export const defaultLength = 16;

export class FindingList {
  readonly #kept: Finding[] = [];
  readonly #counts = new Map<string, number>();

  add(finding: Finding): void {
    const count = (this.#counts.get(finding.code) ?? 0) + 1;
    this.#counts.set(finding.code, count);
    if (count <= keptMax) this.#kept.push(finding);
  }

  has(code: string): boolean {
    return this.#counts.has(code);
  }

  /** In file order. What was not kept is said by the last finding of its code. */
  sorted(): readonly Finding[] {
    const last = new Map(this.#kept.map((finding) => [finding.code, finding]));
    return this.#kept
      .map((finding) => {
        const more = (this.#counts.get(finding.code) ?? 0) - keptMax;
        if (more <= 0 || last.get(finding.code) !== finding) return finding;
        return {
          ...finding,
          message: `${finding.message} (and ${more} more ${finding.code} after this one)`,
        };
      })
      .sort((left, right) => (left.at.offset ?? 0) - (right.at.offset ?? 0));
  }
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** How many of each severity. */
export function countSeverities(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

export const bySeverity = (left: Finding, right: Finding): number =>
  order[left.severity] - order[right.severity];
