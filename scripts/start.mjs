// "npm start": builds what is not built and does the main job on a real sample: an image that a 2.6.18 kernel
// wrote becomes one that 2.6.32 kernels restore.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a part of the work; whether it went well. The exit code of what did not is ours. */
function run(what, args) {
  process.stdout.write(`${what}\n`);
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) process.stderr.write(`npm start: ${error.message}\n`);
  process.exitCode = status ?? 70;
  return status === 0;
}

const sample = join('samples', 'cpt', '2.6.18-sysv-ipc.cpt');
const directory = mkdtempSync(join(tmpdir(), 'cr-tools-start-'));
try {
  const result = join(directory, 'sysv-ipc.2.6.32.cpt');
  // Progress is drawn where somebody looks, and nowhere else: not in a log.
  const convert = [join('dist', 'bin', 'cr-convert.js'), sample, result];
  const isDone =
    run('Building …', [join('scripts', 'prepare.mjs')]) && run(`\n$ cr-convert ${sample} ${result}`, convert);
  if (isDone) process.stdout.write('\nThe commands are in dist/bin; each explains itself with --help.\n');
} finally {
  rmSync(directory, { recursive: true, force: true });
}
