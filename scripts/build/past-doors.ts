/**
 * Imports past the doors of folders. A door (`index.ts`) only names what lies behind it; esbuild takes whoever asks one
 * for a name to need every file behind it, and a command that wants a constant would load an engine with it. Here each
 * name is imported from where it is made.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as esbuild from 'esbuild';

/** Where a name of a door is made, and what it is called there. */
type Door = ReadonlyMap<string, { readonly file: string; readonly name: string }>;

const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const passedOn = /export\s+(?:type\s+)?\{([^}]*)\}\s*from\s*'([^']+)';/g;
const asked = /^import \{([^}]*)\} from '(\.[^']*\/index\.ts)';/gm;

export const pastDoors: esbuild.Plugin = {
  name: 'past-doors',
  setup(build) {
    const read = readerPastDoors();
    build.onLoad({ filter: /\.tsx?$/ }, ({ path }) => ({
      contents: read(path),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }));
  },
};

/** Reads sources, by full paths, as if nobody asked a door. */
export function readerPastDoors(): (path: string) => string {
  const doors = new Map<string, Door | undefined>();
  const doorAt = (path: string): Door | undefined => {
    if (!doors.has(path)) doors.set(path, readDoor(path));
    return doors.get(path);
  };
  const madeAt = (door: Door, name: string): { file: string; name: string } | undefined => {
    const found = door.get(name);
    const next = found === undefined ? undefined : doorAt(found.file);
    return found === undefined || next === undefined ? found : madeAt(next, found.name);
  };
  return (path) =>
    readFileSync(path, 'utf8').replace(asked, (statement, names: string, door: string) => {
      const behind = doorAt(join(dirname(path), door));
      if (behind === undefined) return statement;
      const direct = namesIn(names).map(({ name, local }) => {
        const made = madeAt(behind, name);
        if (made === undefined) throw new Error(`${path}: ${door} does not give ${name}`);
        return `import { ${made.name} as ${local} } from '${made.file}';`;
      });
      return direct.join('\n');
    });
}

/** Undefined for a file that does more than to pass names on. */
function readDoor(path: string): Door | undefined {
  if (!path.endsWith('/index.ts')) return undefined;
  const text = readFileSync(path, 'utf8').replace(comments, '');
  if (text.replace(passedOn, '').trim() !== '') return undefined;
  const statements = [...text.matchAll(passedOn)];
  return new Map(
    statements.flatMap(([, names = '', from = '']) =>
      namesIn(names).map(({ name, local }) => [local, { file: join(dirname(path), from), name }] as const),
    ),
  );
}

/** `a, b as c, type D`: without the types, which are gone in JavaScript. */
const namesIn = (names: string): readonly { readonly name: string; readonly local: string }[] =>
  names
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '' && !word.startsWith('type '))
    .map((word) => {
      const [name = '', local = name] = word.split(/\s+as\s+/);
      return { name, local };
    });
