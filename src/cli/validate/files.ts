/** Reading what cr-validate is configured with: the configuration file, a baseline. */
import { existsSync, lstatSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { readJsonDocument } from '../../parse/bytes/document.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import type { Baseline } from '../../validate/baseline.ts';
import type { ConfigFile } from '../../validate/config.ts';
import { layers as allLayers } from '../../validate/finding.ts';
import type { Manifest } from '../../validate/manifest/manifest.ts';
import { type Arguments, UsageError } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const defaultConfig = 'cr-validate.config.json';

/**
 * The configuration that the options name, or that lies in the working directory or above it, with the path of its
 * baseline.
 */
export async function readConfig(args: Arguments, terminal: Terminal): Promise<ConfigFile | undefined> {
  const named = args.value('config');
  if (named !== undefined && args.flag('no-config'))
    throw new UsageError('--config and --no-config exclude each other');
  if (args.flag('no-config')) return undefined;
  const path = named ?? findConfig(process.cwd());
  if (path === undefined) return undefined;
  const config = await checked<ConfigFile>(path, 'validateConfig');
  if (named === undefined && !args.flag('quiet'))
    terminal.err(`settings from ${path}; --no-config leaves them out\n`);
  const { baseline } = config;
  if (baseline === undefined) return config;
  // A document opens nothing but what lies beside or below it.
  if (isAbsolute(baseline) || baseline.split('/').includes('..')) {
    throw new UsageError(
      `${path}: the baseline "${baseline}" must lie beside or below the file that names it`,
    );
  }
  return { ...config, baseline: join(dirname(path), baseline) };
}

/**
 * The nearest one, from `start` up to the root of the repository, or of the file system. Found by its name only, it must
 * be a file (a link could stand in anybody's checkout and lead anywhere), and, above where we stand, one of our own or
 * of root: in a directory like /tmp anybody could put one that silences findings.
 */
function findConfig(start: string): string | undefined {
  for (let directory = start; ; directory = dirname(directory)) {
    const path = join(directory, defaultConfig);
    const found = lstatSync(path, { throwIfNoEntry: false });
    const isOurs = directory === start || found?.uid === 0 || found?.uid === process.getuid?.();
    if (found?.isFile() && isOurs) return directory === start ? defaultConfig : path;
    const isTop = directory === dirname(directory) || existsSync(join(directory, '.git'));
    if (isTop) return undefined;
  }
}

/** What is written by --init: nothing differs from the defaults, and every kind of setting has its place. */
const startConfig = {
  schemaVersion: 1,
  strict: false,
  layers: allLayers,
  ignore: [],
  rules: {},
  overrides: [],
  policies: [],
} satisfies ConfigFile;

/** Returns what was done, in words. */
export function writeDefaultConfig(force: boolean): string {
  const output = openOutput(defaultConfig, { force });
  try {
    output.sink.write(new TextEncoder().encode(`${JSON.stringify(startConfig, undefined, 2)}\n`));
    output.commit();
  } finally {
    output.discard();
  }
  return `written to ${defaultConfig}: all layers, no rule changed; cr-validate --rules lists the codes that "ignore" and "rules" may name`;
}

export const readBaseline = (path: string): Promise<Baseline> => checked<Baseline>(path, 'validateBaseline');

export const readManifest = (path: string): Promise<Manifest> => checked<Manifest>(path, 'validateManifest');

async function checked<T>(
  path: string,
  document: 'validateConfig' | 'validateBaseline' | 'validateManifest',
): Promise<T> {
  const json = readJsonDocument(path);
  // Most runs have no document to check.
  const { documentChecks } = await import('../../parse/generated/document-checks.ts');
  const check = documentChecks[document];
  if (check?.(json)) return json as T;
  const { instancePath, message, params } = check?.errors?.[0] ?? {
    instancePath: '',
    message: 'is wrong',
    params: {},
  };
  const more = 'additionalProperty' in params ? ` "${String(params['additionalProperty'])}"` : '';
  throw new UsageError(`${path}: ${instancePath === '' ? 'the file' : instancePath} ${message}${more}`);
}
