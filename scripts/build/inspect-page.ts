/** `inspect.html`: the engine bundled for a browser, in a page of its own. */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { inspectPage } from '../../src/browser/page.ts';

/** What a browser does in another way than Node.js. */
const seams: Readonly<Record<string, string>> = {
  'src/byte-text.ts': 'byte-text.ts',
  'src/parse/bytes/hash.ts': 'hash.ts',
  'src/parse/archive/gunzip.ts': 'gunzip.ts',
  'src/parse/archive/spool.ts': 'spool.ts',
  'src/parse/archive/wide-unpacker.ts': 'wide-unpacker.ts',
};

export interface BundledPage {
  readonly page: string;
  /** Files that went into it, relative to `root`. */
  readonly inputs: readonly string[];
}

/** Throws where something in the engine is of Node.js. */
export async function bundlePage(root: string, version: string): Promise<BundledPage> {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/browser/page-thread.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: true,
    metafile: true,
    logLevel: 'error',
    legalComments: 'none',
    plugins: [
      seam(root),
      hostOnly,
      unused(/^(iconv-lite|zlib)$/),
      unused(/\/convert\/(cpt|criu|linux-cr)\/family\.ts$/),
      zstd(),
    ],
  });
  const [output] = Object.values(metafile.outputs);
  const asked = output?.imports.map(({ path }) => path) ?? [];
  if (asked.length > 0) throw new Error(`the page needs what no browser has: ${asked.join(', ')}`);
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { page: inspectPage(outputFiles[0]?.text ?? '', version), inputs: inputs.map(([path]) => path) };
}

const seam = (root: string): esbuild.Plugin => ({
  name: 'seams',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) => {
      const wanted = join(resolveDir, path);
      const own = seams[wanted.slice(root.length).replace(/^\//, '')];
      return own === undefined ? undefined : { path: join(root, 'src/browser/seams', own) };
    });
  },
});

/** Files that others share with the page may import it, as long as nothing is left of that in the page. */
const hostOnly: esbuild.Plugin = {
  name: 'host-only',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
  },
};

/** What the page never asks for: other encodings, packed Kaitai fields, conversions. */
const unused = (filter: RegExp): esbuild.Plugin => ({
  name: `without ${filter}`,
  setup(build) {
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: String(filter) }));
    build.onLoad({ filter: /.*/, namespace: String(filter) }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
});

/** The decoder fetches its own program from a data: address, which the policy of the page forbids as it does all else. */
const zstd = (): esbuild.Plugin => ({
  name: 'zstd',
  setup(build) {
    build.onLoad({ filter: /zstddec-stream\.mjs$/ }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      const source = await readFile(path, 'utf8');
      const contents = source
        .replace('typeof fetch !== "undefined"', 'false')
        .replace('Buffer.from(wasm, "base64")', 'Uint8Array.from(atob(wasm), (c) => c.charCodeAt(0))');
      if (!contents.includes('if (false)') || contents.includes('Buffer.from'))
        throw new Error(`${path} is not what it was: look how it gets its program`);
      return { contents, loader: 'js' };
    });
  },
});
