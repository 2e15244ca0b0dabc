/** What CRIU's images do to a host. */
import { identifyFile } from '../../../parse/criu/index.ts';
import type { TrustFamily } from '../../trust/family.ts';
import { readFacts } from './facts.ts';
import { criuTrustRules } from './rules/index.ts';

export const criuTrust: TrustFamily = {
  facts(directory, prefix) {
    const facts = readFacts(directory, prefix);
    return {
      ...facts,
      judgeRecords(subject, report) {
        for (const rule of criuTrustRules) rule.check(facts, subject, report);
      },
    };
  },
  isTmpfsArchive(name) {
    const type = identifyFile(name)?.type;
    return type === 'TMPFS_DEV' || type === 'TMPFS_IMG';
  },
};
