/** What comes through standard input, as the built programs read it: recordings, documents, and one thing only. */
import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCommand } from '../test-support/built.ts';
import { projectRoot, sample } from '../test-support/images.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-stdin-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const programs: Record<string, string> = {};
beforeAll(async () => {
  for (const name of ['cr-inspect', 'cr-restore-sim'])
    programs[name] = await buildCommand(name, join(directory, name));
});

const inSamples = (...names: readonly string[]) => join(projectRoot, 'samples', ...names);
const recording = inSamples('traces', '01-set-tid.jsonl');
const plans = inSamples('linux-cr', 'plans.jsonl');
const host = inSamples('hosts', 'debian-server.json');

test.each([
  ['cr-restore-sim replay -', recording, 0, /^-: .*: equal\n1 trace, .*: all equal\n$/],
  ['cr-restore-sim replay -', plans, 0, /^-: \d+ plans: equal\n/],
  [`cr-restore-sim --on - ${sample('2.6.32-counter')}`, host, 1, /fails/],
  ['cr-restore-sim replay - -', recording, 2, /standard input is read once/],
  ['cr-restore-sim --on - -', host, 2, /standard input is read once/],
  ['cr-restore-sim explain - -', recording, 2, /standard input is read once/],
  ['cr-inspect - -', sample('2.6.32-counter'), 2, /standard input is read once/],
  [`cr-inspect - ${sample('2.6.32-counter')}`, sample('2.6.32-counter'), 0, /the same/],
])('%s', (line, input, status, said) => {
  const [name = '', ...args] = line.split(' ');
  const run = spawnSync(process.execPath, [programs[name] ?? '', ...args], {
    input: readFileSync(input),
    encoding: 'utf8',
  });
  expect([run.status, run.stdout + run.stderr]).toEqual([status, expect.stringMatching(said)]);
});

/** A log of the kernel never ends (fs/proc/kmsg.c), and only some may read it; a pagemap has an entry for each page that an address could have. */
const endless = ['/dev/zero', '/proc/kmsg', '/proc/self/pagemap'].filter((path) => {
  try {
    closeSync(openSync(path, constants.O_RDONLY | constants.O_NONBLOCK));
    return true;
  } catch {
    return false;
  }
});

test.each(
  endless.flatMap((path) => ['cr-inspect - ps', 'cr-restore-sim explain -'].map((line) => [line, path])),
)('%s < %s, which has no end', (line, path) => {
  const [name = '', ...args] = line.split(' ');
  const input = openSync(path, 'r');
  const run = spawnSync(process.execPath, [programs[name] ?? '', ...args], {
    stdio: [input, 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 60_000,
  });
  closeSync(input);
  expect([run.status, run.stderr]).toEqual([
    expect.toBeOneOf([2, 3]),
    expect.stringContaining('standard input'),
  ]);
});
