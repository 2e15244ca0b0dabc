/**
 * Tries what is given to users: packs a clean clone, installs it as they do, and does with it what they want to. What
 * this machine lacks is skipped, and said. Needs no network but the npm registry, and that only for "from a clone".
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './build/files.ts';
import { goals, type Step } from './package-goals.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(join(tmpdir(), 'cr-tools-package-'));
const installedMaxMib = 15;
let failures = 0;

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(
  command: string,
  args: readonly string[],
  cwd = work,
  env: Readonly<Record<string, string>> = {},
): Ran {
  const { npm_config_local_prefix, npm_package_json, ...outer } = process.env;
  const options = { cwd, env: { ...outer, ...env }, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  return { status, out: stdout ?? '', err: `${stderr ?? ''}${error?.message ?? ''}` };
}

class Skipped extends Error {}

function step(name: string, work_: () => string | undefined): void {
  const start = performance.now();
  const say = (mark: string, more = '') =>
    process.stdout.write(
      `${mark.padEnd(5)} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)${more}\n`,
    );
  try {
    const more = work_();
    say('ok', more === undefined ? '' : `: ${more}`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof Skipped) say('SKIP', `: ${message}`);
    else {
      failures += 1;
      say('FAIL', `: ${message}`);
    }
  }
}

function demand(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

function succeed(ran: Ran, what: string, status = 0): Ran {
  demand(ran.status === status, `${what} ended with ${ran.status}: ${(ran.err || ran.out).slice(-600)}`);
  return ran;
}

const has = (program: string, ...args: string[]) => run(program, args).status === 0;
const sizeKib = (path: string): number => Number(run('du', ['-sk', path]).out.split('\t')[0]);

const clone = join(work, 'clone');
const prefix = join(work, 'prefix');
const bin = (name: string) => join(prefix, 'bin', name);
let packed = '';
let commit = '';

step('a clean clone packs itself, and prints the name of the file alone', () => {
  if (!has('git', '-C', root, 'rev-parse', 'HEAD')) throw new Skipped('no git, or no clone');
  succeed(run('git', ['clone', '-q', '--no-hardlinks', root, clone]), 'git clone');
  commit = run('git', ['-C', clone, 'rev-parse', '--short=12', 'HEAD']).out.trim();
  // The packages that are here already; a real clone installs them, see below.
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  // Older than they are, or they would be installed anew, through the link.
  utimesSync(join(clone, 'package-lock.json'), 0, 0);
  const { out } = succeed(run('npm', ['pack', '--pack-destination', work], clone), 'npm pack');
  demand(/^cr-tools-[\d.]+\.tgz\n$/.test(out), `it printed ${JSON.stringify(out)}`);
  packed = join(work, out.trim());
  return `${out.trim()}, ${Math.round(statSync(packed).size / 1024)} KiB`;
});

step('global install from the packed file', () => {
  demand(packed !== '', 'nothing was packed');
  succeed(
    run('npm', ['install', '-g', '--prefix', prefix, '--offline', '--no-audit', packed]),
    'npm install',
  );
  const kib = sizeKib(join(prefix, 'lib', 'node_modules'));
  demand(kib <= installedMaxMib * 1024, `${kib} KiB are installed, more than ${installedMaxMib} MiB`);
  return `${(kib / 1024).toFixed(1)} MiB`;
});

const home = join(prefix, 'lib', 'node_modules', 'cr-tools');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

step('contents: commands, schemas, documents, man pages, completions; no tests, no samples', () => {
  const files = filesBelow(home).map((path) => path.slice(home.length + 1));
  const wanted = [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'capture-host.sh',
    'restore-agent.pl',
    'dist/THIRD-PARTY-NOTICES.txt',
  ];
  wanted.push(
    'dist/man/cr-validate.1',
    'dist/completions/bash/cr-convert',
    'formats/ps.schema.json',
    'docs/goals.md',
  );
  for (const name of wanted) demand(files.includes(name), `${name} is missing`);
  const odd = files.filter((name) => /\.test\.|^samples|^src|^node_modules|\.cpt$|\.img$/.test(name));
  demand(odd.length === 0, `${odd.slice(0, 3).join(', ')} have no business there`);
  return `${files.length} files`;
});

const commandNames = readdirSync(join(home, 'dist', 'bin')).map((name) => name.replace(/\.js$/, ''));
const samples = join(root, 'samples');
const cpt = join(samples, 'cpt', '2.6.18-sysv-ipc.cpt');
const podman = join(samples, 'criu', 'podman-tree.tar.zst');

step('every command says its version and commit, and helps', () => {
  for (const name of commandNames) {
    const { out } = succeed(run(bin(name), ['-V']), `${name} -V`);
    demand(out === `${name} ${version} (${commit})\n`, `${name} says ${out}`);
    const usage = `Usage: ${name.replace('checkpointctl-', 'checkpointctl ')}`;
    demand(succeed(run(bin(name), ['--help']), `${name} --help`).out.includes(usage), `${name} --help`);
    succeed(run(bin(name), ['--hepl']), `${name} --hepl`, 2);
  }
  return undefined;
});

step('every command does its job on real images', () => {
  const image = join(work, 'new.img');
  demand(
    succeed(run(bin('cr-convert'), [cpt, image]), 'cr-convert').out.includes('Verified'),
    'not verified',
  );
  for (const input of [cpt, image, podman]) {
    const ps = JSON.parse(
      succeed(run(bin('cr-inspect'), [input, 'ps', '--json']), `cr-inspect ${input}`).out,
    );
    demand(ps.processes.length > 1, `${input} has no processes`);
    succeed(run(bin('cr-validate'), ['--no-config', '-j2', input, cpt]), `cr-validate ${input}`);
    succeed(run(bin('cr-restore-sim'), [input]), `cr-restore-sim ${input}`);
  }
  const tree = succeed(run(bin('cr-crit'), ['x', podman, 'ps']), 'cr-crit').out;
  demand(tree.includes('tree-root'), `cr-crit x ps says ${tree}`);
  succeed(
    run(bin('cr-validate'), [join(samples, 'broken', 'own-parent.cpt')]),
    'cr-validate of a bad image',
    1,
  );
  const json = join(work, 'old.json');
  succeed(run(bin('cr-convert'), [cpt, json]), 'cr-convert to JSON');
  succeed(run(bin('cr-restore-sim'), ['--capture-host']), 'capture-host.sh');
  return undefined;
});

step('checkpointctl takes it as a plugin', () => {
  const description = run(bin('checkpointctl-cr'), ['--plugin-description']);
  demand(description.status === 42 && description.out.trim() !== '', 'it does not describe itself');
  succeed(run(bin('checkpointctl-cr'), ['validate', podman]), 'validate');
  succeed(run(bin('checkpointctl-cr'), ['inspect', podman, 'ps']), 'inspect');
  succeed(run(bin('checkpointctl-cr'), ['preflight', podman]), 'preflight');
  if (!has('checkpointctl', '--version'))
    throw new Skipped('by itself it works; there is no checkpointctl to ask it');
  return run('checkpointctl', ['plugin', 'list'], work, {
    PATH: `${join(prefix, 'bin')}:${process.env['PATH']}`,
  }).out;
});

step('man pages are where man looks', () => {
  const page = join(prefix, 'share', 'man', 'man1', 'cr-validate.1');
  demand(existsSync(page), `${page} is missing`);
  return undefined;
});

/** With a schema of ours, beside the programs of the documents. */
const schemaProgram = `
import schema from 'cr-tools/formats/restore-report.schema.json' with { type: 'json' };
console.log(schema.$id);
`;

