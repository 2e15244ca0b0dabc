/** `docs/api.md`: what the library exports, with its comment and its declaration, from `src/index.ts` and what it names. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Exported {
  readonly name: string;
  /** In the file that declares it. */
  readonly original: string;
  readonly file: string;
}

export function emitApi(root: string): string {
  const index = join(root, 'src', 'index.ts');
  const all = exportsOf(index).sort((left, right) =>
    left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1,
  );
  const parts = all.map(({ name, original, file }) => {
    const { comment, declaration } = declarationOf(file, original);
    const text = declaration.replace(original, name);
    return `## ${name}\n\n${comment}${comment === '' ? '' : '\n\n'}\`\`\`ts\n${text}\n\`\`\`\n`;
  });
  return `<!-- Made by "npm run generate" from src/index.ts. Do not edit. -->

# API of the library

\`import { … } from 'cr-tools'\`. Problems of an image are values (\`Diagnostic\`); what cannot be gone on with is an \`ImageError\`.
Types in full are in the package, \`dist/types\`. A tutorial: [library.md](tutorials/library.md).

${parts.join('\n')}`;
}

/** Named exports of a file that come from other files; \`export * as NAME\` is one name. */
function exportsOf(path: string): Exported[] {
  const text = readFileSync(path, 'utf8');
  const named = [...text.matchAll(/export (?:type )?\{([^}]*)\} from '(\.[^']+)'/g)].flatMap(
    ([, names = '', from = '']) =>
      names
        .split(',')
        .map((part) => part.trim().replace(/^type /, ''))
        .filter((part) => part !== '')
        .map((part) => {
          const [original = '', name = original] = part.split(' as ');
          return { name, original, file: join(dirname(path), from) };
        }),
  );
  const spaces = [...text.matchAll(/export \* as (\w+) from '(\.[^']+)'/g)].map(
    ([, name = '', from = '']) => ({
      name,
      original: '*',
      file: join(dirname(path), from),
    }),
  );
  return [...named, ...spaces];
}

interface Declaration {
  readonly comment: string;
  readonly declaration: string;
}

/** Follows names that a file hands on. */
function declarationOf(file: string, name: string): Declaration {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (name === '*') {
    const names = exportsOf(file).map((each) => each.name);
    return { comment: fileComment(text), declaration: `// ${names.join(', ')}` };
  }
  const found = new RegExp(
    `(?:/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\n)?export ((?:async )?(?:function\\*?|const|interface|type|class) ${name}\\b[\\s\\S]*?)\\n(?=\\n|\\}|/\\*\\*|export )`,
  ).exec(text);
  if (found === null) {
    const onward = exportsOf(file).find((each) => each.name === name);
    return onward === undefined
      ? { comment: '', declaration: name }
      : declarationOf(onward.file, onward.original);
  }
  return { comment: words(found[1] ?? ''), declaration: signature(found[2] ?? name) };
}

const fileComment = (text: string) => words(/^\/\*\*((?:[^*]|\*(?!\/))*)\*\//.exec(text)?.[1] ?? '');

const words = (comment: string): string =>
  comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join(' ')
    .trim();

/** Interfaces as they are; of what has a body, what stands before it. */
function signature(text: string): string {
  if (/^(interface|type)/.test(text)) return /^interface/.test(text) ? `${text}\n}` : text;
  return text.split(/ \{\n| =>|\s=\s(?=\[|\{|Object)/, 1)[0] ?? text;
}
