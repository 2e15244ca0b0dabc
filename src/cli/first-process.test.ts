/** A command as the first process of a pid namespace, as in a container. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../test-support/images.ts';

const namespaces = ['-Urpf', '--mount-proc', '--kill-child'];
/** Whose /proc is that of the namespace around it. */
const withoutProc = ['-Urpf', '--kill-child'];
const isPossible = spawnSync('unshare', [...namespaces, 'true']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'cr-first-process-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sources = (name: string) => JSON.stringify(join(projectRoot, 'src', name));
const script = join(folder, 'program.mts');
/** Works, as commands do, without an event loop; or ends at once. */
const program = `
  import { openOutput } from ${sources('parse/bytes/output/file-output.ts')};
  import { guardOutputs } from ${sources('parse/bytes/output/temporary.ts')};
  import { heldDescriptor, runInAnother } from ${sources('cli/first-process.ts')};
  if (process.pid === 1) process.exitCode = await runInAnother();
  else if (process.argv[2] !== 'long') process.exitCode = Number(process.argv[2]);
  else {
    guardOutputs(heldDescriptor());
    openOutput(${JSON.stringify(join(folder, 'out'))}, {}).sink.write(Buffer.alloc(3_000_000));
    process.stdout.write('ready');
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  }
`;
writeFileSync(script, program);

const start = (word: string, own = namespaces) =>
  spawn('unshare', [...own, process.execPath, '--import', 'tsx', script, word], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const childOf = (pid: number | undefined): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);

test.skipIf(!isPossible)('its exit code is that of the work', async () => {
  const command = start('3');
  expect(await new Promise((done) => command.once('close', done))).toBe(3);
});

test.skipIf(!isPossible).each([
  ['SIGTERM', namespaces],
  ['SIGINT', namespaces],
  ['SIGTERM', withoutProc],
] as const)('%s ends it in %j, and nothing is left', async (signal, own) => {
  const command = start('long', [...own]);
  await new Promise((done) => command.stdout.once('data', done));
  expect(readdirSync(folder)).toHaveLength(2);
  process.kill(childOf(command.pid), signal);
  const code = await new Promise((done) => command.once('close', done));
  expect(code).toBe(128 + constants.signals[signal]);
  // At once: whoever removes what was being written would have ended with the first process.
  expect(readdirSync(folder)).toEqual(['program.mts']);
});
