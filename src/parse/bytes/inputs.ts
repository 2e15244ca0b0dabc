/**
 * What a run reads, by identity: whoever opens something notes it here, and the output module asks before it replaces
 * anything. So no command has to say what its inputs are, and payloads, older images of a chain and documents are among
 * them. Of a directory the identity is enough, however many files it has.
 */
import { type BigIntStats, fstatSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../usage-error.ts';

/** The same for every name of a file or directory: links of both kinds, other mounts. */
export type Identity = string;

type Identified = Pick<BigIntStats, 'dev' | 'ino'>;

const identityOf = ({ dev, ino }: Identified): Identity => `${dev}:${ino}`;

/** Which files of a directory are read as one with it. */
export type IsPart = (name: string) => boolean;

interface NotedDirectory {
  readonly path: string;
  /** Absent: all that lies in it, and below. */
  readonly isPart: IsPart | undefined;
}

/** What a thread has noted, in a form that it can send. */
export interface NotedInputs {
  readonly files: ReadonlyMap<Identity, string>;
  /** With the paths under which they were opened. */
  readonly directories: ReadonlyMap<Identity, string>;
}

/** Of one run, under the names that people know. */
class Inputs {
  readonly files = new Map<Identity, string>();
  readonly directories = new Map<Identity, NotedDirectory>();
  isStdinRead = false;
}

/** Undefined outside of all runs: what a program of the library reads by itself, it may replace. */
let inputs: Inputs | undefined;
let runs = 0;

/**
 * What is opened during `run` is noted until it ends. Runs at the same time count as one. (AsyncLocalStorage would tell
 * them apart, and make a small command a fifth slower.)
 */
export async function withInputs<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  runs += 1;
  inputs ??= new Inputs();
  try {
    return await run();
  } finally {
    runs -= 1;
    if (runs === 0) inputs = undefined;
  }
}

/** An open file. Pipes and devices are no more than passed on. */
export function noteFile(fd: number, shown: string): void {
  if (inputs === undefined) return;
  const stat = fstatSync(fd, { bigint: true });
  if (stat.isFile()) inputs.files.set(identityOf(stat), shown);
}

/** Whoever reads standard input says so. Throws a UsageError where somebody did before: it would seem to be empty. */
export function noteStdin(): void {
  if (inputs?.isStdinRead === true)
    throw new UsageError(
      'standard input is read once: only one of the things that are named can come from it',
    );
  if (inputs !== undefined) inputs.isStdinRead = true;
}

/** A directory of which files are read, and these are not noted one by one but where `isPart` says no. */
export function noteDirectory(path: string, isPart?: IsPart): void {
  if (inputs === undefined) return;
  const { directories } = inputs;
  const identity = identityOf(statSync(path, { bigint: true }));
  const known = directories.get(identity);
  if (known === undefined || known.isPart !== undefined) directories.set(identity, { path, isPart });
}

/** What is found at a path, and may not be opened yet. */
export function notePath(path: string): void {
  if (inputs === undefined) return;
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat?.isDirectory()) noteDirectory(path);
  else if (stat?.isFile()) inputs.files.set(identityOf(stat), path);
}

/** For the thread that started this one. */
export function notedInputs(): NotedInputs {
  const { files, directories } = inputs ?? new Inputs();
  return { files, directories: new Map([...directories].map(([identity, { path }]) => [identity, path])) };
}

/** Notes what a thread has noted. */
export function noteOfThread({ files, directories }: NotedInputs): void {
  for (const [identity, shown] of files) inputs?.files.set(identity, shown);
  // Which of its files are read only the thread knows: all of them may be.
  for (const [identity, path] of directories) inputs?.directories.set(identity, { path, isPart: undefined });
}

/** The input that would be lost with the file at `place`, which is free of symbolic links; undefined for none. */
export function inputLostWithFile(place: string): string | undefined {
  if (inputs === undefined) return undefined;
  const stat = lstatSync(place, { bigint: true });
  return inputs.files.get(identityOf(stat)) ?? directoryAround(inputs, place) ?? linkedIn(inputs)(stat);
}

/** The same of a directory with nothing but these files in it. */
export function inputLostWithDirectory(place: string, names: readonly string[]): string | undefined {
  if (inputs === undefined) return undefined;
  const whole = directoryAt(inputs, place)?.path ?? directoryAround(inputs, place);
  if (whole !== undefined) return whole;
  const linked = linkedIn(inputs);
  for (const name of names) {
    const stat = lstatSync(join(place, name), { bigint: true });
    const found = inputs.files.get(identityOf(stat)) ?? linked(stat);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The input at `path` itself, under any name. */
export function isInput(stat: Identified): boolean {
  const identity = identityOf(stat);
  return inputs !== undefined && (inputs.files.has(identity) || inputs.directories.has(identity));
}

/** The input that an open file is. */
export const inputAt = (stat: Identified): string | undefined => inputs?.files.get(identityOf(stat));

const directoryAt = ({ directories }: Inputs, path: string): NotedDirectory | undefined =>
  directories.get(identityOf(statSync(path, { bigint: true })));

/** The directory of which what lies at `place` is a part. */
function directoryAround(read: Inputs, place: string): string | undefined {
  let above = dirname(place);
  const own = directoryAt(read, above);
  if (own !== undefined && own.isPart?.(basename(place)) !== false) return own.path;
  while (above !== dirname(above)) {
    above = dirname(above);
    const found = directoryAt(read, above);
    if (found !== undefined && found.isPart === undefined) return found.path;
  }
  return undefined;
}

/** Files of the directories are not noted, and only one with several names can be one of them elsewhere. */
function linkedIn(read: Inputs): (stat: BigIntStats) => string | undefined {
  let known: Map<Identity, string> | undefined;
  return (stat) => {
    if (!stat.isFile() || stat.nlink < 2n) return undefined;
    known ??= new Map([...read.directories.values()].flatMap(filesOf));
    return known.get(identityOf(stat));
  };
}

function filesOf({ path, isPart }: NotedDirectory): readonly (readonly [Identity, string])[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile() || isPart?.(entry.name) === false) return [];
    const file = join(path, entry.name);
    const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false });
    return stat === undefined || stat.nlink < 2n ? [] : [[identityOf(stat), file] as const];
  });
}
