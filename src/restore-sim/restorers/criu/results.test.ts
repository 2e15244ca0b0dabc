/** Verdicts against what the real `criu restore` 4.2 did on Linux 6.18: good images, and damaged ones. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkpointFromCriu } from '../../../model/from-criu/checkpoint-from-criu.ts';
import {
  criuArchives,
  damagedArchive,
  damagedResults,
  openCriuArchive,
} from '../../../model/from-criu/testing/criu-images.ts';
import { psJson } from '../../../model/ps.ts';
import { findImageDirectories, type ImageDirectory, openTree } from '../../../parse/criu/index.ts';
import { simulateCriuRestore } from './simulate.ts';
import { unmetCondition, verdictAsItRan } from './testing/as-it-ran.ts';

describe.each([...criuArchives])('%s', (name, path) => {
  test('the verdict is that of the real restore', async () => {
    const { root, directory } = await openCriuArchive(path);
    const report = simulateCriuRestore(directory);
    // Of 1.8, with threads that have no credentials: the only real image that 4.2 does not restore.
    const hangs = name.startsWith('v1.8-threads');
    expect(report.failures.map(({ code }) => code)).toEqual(hangs ? ['criu-thread-credentials'] : []);
    expect(report.verdict).toBe(hangs ? 'hangs' : 'restores');
    root.close();
  });

  test('the tree comes back as it was', async () => {
    const { root, directory } = await openCriuArchive(path);
    const report = simulateCriuRestore(directory);
    if (report.verdict === 'restores') {
      const stored = psJson(checkpointFromCriu(directory, () => {})).processes;
      const shape = (rows: typeof stored) =>
        rows.map(({ startTimeNs, uid, gid, ...row }) => ({ ...row, ...(row.state !== 'Z' && { uid, gid }) }));
      expect(shape(report.processes)).toEqual(shape(stored));
    }
    root.close();
  });
});

type Result = readonly [name: string, verdict: string, said: string];

function resultsOf(text: string): Result[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, name = '', code = '', said = ''] = /^(\S+) rc=(\d+) \S+ \S+ :: (.*)$/.exec(line) ?? [];
      const verdict = { 0: 'restores', 134: 'crashes', 139: 'crashes', 137: 'hangs' }[code] ?? 'fails';
      return [name, verdict, said];
    });
}

describe.skipIf(!existsSync(damagedResults))('damaged images', () => {
  const results = existsSync(damagedResults) ? resultsOf(readFileSync(damagedResults, 'utf8')) : [];
  const directories = new Map<string, ImageDirectory>();
  let tree: ImageDirectory | undefined;

  beforeAll(async () => {
    tree = await openTree(damagedArchive, () => {});
    for (const directory of findImageDirectories(tree, () => {})) {
      const parts = directory.name.split('/');
      for (const [name] of results) if (parts.includes(name)) directories.set(name, directory);
    }
  });
  afterAll(() => tree?.close());

  test('there are 42', () => expect(results).toHaveLength(42));

  test.each(results)('%s: %s', (name, verdict, said) => {
    const directory = directories.get(name);
    expect(directory).toBeDefined();
    const report = simulateCriuRestore(directory!);
    expect(verdictAsItRan(report)).toBe(verdict);
    // An option that was not given is a condition.
    if (unmetCondition(report) !== undefined) return;
    expect(report.failures).toHaveLength(verdict === 'restores' ? 0 : 1);
    const [failure] = report.failures;
    expect(quoted(said), `${failure?.message}`).toContain(firstQuoted(failure?.message ?? ''));
  });
});

/** What CRIU printed, without numbers: they are written in other ways in the words of a failure. */
const plain = (text: string) =>
  text
    .replace(/0x[0-9a-f]+|\d+|[^a-zA-Z ]/g, '')
    .replace(/ +/g, ' ')
    .trim();
const quoted = (said: string) => plain(said);
const firstQuoted = (message: string) => plain(/CRIU: "([^"]*)"/.exec(message)?.[1] ?? '');
