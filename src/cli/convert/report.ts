/** What `cr-convert` says about a conversion, as text and as JSON: the same for every route. */
import type { CountedRow, HopReport } from '../../convert/leg.ts';
import type { ConversionReport } from '../../convert-image.ts';
import { type Diagnostic, formatDiagnostic } from '../../diagnostic.ts';
import { visible } from '../terminal.ts';

/** So many lines of one kind are shown before the rest is only counted. */
const shownMax = 5;

const withoutLosses = ({ diagnostics }: ConversionReport): string =>
  diagnostics.some(({ code }) => code === 'container-lost')
    ? 'nothing of the images; what the engine keeps beside them'
    : 'nothing';

export interface TextOptions {
  readonly color: boolean;
  /** Of problems no others than errors, and what a loss is refused for. */
  readonly isQuiet: boolean;
}

export function reportText(
  report: ConversionReport,
  { color, isQuiet }: TextOptions,
): { readonly summary: string; readonly problems: string } {
  const { input, from, evidence, to, title, facts, hops, lines, isPlan, refused } = report;
  const bold = (text: string) => (color ? `\x1b[1m${text}\x1b[22m` : text);
  const origin = from === evidence || !/\d/.test(from) ? evidence : `${from} (${evidence})`;
  const losses = hops.flatMap((hop) => hop.losses);
  const become = refused ? 'asked for:' : isPlan ? 'would become' : 'converted to';
  const shown = [
    `${bold(visible(input))}: ${[origin, ...facts].join(', ')}`,
    ...(hops.length === 0 && to !== 'json'
      ? refused
        ? []
        : ['nothing to convert: the records are the same']
      : [`${become} ${bold(to)}${title === undefined ? '' : `: ${title}`}`]),
    ...(refused ? [] : lines),
    ...hops.flatMap(hopLines),
    ...lossLines(losses, bold),
    ...(losses.length === 0 && hops.length > 0 && !refused ? [`lost: ${withoutLosses(report)}`] : []),
    ...(isPlan && report.preparation !== undefined ? ['', report.preparation.text, ''] : []),
    ...(report.rehearsal === undefined ? [] : [report.rehearsal]),
    conclusion(report),
  ];
  // Logs and documents of engines beside the images are no matter of a conversion.
  const isForLosses = refused && report.diagnostics.every(({ severity }) => severity !== 'error');
  const said = report.diagnostics.filter(
    ({ severity, code }) =>
      severity !== 'note' && code !== 'criu-state-lost' && (severity === 'error' || !isQuiet || isForLosses),
  );
  return { summary: `${shown.join('\n')}\n`, problems: problemText(said) };
}

function lossLines(losses: readonly CountedRow[], bold: (text: string) => string): string[] {
  if (losses.length === 0) return [];
  const count = losses.reduce((sum, loss) => sum + loss.count, 0);
  const line = ({ row, what, count: times }: CountedRow) =>
    `  ${row.padEnd(4)} ${visible(what)}${times > 1 ? ` × ${times}` : ''}`;
  return [bold(`lost (${count}):`), ...losses.map(line)];
}

function hopLines({ name, changes }: HopReport): string[] {
  if (changes.length === 0) return [];
  return [`  ${name}`, ...changes.map(({ row, what, count }) => `    ${row.padEnd(4)} ${what}: ${count}`)];
}

function conclusion({ isPlan, refused, verified, output, preparation }: ConversionReport): string {
  if (refused) return isPlan ? 'This conversion would be refused.' : 'Refused: no output was written.';
  if (isPlan) return 'Nothing was written.';
  const place = output === '-' ? 'standard output' : visible(output ?? '');
  const hint = preparation === undefined ? '' : ` ${preparation.hint}`;
  return `${verified ? `Verified and written to ${place}.` : `Written to ${place}, not verified.`}${hint}`;
}

/** Diagnostics, at most a few of each code; the rest is counted. */
function problemText(diagnostics: readonly Diagnostic[]): string {
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

const diagnosticsJson = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, severity, message, at }) => ({ code, severity, ...at, message }));

export function reportJson(report: ConversionReport): string {
  const { input, output, from, to, evidence, hops, diagnostics, verified, rehearsal, written } = report;
  const json = {
    schemaVersion: 1,
    input,
    output: output ?? null,
    from,
    to,
    evidence,
    ...report.json,
    hops,
    diagnostics: diagnosticsJson(diagnostics),
    verified,
    rehearsal: rehearsal ?? null,
    written,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
