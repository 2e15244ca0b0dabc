/** Where the image has what a message is about: by the condition that would have said it, or by what the words name. */
import type { Location } from '../../../../diagnostic.ts';
import { entriesOf, firstOf, openCriuImage, placeOf, textOf } from '../../../../model/from-criu/image.ts';
import { type CriuOpenFile, fieldsAs, openFilesOf } from '../../../../model/from-criu/open-files.ts';
import { addressText, fileName, type ImageDirectory } from '../../../../parse/criu/index.ts';
import type { Condition } from '../../../conditions.ts';
import type { Rehearsed } from '../../../restorer-log.ts';
import { protocols } from '../conditions/network.ts';
import type { ExplainedLine } from './explain-log.ts';
import type { ExplainCode } from './explanations/index.ts';

export interface Located {
  /** More exact than the words alone tell. */
  readonly code: ExplainCode;
  readonly at: Location | null;
  /** The condition with its state and what was found, where the host is known. */
  readonly condition?: Condition;
}

/** A function, since logs have several lines and the image is read once. */
export function locator(
  directory: ImageDirectory,
  { conditions, failures }: Rehearsed,
): (line: ExplainedLine) => Located {
  const image = openCriuImage(directory, () => {});
  const ofImage = failures.find(({ code }) => code.startsWith('criu-'))?.at;
  return (line) => {
    const code = isHuge(image, line) ? 'huge-pages' : codeIn(line, conditions);
    const wanted = conditionFor({ ...line, code }, conditions, fileIn(image, line));
    // Where the line says what is wrong, its remedy is the more exact one.
    const condition = wanted && line.parts['what'] ? { ...wanted, remedy: line.remedy } : wanted;
    const damage = damaged.has(code) ? ofImage : undefined;
    const at = damage ?? placeIn(image, line) ?? condition?.at ?? taskPlace(image, line) ?? null;
    return { code: opened.has(code) ? (condition?.code ?? code) : code, at, ...(condition && { condition }) };
  };
}

/** What the rehearsal finds wrong in the image is what these are about. */
const damaged: ReadonlySet<string> = new Set([
  ...['image-damaged', 'image-file-missing', 'task-died', 'criu-bug', 'about-images', 'about-memory'],
]);

/** A filter of seccomp answers as the kernel does where a right is missing. */
const refusedByFilters: ReadonlySet<string> = new Set([
  ...['network-capability', 'initial-user-namespace', 'clock-capability', 'root-change', 'capabilities'],
]);

/** One message for two reasons: the image tells which of them it can be. */
function codeIn({ code }: ExplainedLine, conditions: readonly Condition[]): ExplainCode {
  const has = (wanted: string) =>
    conditions.some((one) => one.code === wanted && one.state !== 'met' && one.isUsual !== true);
  const unmet = (wanted: string) => conditions.some((one) => one.code === wanted && one.state === 'unmet');
  // Of groups that nobody dumped the image knows; others it has lost.
  if (code === 'cgroup-of-dumper' && !conditions.some((one) => one.code === code))
    return 'image-file-missing';
  if (code === 'task-died' && unmet('criu-fault')) return 'criu-fault';
  if (code === 'memory-commitment' && !unmet(code)) {
    if (unmet('data-limit')) return 'data-limit';
    if (has('map-count')) return 'map-count';
  }
  if (code === 'image-damaged' && has('lazy-pages-needed')) return 'lazy-pages-needed';
  // A loopback device that was never up has no address either.
  if (code === 'program-needed' && !unmet(code) && unmet('loopback-up')) return 'loopback-up';
  if (code === 'program-needed' && !unmet(code) && unmet('option-file')) return 'option-file';
  if (code === 'loopback-up' && !unmet(code)) {
    if (unmet('loopback-open')) return 'loopback-open';
    if (unmet('memory-needed')) return 'memory-needed';
  }
  if (refusedByFilters.has(code) && !unmet(code) && unmet('calls-allowed')) return 'calls-allowed';
  return code;
}

/** asm-generic/hugetlb_encode.h, MAP_HUGETLB. */
const mapHuge = 0x40000;

/** The kernel has no other number for want of huge pages than for want of memory. */
function isHuge(image: Image, { code, parts, pid }: ExplainedLine): boolean {
  const address = parts['address'];
  if (code !== 'memory-commitment' || address === undefined || pid === undefined) return false;
  const { vmas = [] } = firstOf(image, 'MM', 'mm_entry', pid)?.fields ?? {};
  return vmas.some(({ start, flags = 0 }) => start === BigInt(address) && (flags & mapHuge) !== 0);
}

/**
 * The condition that the line is about: the one that has its path, number or key, or the socket or file of its id.
 * Where the line names none and there may be many, only the one that the host is known not to meet.
 */
function conditionFor(
  line: ExplainedLine,
  conditions: readonly Condition[],
  file: CriuOpenFile | undefined,
): Condition | undefined {
  const codes = [line.code, ...(near[line.code] ?? [])];
  const { parts } = line;
  const named = parts['path'] ?? parts['program'] ?? parts['point'] ?? parts['source'];
  const number = parts['index'] ?? parts['pid'];
  const key = parts['key'];
  const isNamed = [named, number, key, file].some((one) => one !== undefined);
  const isExact = (code: string) => codes.includes(code);
  const ofKind = conditions.filter(
    ({ code }) => isExact(code) || (isNamed && opened.has(code) && opened.has(line.code)),
  );
  const found =
    ofKind.find(({ facts = {} }) => {
      if (named !== undefined)
        return withSlash(String(facts['path'])) === withSlash(named) || facts['hostPath'] === named;
      if (number !== undefined) return String(facts['index'] ?? facts['pid']) === number;
      if (key !== undefined) return facts['key'] === key;
      const { uid, gid } = parts;
      return uid !== undefined && String(facts['uid']) === uid && String(facts['gid']) === gid;
    }) ??
    (file && ofKind.find((condition) => isOfFile(condition, file)));
  if (found !== undefined || named !== undefined || file !== undefined) return found;
  const unmet = ofKind.filter(({ state }) => state === 'unmet');
  if (ofThings.has(line.code)) return unmet.length === 1 ? unmet[0] : undefined;
  return unmet[0] ?? ofKind[0];
}

