/**
 * Things that are found by name. Of files CRIU compares size, build-id and mode, in that order, after it has opened
 * them (criu/files-reg.c, validate_file); what it does not compare is no reason here either.
 */
import type { Condition } from '../../conditions.ts';
import { buildIdOf } from '../build-id.ts';
import type { Host, HostMount } from '../host.ts';
import type { RootEntry, RootEntryType, RootView } from '../root-view.ts';
import { forbidden, mayNotWrite } from './access.ts';
import { forbiddenDevice } from './groups.ts';
import {
  hasFact,
  hasOption,
  type Judge,
  type Judgement,
  judged,
  type Looked,
  lookFor,
  mountOf,
  onHost,
  type Situation,
  textFact,
  type Unmet,
} from './judge.ts';

const typeNames: Readonly<Record<RootEntryType, string>> = {
  file: 'a file',
  directory: 'a directory',
  fifo: 'a FIFO',
  'character-device': 'a character device',
  'block-device': 'a block device',
  socket: 'a socket',
  dangling: 'nothing: a symbolic link leads nowhere',
};

export const foundText = (entry: RootEntry | undefined): string =>
  entry === undefined ? 'nothing' : typeNames[entry.type];

const isThere = (entry: RootEntry | undefined): entry is RootEntry =>
  entry !== undefined && entry.type !== 'dangling';

/** inode(7), by type. */
const typeBits: Readonly<Partial<Record<RootEntryType, number>>> = {
  file: 0o100000,
  directory: 0o040000,
  fifo: 0o010000,
  'character-device': 0o020000,
  'block-device': 0o060000,
  socket: 0o140000,
};
const typeMask = 0o170000;
const permissionMask = 0o777;

const octal = (mode: number): string => `0${mode.toString(8)}`;

export const fileJudge: Judge = (condition, situation) => {
  const looked = lookFor(condition, situation);
  const unwritable = readOnly(condition, situation);
  if (looked === undefined) return unwritable ?? 'open';
  const { root, path } = looked;
  const entry = root.stat(path);
  if (!isThere(entry)) return { found: foundText(entry) };
  const fifo = waitsForPeer(condition, entry);
  const wrong =
    fifo ??
    unwritable ??
    immutable(condition, looked) ??
    noDevices(condition, situation, entry) ??
    ofNoGroup(condition, situation, entry) ??
    forbidden(condition, situation, entry) ??
    sizeDiffers(condition, entry) ??
    buildDiffers(condition, situation, root, entry) ??
    modeDiffers(condition, situation, entry) ??
    deviceDiffers(condition, entry) ??
    fifoNeeded(condition, entry) ??
    notToRun(condition, situation, entry);
  return wrong ?? shorterThanPosition(condition, entry) ?? 'met';
};

/** Opening one for reading waits until somebody writes, and the other way round; for both it does not wait. */
function waitsForPeer(condition: Condition, { type }: RootEntry): Unmet | undefined {
  const mode = hasFact(condition, 'mode') ? Number.parseInt(textFact(condition, 'mode'), 8) : 0;
  const isWanted = textFact(condition, 'type') === 'fifo' || (mode & typeMask) === typeBits.fifo;
  if (type !== 'fifo' || isWanted || hasFact(condition, 'isReadAndWritten')) return undefined;
  const other = hasFact(condition, 'isWritten') ? 'reads from' : 'writes to';
  return { found: `a FIFO, which nobody ${other}`, otherwise: 'hangs' };
}

/** Fact `device`: its number, where no other will do. */
function deviceDiffers(condition: Condition, entry: RootEntry): Unmet | undefined {
  const { type, rdev } = entry;
  const { major, minor } = rdev;
  const wanted = textFact(condition, 'device');
  const isOne = isDevice(entry);
  if (wanted === '' || (isOne && wanted === `${major}:${minor}`)) return undefined;
  return { found: isOne ? `device ${major}:${minor}` : typeNames[type] };
}

function fifoNeeded(condition: Condition, entry: RootEntry): Unmet | undefined {
  if (textFact(condition, 'type') !== 'fifo' || entry.type === 'fifo') return undefined;
  return { found: foundText(entry) };
}

export function readOnly(condition: Condition, situation: Situation): Unmet | undefined {
  if (!hasFact(condition, 'isWritten')) return undefined;
  const mount = flaggedMount(condition, situation, 'ro');
  return mount && { found: `read-only: ${mount.point}` };
}

