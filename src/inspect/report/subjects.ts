/** What a page says of the images of an input: each is judged and rehearsed here. */
import type { Location } from '../../diagnostic.ts';
import { chosenImage, meantImages } from '../../open/choose.ts';
import type { FoundImage, OpenedInput } from '../../open/opening.ts';
import { answerOf } from '../../restore-sim/host/index.ts';
import { rehearse } from '../../restore-sim/plan/index.ts';
import type { Finding } from '../../validate/finding.ts';
import { trustFindings } from '../../validate/trust/findings.ts';
import { rightsIn } from '../../validate/trust/rights/in-archive.ts';
import type { ContainerRights } from '../../validate/trust/rights/rights.ts';
import { rightsText } from '../../validate/trust/rights/text.ts';
import type { TrustInput } from '../../validate/trust/trust-input.ts';
import type { Image, ProblemList } from '../image.ts';
import type { ReportFinding, ReportRestore, ReportSubject } from './page.ts';

/** Those of all containers, or of the one that is named; whoever asks closes their sources. */
export async function* reportSubjects(
  input: OpenedInput,
  beside: Beside,
  problems: ProblemList,
  container?: string,
): AsyncGenerator<ReportSubject> {
  let isFirst = true;
  for (const found of wanted(input, container)) {
    yield await subjectOf(found, problems, beside, isFirst);
    isFirst = false;
  }
}

export const isGood = ({ restore, findings }: ReportSubject): boolean =>
  restore?.verdict === 'restores' && findings.every(({ severity }) => severity !== 'error');

/** All containers of a pod, unless one is named; of several dumps of one container the last. */
const wanted = (input: OpenedInput, container: string | undefined): readonly FoundImage[] =>
  container === undefined ? meantImages(input.images) : [chosenImage(input, container)];

export interface Beside {
  readonly findings: readonly Finding[];
  readonly rights: readonly ContainerRights[];
}

/** What everything in an archive would do to a host, and with which rights. */
export async function besideImages(archive: TrustInput): Promise<Beside> {
  const findings = await trustFindings(archive, { mode: 'warn', isAsked: false, given: [] });
  return { findings, rights: await rightsIn(archive) };
}

async function subjectOf(
  found: FoundImage,
  problems: ProblemList,
  beside: Beside,
  isFirst: boolean,
): Promise<ReportSubject> {
  const { family, content, container } = found;
  const judged = (await family.validate()).judge(content, { rehearse: { operations: false } });
  const restore = await restoreOf(found);
  // Behind the others: each of the three makes a checkpoint, and this one stays.
  const image: Image = (await family.inspect()).image(found, problems);
  const named = { ...image, engine: () => found.containerInfo(problems.report) };
  const trust = isFirst ? beside.findings : [];
  const { rights } = beside;
  const own = rights.length === 1 ? rights[0] : rights.find(({ name }) => name === container);
  return {
    image: named,
    restore,
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
    verdict,
    kernel,
    answer: answerOf(verdict, conditions),
    conditions: conditions.map(({ at, ...condition }) => ({ ...condition, place: placeText(at) })),
    failures: failures.map(listed),
    losses: losses.map(listed),
  };
}

const severities = ['error', 'warning', 'note'] as const;

const findingOf = ({ severity, code, message, layer, at, where }: Finding): ReportFinding => ({
  severity: severities.find((one) => one === severity) ?? 'note',
  code,
  message,
  layer,
  place: where === undefined ? placeText(at) : [where.member, where.field].filter(Boolean).join(' '),
});

const placeText = (at: Location | undefined): string =>
  [at?.file, at?.path, at?.offset !== undefined && `0x${at.offset.toString(16)}`].filter(Boolean).join(' ');
