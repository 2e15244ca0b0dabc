/** Long output of a command, which works without an event loop, to readers that are slow or go away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../test-support/images.ts';

const folder = mkdtempSync(join(tmpdir(), 'cr-standard-output-test-'));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const command of started) command.kill();
  rmSync(folder, { recursive: true, force: true });
});

const script = join(folder, 'program.mts');
/** Far more than a pipe holds, and than a test waits for. */
writeFileSync(
  script,
  `import { runProcess } from ${JSON.stringify(join(projectRoot, 'src', 'cli', 'run.ts'))};
  await runProcess({ name: 'endless', usage: [], options: {}, examples: [] }, (_, terminal) => {
    for (;;) terminal.out('x'.repeat(64 * 1024));
  }, []);`,
);

const start = () => {
  const command = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(command);
  return command;
};

test('a reader that goes away ends the command, which is no failure', async () => {
  const command = start();
  command.stdout.once('data', () => command.stdout.destroy());
  expect(await new Promise((done) => command.once('close', done))).toBe(0);
});

test('what a slow reader has not taken is not kept', async () => {
  const command = start();
  await new Promise((done) => command.stdout.once('readable', done));
  const residentKiB = () =>
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${command.pid}/status`, 'utf8'))?.[1]);
  const before = residentKiB();
  await new Promise((done) => setTimeout(done, 500));
  expect(residentKiB() - before).toBeLessThan(64 * 1024);
});
