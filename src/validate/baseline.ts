/**
 * Baselines: findings that are known and accepted. A finding is recognised by image, code and record path,
 * not by its offset, so that a baseline survives another dump of the same container; more of a kind than
 * before is new.
 */
import type { Finding } from './finding.ts';
import type { ImageReport } from './validate.ts';

export interface BaselineEntry {
  readonly path: string;
  readonly code: string;
  readonly at: string;
  readonly count: number;
}

export interface Baseline {
  readonly schemaVersion: 1;
  readonly findings: readonly BaselineEntry[];
}

const keyOf = (path: string, code: string, at: string) => JSON.stringify([normal(path), code, at]);
const normal = (path: string) => path.replace(/^\.\//, '');
const findingKey = (path: string, finding: Finding) => keyOf(path, finding.code, finding.at.path ?? '');

export function makeBaseline(images: readonly ImageReport[]): Baseline {
  const counts = new Map<string, number>();
  for (const { path, findings } of images) {
    for (const finding of findings) {
      const key = findingKey(path, finding);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const entries = [...counts].map(([key, count]) => {
    const [path = '', code = '', at = ''] = JSON.parse(key) as string[];
    return { path, code, at, count };
  });
  entries.sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  return { schemaVersion: 1, findings: entries };
}

export interface Compared {
  readonly image: ImageReport;
  readonly silenced: number;
}

/** Takes findings that the baseline knows out of a report. One comparer serves a whole run. */
export function baselineComparer({ findings }: Baseline): (image: ImageReport) => Compared {
  const left = new Map(findings.map(({ path, code, at, count }) => [keyOf(path, code, at), count]));
  return (image) => {
    const fresh = image.findings.filter((finding) => {
      const key = findingKey(image.path, finding);
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count === 0;
    });
    return { image: { ...image, findings: fresh }, silenced: image.findings.length - fresh.length };
  };
}
