/**
 * What a restore asks of its options and of the host, and the image alone cannot answer: a table of codes with
 * what happens otherwise, and the conditions of one image, each with the record that causes it.
 */
import type { Location } from '../diagnostic.ts';

/** What becomes of a restore where the condition is not met; `loses`: it goes on without the thing. */
export type Otherwise = 'fails' | 'crashes' | 'hangs' | 'loses';

interface ConditionInfo {
  /** What has to be given or found. */
  readonly kind: string;
  readonly otherwise: Otherwise;
  /** One sentence: what of the image asks for it. */
  readonly meaning: string;
}

const row = <Kind extends string>(kind: Kind, otherwise: Otherwise, meaning: string) =>
  ({ kind, otherwise, meaning }) as const satisfies ConditionInfo;

/** In the order in which a report lists them. */
export const conditionCodes = {
  'program-needed': row('program', 'fails', 'The restorer runs a program of the host.'),
  'mount-needed': row('mount', 'fails', 'A file system has to be mounted there before the restore.'),
  'mount-point-needed': row('mount-point', 'fails', 'A file system of the image is mounted there.'),
  'file-system-needed': row('file-system', 'fails', 'The running kernel has to know a file system.'),
  'control-group-needed': row(
    'control-group',
    'fails',
    'The running kernel has to have control groups of a kind.',
  ),
  'feature-needed': row('feature', 'loses', 'The running kernel has to give the container a feature.'),
  'device-needed': row('device', 'fails', 'A device is opened by its name.'),
  'directory-needed': row('directory', 'fails', 'A directory is opened by its name.'),
  'file-needed': row('file', 'fails', 'A file is opened by its name.'),
} as const;

export type ConditionCode = keyof typeof conditionCodes;
export type ConditionKind = (typeof conditionCodes)[ConditionCode]['kind'];

/** The words of `wanted` apart, for whoever looks at the host; 64-bit numbers are decimal text. */
export type ConditionFacts = Readonly<Record<string, string | number>>;

export interface Condition {
  readonly kind: ConditionKind;
  readonly code: ConditionCode;
  /** `--tcp-established or --tcp-close`, `/usr/bin/redis-server of 1784672 bytes, mode 0755`. */
  readonly wanted: string;
  /** What is there instead; null where nobody looked. */
  readonly found: string | null;
  readonly remedy: string;
  /** The record that asks for it. */
  readonly at: Location;
  readonly otherwise: Otherwise;
  readonly facts?: ConditionFacts;
}

export function condition(
  code: ConditionCode,
  wanted: string,
  remedy: string,
  at: Location,
  facts?: ConditionFacts,
): Condition {
  const { kind, otherwise } = conditionCodes[code];
  return { kind, code, wanted, found: null, remedy, at, otherwise, ...(facts && { facts }) };
}

/** Things that are found by name below the root of the restore. */
export type PathKind = 'file' | 'directory' | 'device' | 'mount' | 'mount-point' | 'program';

const pathRemedies: Readonly<Record<PathKind, string>> = {
  file: 'put it below the root of the restore, as it was',
  directory: 'make it below the root of the restore',
  device: 'make it below the root of the restore',
  mount: 'mount it below the root of the restore',
  'mount-point': 'make it below the root of the restore',
  program: 'install it where the restorer finds it',
};

/** `path` is as seen inside of the container. */
export const pathCondition = (kind: PathKind, path: string, at: Location): Condition =>
  condition(`${kind}-needed`, path, pathRemedies[kind], at, { path });
