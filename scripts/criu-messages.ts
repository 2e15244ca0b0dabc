/**
 * Makes the list of what a release of CRIU can print as an error or a warning, from its sources: format strings by
 * file, with the prefix of the file. `npx tsx scripts/criu-messages.ts SOURCES RELEASE > …/generated/criu-RELEASE.ts`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const [sources = '.', release = '4.2'] = process.argv.slice(2);

const calls = /\b(pr_err|pr_perror|pr_warn|pr_pwarn|pr_warn_once|pr_err_once|pr_msg)\s*\(/g;
const widths: Readonly<Record<string, string>> = {
  PRIx64: 'lx',
  PRIX64: 'lX',
  PRIu64: 'lu',
  PRId64: 'ld',
  PRIi64: 'ld',
  PRIx32: 'x',
  PRIu32: 'u',
  PRId32: 'd',
  PRIi32: 'd',
  PRIo32: 'o',
};

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/\.[ch]$/.test(entry.name)) yield path;
  }
}

const define = /^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+"((?:[^"\\]|\\.)*)"[ \t]*$/gm;

/** Neighbouring literals, and names that stand for some. */
function literalAt(text: string, start: number, names: ReadonlyMap<string, string>): string | undefined {
  let found: string | undefined;
  for (let at = start; ; ) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    const literal = /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(at));
    const word = /^[A-Za-z_]\w*/.exec(text.slice(at))?.[0];
    const named = word === undefined ? undefined : (widths[word] ?? names.get(word));
    if (literal !== null) found = (found ?? '') + literal[1];
    else if (named !== undefined) found = (found ?? '') + named;
    else return found;
    at += literal?.[0].length ?? word?.length ?? 0;
  }
}

const paths = ['criu', 'compel', 'soccr', 'lib', 'plugins']
  .flatMap((folder) => [...files(join(sources, folder))])
  .sort();
const everywhere = new Map<string, string>();
for (const path of paths) {
  for (const [, name = '', text = ''] of readFileSync(path, 'utf8').matchAll(define))
    if (!everywhere.has(name)) everywhere.set(name, text);
}
const kinds = ['error', 'errno', 'warning', 'warningErrno'] as const;
const out: string[] = [];
for (const path of paths) {
  const text = readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  const names = new Map(everywhere);
  for (const [, name = '', value = ''] of text.matchAll(define)) names.set(name, value);
  const prefix = /#define LOG_PREFIX\s+"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? '';
  const lists = new Map<string, Set<string>>(kinds.map((kind) => [kind, new Set()]));
  for (const match of text.matchAll(calls)) {
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    if (/^\s*#\s*define/.test(line)) continue;
    const format = literalAt(text, match.index + match[0].length, names);
    // A page of help is no line of a log.
    if (format === undefined || format.split('\\n').length > 4) continue;
    const plain = format
      .replace(/\\n/g, '')
      .replace(/\\t/g, ' ')
      .replace(/\\(["'\\])/g, '$1')
      .trim();
    const call = match[1] ?? '';
    const kind =
      call === 'pr_perror'
        ? 'errno'
        : call === 'pr_pwarn'
          ? 'warningErrno'
          : /warn/.test(call)
            ? 'warning'
            : 'error';
    if (plain !== '') lists.get(kind)?.add(plain);
  }
  const parts = kinds.flatMap((kind) => {
    const list = [...(lists.get(kind) ?? [])].sort();
    return list.length === 0 ? [] : [`${kind}: ${JSON.stringify(list)}`];
  });
  if (parts.length > 0)
    out.push(
      `  ${JSON.stringify(relative(sources, path))}: { prefix: ${JSON.stringify(prefix)}, ${parts.join(', ')} },`,
    );
}
process.stdout.write(
  `// Made by scripts/criu-messages.ts from the sources of CRIU ${release}. Do not edit.\nimport type { MessagesOfFile } from '../message-list.ts';\n\nexport const messages: Readonly<Record<string, MessagesOfFile>> = {\n${out.join('\n')}\n};\n`,
);
