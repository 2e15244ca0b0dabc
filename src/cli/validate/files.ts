/** Reading what cr-validate is configured with: the configuration file, a baseline. */
import { lstatSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { readJsonDocument } from '../../parse/bytes/document.ts';
import { documentChecks } from '../../parse/generated/document-checks.ts';
import type { Baseline } from '../../validate/baseline.ts';
import type { ConfigFile } from '../../validate/config.ts';
import { type Arguments, UsageError } from '../options.ts';
import type { Terminal } from '../terminal.ts';

const defaultConfig = 'cr-validate.config.json';

/**
 * The configuration that the options name or that lies in the working directory, with the path of its
 * baseline.
 */
export function readConfig(args: Arguments, terminal: Terminal): ConfigFile | undefined {
  const named = args.value('config');
  if (named !== undefined && args.flag('no-config'))
    throw new UsageError('--config and --no-config exclude each other');
  // Found by its name only, it must lie here: a link could stand in anybody's checkout and lead anywhere.
  const isHere = lstatSync(defaultConfig, { throwIfNoEntry: false })?.isFile() === true;
  const path = named ?? (isHere ? defaultConfig : undefined);
  if (path === undefined || args.flag('no-config')) return undefined;
  const config = checked<ConfigFile>(path, 'validateConfig');
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

export const readBaseline = (path: string): Baseline => checked<Baseline>(path, 'validateBaseline');

function checked<T>(path: string, document: 'validateConfig' | 'validateBaseline'): T {
  const json = readJsonDocument(path);
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
