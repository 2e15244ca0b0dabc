/**
 * Annotations of GitHub Actions: workflow commands, one line for each cause, since a runner shows few of them. Images have no lines, so none
 * is named.
 */
import type { Severity } from '../../diagnostic.ts';
import { visible } from '../../visible.ts';
import { causesOf } from '../root-cause.ts';
import { type RunReport, summaryLine } from './report.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

export function reportGithub(report: RunReport): string {
  const lines = report.images.flatMap(({ path, findings }) =>
    causesOf(findings).map(({ root: { code, severity, message, at }, followers }) => {
      const place = `0x${(at.offset ?? 0).toString(16)} (${at.path ?? ''})`;
      const also = followers.length === 0 ? '' : `; also ${followers.map((other) => other.code).join(', ')}`;
      return `::${commands[severity]} file=${property(path)},title=${property(code)}::${data(`${message} at ${place}${also}`)}`;
    }),
  );
  return `${[...lines, `::notice::${data(summaryLine(report))}`].join('\n')}\n`;
}

/**
 * Escapes of the runner's own parser, and nothing that the log would obey: a line that an image could end would be a
 * command of the image.
 */
const data = (text: string) => visible(text).replaceAll('%', '%25');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
