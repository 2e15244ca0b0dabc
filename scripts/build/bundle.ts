/**
 * Bundles: the commands and the library as a few files that need no package. What several of them use lies in `chunks`
 * once, and is read when it is needed: `--help` reads little, and only the inspector reads what draws it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { filesBelow } from './files.ts';
import { joinChunks } from './join-chunks.ts';
import { pastDoors } from './past-doors.ts';

export interface BuildInfo {
  readonly version: string;
  readonly commit: string;
}

/**
 * Programs of threads, which the commands look for beside the chunk that starts them: `worker.ts`, `list-worker.ts`, and
 * `exchange-worker.mjs`, which is JavaScript in the sources, too.
 */
const isThread = (name: string) => /^(?:[a-z-]+-)?worker$/.test(name);

/**
 * `bin/NAME.js` for each command, and `index.js`, below `outdir`; only the commands named, or all and the library.
 * Returns the files that went into them, relative to `root`.
 */
export async function bundle(
  root: string,
  build: BuildInfo,
  outdir: string,
  wanted?: readonly string[],
): Promise<readonly string[]> {
  const { metafile, outputFiles } = await esbuild.build({
    absWorkingDir: root,
    write: false,
    entryPoints: entriesOf(join(root, 'src'), wanted),
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
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
      CR_TOOLS_VERSION: JSON.stringify(build.version),
      CR_TOOLS_COMMIT: JSON.stringify(build.commit),
    },
    // Packages in the older module form ask for parts of Node.js by `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [
      pastDoors,
      // Of kaitai-struct, for engines without TextDecoder.
      without('iconv-lite'),
      // ink loads its developer tools where DEV is "true" in the environment; there are none here.
      without('react-devtools-core'),
    ],
  });
  const chunks = new Map(
    outputFiles.map(({ path, text }) => {
      const { exports, imports, entryPoint } = metafile.outputs[relative(root, path)] ?? none;
      return [
        relative(outdir, path),
        { text, exports, imports: importsIn(root, outdir, imports), entryPoint },
      ];
    }),
  );
  for (const [path, text] of await joinChunks(chunks)) {
    mkdirSync(dirname(join(outdir, path)), { recursive: true });
    writeFileSync(join(outdir, path), text);
  }
  return Object.keys(metafile.inputs).map((path) => relative(root, join(root, path)));
}

const none: Pick<esbuild.Metafile['outputs'][string], 'exports' | 'imports' | 'entryPoint'> = {
  exports: [],
  imports: [],
};

const importsIn = (root: string, outdir: string, imports: esbuild.Metafile['outputs'][string]['imports']) =>
  imports
    .filter(({ external }) => external !== true)
    .map(({ path, kind }) => ({
      path: relative(outdir, join(root, path)),
      isDynamic: kind === 'dynamic-import',
    }));

function entriesOf(src: string, wanted: readonly string[] | undefined): Record<string, string> {
  const named = filesBelow(src).flatMap((path) => {
    const name = /\/([a-z-]+)\.(?:ts|mjs)$/.exec(path)?.[1] ?? '';
    if (isThread(name)) return [[`chunks/${name}`, path]];
    const isWanted = /^(cr-[a-z-]+|checkpointctl-cr)$/.test(name) && (wanted?.includes(name) ?? true);
    return isWanted ? [[`bin/${name}`, path]] : [];
  });
  return Object.fromEntries(wanted ? named : [...named, ['index', join(src, 'index.ts')]]);
}

/** A package that is never asked for: what imports it is behind a condition that does not hold here. */
const without = (name: string): esbuild.Plugin => ({
  name: `without-${name}`,
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
    build.onLoad({ filter: /.*/, namespace: name }, () => ({ contents: 'export default undefined;' }));
  },
});
