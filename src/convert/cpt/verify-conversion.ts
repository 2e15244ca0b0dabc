/** What makes a conversion verified: the result reads back as it was meant, and restores to the same. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { cptVariants } from '../../parse/cpt/variants.ts';
import type { Applied } from './apply.ts';
import type { Plan, Progress } from './convert.ts';
import { verifyStructure } from './verify.ts';
import { verifyRestore } from './verify-restore.ts';

export interface Converted {
  /** The input image; undefined when there is none to compare with. */
  readonly original: ByteSource | undefined;
  readonly result: ByteSource;
  readonly plan: Plan;
  readonly applied: Applied;
  /** What was reported while converting. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Verified {
  /** An error among them means that the result must not be used. */
  readonly problems: readonly Diagnostic[];
  /** What the rehearsed restores came to; undefined when there was nothing to rehearse. */
  readonly summary?: string;
}

export function verifyConversion(converted: Converted, progress: Progress = () => {}): Verified {
  const { original, result, plan, applied, diagnostics } = converted;
  const dangling = diagnostics.filter(({ code }) => code === 'dangling-position').length;
  const expected = { version: cptVariants[plan.to].version, records: applied.records, dangling };
  const problems = verifyStructure(result, expected, progress);
  if (original === undefined || plan.hops.length === 0) return { problems };
  const rehearsal = verifyRestore(original, result, plan, applied);
  return { problems: [...problems, ...rehearsal.diagnostics], summary: rehearsal.summary };
}
