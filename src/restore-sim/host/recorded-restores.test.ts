/**
 * Answers against recorded restores: the same image, options and host, described as a document and trees. The records
 * that nothing tells beforehand are listed with the reason.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findImageDirectories, openTree } from '../../parse/criu/index.ts';
import { some } from '../../test-support/thorough.ts';
import { type Rehearsal, rehearse } from '../plan/index.ts';
import { criuOptions, shellWords } from '../restorers/criu/index.ts';
import { criuRestoreImage } from '../testing/restore-images.ts';
import { answerOf } from './answer.ts';
import {
  hasRecordedHosts,
  hostsFolder,
  pipeKeys,
  type RecordedRestore,
  recordedHost,
  recordedRestores,
} from './testing/recorded-hosts.ts';

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
  [({ image }) => image === 'a-v1.8-threads', 'CRIU 4.2 was seen to hang there, 4.2.1 to crash'],
  [
    ({ deviation }) => /whole root read-only/.test(deviation.what),
    'a file was open for writing all the same',
  ],
  [
    ({ deviation }) => /fifo-data.img missing|files.img missing/.test(deviation.what),
    'damage without a sign',
  ],
  [
    ({ image, verdict }) => image === 'a-v3.12-sysvipc' && verdict === 'restores-with-loss',
    'seen in a run only',
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The archive unpacked, and changed as the record says. */
function unpacked({ image, id, setup }: RecordedRestore): string {
  const at = join(folder, id);
  const archive = `${hostsFolder}images/${image}.tar.zst`;
  const script = `mkdir "$1" && cd "$1" && mkdir img && zstd -dcq --long=27 "$0" | tar xf - -C img
    if [ -d img/img ] && ! [ -d img/pre1 ]; then mv img x; mv x/img img; rm -r x; fi
    case $2 in *img*) eval "$2" ;; esac`;
  execFileSync('bash', ['-c', script, archive, at, setup.prep ?? ''], { stdio: 'ignore' });
  return join(at, 'img');
}

async function rehearsed(record: RecordedRestore): Promise<Rehearsal> {
  const path = unpacked(record);
  const root = await openTree(path, () => {});
  try {
    const named = /-D \/img\/(\S+)/.exec(record.command)?.[1];
    const directory =
      (named === undefined ? undefined : root.directory(named)) ?? findImageDirectories(root, () => {})[0];
    if (directory === undefined) throw new Error(`${record.id}: no image`);
    const image = criuRestoreImage(directory);
    if (record.image === 'outpipe') {
      const pipe = rehearse(image).conditions.find(({ code }) => code === 'external-pipe');
      pipeKeys['outpipe'] = String(pipe?.facts?.['key']);
    }
    const { words, host, root: files, rootPath, hostRoot } = recordedHost(record);
    const given = shellWords(words);
    if ('problem' in given) throw new Error(given.problem);
    return rehearse(image, { host, given: criuOptions(given), root: files, rootPath, hostRoot });
  } finally {
    root.close();
  }
}

const verdictOf = ({ verdict, conditions }: Rehearsal): string => {
  const isLost = conditions.some(({ state, otherwise }) => state === 'unmet' && otherwise === 'loses');
  return verdict === 'restores' && isLost ? 'restores-with-loss' : verdict;
};

/** What the first error of CRIU is about → the codes that say so. */
const causes: readonly (readonly [error: RegExp, codes: RegExp])[] = [
  [
    /has bad (size|mode|build-ID)|Can't open file|open fake fifo|Can't link|fsnotify: Unable/,
    /-needed$|^external-path$|^terminal-count$/,
  ],
  [/restore capabilities|drop capability/, /^capabilities$/],
  [/Can't fork for \d+: File exists/, /pid-taken$/],
  [/Can't bind inet socket.*in use/, /^port-free$/],
  [/Cannot assign requested address/, /^address-there$/],
  [/No mapping for/, /^external-mount$/],
  [/external netns/, /^external-network$/],
  [/service_fd_base/, /^descriptor-limit$/],
  [/specified index/, /^terminal-number$/],
  [/Connected TCP socket/, /^tcp-established$/],
  [/execvp\("|Network is unreachable/, /^program-needed$/],
  [/unrecognized|bogus/, /^option-understood$/],
  [/MOVE_MOUNT_SET_GROUP|move_mount_set_group/, /^(initial-user-namespace|calls-allowed)$/],
  [/Unexpected EOF|bytes while \d+ expected/, /^criu-/],
];

describe.skipIf(!hasRecordedHosts)('recorded restores', () => {
  const told = recordedRestores.filter((record) => !untold.some(([isIt]) => isIt(record)));
  test('few are untold', () => expect(told.length / recordedRestores.length).toBeGreaterThan(0.97));

  test.each(some(told, 12).map((record) => [record.id, record] as const))('%s', async (_, record) => {
    const report = await rehearsed(record);
    const [first] = report.failures;
    expect([first?.message, verdictOf(report)]).toEqual([first?.message, record.verdict]);
    const answer = answerOf(report.verdict, report.conditions);
    if (!record.verdict.startsWith('restores')) expect(answer).toBe('no');
    else if (record.deviation.class === 'control') expect(answer).not.toBe('no');
    const cause = causes.find(([error]) => error.test(record.firstError ?? ''));
    if (cause !== undefined && report.verdict !== 'restores') expect(first?.code).toMatch(cause[1]);
  });
});
