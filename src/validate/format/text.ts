/** Findings for people: grouped by image and code, located, with the bytes they are about. */
import { hexBytes } from '../../byte-text.ts';
import type { Severity } from '../../diagnostic.ts';
import { type Cause, causesOf } from '../root-cause.ts';
import type { Excerpt, ImageReport, ShownFinding } from '../validate.ts';
import { type RunReport, summaryLine } from './report.ts';

/** So many of one code are shown for one image. */
const shownMax = 5;
/** And so many of what follows from one. */
const followersMax = 3;
const rowBytes = 16;

export interface TextOptions {
  readonly color: boolean;
  /** Makes text from an image safe to show. */
  readonly visible: (text: string) => string;
  /** Only findings that are as grave, and nothing of images without them. */
  readonly quiet: false | 'error' | 'warning';
}

const isTold = (severity: Severity, { quiet }: TextOptions): boolean =>
  quiet === false || severity === 'error' || severity === quiet;

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, note: 36 };

/** One image; empty when there is nothing to say and little was asked for. */
export function imageText(image: ImageReport, options: TextOptions): string {
  const { path, variant, kind } = image;
  const findings = image.findings.filter(({ severity }) => isTold(severity, options));
  const bold = (text: string) => (options.color ? `\x1b[1m${text}\x1b[22m` : text);
  const head = `${bold(options.visible(path))}: ${variant ?? 'no known variant'}${kind && !kind.isPlain ? `, ${kind.title}` : ''}`;
  if (findings.length === 0) return options.quiet ? '' : `${head}: nothing found\n`;
  const groups = new Map<string, Cause<ShownFinding>[]>();
  for (const cause of causesOf(findings)) {
    const group = groups.get(cause.root.code);
    if (group) group.push(cause);
    else groups.set(cause.root.code, [cause]);
  }
  return `${[head, ...[...groups].flatMap(([code, group]) => groupLines(code, group, options))].join('\n')}\n`;
}

function groupLines(code: string, group: readonly Cause<ShownFinding>[], options: TextOptions): string[] {
  const { severity = 'error', layer = '' } = group[0]?.root ?? {};
  const paint = (text: string) => (options.color ? `\x1b[${colors[severity]}m${text}\x1b[39m` : text);
  const lines = [
    `  ${paint(`${severity} ${code}`)} (${layer}${group.length > 1 ? `, ${group.length} times` : ''})`,
  ];
  for (const { root, followers } of group.slice(0, shownMax)) {
    const { offset = 0, path } = root.at;
    const place = `0x${offset.toString(16)}${path === undefined ? '' : `, ${path}`}`;
    lines.push(`    ${options.visible(root.message)}`, `      at ${options.visible(place)}`);
    if (root.excerpt) lines.push(...excerptLines(root.excerpt).map((line) => `      ${line}`));
    lines.push(
      ...followers.slice(0, followersMax).map((follower) => `      ${followerLine(follower, options)}`),
    );
    if (followers.length > followersMax)
      lines.push(`      and ${followers.length - followersMax} more that follow`);
  }
  if (group.length > shownMax) lines.push(`    … and ${group.length - shownMax} more`);
  return lines;
}

const followerLine = ({ code, message }: ShownFinding, { visible }: TextOptions) =>
  `also ${code}: ${visible(message)}`;

/** `00000040  28 00 00 00 …  |(...|` */
export function excerptLines({ offset, hex }: Excerpt): string[] {
  const lines: string[] = [];
  for (let at = 0; at < hex.length; at += rowBytes * 2) {
    const bytes = hexBytes(hex.slice(at, at + rowBytes * 2));
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = [...bytes]
      .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
      .join('');
    const place = (offset + at / 2).toString(16).padStart(8, '0');
    lines.push(`${place}  ${digits.padEnd(rowBytes * 3 - 1)}  |${text}|`);
  }
  return lines;
}

export const summaryText = (report: RunReport): string => `${summaryLine(report)}\n`;