/** A mount that is made anew has only what its file system has. */
export const hasFlag = (condition: Condition, mount: HostMount, flag: string): boolean =>
  (!hasFact(condition, 'isMountedAnew') && hasOption(mount, flag)) ||
  (mount.superOptions?.split(',').includes(flag) ?? false);

/** Whatever the modes and rights are: the file has the attribute (chattr +i), and is opened to be written. */
export function immutable(condition: Condition, { root, path }: Looked): Unmet | undefined {
  if (!hasFact(condition, 'isWritten') || root.isImmutable?.(path) !== true) return undefined;
  return { found: 'immutable (lsattr)', remedy: 'chattr -i it' };
}

/** The control group of the tasks may forbid what modes allow (kernel: security/device_cgroup.c). */
function ofNoGroup(condition: Condition, { host }: Situation, entry: RootEntry): Unmet | undefined {
  if (!isDevice(entry) || hasFact(condition, 'isOnlyNamed')) return undefined;
  const { major, minor } = entry.rdev;
  const device = `${entry.type === 'block-device' ? 'b' : 'c'} ${major}:${minor}`;
  const group = forbiddenDevice(condition, host, device);
  if (group === undefined) return undefined;
  const remedy = `echo "${device} rwm" > devices.allow of the group, or --manage-cgroups=ignore`;
  return { found: `the control group ${group} does not allow ${device}`, remedy };
}

const isDevice = ({ type }: RootEntry): boolean => type === 'character-device' || type === 'block-device';

/** Also root may not open one there ("Permission denied"). */
function noDevices(condition: Condition, situation: Situation, entry: RootEntry): Unmet | undefined {
  if (!isDevice(entry) || hasFact(condition, 'isOnlyNamed')) return undefined;
  const mount = flaggedMount(condition, situation, 'nodev');
  return mount && { found: `mounted nodev: ${mount.point}`, remedy: 'mount it without nodev' };
}

/** The mount that a path lies on, where it has the flag. */
export function flaggedMount(
  condition: Condition,
  situation: Situation,
  flag: string,
): HostMount | undefined {
  const place = onHost(condition, situation);
  const mount = place === undefined ? undefined : mountOf(situation.host, place);
  return mount !== undefined && hasFlag(condition, mount, flag) ? mount : undefined;
}

/**
 * Files that are mapped to be run may not lie on a mount that forbids it; the kernel takes as the program of a task
 * only what somebody might execute (kernel/sys.c, prctl_set_mm_exe_file).
 */
function notToRun(condition: Condition, situation: Situation, { type, mode }: RootEntry): Unmet | undefined {
  if (type !== 'file') return undefined;
  const isProgram = hasFact(condition, 'isProgram');
  const mount =
    isProgram || hasFact(condition, 'isExecuted') ? flaggedMount(condition, situation, 'noexec') : undefined;
  if (mount !== undefined)
    return { found: `mounted noexec: ${mount.point}`, remedy: 'mount it without noexec' };
  if (!isProgram || (mode & 0o111) !== 0) return undefined;
  return { found: `mode ${octal(mode)}, which nobody may run`, remedy: 'chmod it as it was' };
}

function sizeDiffers(condition: Condition, entry: RootEntry): Unmet | undefined {
  if (!hasFact(condition, 'size') || hasFact(condition, 'isAppended')) return undefined;
  const size = textFact(condition, 'size');
  // Other types have sizes of their own, which never match but for zero.
  if (entry.type !== 'file') return { found: foundText(entry) };
  return BigInt(size) === BigInt(entry.size) ? undefined : { found: `${entry.size} bytes` };
}

function buildDiffers(
  condition: Condition,
  { options }: Situation,
  root: RootView,
  { path, type }: RootEntry,
): Unmet | undefined {
  const isBySize = options?.values('--file-validation').at(-1) === 'filesize';
  if (!hasFact(condition, 'buildId') || type !== 'file' || isBySize) return undefined;
  const found = buildIdOf(root, path);
  // A file without one is taken as it is.
  if (found === undefined || found === textFact(condition, 'buildId')) return undefined;
  return { found: `build-id ${found}`, remedy: 'put back the file, or give --file-validation filesize' };
}