/** Conditions that an image may have many of, each of another path, port or device. */
const ofThings: ReadonlySet<string> = new Set([
  ...[
    'file-needed',
    'directory-needed',
    'device-needed',
    'mount-needed',
    'mount-point-needed',
    'space-needed',
  ],
  ...['unix-name-free', 'unix-peer', 'port-free', 'address-there', 'interface-there', 'terminal-number'],
  ...['pids-free', 'lock-free', 'lsm-profile', 'program-needed', 'external-file', 'ipc-free'],
  'ghost-name-free',
]);

/** Conditions of sockets stand once for each port, path or address, at the first that has it. */
function isOfFile({ at, facts = {} }: Condition, file: CriuOpenFile): boolean {
  const regular = fieldsAs(file, 'REG');
  const path = textOf(regular?.name);
  if (path !== undefined) {
    const directory = path.slice(0, path.lastIndexOf('/')) || '/';
    const named = String(facts['path']);
    if (named.startsWith(`${path}.cr.`) || named === path) return true;
    return facts['isWritten'] === 1 && named === directory;
  }
  const socket = fieldsAs(file, 'INETSK');
  if (socket !== undefined && facts['address'] !== undefined)
    return (
      facts['address'] === addressText(socket.src_addr ?? []) &&
      (facts['port'] === undefined ||
        (facts['port'] === socket.src_port && facts['protocol'] === protocols[socket.proto ?? 0]))
    );
  const place = placeOf(file);
  return at.file === place.file && at.offset === place.offset;
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

const withSlash = (path: string): string => (path.startsWith('/') ? path : `/${path}`);

type Image = ReturnType<typeof openCriuImage>;

/** The file that the line names by its id or its inode, or its neighbours by the id of a deleted one. */
function fileIn(image: Image, line: ExplainedLine): CriuOpenFile | undefined {
  const { parts, text } = line;
  const mapped = mappedIn(image, line);
  if (mapped !== undefined) return mapped;
  const file = /\(id (\d+)\)|\bid[ =](0x[0-9a-f]+)|fake fifo (0x[0-9a-f]+)|desc id (0x[0-9a-f]+)/.exec(text);
  const id = Number(file?.slice(1).find(Boolean) ?? Number.NaN);
  const deleted = Number(parts['file'] ?? Number.NaN);
  const inode = Number(
    /Can't connect (\d+) socket|ino (\d+)/.exec(text)?.slice(1).find(Boolean) ?? Number.NaN,
  );
  if ([id, deleted, inode].every(Number.isNaN)) return undefined;
  let ofInode: CriuOpenFile | undefined;
  for (const one of openFilesOf(image)) {
    // Of a deleted file the neighbours tell the id; one that a descriptor leads to is of any kind.
    if (one.kind === 'REG' && parts['descriptor'] === undefined ? one.id === deleted : one.id === id)
      return one;
    if (fieldsAs(one, 'UNIXSK')?.ino === inode) ofInode ??= one;
  }
  return ofInode;
}

/** The program of the task that says it, or the file that is mapped to be run at the address. */
function mappedIn(image: Image, { code, parts, pid, text }: ExplainedLine): CriuOpenFile | undefined {
  if (pid === undefined || !opened.has(code)) return undefined;
  const mm = firstOf(image, 'MM', 'mm_entry', pid)?.fields;
  const address = parts['address'];
  const area = address && mm?.vmas?.find(({ start }) => start === BigInt(address));
  const id = /PR_SET_MM_MAP/.test(text) ? mm?.exe_file_id : area ? Number(area.shmid ?? 0n) : undefined;
  if (id === undefined) return undefined;
  for (const one of openFilesOf(image)) if (one.kind === 'REG' && one.id === id) return one;
  return undefined;
}

function placeIn(image: Image, line: ExplainedLine): Location | undefined {
  const { parts, text, pid, code } = line;
  const address = parts['address'];
  if (address !== undefined && pid !== undefined) {
    const name = fileName('MM', pid);
    const entry = firstOf(image, 'MM', 'mm_entry', pid);
    if (entry !== undefined) return { ...placeOf(entry), file: name, path: `area at ${address}` };
  }
  const file = fileIn(image, line);
  if (file !== undefined) {
    const name = textOf(fieldsAs(file, 'REG')?.name) ?? file.kind;
    return parts['descriptor'] === undefined ? placeOf(file) : { ...placeOf(file), path: name };
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
  const damaged = /(?:on|from|for|open) \S*?([a-z0-9-]+\.img)/.exec(text)?.[1];
  return damaged !== undefined && image.sizes.has(damaged) ? { file: damaged, offset: 0 } : undefined;
}

/** The task that said it. */
function taskPlace(image: Image, { pid }: ExplainedLine): Location | undefined {
  const name = pid === undefined ? undefined : fileName('CORE', pid);
  return name !== undefined && image.sizes.has(name) ? { file: name, offset: 0 } : undefined;
}
