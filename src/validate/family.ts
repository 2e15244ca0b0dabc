/** What a family says of judging its images. */
import type { Content } from '../parse/format.ts';
import type { RehearseOptions } from '../restore-sim/family.ts';
import type { Layer } from './finding.ts';
import type { Policy } from './policy/policy.ts';
import type { ImageReport } from './validate.ts';

export interface JudgeOptions {
  /** All of them when absent. */
  readonly layers?: readonly Layer[] | undefined;
  readonly policies?: readonly Policy[] | undefined;
  /** On which kernel and host the restore is rehearsed; by default what the family restores on, with nothing else there. */
  readonly rehearse?: RehearseOptions | undefined;
  readonly progress?: ((phase: string, done: number, total: number) => void) | undefined;
}

export interface ValidateFamily {
  /** Throws only the errors of the system calls behind the content. */
  judge(content: Content, options: JudgeOptions): ImageReport;
}
