// What npm runs before it packs or installs from a clone: builds the commands. Without the packages of development
// there is nothing to build with: then what was built before has to be there.
// Standard output stays empty: "npm pack" prints the name of its file there, and programs read it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');

if (existsSync(tsx)) {
  const { status } = spawnSync(process.execPath, [tsx, join(root, 'scripts', 'build.ts')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  process.exitCode = status ?? 1;
} else if (!existsSync(join(root, 'dist', 'bin', 'cr-validate.js'))) {
  process.stderr.write(
    'cr-tools: the commands are not built, and the packages to build them are not installed: run "npm ci".\n',
  );
  process.exitCode = 1;
}
