/** The plugin's own words; what its verbs do is tested with the commands. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../test-support/images.ts';

const program = join(projectRoot, 'src', 'cli', 'checkpointctl-cr.ts');
const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, ...words], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
};

test('a line for the list of plugins, and the code that says that it is one', () => {
  const { status, out } = run('--plugin-description');
  expect(status).toBe(42);
  expect(out).toMatch(/^\S.*\n$/);
});

test('without a verb: how it is used, as an error', () => {
  const { status, out, err } = run();
  expect([status, out]).toEqual([2, '']);
  for (const verb of ['inspect', 'validate', 'preflight', 'convert', 'crit'])
    expect(err).toContain(`  ${verb}`);
  expect(run('--help')).toEqual({ status: 0, out: err, err: '' });
});

test('what a terminal would obey is escaped', () => {
  expect(run('x\u009b31m\u202ey').err).toContain('there is no "x\\x9b31m\\u{202e}y"');
});

test('a verb that is none: those that there are, and which was meant', () => {
  const { status, out, err } = run('inspct');
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain('did you mean "inspect"');
});
