/** The trust layer for a command line: what is compared with, how findings count, and reading an archive for it. */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Finding, Layer } from '../../validate/finding.ts';
import { asksForContainer, judgeContainer } from '../../validate/policy/container.ts';
import type { Policy } from '../../validate/policy/policy.ts';
import { type GivenGrants, readGrants } from '../../validate/trust/grants/read.ts';
import { judgeTrust } from '../../validate/trust/judge.ts';
import { type ArchiveInput, withSubjects } from '../../validate/trust/read/archive.ts';
import { containerName } from '../../validate/trust/read/container.ts';
import type { Json } from '../../validate/trust/subject.ts';
import { type Arguments, UsageError } from '../options.ts';
import type { TrustInput } from './trust-input.ts';

export const trustModes = ['strict', 'warn', 'off'] as const;
export type TrustMode = (typeof trustModes)[number];

/** Plain data, so that a worker can be given it. */
export interface TrustSettings {
  readonly mode: TrustMode;
  /** Directories of images are judged only where somebody asks for it: they are what `criu dump` leaves. */
  readonly isAsked: boolean;
  readonly given: readonly { readonly source: string; readonly document: Json }[];
}

/** `--trust`, `--spec` and `--layer trust`, or what the configuration says. */
export async function trustSettings(
  args: Arguments,
  layers: readonly Layer[],
  configured: TrustMode | undefined,
): Promise<TrustSettings> {
  const named = args.value('trust') as TrustMode | undefined;
  const isOnly = args.values('layer').includes('trust');
  const mode = named ?? configured ?? (isOnly ? 'strict' : 'warn');
  if (mode === 'off' && isOnly) throw new UsageError('--layer trust and --trust off exclude each other');
  const paths = args.values('spec');
  if (paths.length > 0 && (mode === 'off' || !layers.includes('trust')))
    throw new UsageError('--spec is for the trust layer, which is left out');
  // Reading YAML is loaded by those who need it.
  const read = paths.length === 0 ? () => [] : (await import('./spec-file.ts')).readSpecDocuments;
  const given = paths.flatMap((path) => read(path));
  for (const { source, document } of given)
    if (readGrants(document, source) === undefined)
      throw new UsageError(
        `--spec ${source}: neither an OCI runtime spec (config.json) nor a Kubernetes pod or container`,
      );
  return {
    mode: layers.includes('trust') ? mode : 'off',
    isAsked: isOnly || named !== undefined || configured !== undefined || paths.length > 0,
    given,
  };
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
  const isJudged = settings.mode !== 'off' && (input.archive !== undefined || settings.isAsked);
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
  ...{ code, severity, message, layer: 'trust', length: 0 },
  at: { offset: 0, path: at?.path ?? 'archive' },
  where: { member: at?.path ?? 'archive' },
});

/** By default an archive is not refused for what it would do: that is for those who ask. */
const asWarning = (finding: Finding): Finding =>
  finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
