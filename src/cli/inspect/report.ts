/** report: one page of HTML about an image, or about each image of a pod. */
import { formatDiagnostic, type Location } from '../../diagnostic.ts';
import { type Image, ProblemList } from '../../inspect/image.ts';
import {
  type ReportFinding,
  type ReportRestore,
  type ReportSubject,
  reportPage,
} from '../../inspect/report/page.ts';
import { loadViews } from '../../inspect/views/index.ts';
import { chosenImage, type FoundImage, type OpenedInput, openInput } from '../../open/open.ts';
import type { Spools } from '../../parse/archive/unpack.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import { answerOf } from '../../restore-sim/host/index.ts';
import { rehearse } from '../../restore-sim/plan/index.ts';
import type { Finding } from '../../validate/finding.ts';
import type { ContainerRights } from '../../validate/trust/rights/rights.ts';
import { rightsText } from '../../validate/trust/rights/text.ts';
import { exitCode } from '../exit-codes.ts';
import { refuseOptions, UsageError } from '../options.ts';
import { visible } from '../terminal.ts';
import { trustFindings } from '../validate/trust.ts';
import { withTrustInput } from '../validate/trust-input.ts';
import { packageVersion } from '../version.ts';
import type { Job } from './job.ts';
import { rightsAt } from './rights.ts';

/** Writes the page to `-o FILE`, whole or not at all. */
export async function writeReport(
  { args, terminal }: Job,
  path: string,
  rest: readonly string[],
): Promise<number> {
  if (rest.length > 0) throw new UsageError(`unexpected argument "${rest[0]}"`);
  for (const name of ['pid', 'type'])
    if (args.values(name).length > 0)
      throw new UsageError(`--${name} does not apply to report, which shows all`);
  refuseOptions(args, ['env', 'json', 'on'], 'to report');
  const out = args.value('output');
  if (out === undefined) throw new UsageError('report needs -o FILE.html; - is standard output');
  if (out === '-' && terminal.isOutTty)
    throw new UsageError('report writes no page to a terminal: -o FILE.html');
  const problems = new ProblemList();
  const spools: Spools = new Map();
  const input = await openInput(path, { report: problems.report, spools });
  const output = openOutput(out, { force: args.flag('force'), inputs: path === '-' ? [] : [path] });
  const subjects: ReportSubject[] = [];
  try {
    const beside = await besideImages(path, spools);
    for (const found of wanted(input, args.value('container')))
      subjects.push(await subjectOf(found, problems, beside, subjects.length === 0));
    const encoder = new TextEncoder();
    const madeNs = BigInt(Date.now()) * 1_000_000n;
    const options = { madeBy: `cr-inspect ${packageVersion()}`, madeNs, views: await loadViews() };
    for (const piece of reportPage(subjects, options)) output.sink.write(encoder.encode(piece));
    output.commit();
  } finally {
    output.discard();
    for (const { image } of subjects) image.source.close();
    input.close();
  }
  for (const diagnostic of problems.diagnostics) terminal.err(`${visible(formatDiagnostic(diagnostic))}\n`);
  return subjects.every(isGood) ? exitCode.ok : exitCode.findings;
}

const isGood = ({ restore, findings }: ReportSubject): boolean =>
  restore?.verdict === 'restores' && findings.every(({ severity }) => severity !== 'error');

/** All containers of a pod, unless one is named; of several dumps of one container the last. */
function wanted(input: OpenedInput, container: string | undefined): readonly FoundImage[] {
  if (container !== undefined) return [chosenImage(input, container)];
  const seen = new Set<string | undefined>();
  const lasts = input.images.filter((image) => {
    if (!image.isWhole || seen.has(image.container)) return false;
    seen.add(image.container);
    return true;
  });
  return lasts.length > 0 ? lasts : [input.images[0]];
}

interface Beside {
  readonly findings: readonly Finding[];
  readonly rights: readonly ContainerRights[];
}

/** What everything at the path would do to a host, and with which rights. */
async function besideImages(path: string, spools: Spools): Promise<Beside> {
  const settings = { mode: 'warn', isAsked: false, given: [] } as const;
  const findings = await withTrustInput(path, spools, (input) => trustFindings(input, settings));
  return { findings: findings ?? [], rights: await rightsAt(path, [], () => {}, spools) };
}

async function subjectOf(
  found: FoundImage,
  problems: ProblemList,
  beside: Beside,
  isFirst: boolean,
): Promise<ReportSubject> {
  const { family, content, container } = found;
  const inspect = await family.inspect();
  const image: Image = inspect.image(found, problems);
  const named = { ...image, engine: () => found.containerInfo(problems.report) };
  const judged = (await family.validate()).judge(content, { rehearse: { operations: false } });
  const trust = isFirst ? beside.findings : [];
  const { rights } = beside;
  const own = rights.length === 1 ? rights[0] : rights.find(({ name }) => name === container);
  return {
    image: named,
    restore: await restoreOf(found),
    findings: [...trust, ...judged.findings].map(findingOf),
    ...(own && { rights: rightsText([own]) }),
  };
}

/** A dump that cannot be restored by itself has a verdict, too. */
async function restoreOf({ family, content }: FoundImage): Promise<ReportRestore | undefined> {
  const subject = { content, model: await family.model(), restore: await family.restore() };
  const { verdict, kernel, conditions, failures, losses } = rehearse(subject, { operations: false });
  const listed = ({ code, message, at }: { code: string; message: string; at?: Location | undefined }) => ({
    code,
    message,
    place: placeText(at),
  });
  return {
    ...{ verdict, kernel, answer: answerOf(verdict, conditions) },
    conditions: conditions.map(({ at, ...condition }) => ({ ...condition, place: placeText(at) })),
    failures: failures.map(listed),
    losses: losses.map(listed),
  };
}

const severities = ['error', 'warning', 'note'] as const;

const findingOf = ({ severity, code, message, layer, at, where }: Finding): ReportFinding => ({
  ...{ severity: severities.find((one) => one === severity) ?? 'note', code, message, layer },
  place: where === undefined ? placeText(at) : [where.member, where.field].filter(Boolean).join(' '),
});

const placeText = (at: Location | undefined): string =>
  [at?.file, at?.path, at?.offset !== undefined && `0x${at.offset.toString(16)}`].filter(Boolean).join(' ');
