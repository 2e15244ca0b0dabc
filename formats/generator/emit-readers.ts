/**
 * Kaitai readers: the compiler's JavaScript, wrapped so that it loads as one module; constructors name their fields. Limits
 * (`valid`) are taken out first, since a record that breaks a limit must still be readable, and so are texts, and what
 * fills the rest of a record.
 */
// @ts-expect-error: the compiler ships no types.
import KaitaiStructCompiler from 'kaitai-struct-compiler';
import { cptSpecNames, loadKsy } from './spec.ts';

export const emitReaders = (directory: string): Promise<string> =>
  emitReadersOf(directory, [...cptSpecNames.filter((name) => name !== 'cpt_image'), 'cpt_image'], 'cpt');

/** One module of the readers of `specs`; a spec stands behind those that it imports. */
export async function emitReadersOf(
  directory: string,
  specs: readonly string[],
  family: string,
): Promise<string> {
  const modules = new Map<string, string>();
  for (const name of specs) {
    const files: Readonly<Record<string, string>> = await KaitaiStructCompiler.compile(
      'javascript',
      withoutLimitsAndTexts(loadKsy(directory, name)),
      { importYaml: async (imported: string) => withoutLimitsAndTexts(loadKsy(directory, imported)) },
      false,
    );
    for (const [file, code] of Object.entries(files))
      modules.set(file.replace(/\.js$/, ''), withFieldsNamed(code));
  }
  const names = [...modules.keys()].sort((a, b) => Number(a === 'CptImage') - Number(b === 'CptImage'));
  return `// Made by "npm run generate" from formats/${family}/*.ksy with kaitai-struct-compiler. Do not edit.
// @ts-nocheck
import KaitaiStream from 'kaitai-struct/KaitaiStream.js';

const modules = {};
const require = (name) => (name === 'kaitai-struct/KaitaiStream' ? KaitaiStream : modules[name.replace('./', '')]);
const define = undefined;
const load = (name, run) => {
  modules[name] = {};
  run(modules[name]);
};

${names.map((name) => `load('${name}', function (exports) {\n${modules.get(name)?.trimEnd()}\n});`).join('\n\n')}

${names.map((name) => `export const ${name}: any = modules.${name}.${name};`).join('\n')}
`;
}

/** A call of `_read` at the end of a constructor, and its body, up to the brace that stands as deep as its head. */
const constructors =
  /^( *)this\._read\(\);\n( *)\}\n *\w+\.prototype\._read = function\(\) \{\n([\s\S]*?)^\2\}$/gm;

/**
 * The compiler's constructors leave all fields to `_read`. The engine makes room for those that a constructor names; for
 * others it moves the object to a larger place after every third one: 12 KB of garbage for each task of an image.
 */
function withFieldsNamed(code: string): string {
  return code.replace(constructors, (all: string, pad: string, _: string, body: string) => {
    const names = new Set([...body.matchAll(/\bthis\.(\w+) = /g)].map(([, name]) => name));
    return names.size === 0
      ? all
      : `${pad}${[...names].map((name) => `this.${name} = `).join('')}undefined;\n${all}`;
  });
}

// biome-ignore lint/suspicious/noExplicitAny: a parsed YAML tree of any shape.
function withoutLimitsAndTexts(node: any): any {
  if (Array.isArray(node)) {
    return node.filter((item) => item?.['size-eos'] !== true).map(withoutLimitsAndTexts);
  }
  if (node === null || typeof node !== 'object') return node;
  // A signature that is wrong is for the framing layer to report: here it is bytes like any other.
  const { contents, ...rest } = node;
  const plain = Array.isArray(contents) ? { ...rest, size: contents.length } : node;
  return Object.fromEntries(
    Object.entries(plain)
      .filter(([key]) => key !== 'valid' && key !== 'doc')
      .map(([key, value]) => [key, withoutLimitsAndTexts(value)]),
  );
}
