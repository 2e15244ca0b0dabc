/**
 * Builds what is installed: one self-contained file for each command and one for the library, the types, and what
 * goes with them. Nothing that is built needs a package at run time.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleCommands, bundleLibrary } from './build/bundle.ts';
import { noticesOf } from './build/notices.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const build = { version: packageVersion(), commit: commitOf() };
const used = [
  ...(await bundleCommands(root, build, join(dist, 'bin'))),
  ...(await bundleLibrary(root, build)),
];
writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), noticesOf(root, used));
for (const name of readdirSync(join(dist, 'bin'))) {
  if (name.startsWith('cr-')) chmodSync(join(dist, 'bin', name), 0o755);
}
// Types last: they take longest, and nothing that runs needs them.
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });

function packageVersion(): string {
  return String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
}

/** The commit that is built; empty outside of a clone, as in an unpacked package. */
function commitOf(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    // A package inside of somebody else's clone would be given the commit of that.
    return git('rev-parse', '--show-prefix') === '' ? git('rev-parse', '--short=12', 'HEAD') : '';
  } catch {
    return '';
  }
}
