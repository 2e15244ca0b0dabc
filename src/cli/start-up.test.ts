import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readerPastDoors } from '../../scripts/build/past-doors.ts';

const sources = fileURLToPath(new URL('..', import.meta.url));
const read = readerPastDoors();
const imports = /^(?:import|export) (?!type\b)(?:[^;']*? from )?'([./][^']*)';/gm;

/** What is loaded with the files named: all that they import and that theirs import, but for `import()`. */
function loadedWith(...names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const wanted = names.map((name) => resolve(sources, name));
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (seen.has(path) || !/\.tsx?$/.test(path)) continue;
    seen.add(path);
    for (const [, next = ''] of read(path).matchAll(imports)) wanted.push(resolve(dirname(path), next));
  }
  return new Set([...seen].map((path) => path.slice(sources.length)));
}

const cpt = ['parse/generated/cpt-layouts.ts', 'parse/generated/cpt-records.ts', 'parse/cpt/read.ts'];
const messages = 'restore-sim/restorers/criu/messages/generated/criu-4.2.ts';
const checks = 'parse/generated/document-checks.ts';
const commands = { inspect: 'cli/inspect/command.ts', validate: 'cli/validate/command.ts' };

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a view of CRIU',
    [commands.inspect, 'inspect/criu/family.ts', 'inspect/views/ps.ts', 'inspect/views/summary.ts'],
    [...cpt, messages, checks, 'restore-sim/conditions.ts', 'conversion/run.ts'],
  ],
  [
    'a judgement of CRIU',
    [commands.validate, 'validate/criu/family.ts'],
    [...cpt, messages, checks, 'validate/cpt/rules/index.ts', 'restore-sim/restorers/openvz/restore.ts'],
  ],
])('%s loads nothing that it does not need', (_, names, unwanted) => {
  const loaded = loadedWith(...names);
  expect(loaded.size).toBeGreaterThan(100);
  expect(unwanted.filter((name) => loaded.has(name))).toEqual([]);
});

test('what is named here is there to be loaded', () => {
  const loaded = loadedWith(
    'restore-sim/restorers/criu/messages/reader.ts',
    'validate/cpt/family.ts',
    'cli/inspect/diff.ts',
  );
  const wanted = [...cpt, messages, 'conversion/run.ts', 'restore-sim/restorers/openvz/restore.ts'];
  expect(wanted.filter((name) => !loaded.has(name))).toEqual([]);
});
