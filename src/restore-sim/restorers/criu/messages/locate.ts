/** Where the image has what a message is about: by the condition that would have said it, or by what the words name. */
import type { Location } from '../../../../diagnostic.ts';
import { entriesOf, firstOf, openCriuImage, placeOf, textOf } from '../../../../model/from-criu/image.ts';
import { fieldsAs, openFilesOf } from '../../../../model/from-criu/open-files.ts';
import { fileName, type ImageDirectory } from '../../../../parse/criu/index.ts';
import type { Condition } from '../../../conditions.ts';
import type { ExplainedLine } from './explain-log.ts';
import type { ExplainCode } from './explanations/index.ts';

export interface Located {
  /** More exact than the words alone tell. */
  readonly code: ExplainCode;
  readonly at: Location | null;
  /** The condition with its state and what was found, where the host is known. */
  readonly condition?: Condition;
}

export interface Rehearsed {
  readonly conditions: readonly Condition[];
  readonly failures: readonly { readonly code: string; readonly at: Location }[];
}

/** A function, since logs have several lines and the image is read once. */
export function locator(
  directory: ImageDirectory,
  { conditions, failures }: Rehearsed,
): (line: ExplainedLine) => Located {
  const image = openCriuImage(directory, () => {});
  const ofImage = failures.find(({ code }) => code.startsWith('criu-'))?.at;
  return (line) => {
    const code = codeIn(line, conditions);
    const condition = conditionFor({ ...line, code }, conditions);
    const damage = damaged.has(code) ? ofImage : undefined;
    const at = damage ?? placeIn(image, line) ?? condition?.at ?? taskPlace(image, line) ?? null;
    return { code: opened.has(code) ? (condition?.code ?? code) : code, at, ...(condition && { condition }) };
  };
}

/** What the rehearsal finds wrong in the image is what these are about. */
const damaged: ReadonlySet<string> = new Set([
  ...['image-damaged', 'image-file-missing', 'task-died', 'criu-bug', 'about-images', 'about-memory'],
]);

/** One message for two reasons: the image tells which of them it can be. */
function codeIn({ code }: ExplainedLine, conditions: readonly Condition[]): ExplainCode {
  const has = (wanted: string) =>
    conditions.some((one) => one.code === wanted && one.state !== 'met' && one.isUsual !== true);
  const unmet = (wanted: string) => conditions.some((one) => one.code === wanted && one.state === 'unmet');
  if (code === 'memory-commitment' && !unmet(code) && has('map-count')) return 'map-count';
  if (code === 'image-damaged' && has('lazy-pages-needed')) return 'lazy-pages-needed';
  if (code === 'loopback-up' && !unmet(code)) {
    if (unmet('loopback-open')) return 'loopback-open';
    if (unmet('memory-needed')) return 'memory-needed';
  }
  if (code === 'network-capability' && unmet('calls-allowed')) return 'calls-allowed';
  return code;
}

/** Of several of the code, the one that the words name; unmet ones first, as they stand. */
function conditionFor(line: ExplainedLine, conditions: readonly Condition[]): Condition | undefined {
  const codes = [line.code, ...(near[line.code] ?? [])];
  const ofKind = conditions.filter(({ code }) => codes.some((wanted) => isSame(code, wanted)));
  const path = line.parts['path'] ?? line.parts['program'] ?? line.parts['point'] ?? line.parts['source'];
  const number = line.parts['index'] ?? line.parts['pid'];
  const named = ofKind.find(({ facts = {} }) => {
    if (path !== undefined)
      return withSlash(String(facts['path'])) === withSlash(path) || facts['hostPath'] === path;
    if (number !== undefined) return String(facts['index'] ?? facts['pid']) === number;
    return line.parts['key'] !== undefined && facts['key'] === line.parts['key'];
  });
  if (named !== undefined) return named;
  return path === undefined ? (ofKind.find(({ state }) => state === 'unmet') ?? ofKind[0]) : undefined;
}

/** Conditions that are only asked where an option is given, and those of the image behind them. */
const near: Readonly<Record<string, readonly string[]>> = {
  'external-path': ['external-mount', 'external-mount-auto'],
  'descriptor-given': ['external-network', 'external-pid-namespace', 'external-pipe'],
  'device-name-free': ['veth-peer', 'veth-peer-name'],
  'network-reachable': ['tcp-established'],
};

/** Files of all kinds are opened by one function. */
const opened: ReadonlySet<string> = new Set(['file-needed', 'directory-needed', 'device-needed']);
const isSame = (a: string, b: string): boolean => a === b || (opened.has(a) && opened.has(b));

const withSlash = (path: string): string => (path.startsWith('/') ? path : `/${path}`);

type Image = ReturnType<typeof openCriuImage>;

function placeIn(image: Image, { parts, text, pid, code }: ExplainedLine): Location | undefined {
  const file = /\(id (\d+)\)|\bid (0x[0-9a-f]+)|fake fifo (0x[0-9a-f]+)|desc id (0x[0-9a-f]+)/.exec(text);
  const id = Number(file?.[1] ?? file?.[2] ?? file?.[3] ?? file?.[4] ?? Number.NaN);
  if (!Number.isNaN(id)) {
    for (const one of openFilesOf(image)) if (one.id === id && one.kind !== 'REG') return placeOf(one);
  }
  const inode = Number(
    /Can't connect (\d+) socket|ino (\d+)/.exec(text)?.slice(1).find(Boolean) ?? Number.NaN,
  );
  if (!Number.isNaN(inode)) {
    for (const one of openFilesOf(image)) if (fieldsAs(one, 'UNIXSK')?.ino === inode) return placeOf(one);
  }
  const path = parts['path'];
  if (path !== undefined && opened.has(code)) {
    for (const one of openFilesOf(image)) {
      const name = textOf(fieldsAs(one, 'REG')?.name);
      if (name !== undefined && withSlash(name) === withSlash(path)) return placeOf(one);
    }
  }
  if (code === 'pids-free' || code === 'process-count') {
    const number = Number(parts['pid'] ?? /Can't fork for (\d+)/.exec(text)?.[1]);
    for (const entry of entriesOf(image, 'PSTREE', 'pstree_entry'))
      if (entry.fields.pid === number || entry.fields.threads?.includes(number)) return placeOf(entry);
  }
  const mount = Number(parts['mount'] ?? Number.NaN);
  if (!Number.isNaN(mount)) {
    for (const name of image.sizes.keys()) {
      const space = /^mountpoints-(\d+)\.img$/.exec(name)?.[1];
      if (space === undefined) continue;
      for (const entry of entriesOf(image, 'MNTS', 'mnt_entry', Number(space)))
        if (entry.fields.mnt_id === mount) return placeOf(entry);
    }
  }
  const address = parts['address'];
  if (address !== undefined && pid !== undefined) {
    const name = fileName('MM', pid);
    const entry = firstOf(image, 'MM', 'mm_entry', pid);
    if (entry !== undefined) return { ...placeOf(entry), file: name, path: `area at ${address}` };
  }
  const damaged = /(?:on|from|for|open) \S*?([a-z0-9-]+\.img)/.exec(text)?.[1];
  return damaged !== undefined && image.sizes.has(damaged) ? { file: damaged, offset: 0 } : undefined;
}

/** The task that said it. */
function taskPlace(image: Image, { pid }: ExplainedLine): Location | undefined {
  const name = pid === undefined ? undefined : fileName('CORE', pid);
  return name !== undefined && image.sizes.has(name) ? { file: name, offset: 0 } : undefined;
}
