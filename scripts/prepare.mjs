// What npm runs before it packs, or installs from a clone: builds the commands.
// Standard output stays empty: "npm pack" prints the name of its file there, and programs read it.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './ensure-installed.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'), join(root, 'scripts', 'build.ts')],
  { cwd: root, stdio: ['ignore', 2, 2] },
);
process.exitCode = status ?? 1;
