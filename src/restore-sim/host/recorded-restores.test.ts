/**
 * Answers against recorded restores: the same image, options and host, described as a document and trees; then the log
 * that the restore left. The records that nothing tells beforehand are listed with the reason.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { some } from '../../test-support/thorough.ts';
import type { Rehearsal } from '../plan/index.ts';
import { criuLogReader } from '../restorers/criu/messages/reader.ts';
import { answerOf } from './answer.ts';
import { causeOf, namedBy } from './testing/recorded-causes.ts';
import {
  hasRecordedHosts,
  hostsFolder,
  type RecordedRestore,
  recordedRestores,
} from './testing/recorded-restores.ts';
import { withRecorded } from './testing/rehearse-recorded.ts';

/** What no fact of host, options and image tells. */
const untold: readonly (readonly [test: (record: RecordedRestore) => boolean, why: string])[] = [
  [({ deviation }) => deviation.class === 'file-same-size-other-content', 'contents are not in the image'],
  [({ deviation }) => /zeros of the right size/.test(deviation.what), 'contents are not in the image'],
  [({ deviation }) => /\/data\/b\)? missing/.test(deviation.what), 'the image does not name the other link'],
  [({ deviation }) => /log truncated/.test(deviation.what), 'the position of the log in the image is 0'],
  [
    ({ deviation }) => /omitted: --inherit-fd for/.test(deviation.what),
    'the pipe may have been closed before',
  ],
  [
    ({ deviation }) => /whole root read-only/.test(deviation.what),
    'a file was open for writing all the same',
  ],
  [
    ({ image, verdict }) => image === 'a-v3.12-sysvipc' && verdict === 'restores-with-loss',
    'seen in a run only',
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verdictOf = ({ verdict, conditions }: Rehearsal): string => {
  const isLost = conditions.some(({ state, otherwise }) => state === 'unmet' && otherwise === 'loses');
  return verdict === 'restores' && isLost ? 'restores-with-loss' : verdict;
};

const isFailure = ({ verdict }: RecordedRestore): boolean => !verdict.startsWith('restores');

describe.skipIf(!hasRecordedHosts)('recorded restores', () => {
  const told = recordedRestores.filter((record) => !untold.some(([isIt]) => isIt(record)));
  test('few are untold', () => expect(told.length / recordedRestores.length).toBeGreaterThan(0.97));
  test('each failure has a cause in the table', () =>
    expect(recordedRestores.filter((record) => isFailure(record) && causeOf(record) === undefined)).toEqual(
      [],
    ));

  test.each(some(told, 12).map((record) => [record.id, record] as const))('%s', async (_, record) => {
    const { report, explained } = await withRecorded(folder, record, async (rehearsal, image) => {
      const log = criuLogReader.explain(readFileSync(hostsFolder + record.log, 'utf8'));
      return { report: rehearsal, explained: (await log.linesIn(image, rehearsal))[0] };
    });
    const [first] = report.failures;
    expect([first?.message, verdictOf(report)]).toEqual([first?.message, record.verdict]);
    const answer = answerOf(report.verdict, report.conditions);
    if (!isFailure(record)) {
      if (record.deviation.class === 'control') expect(answer).not.toBe('no');
      return;
    }
    expect(answer).toBe('no');
    const { codes, explained: words = codes, file } = causeOf(record) ?? {};
    expect(first?.code).toMatch(codes!);
    const named = namedBy(record);
    if (named !== undefined) expect(`${first?.message} ${JSON.stringify(first?.at)}`).toContain(named);
    expect(explained?.code).toMatch(words!);
    if (file !== undefined) expect(explained?.at?.file).toMatch(file);
    if (named !== undefined && explained?.condition !== undefined)
      expect(JSON.stringify(explained.condition)).toContain(named);
  });
});
