/** Bundles: what is given to esbuild, and why. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { filesBelow } from './files.ts';

export interface BuildInfo {
  readonly version: string;
  readonly commit: string;
}

/** Commands with threads → the files that threads run; they get into the file of the command. */
const threads: Readonly<Record<string, readonly string[]>> = {
  'cr-validate': ['validate-worker'],
  'cr-inspect': ['worker', 'list-worker'],
};

/** What draws the inspector: a file of its own, read when the inspector starts and never else. */
const drawing = ['ink', 'react', 'react/jsx-runtime'];
const drawingFile = 'terminal-ui.js';

/** Commands, `NAME.js` in `outdir`, each in one file; only those named, or all. Returns the files that went into them. */
export async function bundleCommands(
  root: string,
  build: BuildInfo,
  outdir: string,
  wanted?: readonly string[],
): Promise<readonly string[]> {
  const sources = filesBelow(join(root, 'src'));
  const used: string[] = [];
  for (const entry of sources.filter((path) => /\/cr-[a-z-]+\.ts$/.test(path))) {
    const name = basename(entry, '.ts');
    if (wanted && !wanted.includes(name)) continue;
    const entries = (threads[name] ?? []).map((thread) => ({
      thread,
      path: sources.find((path) => path.endsWith(`/${thread}.ts`)) ?? '',
    }));
    const result = await esbuild.build({
      ...common(root, build),
      stdin: { contents: eitherOf(entry, entries), resolveDir: root },
      banner: { js: `#!/usr/bin/env node\n${requireLine}` },
      outfile: join(outdir, `${name}.js`),
      plugins: [withoutIconv, drawingApart(root)],
    });
    used.push(...inputs(root, result));
    for (const { thread } of entries) {
      const text = `globalThis.crToolsThread = '${thread}';\nawait import('./${name}.js');\n`;
      writeFileSync(join(outdir, `${thread}.js`), text);
    }
  }
  const screen = await esbuild.build({
    ...common(root, build),
    stdin: {
      contents: drawing.map((name, at) => `export * as m${at} from '${name}';`).join('\n'),
      resolveDir: root,
    },
    outfile: join(outdir, drawingFile),
    define: { 'process.env.NODE_ENV': '"production"' },
    // ink loads its developer tools where DEV is "true" in the environment; there are none here.
    plugins: [without('react-devtools-core')],
  });
  return [...used, ...inputs(root, screen)];
}

const importOf = (path: string) => `await import(${JSON.stringify(path)});`;

/** The command, or in a thread what that one runs. */
const eitherOf = (entry: string, threads: readonly { readonly thread: string; readonly path: string }[]) =>
  [
    ...threads.map(
      ({ thread, path }) => `if (globalThis.crToolsThread === '${thread}') ${importOf(path)} else`,
    ),
    importOf(entry),
  ].join('\n');

/** The library: `dist/index.js`. */
export async function bundleLibrary(root: string, build: BuildInfo): Promise<readonly string[]> {
  const library = await esbuild.build({
    ...common(root, build),
    minifyWhitespace: false,
    entryPoints: [join(root, 'src', 'index.ts')],
    outfile: join(root, 'dist', 'index.js'),
    plugins: [withoutIconv],
  });
  return inputs(root, library);
}

// Packages in the older module form ask for parts of Node.js by `require`.
const requireLine =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

const common = (root: string, { version, commit }: BuildInfo) =>
  ({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
    // Names stay, so that a stack trace in the report of a bug can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    define: {
      CR_TOOLS_VERSION: JSON.stringify(version),
      CR_TOOLS_COMMIT: JSON.stringify(commit),
    },
    banner: { js: requireLine },
  }) as const satisfies esbuild.BuildOptions;

const inputs = (root: string, { metafile }: { metafile: esbuild.Metafile }) =>
  Object.keys(metafile.inputs).map((path) => relative(root, join(root, path)));

/** A package that is never asked for: what imports it is behind a condition that does not hold here. */
const without = (name: string): esbuild.Plugin => ({
  name: `without-${name}`,
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
    build.onLoad({ filter: /.*/, namespace: name }, () => ({ contents: 'export default undefined;' }));
  },
});

/** Of kaitai-struct, for engines without TextDecoder. */
const withoutIconv = without('iconv-lite');

/** Takes the names of the drawing packages from the file beside the command, at the time they are needed. */
const drawingApart = (root: string): esbuild.Plugin => ({
  name: 'drawing-apart',
  setup(build) {
    const require = createRequire(join(root, 'package.json'));
    build.onResolve({ filter: /^(ink|react)(\/|$)/ }, ({ path }) => ({ path, namespace: 'drawing' }));
    build.onResolve({ filter: new RegExp(`^\\./${drawingFile}$`), namespace: 'drawing' }, ({ path }) => ({
      path,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'drawing' }, async ({ path }) => {
      const found: Record<string, unknown> = await import(require.resolve(path));
      const names = Object.keys(found).filter((name) => /^[A-Za-z]\w*$/.test(name) && name !== 'default');
      return {
        contents: [
          `const { m${drawing.indexOf(path)}: part } = await import('./${drawingFile}');`,
          ...names.map((name) => `export const ${name} = part.${name};`),
        ].join('\n'),
      };
    });
  },
});