const project = join(work, 'project');
/** The programs of `docs/tutorials/library.md`, by the names that goals call them. */
const programs = ['processes', 'convert'];

step('as a library: imported and typed, with schemas', () => {
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  succeed(run('npm', ['install', '--offline', '--no-audit', packed], project), 'npm install');
  const guide = readFileSync(join(home, 'docs', 'tutorials', 'library.md'), 'utf8');
  const blocks = [...guide.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  demand(blocks.length === programs.length, `library.md has ${blocks.length} programs`);
  for (const [at, name] of programs.entries())
    writeFileSync(join(project, `${name}.mts`), blocks[at] as string);
  writeFileSync(join(project, 'schema.mts'), schemaProgram);
  const { out } = succeed(compile(['--module', 'nodenext']) && runIn('schema.mjs'), 'the schema');
  demand(out.startsWith('urn:cr-tools:schema:'), `the program says ${out}`);
  return undefined;
});

for (const [name, ...options] of [
  ['node16', '--module', 'node16', '--moduleResolution', 'node16'],
  ['bundler', '--module', 'esnext', '--moduleResolution', 'bundler'],
])
  step(`as a library: moduleResolution ${name}`, () => {
    compile([...options, '--noEmit'], programs);
    return undefined;
  });

/** Throws where the types do not fit. */
function compile(options: readonly string[], names: readonly string[] = [...programs, 'schema']): true {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules', '@types')];
  const files = names.map((name) => `${name}.mts`);
  const words = [tsc, '--strict', '--target', 'es2023', ...options, ...types, ...files];
  succeed(run(process.execPath, words, project), 'tsc');
  return true;
}

function runIn(...words: readonly string[]): Ran {
  return run(process.execPath, words, project);
}

step('as a library: in a bundle of esbuild', () => {
  const options = [
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--outfile=bundle/one.mjs',
    '--log-level=error',
  ];
  const esbuild = join(root, 'node_modules', 'esbuild', 'bin', 'esbuild');
  succeed(run(esbuild, ['processes.mts', ...options], project), 'esbuild');
  const { out } = succeed(runIn('bundle/one.mjs', cpt), 'the bundle');
  demand(/semblock[\s\S]*restores/.test(out), `the bundle says ${out}`);
  return `${Math.round(statSync(join(project, 'bundle', 'one.mjs')).size / 1024)} KiB`;
});

step('npx', () => {
  const ran = run('npx', ['--yes', '--offline', `--package=${packed}`, 'cr-validate', '--version']);
  demand(succeed(ran, 'npx').out.includes(version), 'npx says another version');
  return undefined;
});

/** A command of ours, or a program in the project; with keys, on a terminal. */
function take({ words: [name = '', ...args], keys }: Step): Ran {
  if (name === 'node') return run(process.execPath, args, project);
  if (keys === undefined) return run(bin(name), args);
  if (!has('script', '--version')) throw new Skipped('no script(1) to have a terminal');
  // A person looks before the next key; what is pressed before the program listens is kept by the terminal.
  const pressed = keys.map((key) => `sleep 3; printf %s '${key}'`).join('; ');
  const command = [bin(name), ...args].map((word) => `'${word}'`).join(' ');
  const line = `(${pressed}; sleep 3) | script -qec "stty rows 24 cols 80; ${command}" /dev/null`;
  return run('sh', ['-c', line], work, { TERM: 'xterm-256color', SHELL: '/bin/sh' });
}

for (const { persona, goal, steps } of goals({ cpt, podman, samples, work })) {
  step(`${persona}: ${goal} (${steps.length} ${steps.length === 1 ? 'step' : 'steps'})`, () => {
    for (const one of steps) {
      const { words, status = 0, says } = one;
      const ran = succeed(take(one), words.join(' '), status);
      demand(says.test(ran.out), `${words.join(' ')} does not say ${says}: ${ran.out.slice(0, 400)}`);
    }
    return undefined;
  });
}

step('Debian package', () => {
  if (!has('dpkg-deb', '--version')) throw new Skipped('no dpkg-deb');
  const made = succeed(
    run('sh', [join(root, 'scripts', 'build-deb.sh'), packed, work]),
    'build-deb.sh',
  ).out.trim();
  // A system with nothing in it: Node.js is that of this machine.
  const tree = join(work, 'deb');
  mkdirSync(join(tree, 'var', 'lib', 'dpkg', 'updates'), { recursive: true });
  mkdirSync(join(tree, 'var', 'lib', 'dpkg', 'info'));
  writeFileSync(join(tree, 'var', 'lib', 'dpkg', 'status'), '');
  const dpkg = (...words: string[]) =>
    succeed(run('dpkg', [`--root=${tree}`, '--force-depends,not-root,bad-path', ...words]), 'dpkg');
  dpkg('-i', made);
  const below = (...parts: string[]) => join(tree, 'usr', ...parts);
  for (const name of commandNames)
    demand(succeed(run(below('bin', name), ['-V']), name).out.startsWith(name), `${name} -V`);
  const ran = succeed(run(below('bin', 'cr-validate'), [cpt]), 'the command in it');
  demand(ran.out.includes('1 good'), ran.out);
  demand(existsSync(below('share', 'man', 'man1', 'cr-crit.1.gz')), 'no man page');
  dpkg('-r', 'cr-tools');
  demand(!existsSync(below('share', 'cr-tools')), 'it leaves something behind');
  return `${Math.round(statSync(made).size / 1024)} KiB`;
});

step('Dockerfile: its last stage below a directory', () => {
  const stages = readFileSync(join(root, 'Dockerfile'), 'utf8')
    .split(/^(?=FROM )/m)
    .slice(1);
  const last = stages.at(-1) ?? '';
  demand(/^USER (?!root$|0$)\S+$/m.test(last), 'it runs as root');
  const [, from, to = ''] = /^COPY --from=build (\S+) (\S+)$/m.exec(last) ?? [];
  demand(stages[0]?.includes(`-C ${from} `) === true, 'what is copied is not what was made');
  const tree = join(work, 'container');
  for (const folder of [to, '/usr/local/bin']) mkdirSync(join(tree, folder), { recursive: true });
  succeed(run('tar', ['xzf', packed, '-C', join(tree, to), '--strip-components=1']), 'tar');
  for (const [, line = ''] of last.matchAll(/^RUN (.*)$/gm))
    succeed(run('sh', ['-ec', line.replaceAll(/(?<=[ "])\/(?=opt|usr)/g, `${tree}/`)]), line);
  const there = readdirSync(join(tree, 'usr', 'local', 'bin')).sort();
  demand(there.join() === [...commandNames].sort().join(), `its commands are ${there.join(', ')}`);
  for (const name of there) succeed(run(join(tree, 'usr', 'local', 'bin', name), ['-V']), name);
  return 'FROM and the registry are not tried';
});

step('container image', () => {
  if (!has('docker', 'info')) throw new Skipped('no docker, or none that runs');
  succeed(
    run('docker', ['build', '-q', '-t', 'cr-tools-test', '--build-arg', `COMMIT=${commit}`, root]),
    'docker build',
  );
  const ran = run('docker', [
    'run',
    '--rm',
    '-v',
    `${samples}:/images:ro`,
    'cr-tools-test',
    'cr-validate',
    'cpt',
  ]);
  succeed(ran, 'docker run');
  demand(run('docker', ['run', '--rm', 'cr-tools-test', 'id', '-u']).out.trim() !== '0', 'it runs as root');
  return undefined;
});

const isOnline = () => process.env['CR_TEST_OFFLINE'] === undefined && has('npm', 'ping');

step('npm install git+file: (a clone builds itself, packages from the registry)', () => {
  if (!isOnline()) throw new Skipped('no registry');
  const project = join(work, 'from-git');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{}');
  succeed(
    run('npm', ['install', '--no-audit', '--allow-git=all', `git+file://${clone}`], project),
    'npm install',
  );
  const ran = succeed(
    run(join(project, 'node_modules', '.bin', 'cr-validate'), ['-V'], project),
    'cr-validate',
  );
  demand(ran.out.includes(version), ran.out);
  return ran.out.trim();
});

step('pre-commit from a clone', () => {
  if (!has('pre-commit', '--version')) throw new Skipped('no pre-commit');
  if (!isOnline()) throw new Skipped('no registry');
  const repository = join(work, 'hooked');
  mkdirSync(repository);
  run('git', ['init', '-q'], repository);
  const hook = { repo: clone, rev: commit, hooks: [{ id: 'cr-validate' }] };
  writeFileSync(join(repository, '.pre-commit-config.yaml'), JSON.stringify({ repos: [hook] }));
  for (const [name, from] of [
    ['good.cpt', cpt],
    ['bad.cpt', join(samples, 'broken', 'own-parent.cpt')],
  ] as const)
    writeFileSync(join(repository, name), readFileSync(from));
  run('git', ['add', '.'], repository);
  const cache = { PRE_COMMIT_HOME: join(work, 'pre-commit') };
  const ran = succeed(run('pre-commit', ['run', '-a'], repository, cache), 'pre-commit', 1);
  demand(ran.out.includes('2 images: 1 good, 1 bad'), ran.out);
  return undefined;
});

process.stdout.write(`${readdirSync(work).length} things were made in ${work}\n`);
if (process.env['CR_KEEP'] === undefined) rmSync(work, { recursive: true, force: true });
process.exitCode = failures > 0 ? 1 : 0;
