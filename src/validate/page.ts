/**
 * The page of a rule: what `--explain` prints and `docs/rules/` holds. Data only; see `pages/` for the
 * pages.
 */
import type { Severity } from '../diagnostic.ts';
import type { Layer } from './finding.ts';

export interface RulePage {
  readonly severity: Severity;
  /** One sentence: what the code says about an image. */
  readonly meaning: string;
  /** What a restoring kernel does with such an image, and in which of its functions; of the rehearsal, what leads to it. */
  readonly why: string;
  /** What the kernel answers; `crash` and `hang` where it does not answer. Absent when it does not check. */
  readonly errno?: string;
  /** An image that has it, and one that has not; the rehearsal's own words say it better in each case. */
  readonly bad?: string;
  readonly good?: string;
  readonly mend: string;
  /** CVE, or the function of CRIU or of an engine that does it. */
  readonly reference?: string;
}

export type PageTable = Readonly<Record<string, RulePage>>;

export type LayerPages = readonly (readonly [Layer, PageTable])[];
