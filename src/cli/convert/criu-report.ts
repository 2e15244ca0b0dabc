/** What `cr-convert` says about a way between CRIU releases, as text and as JSON. */
import type { ConvertedImage } from '../../convert/criu/convert.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { visible } from '../terminal.ts';
import { diagnosticsJson, hopLines, lossLines, problemText } from './report.ts';

export interface CriuReport {
  readonly input: string;
  readonly output: string | undefined;
  readonly isPlan: boolean;
  /** Releases that can have written the input. */
  readonly from: string;
  readonly converted: ConvertedImage;
  readonly diagnostics: readonly Diagnostic[];
  readonly verified: boolean;
  /** What the rehearsed restores of input and output came to. */
  readonly rehearsal?: string | undefined;
  /** Nothing was written, or would be. */
  readonly refused: boolean;
}

export function criuReportText(report: CriuReport, color: boolean): { summary: string; problems: string } {
  const { converted, input, isPlan, from, refused } = report;
  const bold = (text: string) => (color ? `\x1b[1m${text}\x1b[22m` : text);
  const { changes, losses, files, release } = converted;
  const become = isPlan || refused ? 'would become' : 'converted to';
  const lines = [
    `${bold(visible(input))}: ${from}, ${files.length} files`,
    `${become} ${bold(`criu-${release}`)}`,
    ...converted.hops.flatMap((name) => hopLines(name, changes)),
    ...lossLines(losses, bold),
    ...(losses.length === 0 && !refused ? ['lost: nothing'] : []),
    ...(report.rehearsal === undefined ? [] : [report.rehearsal]),
    conclusion(report),
  ];
  // Logs and documents of engines beside the images are no matter of a conversion.
  const said = report.diagnostics.filter(({ severity }) => severity !== 'note');
  return { summary: `${lines.join('\n')}\n`, problems: problemText(said) };
}

function conclusion({ isPlan, refused, verified, output }: CriuReport): string {
  if (refused) return isPlan ? 'This conversion would be refused.' : 'Refused: no output was written.';
  if (isPlan) return 'Nothing was written.';
  const place = visible(output ?? '');
  return verified ? `Verified and written to ${place}.` : `Written to ${place}, not verified.`;
}

export function criuReportJson(report: CriuReport): string {
  const { converted, diagnostics } = report;
  const of = (hop: string, list: ConvertedImage['changes']) =>
    list.filter((change) => change.hop === hop).map(({ row, what, count }) => ({ row, what, count }));
  const json = {
    schemaVersion: 1,
    input: report.input,
    output: report.output ?? null,
    from: 'criu',
    to: `criu-${converted.release}`,
    evidence: report.from,
    files: converted.files.length,
    hops: converted.hops.map((name) => ({
      name,
      changes: of(name, converted.changes),
      losses: of(name, converted.losses),
    })),
    diagnostics: diagnosticsJson(diagnostics),
    verified: report.verified,
    rehearsal: report.rehearsal ?? null,
    written: !report.refused && !report.isPlan,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
