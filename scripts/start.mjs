// "npm start": builds what is not built and does the main job on a real sample: an image that a 2.6.18 kernel
// wrote becomes one that 2.6.32 kernels restore.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function run(what, command, args, options = {}) {
  process.stdout.write(`${what}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status !== 0) process.exit(status ?? 70);
}

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
run('Building …', process.execPath, [tsc, '-p', 'tsconfig.build.json']);

const sample = join('samples', 'cpt', '2.6.18-sysv-ipc.cpt');
const directory = mkdtempSync(join(tmpdir(), 'cr-tools-start-'));
try {
  const result = join(directory, 'sysv-ipc.2.6.32.cpt');
  const tool = (name) => join('dist', 'cli', `${name}.js`);
  run(`\n$ cr-convert ${sample} ${result}`, process.execPath, [
    tool('cr-convert'),
    '--progress',
    'always',
    sample,
    result,
  ]);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.stdout.write('\nThe commands are in dist/cli; each explains itself with --help.\n');
