// Installs the packages of development when they are missing or older than the lock file, so that a fresh clone needs
// one command. Does nothing otherwise. Its words go to standard error: programs read what "npm pack" prints.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');
/** Missing after "npm ci --omit=dev". */
const tools = ['tsx', 'esbuild', 'typescript', 'vitest'].map((name) => join(root, 'node_modules', name));

const isInstalled =
  tools.every((path) => existsSync(path)) &&
  existsSync(stamp) &&
  (!existsSync(lock) || statSync(stamp).mtimeMs >= statSync(lock).mtimeMs);

if (!isInstalled) {
  process.stderr.write('Installing the packages of development (npm ci) …\n');
  // "npm install -g git+…" runs this with its own settings in the environment: these packages are not global.
  const { npm_config_global, npm_config_omit, npm_config_location, NODE_ENV, ...env } = process.env;
  const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', ['ci', ...options], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    const why = error === undefined ? '' : ` (${error.message})`;
    process.stderr.write(
      `npm ci failed${why}: check that the npm registry can be reached, then run this again.\n`,
    );
    process.exit(3);
  }
}
