/**
 * What the output formats get: all images with their findings, after configuration, and the numbers of the
 * summary.
 */

import type { Severity } from '../../diagnostic.ts';
import { plural } from '../../plural.ts';
import { countSeverities } from '../finding.ts';
import { causesOf } from '../root-cause.ts';
import type { ImageReport } from '../validate.ts';

export interface RunReport {
  readonly images: readonly ImageReport[];
  /** Findings that the baseline knows, and that are therefore not shown. */
  readonly silenced: number;
  readonly version: string;
  /** Where `docs/` of this version can be read in a browser; without an end slash. */
  readonly docsUrl?: string | undefined;
}

/** Of severities, causes are counted: what else is said of the same place is not counted again. */
export interface Totals extends Readonly<Record<Severity, number>> {
  readonly images: number;
  readonly followers: number;
  /** Images without errors. */
  readonly good: number;
}

export function totals({ images }: RunReport): Totals {
  const causes = images.map(({ findings }) => causesOf(findings));
  const counts = causes.map((found) => countSeverities(found.map(({ root }) => root)));
  const sum = (severity: Severity) => counts.reduce((total, count) => total + count[severity], 0);
  const followers = causes.flat().reduce((total, cause) => total + cause.followers.length, 0);
  return {
    images: images.length,
    good: counts.filter(({ error }) => error === 0).length,
    error: sum('error'),
    warning: sum('warning'),
    note: sum('note'),
    followers,
  };
}

/** `3 images: 1 good, 2 bad; 4 errors, 1 warning, 0 notes` */
export function summaryLine(report: RunReport): string {
  const { images, good, error, warning, note, followers } = totals(report);
  const silenced = report.silenced > 0 ? `; ${report.silenced} known from the baseline` : '';
  const findings = `${plural(error, 'error')}, ${plural(warning, 'warning')}, ${plural(note, 'note')}`;
  const more =
    followers > 0 ? `; ${followers} more that ${followers === 1 ? 'follows' : 'follow'} from them` : '';
  return `${plural(images, 'image')}: ${good} good, ${images - good} bad; ${findings}${more}${silenced}`;
}