function modeDiffers(
  condition: Condition,
  { options }: Situation,
  { mode, type }: RootEntry,
): Unmet | undefined {
  if (!hasFact(condition, 'mode')) return undefined;
  const wanted = Number.parseInt(textFact(condition, 'mode'), 8);
  const bits = typeBits[type] ?? 0;
  if ((wanted & typeMask) !== 0 && (wanted & typeMask) !== bits) return { found: typeNames[type] };
  const mask = options?.has('--skip-file-rwx-check') === true ? 0o7000 : 0o7000 | permissionMask;
  if ((wanted & mask) === (mode & mask)) return undefined;
  const found = `mode ${octal(bits | mode)}`;
  const chmod = `chmod ${(wanted & ~typeMask).toString(8)} it`;
  // The option leaves set-user-id and its kin compared.
  return (wanted & 0o7000) === (mode & 0o7000)
    ? { found, remedy: `${chmod}, or give --skip-file-rwx-check` }
    : { found, remedy: chmod };
}

/** A log that was cut: it is opened, and what was read back of it is gone. */
function shorterThanPosition(condition: Condition, { size, type }: RootEntry): Unmet | undefined {
  if (type !== 'file' || !hasFact(condition, 'appendedFrom')) return undefined;
  const from = BigInt(textFact(condition, 'appendedFrom'));
  return BigInt(size) < from ? { found: `${size} bytes`, otherwise: 'loses' } : undefined;
}

/** A device of the tree; those that CRIU uses itself are named with `isOfHost`. */
export const deviceJudge: Judge = (condition, situation) => {
  if (!hasFact(condition, 'isOfHost')) return fileJudge(condition, situation);
  const { hostRoot, host } = situation;
  const path = textFact(condition, 'path');
  if (hostRoot === undefined) return judged(host?.restorer?.devices?.includes(path), 'nothing');
  const entry = hostRoot.stat(path);
  return judged(isThere(entry), foundText(entry));
};

/** A file system is mounted there later: a directory for one, a file for a bind of a file. No links. */
export const mountPointJudge: Judge = (condition, situation) => {
  const looked = lookFor(condition, situation);
  if (looked === undefined) return 'open';
  const { root, path } = looked;
  const entry = root.stat(path);
  if (!isThere(entry)) return { found: foundText(entry) };
  if (root.isLink?.(path) === true) return { found: 'a symbolic link' };
  const type = textFact(condition, 'type');
  const isDirectory = entry.type === 'directory';
  if (type === '') return 'met';
  return (type === 'directory') === isDirectory ? 'met' : { found: foundText(entry) };
};

/** Facts: `path`, and `mountPoint`: a directory for one, a file for a file. */
export const mountSourceJudge: Judge = (condition, situation) => {
  const looked = lookFor(condition, situation);
  if (looked === undefined) return 'open';
  const entry = looked.root.stat(looked.path);
  if (!isThere(entry)) return { found: foundText(entry) };
  const point = situation.root?.stat(textFact(condition, 'mountPoint'));
  const isOther = isThere(point) && (point.type === 'directory') !== (entry.type === 'directory');
  return judged(!isOther, `${foundText(entry)}, to be mounted on ${foundText(point)}`);
};

/** A mount that is there before the restore. */
export const mountJudge: Judge = (condition, situation) => {
  const { host } = situation;
  const place = onHost(condition, situation);
  if (host?.mounts === undefined || place === undefined) return 'open';
  const type = textFact(condition, 'fileSystem');
  const at = host.mounts.filter(({ point }) => point === (place === '' ? '/' : place));
  const isMet = type === '' ? at.length > 0 : at.at(-1)?.type === type;
  // CRIU gives each terminal its owner ("Can't setup uid 0 gid 0 on 0x12: Read-only file system").
  const { options = '', superOptions = '' } = at.at(-1) ?? {};
  if (isMet && type === 'devpts' && `${options},${superOptions}`.split(',').includes('ro'))
    return { found: 'devpts mounted read-only' };
  const found = at.at(-1) === undefined ? 'nothing mounted there' : `${at.at(-1)?.type} mounted there`;
  return judged(isMet, found);
};

