// "npm start": builds what is not built and does the main job on a real sample: an image that a 2.6.18 kernel
// wrote becomes one that 2.6.32 kernels restore.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a part of the work; its exit code is ours, where it fails. */
function run(what, args) {
  process.stdout.write(`${what}\n`);
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) process.stderr.write(`npm start: ${error.message}\n`);
  if (status !== 0) process.exit(status ?? 70);
}

run('Building …', [join('scripts', 'prepare.mjs')]);

const sample = join('samples', 'cpt', '2.6.18-sysv-ipc.cpt');
const directory = mkdtempSync(join(tmpdir(), 'cr-tools-start-'));
try {
  const result = join(directory, 'sysv-ipc.2.6.32.cpt');
  // Progress is drawn where somebody looks, and nowhere else: not in a log.
  run(`\n$ cr-convert ${sample} ${result}`, [join('dist', 'bin', 'cr-convert.js'), sample, result]);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.stdout.write('\nThe commands are in dist/bin; each explains itself with --help.\n');
