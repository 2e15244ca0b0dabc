/** A command on an input, in this process: files lie in memory where that can be, and what it prints is looked at. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { crConvert } from '../src/cli/convert/command.ts';
import { convertSpec } from '../src/cli/convert/spec.ts';
import { crCrit } from '../src/cli/crit/command.ts';
import { critSpec } from '../src/cli/crit/spec.ts';
import { exitCode } from '../src/cli/exit-codes.ts';
import { crInspect } from '../src/cli/inspect/command.ts';
import { inspectSpec } from '../src/cli/inspect/spec.ts';
import type { CommandSpec } from '../src/cli/options.ts';
import { crRestoreSim } from '../src/cli/restore-sim/command.ts';
import { restoreSimSpec } from '../src/cli/restore-sim/spec.ts';
import { type Main, runCommand } from '../src/cli/run.ts';
import { crValidate } from '../src/cli/validate/command.ts';
import { validateSpec } from '../src/cli/validate/spec.ts';
import { tarOf } from '../src/test-support/containers.ts';
import type { CommandName, Line } from './command-lines.ts';
import { directoryFiles, readSample } from './sample-files.ts';
import type { Seed } from './seed.ts';

const commands: Readonly<Record<CommandName, readonly [CommandSpec, Main]>> = {
  convert: [convertSpec, crConvert],
  crit: [critSpec, crCrit],
  inspect: [inspectSpec, crInspect],
  'restore-sim': [restoreSimSpec, crRestoreSim],
  validate: [validateSpec, crValidate],
};

const memoryFolder = '/dev/shm';
/** What the sound images run. */
const program = 'bin/wl';

interface Place {
  readonly folder: string;
  /** Words of lines that stand for files of it. */
  readonly words: Readonly<Record<string, string>>;
  readonly names: ReadonlySet<string>;
}

let made: Place | undefined;

/** Made at the first use: sound files beside the input, and room for it. */
async function place(): Promise<Place> {
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(existsSync(memoryFolder) ? memoryFolder : tmpdir(), 'cr-fuzz-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.env['TMPDIR'] = folder;
  const words: Record<string, string> = { OUT: join(folder, 'out') };
  const file = (word: string, name: string, bytes: Uint8Array | string): void => {
    words[word] = join(folder, name);
    writeFileSync(words[word], bytes);
  };
  file('SMALL', 'small.cpt', readSample('cpt/2.6.18-epoll.cpt'));
  file('HOST', 'host.json', readSample('hosts/debian-server.json'));
  file('ARCHIVE', 'archive.tar.gz', readSample('trust/honest-podman.tar.gz'));
  file('LOG', 'restore.log', '(00.010) Error (criu/cr-restore.c:1480): 7 exited, status=1\n');
  words['ROOT'] = join(folder, 'root');
  mkdirSync(dirname(join(words['ROOT'], program)), { recursive: true });
  words['TREE'] = join(folder, 'tree');
  writeFiles(words['TREE'], (await directoryFiles('criu/counter.tar.gz'))[0]?.files ?? new Map());
  made = { folder, words, names: new Set(readdirSync(folder)) };
  return made;
}

function writeFiles(path: string, files: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(path);
  for (const [name, bytes] of files) if (name !== '') writeFileSync(join(path, name), bytes);
}

/** A directory where it is a flat one, or an archive of it. */
function write(folder: string, seed: Seed, turn: number): string {
  if ('bytes' in seed) {
    const path = join(folder, `in${/(?:\.[a-z]+)*$/.exec(seed.name)?.[0] ?? ''}`);
    writeFileSync(path, seed.bytes);
    return path;
  }
  const isFlat = [...seed.files.keys()].every((name) => !name.includes('/'));
  const path = join(folder, 'in');
  if (isFlat && turn % 4 === 0) writeFiles(path, seed.files);
  else {
    const archive = tarOf(Object.fromEntries(seed.files));
    writeFileSync(path, turn % 8 === 1 ? gzipSync(archive, { level: 1 }) : archive);
  }
  return path;
}

/** Throws what is wrong with how the command ends: a bug, a document that is none, something left behind. */
export async function runLine(line: Line, seed: Seed, turn: number): Promise<void> {
  const { folder, words, names } = await place();
  try {
    const given = { ...words, IN: write(folder, seed, turn) };
    const [command, ...rest] = line.split(' ') as [CommandName, ...string[]];
    if (rest.includes('ROOT') && 'bytes' in seed)
      writeFileSync(join(words['ROOT'] as string, program), seed.bytes);
    if (rest.includes('ANY')) Object.assign(given, { ANY: await anyStore(given.IN, turn) });
    const { status, out, err } = await runWords(
      command,
      rest.map((word) => withPaths(word, given)),
    );
    if (status === exitCode.bug) throw new Error(`${line}\n${err}`);
    if (rest.includes('--json') && out !== '') parse(out, rest[0] === 'list', line);
    const left = readdirSync(folder).filter((name) => !names.has(name) && !/^(in|out)\b/.test(name));
    if (left.length > 0) throw new Error(`${line}\nleft behind: ${left.join(' ')}`);
  } finally {
    for (const name of readdirSync(folder))
      if (!names.has(name)) rmSync(join(folder, name), { recursive: true });
  }
}

const withPaths = (word: string, given: Readonly<Record<string, string>>): string => {
  const [, name = '', slash = ''] = /^([A-Z]+)(\/|\.[a-z]+|)$/.exec(word) ?? [];
  return Object.hasOwn(given, name) ? `${given[name]}${slash}` : word;
};

function parse(out: string, isLines: boolean, line: Line): void {
  try {
    for (const text of isLines ? out.trimEnd().split('\n') : [out]) JSON.parse(text);
  } catch (error) {
    throw new Error(`${line}\nprints no JSON: ${(error as Error).message}`);
  }
}

/** A name that `extract` takes. */
async function anyStore(path: string, turn: number): Promise<string> {
  const { out } = await runWords('inspect', [path, 'extract', '--list', '--json']);
  const items = out === '' ? [] : (JSON.parse(out).items as readonly { readonly name: string }[]);
  return items[turn % Math.max(1, items.length)]?.name ?? 'none';
}

export async function runWords(command: CommandName, words: readonly string[]) {
  const [spec, main] = commands[command];
  const [out, err]: [string[], string[]] = [[], []];
  const streams = { isOutTty: false, isErrTty: false, columns: 80, env: {} };
  const status = await runCommand(
    spec,
    words,
    { out: (text) => out.push(text), err: (text) => err.push(text), ...streams },
    main,
  );
  return { status, out: out.join(''), err: err.join('') };
}

/** A file for what is opened by its path only; the caller removes it. */
export async function writeInput(name: string, bytes: Uint8Array): Promise<string> {
  const path = join((await place()).folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** What a command writes to `OUT` about sound files, of which `IN` may be one with a name of its own. */
export async function writtenBy(
  command: CommandName,
  words: readonly string[],
  name = 'in',
  bytes: Uint8Array = new Uint8Array(),
): Promise<string> {
  const { folder, words: known } = await place();
  const given = { ...known, IN: join(folder, name) };
  await writeInput(name, bytes);
  const { status, err } = await runWords(
    command,
    words.map((word) => withPaths(word, given)),
  );
  if (status !== exitCode.ok) throw new Error(`${command} ${words.join(' ')}: ${err}`);
  const out = join(folder, 'out');
  const text = readFileSync(out, 'utf8');
  for (const path of [out, given.IN]) rmSync(path);
  return text;
}
