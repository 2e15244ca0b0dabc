import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './test-support/images.ts';

test('threads start where commands run from the sources', () => {
  const tsx = join(projectRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const images = ['2.6.18-counter.cpt', '2.6.18-pty.cpt'].map((name) => join('samples', 'cpt', name));
  const words = [tsx, 'src/cli/cr-validate.ts', '--no-config', '--jobs', '2', ...images];
  expect(execFileSync(process.execPath, words, { cwd: projectRoot, encoding: 'utf8' })).toContain('2 good');
});
