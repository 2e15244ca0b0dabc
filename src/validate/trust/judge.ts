/** The trust layer: what an archive, or a directory of images, would do to the host, and with which rights. */
import type { Severity } from '../../diagnostic.ts';
import { type Finding, FindingList } from '../finding.ts';
import type { TrustReport } from './rule.ts';
import { trustPages, trustRules } from './rules/index.ts';
import type { ContainerSubject } from './subject.ts';

/** By severity, each place once: two comparisons may find the same. */
export function judgeTrust(subject: ContainerSubject): readonly Finding[] {
  const list = new FindingList();
  const seen = new Map<string, Severity>();
  const report: TrustReport = (code, where, message, severity) => {
    const { member, field, offset = 0 } = where;
    const path = field === undefined ? member : `${member}/${field}`;
    const found = severity ?? trustPages[code]?.severity ?? 'warning';
    const key = `${code} ${path} ${offset}`;
    if (seen.has(key)) return;
    if (seen.size < keysMax) seen.set(key, found);
    list.add({
      code,
      severity: found,
      message,
      layer: 'trust',
      length: 0,
      at: { offset, path },
      where: { member, ...(field !== undefined && { field }) },
    });
  };
  for (const rule of trustRules) rule.check(subject, report);
  return list.sorted();
}

/** Findings beyond are only counted, so that more of them need not be told apart. */
const keysMax = 10_000;
