/** Specs compiled by the unmodified Kaitai compiler as any tool would, limits included, and loaded. */
import { createRequire } from 'node:module';
// @ts-expect-error: the compiler ships no types.
import KaitaiStructCompiler from 'kaitai-struct-compiler';
import { loadKsy } from '../../formats/generator/spec.ts';

/** File name → JavaScript, of the spec and of what it imports. */
export async function compileKsy(directory: string, name: string): Promise<ReadonlyMap<string, string>> {
  const files: Record<string, string> = await KaitaiStructCompiler.compile(
    'javascript',
    loadKsy(directory, name),
    { importYaml: async (imported: string) => loadKsy(directory, imported) },
    false,
  );
  return new Map(Object.entries(files));
}

/** The class of that name, out of the file of that name. */
export function loadCompiled<Class>(files: ReadonlyMap<string, string>, name: string): Class {
  const require = createRequire(import.meta.url);
  const modules = new Map<string, Record<string, unknown>>();
  const requireModule = (wanted: string): unknown => {
    if (wanted.startsWith('kaitai-struct')) return require('kaitai-struct/KaitaiStream');
    const key = wanted.replace('./', '');
    const known = modules.get(key);
    if (known) return known;
    const exports = {};
    modules.set(key, exports);
    new Function('exports', 'require', 'define', files.get(`${key}.js`) ?? '')(
      exports,
      requireModule,
      undefined,
    );
    return exports;
  };
  return (requireModule(`./${name}`) as Record<string, Class>)[name] as Class;
}