export const programJudge: Judge = (condition, { host, options }) => {
  const name = textFact(condition, 'path');
  const { programs, criu: restorer } = host ?? {};
  // It was asked for its release, and said nothing: a library is missing.
  if (hasFact(condition, 'isRestorer') && restorer?.version === '') return { found: 'it does not start' };
  const isConfigured = options?.has('--no-default-config') !== true && options?.has('--config') !== true;
  if (hasFact(condition, 'isRestorer') && restorer?.refusesConfiguration === true && isConfigured)
    return { found: 'it refuses its configuration file', remedy: 'mend it, or give --no-default-config' };
  // CRIU tries this one where the first is not there or is made for nft (criu/util.c, get_legacy_iptables_bin).
  const legacy = textFact(condition, 'legacy');
  if (programs !== undefined && legacy !== '' && Object.hasOwn(programs, legacy))
    return judged(programs[legacy] !== null, `no ${legacy}, nor another for legacy tables`);
  if (programs === undefined || !Object.hasOwn(programs, name)) return 'open';
  if (programs[name] !== null && legacy !== '') return 'open';
  return judged(programs[name] !== null, 'not found');
};

/** A socket that is in the way is replaced, also that of somebody who listens (criu/sk-unix.c). */
export const unixNameJudge: Judge = (condition, situation) => {
  const name = textFact(condition, 'path');
  if (name.startsWith('@')) {
    const { unixSockets } = situation.host?.network ?? {};
    // Names of sockets are apart by type (net/unix/af_unix.c, __unix_find_socket_byname).
    const type = textFact(condition, 'type');
    const isTaken = unixSockets?.some((one) => one.name === name && (type === '' || one.type === type));
    return judged(isTaken === undefined ? undefined : !isTaken, 'in use');
  }
  const looked = lookFor(condition, situation);
  if (looked === undefined) return 'open';
  const { root, path } = looked;
  const directory = path.slice(0, path.lastIndexOf('/')) || '/';
  const parent = root.stat(directory);
  if (parent?.type !== 'directory') return { found: `${directory}: ${foundText(parent)}` };
  const entry = root.stat(path);
  const unwritable = readOnly(condition, situation) ?? mayNotWrite(condition, situation, parent);
  if (unwritable !== undefined) return unwritable;
  if (entry !== undefined && entry.type !== 'socket' && entry.type !== 'dangling')
    return { found: foundText(entry) };
  const place = onHost(condition, situation);
  const isLive = situation.host?.network?.unixSockets?.some((one) => one.name === place) ?? false;
  return isLive
    ? { note: 'somebody is bound to it: nobody will reach that one by its name any more' }
    : 'met';
};

/** A path of the host: what an option names. */
export const hostPathJudge: Judge = (condition, { hostRoot, host, root, options }): Judgement => {
  const path = textFact(condition, 'path');
  if (hasFact(condition, 'found')) return { found: textFact(condition, 'found') };
  if (hasFact(condition, 'isElsewhere')) return 'open';
  const mount = hasFact(condition, 'isWritten') ? mountOf(host, path) : undefined;
  if (mount !== undefined && hasOption(mount, 'ro')) return { found: `read-only: ${mount.point}` };
  // What something is mounted on is there.
  if (hostRoot === undefined && textFact(condition, 'type') !== 'nothing' && isMountPoint(host, path))
    return 'met';
  if (hostRoot === undefined) return 'open';
  const entry = hostRoot.stat(path);
  const type = textFact(condition, 'type');
  if (type === 'nothing') {
    const directory = path.slice(0, path.lastIndexOf('/')) || '/';
    const parent = hostRoot.stat(directory);
    if (parent?.type !== 'directory') return { found: `${directory}: ${foundText(parent)}` };
    return judged(entry === undefined, `${foundText(entry)}, which is not replaced`);
  }
  if (!isThere(entry)) return { found: foundText(entry) };
  if (hasFact(condition, 'isExecuted'))
    return judged(entry.type === 'file' && (entry.mode & 0o111) !== 0, 'what may not be run');
  if (hasFact(condition, 'mountPoint')) {
    // open_tree(2) is told not to follow it (criu/mount-v2.c); mount(2) of the older engine does.
    const isFollowed = options?.has('--mntns-compat-mode') === true;
    if (!isFollowed && hostRoot.isLink?.(path) === true)
      return { found: 'a symbolic link, which is not followed', remedy: 'name what it leads to' };
    const point = root?.stat(textFact(condition, 'mountPoint'));
    const isOther = isThere(point) && (point.type === 'directory') !== (entry.type === 'directory');
    if (isOther) return { found: `${foundText(entry)}, to be mounted on ${foundText(point)}` };
  }
  if (type === '' || entry.type === type) return 'met';
  return type === 'file' && entry.type !== 'directory' ? 'met' : { found: foundText(entry) };
};

const isMountPoint = (host: Host | undefined, path: string): boolean =>
  host?.mounts?.some(({ point }) => point === path) === true;
