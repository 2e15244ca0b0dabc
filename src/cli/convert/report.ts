/** What `cr-convert` says about a conversion, as text and as JSON. */
import type { Applied, Change } from '../../convert/cpt/apply.ts';
import type { Plan } from '../../convert/cpt/convert.ts';
import { type Diagnostic, formatDiagnostic } from '../../diagnostic.ts';
import { cptVariants } from '../../parse/cpt/variants.ts';
import { visible } from '../terminal.ts';

export interface ConversionReport {
  readonly input: string;
  readonly output: string | undefined;
  readonly isPlan: boolean;
  readonly plan: Plan;
  readonly applied: Applied;
  readonly diagnostics: readonly Diagnostic[];
  readonly verified: boolean;
  /** What the rehearsed restores of input and output came to. */
  readonly rehearsal?: string;
  /** Nothing was written, or would be. */
  readonly refused: boolean;
}

/** So many lines of one kind are shown before the rest is only counted. */
const shownMax = 5;

export function reportText(report: ConversionReport, color: boolean): { summary: string; problems: string } {
  const { plan, applied, diagnostics, input, output } = report;
  const bold = (text: string) => (color ? `\x1b[1m${text}\x1b[22m` : text);
  const lines = [
    `${bold(visible(input))}: ${plan.from} (${plan.evidence})${plan.facts.version === 0 ? '' : `, HZ ${plan.inputHz}`}, ${plan.recordCount} records`,
  ];
  if (plan.hops.length > 0) {
    lines.push(
      `${report.isPlan ? 'would become' : 'converted to'} ${bold(plan.to)}: ${cptVariants[plan.to].title}`,
    );
    for (const { name } of plan.hops) lines.push(...hopLines(name, applied.changes));
  } else if (!report.refused) lines.push('nothing to convert: the records are the same');
  lines.push(...lossLines(applied.losses, bold));
  if (applied.losses.length === 0 && plan.hops.length > 0 && !report.refused) lines.push('lost: nothing');
  if (report.rehearsal !== undefined) lines.push(report.rehearsal);
  lines.push(conclusion(report));
  return {
    summary: output === undefined && !report.isPlan ? '' : `${lines.join('\n')}\n`,
    problems: problemText(diagnostics),
  };
}

/** What is counted by row, whatever the family. */
export type CountedRow = Omit<Change, 'row'> & { readonly row: string };

export function lossLines(losses: readonly CountedRow[], bold: (text: string) => string): string[] {
  if (losses.length === 0) return [];
  const count = losses.reduce((sum, loss) => sum + loss.count, 0);
  const line = ({ row, what, count: times }: CountedRow) =>
    `  ${row.padEnd(4)} ${visible(what)}${times > 1 ? ` × ${times}` : ''}`;
  return [bold(`lost (${count}):`), ...losses.map(line)];
}

export function hopLines(name: string, changes: readonly CountedRow[]): string[] {
  const own = changes.filter(({ hop }) => hop === name);
  if (own.length === 0) return [];
  return [`  ${name}`, ...own.map(({ row, what, count }) => `    ${row.padEnd(4)} ${what}: ${count}`)];
}

function conclusion({ isPlan, refused, verified, output }: ConversionReport): string {
  if (refused) return isPlan ? 'This conversion would be refused.' : 'Refused: no output was written.';
  if (isPlan) return 'Nothing was written.';
  const place = output === '-' ? 'standard output' : visible(output ?? '');
  return verified ? `Verified and written to ${place}.` : `Written to ${place}, not verified.`;
}

/** Diagnostics, at most a few of each code; the rest is counted. */
export function problemText(diagnostics: readonly Diagnostic[]): string {
  const shown = new Map<string, number>();
  const lines: string[] = [];
  for (const diagnostic of diagnostics) {
    const count = (shown.get(diagnostic.code) ?? 0) + 1;
    shown.set(diagnostic.code, count);
    if (count <= shownMax) lines.push(visible(formatDiagnostic(diagnostic)));
  }
  for (const [code, count] of shown) {
    if (count > shownMax) lines.push(`… and ${count - shownMax} more ${code}`);
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

export const diagnosticsJson = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, severity, message, at }) => ({ code, severity, ...at, message }));

export function reportJson({ plan, applied, ...report }: ConversionReport): string {
  const json = {
    schemaVersion: 1,
    input: report.input,
    output: report.output ?? null,
    from: plan.from,
    to: plan.to,
    evidence: plan.evidence,
    startTimes: plan.facts.startTimes,
    records: plan.recordCount,
    hops: plan.hops.map(({ name }) => ({
      name,
      changes: applied.changes
        .filter(({ hop }) => hop === name)
        .map(({ row, what, count }) => ({ row, what, count })),
      losses: applied.losses
        .filter(({ hop }) => hop === name)
        .map(({ row, what, count }) => ({ row, what, count })),
    })),
    diagnostics: diagnosticsJson(report.diagnostics),
    verified: report.verified,
    rehearsal: report.rehearsal ?? null,
    written: !report.refused && !report.isPlan,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
