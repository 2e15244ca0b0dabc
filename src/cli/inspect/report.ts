/** report: one page of HTML about an image, or about each image of a pod. */
import { formatDiagnostic } from '../../diagnostic.ts';
import { ProblemList } from '../../inspect/image.ts';
import { type ReportSubject, reportPage } from '../../inspect/report/page.ts';
import { besideImages, isGood, reportSubjects } from '../../inspect/report/subjects.ts';
import { loadViews } from '../../inspect/views/index.ts';
import { openInput } from '../../open/open.ts';
import type { Spools } from '../../parse/archive/unpack.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import { exitCode } from '../exit-codes.ts';
import { boundHeap } from '../heap.ts';
import { refuseOptions, UsageError } from '../options.ts';
import { visible } from '../terminal.ts';
import { withTrustInput } from '../validate/trust-input.ts';
import { packageVersion } from '../version.ts';
import type { Job } from './job.ts';

/** Writes the page to `-o FILE`, whole or not at all. */
export async function writeReport(
  { args, terminal }: Job,
  path: string,
  rest: readonly string[],
): Promise<number> {
  if (rest.length > 0) throw new UsageError(`unexpected argument "${rest[0]}"`);
  refuseOptions(args, ['env', 'json', 'on'], 'to report');
  const out = args.value('output');
  if (out === undefined) throw new UsageError('report needs -o FILE.html; - is standard output');
  if (out === '-' && terminal.isOutTty)
    throw new UsageError('report writes no page to a terminal: -o FILE.html');
  const problems = new ProblemList();
  const spools: Spools = new Map();
  const input = await openInput(path, { report: problems.report, spools });
  boundHeap(input);
  const output = openOutput(out, { force: args.flag('force') });
  const subjects: ReportSubject[] = [];
  try {
    const beside = (await withTrustInput(path, spools, besideImages)) ?? { findings: [], rights: [] };
    const found = reportSubjects(input, beside, problems, args.value('container'));
    for await (const subject of found) subjects.push(subject);
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
