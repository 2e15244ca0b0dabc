/** A trust rule over CRIU's own records. */
import type { TrustPages, TrustReport } from '../../trust/rule.ts';
import type { ContainerSubject } from '../../trust/subject.ts';
import type { CriuFacts } from './facts.ts';

export interface CriuTrustRule<Pages extends TrustPages = TrustPages> {
  readonly pages: Pages;
  readonly check: (images: CriuFacts, subject: ContainerSubject, report: TrustReport) => void;
}

/** So that codes are those of the pages, for the compiler. */
export const criuTrustRule = <const Pages extends TrustPages>(
  pages: Pages,
  check: (images: CriuFacts, subject: ContainerSubject, report: TrustReport<keyof Pages & string>) => void,
): CriuTrustRule<Pages> => ({ pages, check });
