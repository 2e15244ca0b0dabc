/**
 * Joins the chunks that esbuild makes. It makes one for each set of entries that share code, some 300 of them, and a
 * command that starts reads 120: to find and link each costs more than to read its text. Here chunks that the same jobs
 * need become one file. What is asked for by `import()` keeps a name of its own, which only says where it lies now:
 * nothing is read before it is needed.
 */
import { posix } from 'node:path';
import * as esbuild from 'esbuild';

export interface Chunk {
  readonly text: string;
  readonly exports: readonly string[];
  readonly imports: readonly { readonly path: string; readonly isDynamic: boolean }[];
  /** The source file, of what is an entry or asked for by `import()`. */
  readonly entryPoint: string | undefined;
}

/** By path below the output directory. */
export type Chunks = ReadonlyMap<string, Chunk>;

/**
 * The jobs that start-up is measured by, and the source files that they ask for by `import()`. What is of none is a job
 * of its own, and only counts for what no job here needs.
 */
const jobs: readonly (readonly [job: string, sources: RegExp])[] = [
  ['validate', /^src\/validate\/(?:cpt|criu|linux-cr)\/trust\//],
  ['log-$1', /^src\/restore-sim\/restorers\/(openvz|criu|linux-cr)\/messages\/reader\./],
  ['judge-$1', /^src\/(?:validate|restore-sim\/restorers)\/(cpt|openvz|criu|linux-cr)\//],
  ['look-$1', /^src\/(?:parse|inspect|model)\/(?:from-)?(cpt|criu|linux-cr)\/(?!opened)/],
  ['convert', /^src\/(?:convert\/|cli\/convert\/command)/],
  ['summary', /^src\/inspect\/views\/summary\./],
  ['inspect', /^src\/(?:inspect\/views\/(?!summary|ids|mount)|cli\/inspect\/command\.)/],
  ['validate', /^src\/cli\/validate\/command\./],
  ['restore-sim', /^src\/cli\/restore-sim\/command\./],
  ['unpack', /^src\/parse\/archive\/decompress\./],
  ['crit', /^src\/cli\/crit\//],
];
/** What every command needs at once. */
const start = 'start';
/** Smaller groups are not worth a file of their own, where another one is read whenever they are. */
const smallBytes = 30_000;
/** What every command reads, `--help` too, grows by what is smaller than the cost of a file. */
const tinyBytes = 4_000;

function jobOf(source: string): string {
  for (const [job, sources] of jobs) {
    const found = sources.exec(source);
    if (found !== null) return job.replace('$1', found[1] === 'openvz' ? 'cpt' : (found[1] ?? ''));
  }
  return source;
}

const isCommand = (path: string): boolean => path.startsWith('bin/');
/** What has a place that others know: commands, the library, programs of threads. */
const isRoot = (path: string): boolean =>
  isCommand(path) || path === 'index.js' || /(^|-|\/)worker\.js$/.test(path);

interface Group {
  readonly jobs: ReadonlySet<string>;
  readonly members: string[];
}

/** Text of every final file, by its path. */
export async function joinChunks(chunks: Chunks): Promise<ReadonlyMap<string, string>> {
  const groups = joinSmall(groupsOf(chunks), chunks);
  const files = new Map<string, string>();
  const groupOf = new Map<string, string>();
  for (const [number, { members }] of groups.entries())
    for (const path of members) groupOf.set(path, `chunks/joined-${number}.js`);
  const linker = new Linker(chunks, groupOf);
  for (const [number, { members }] of groups.entries()) {
    const path = `chunks/joined-${number}.js`;
    files.set(path, await linker.link(path, members.map((member) => linker.given(member)).join('\n')));
  }
  for (const [path, { text, entryPoint }] of chunks) {
    if (isRoot(path)) files.set(path, await linker.link(path, text));
    else if (entryPoint !== undefined) files.set(path, linker.taken(path, path));
  }
  return files;
}

/** Chunks by the jobs that need them. Those of one group never reach each other through another group. */
function groupsOf(chunks: Chunks): Group[] {
  const jobsOf = new Map<string, Set<string>>();
  const mark = (path: string, job: string) => {
    const found = jobsOf.get(path) ?? new Set();
    if (found.has(job)) return;
    jobsOf.set(path, found.add(job));
    for (const next of needs(path, chunks)) mark(next, job);
  };
  for (const [path, { entryPoint }] of chunks) {
    if (isCommand(path)) mark(path, start);
    else if (entryPoint !== undefined) mark(path, jobOf(entryPoint));
  }
  const groups = new Map<string, Group>();
  for (const [path, found] of jobsOf) {
    if (isRoot(path)) continue;
    const counted = [...found].filter((job) => !/^(src|node_modules)\//.test(job));
    const wanted = found.has(start) ? [start] : counted.length === 0 ? [...found] : counted;
    const key = wanted.sort().join(' ');
    const group = groups.get(key) ?? { jobs: new Set(wanted), members: [] };
    group.members.push(path);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const needs = (path: string, chunks: Chunks): readonly string[] =>
  (chunks.get(path)?.imports ?? []).filter(({ isDynamic }) => !isDynamic).map((each) => each.path);

/** Small groups go to one that is there whenever they are wanted, if that asks for nothing more and makes no circle. */
function joinSmall(groups: Group[], chunks: Chunks): readonly Group[] {
  const sizeOf = ({ members }: Group) =>
    members.reduce((sum, path) => sum + (chunks.get(path)?.text.length ?? 0), 0);
  const neededBy = ({ members }: Group): ReadonlySet<Group> => {
    const paths = new Set(members.flatMap((path) => needs(path, chunks)));
    return new Set(groups.filter((each) => each.members.some((path) => paths.has(path))));
  };
  const reaches = (from: Group, to: Group, seen = new Set<Group>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...neededBy(from)].some((next) => reaches(next, to, seen));
  };
  const isThereFor = (one: Group, other: Group) =>
    one.jobs.has(start) || [...other.jobs].every((job) => one.jobs.has(job));
  const takes = (wide: Group, small: Group) =>
    isThereFor(wide, small) && (!wide.jobs.has(start) || sizeOf(small) <= tinyBytes);
  const makesCircle = (from: Group, to: Group) =>
    [...neededBy(from)].some((next) => next !== to && next !== from && reaches(next, to));
  for (const small of [...groups].sort((a, b) => sizeOf(a) - sizeOf(b))) {
    if (sizeOf(small) > smallBytes || small.jobs.has(start)) continue;
    const [found] = groups
      .filter((wide) => wide !== small && takes(wide, small))
      .filter((wide) => [...neededBy(small)].every((each) => each === wide || isThereFor(each, wide)))
      .filter((wide) => !makesCircle(small, wide) && !makesCircle(wide, small))
      .sort((a, b) => Number(a.jobs.has(start)) - Number(b.jobs.has(start)) || a.jobs.size - b.jobs.size);
    if (found === undefined) continue;
    found.members.push(...small.members);
    groups.splice(groups.indexOf(small), 1);
  }
  return groups;
}

/** Links files anew. Chunks have names in common, so that what a group gives out has the number of its chunk. */
class Linker {
  readonly #chunks: Chunks;
  readonly #groupOf: ReadonlyMap<string, string>;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(chunks: Chunks, groupOf: ReadonlyMap<string, string>) {
    this.#chunks = chunks;
    this.#groupOf = groupOf;
    this.#numbers = new Map([...groupOf.keys()].map((path, number) => [path, number]));
  }

  /** What a group says of one of its chunks. */
  given(path: string): string {
    const names = this.#names(path).map(([name, given]) => `${name} as ${given}`);
    return `export { ${names.join(', ')} } from ${JSON.stringify(`chunk:${path}`)};`;
  }

  /** A chunk as others see it, for the file at `from`: the names that its group gives it. */
  taken(path: string, from: string): string {
    const group = JSON.stringify(away(this.#groupOf.get(path) ?? path, from));
    const names = this.#names(path).map(([name, given]) => `${given} as ${name}`);
    return `import ${group};\nexport { ${names.join(', ')} } from ${group};\n`;
  }

  #names(path: string): readonly (readonly [name: string, given: string])[] {
    const names = this.#chunks.get(path)?.exports ?? [];
    return names.map((name) => [name, `${name}_${this.#numbers.get(path)}`]);
  }

  /** `contents` as the file `target`: chunks of its group become a part of it, all else lies elsewhere. */
  async link(target: string, contents: string): Promise<string> {
    const { outputFiles } = await esbuild.build({
      stdin: { contents, resolveDir: '/', sourcefile: target },
      bundle: true,
      write: false,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      minifyWhitespace: true,
      logLevel: 'warning',
      legalComments: 'none',
      plugins: [this.#places(target)],
    });
    return outputFiles[0]?.text ?? '';
  }

  #places(target: string): esbuild.Plugin {
    return {
      name: 'places',
      setup: (build) => {
        build.onResolve({ filter: /.*/ }, ({ path, importer, namespace, kind }) => {
          const wanted = path.startsWith('chunk:')
            ? path.slice('chunk:'.length)
            : posix.join(posix.dirname(namespace === 'chunk' ? importer : target), path);
          // Packages of Node.js, and the groups that `taken` names.
          if (namespace === 'elsewhere' || !this.#chunks.has(wanted)) return { path, external: true };
          if (kind === 'dynamic-import') return { path: away(wanted, target), external: true };
          return { path: wanted, namespace: this.#groupOf.get(wanted) === target ? 'chunk' : 'elsewhere' };
        });
        build.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({
          contents: this.#chunks.get(path)?.text ?? '',
        }));
        build.onLoad({ filter: /.*/, namespace: 'elsewhere' }, ({ path }) => ({
          contents: this.taken(path, target),
        }));
      },
    };
  }
}

function away(path: string, from: string): string {
  const relative = posix.relative(posix.dirname(from), path);
  return relative.startsWith('.') ? relative : `./${relative}`;
}
