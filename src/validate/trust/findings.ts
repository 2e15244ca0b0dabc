/** The trust layer over everything at a place: what is compared with, and how findings count. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Finding } from '../finding.ts';
import { asksForContainer, judgeContainer } from '../policy/container.ts';
import type { Policy } from '../policy/policy.ts';
import { type GivenGrants, readGrants } from './grants/read.ts';
import { judgeTrust } from './judge.ts';
import { type ArchiveInput, isOfEngine, withSubjects } from './read/archive.ts';
import { containerName } from './read/container.ts';
import type { Json } from './subject.ts';
import type { TrustInput } from './trust-input.ts';

export const trustModes = ['strict', 'warn', 'off'] as const;
export type TrustMode = (typeof trustModes)[number];

/** Plain data, so that a worker can be given it. */
export interface TrustSettings {
  readonly mode: TrustMode;
  /** Bare directories of images are judged only where somebody asks for it: they are what `criu dump` leaves. */
  readonly isAsked: boolean;
  readonly given: readonly { readonly source: string; readonly document: Json }[];
}

/**
 * None where the layer is off, or where nobody asked about a plain directory. Policies about the container are judged
 * in any case.
 */
export async function trustFindings(
  input: TrustInput,
  settings: TrustSettings,
  policies: readonly Policy[] = [],
): Promise<readonly Finding[]> {
  const isJudged =
    settings.mode !== 'off' && (input.archive !== undefined || settings.isAsked || isOfEngine(input.root));
  if (!isJudged && !policies.some(asksForContainer)) return [];
  const problems: Diagnostic[] = [];
  const given = settings.given
    .map(({ source, document }) => readGrants(document, source))
    .filter((grants): grants is GivenGrants => grants !== undefined);
  const grants: ArchiveInput['grants'] = (engine, documents, name) =>
    given.flatMap((one) => one(engine, name ?? containerName(documents)));
  const problem = (member: string, why: string) => problems.push(unread(member, why));
  return withSubjects({ ...input, grants, problem }, (subjects) => {
    const own: Finding[] = [];
    for (const subject of subjects)
      if (subject.images !== undefined) judgeContainer(subject, policies, (finding) => own.push(finding));
    if (!isJudged) return own;
    const findings = [...problems.map(unreadFinding), ...subjects.flatMap((subject) => judgeTrust(subject))];
    return [...(settings.mode === 'strict' ? findings : findings.map(asWarning)), ...own];
  });
}

/** What was not read was not judged; silence would say that it is good. */
const unread = (member: string, text: string): Diagnostic => ({
  code: 'trust-unread',
  severity: 'error',
  message: `not judged to its end: ${text}`,
  at: { path: member },
});

const unreadFinding = ({ code, severity, message, at }: Diagnostic): Finding => ({
  code,
  severity,
  message,
  layer: 'trust',
  length: 0,
  at: { offset: 0, path: at?.path ?? 'archive' },
  where: { member: at?.path ?? 'archive' },
});

/** By default an archive is not refused for what it would do: that is for those who ask. */
const asWarning = (finding: Finding): Finding =>
  finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
