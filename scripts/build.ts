/**
 * Builds what is installed: the commands and the library, the types, and what goes with them. Nothing that
 * is built needs a package at run time.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandSpecs } from '../src/cli/specs.ts';
import { bundle } from './build/bundle.ts';
import { completionsOf } from './build/completions.ts';
import { bundlePage } from './build/inspect-page.ts';
import { manPage } from './build/man.ts';
import { noticesOf } from './build/notices.ts';
import { keepTypesOf } from './build/types.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const build = { version: packageVersion(), commit: commitOf() };
const used = await bundle(root, build, dist);
const { page, inputs } = await bundlePage(root, build.version);
write('inspect.html', page);
write('THIRD-PARTY-NOTICES.txt', noticesOf(root, [...new Set([...used, ...inputs])]));
for (const name of readdirSync(join(dist, 'bin'))) chmodSync(join(dist, 'bin', name), 0o755);
const commandNames = commandSpecs.map(({ name }) => name);
for (const spec of commandSpecs) {
  const others = commandNames.filter((name) => name !== spec.name);
  write(join('man', `${spec.name}.1`), manPage(spec, others, build.version));
  for (const [path, text] of completionsOf(spec)) write(join('completions', path), text);
}
// Types last: they take longest, and nothing that runs needs them.
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
keepTypesOf(join(dist, 'types', 'index.d.ts'));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
}

function packageVersion(): string {
  return String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
}

/** The commit that is built; empty outside of a clone, as in an unpacked package. */
function commitOf(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    // A package inside of somebody else's clone would be given the commit of that.
    if (process.env['CR_TOOLS_COMMIT']) return process.env['CR_TOOLS_COMMIT'];
    return git('rev-parse', '--show-prefix') === '' ? git('rev-parse', '--short=12', 'HEAD') : '';
  } catch {
    return '';
  }
}
