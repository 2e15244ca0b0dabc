/** Compares a container root with what an image needs. Says what it finds, repairs nothing. */
import type { ByteSource } from '../../../../parse/bytes/byte-source.ts';
import type { RootEntry, RootView } from '../../../../restore-sim/host/root-view.ts';
import { checkProgram } from './check-program.ts';
import { checkText } from './check-text.ts';
import type { RootCode } from './codes.ts';
import { finding, type RootFinding } from './finding.ts';
import { deviceText, modeText, shown, typeName, usesText } from './shown.ts';
import type { AbsentPath, DeviceNumber, NeededPath, Preparation } from './types.ts';

/** `source` is the image that the preparation was made from; stored text of programs is read from it. */
export function checkRoot(prepared: Preparation, root: RootView, source: ByteSource): readonly RootFinding[] {
  const made = prepared.mounts.filter(({ madeBy }) => madeBy === 'restore');
  const context = { root, source, made: made.map(({ mountpoint }) => mountpoint) };
  return [
    ...prepared.paths.flatMap((needed) => checkNeeded(context, needed)),
    ...prepared.absent.flatMap((absent) => checkAbsent(root, absent)),
  ];
}

interface Context {
  readonly root: RootView;
  readonly source: ByteSource;
  /** Mount points that the restore fills later. */
  readonly made: readonly string[];
}

function checkNeeded(context: Context, needed: NeededPath): readonly RootFinding[] {
  const { path, isExact, uses } = needed;
  if (!isExact)
    return [finding('name-not-exact', path, 'holds bytes that are no UTF-8; look for it yourself')];
  const entry = context.root.stat(path);
  const why = usesText(uses);
  if (entry === undefined) {
    return [finding('path-missing', path, `is missing; needed: ${typeName[needed.type]}, ${why}`)];
  }
  if (entry.type === 'dangling') {
    if (context.made.some((mountpoint) => entry.path.startsWith(`${mountpoint}/`))) return [];
    return [
      finding('path-missing', path, `leads to ${shown(entry.path)} by a link, where nothing is; ${why}`),
    ];
  }
  if (needed.type === 'any') return [];
  if (entry.type !== needed.type) {
    const message = `is a ${entryName(entry.type)}, not a ${typeName[needed.type]}; ${why}`;
    return [finding('path-type', path, message)];
  }
  const measures = checkMeasures(needed, entry);
  // A file that is too short cannot be the program; more about it helps nobody.
  if (entry.type !== 'file' || measures.some(({ code }) => code === 'program-too-short')) return measures;
  return [...measures, ...checkProgram(context.root, needed), ...checkText(context, needed)];
}

const entryName = (type: Exclude<RootEntry['type'], 'dangling'>): string =>
  type === 'socket' ? 'socket' : typeName[type];

function checkMeasures(needed: NeededPath, entry: RootEntry): readonly RootFinding[] {
  const { path, device, mode, sizeBytes, positionBytes, textEndBytes } = needed;
  const size = BigInt(entry.size);
  const findings: RootFinding[] = [];
  const add = (code: RootCode, message: string) => findings.push(finding(code, path, message));
  if (device && !isSameDevice(device, entry.rdev)) {
    add('device-number', `is device ${deviceText(entry.rdev)}, the image has ${deviceText(device)}`);
  }
  // Neither CRIU nor OpenVZ looks at modes, but a program that opens the file again does.
  if (mode !== undefined && mode !== entry.mode) {
    add('mode-differs', `has mode ${modeText(entry.mode)}, the image has ${modeText(mode)}`);
  }
  if (entry.type !== 'file') return findings;
  if (sizeBytes !== undefined && sizeBytes !== size) {
    add('size-differs', `has ${size} bytes, the image has ${sizeBytes}`);
  } else if (positionBytes > size) {
    add('shorter-than-position', `has ${size} bytes, a program is at position ${positionBytes}`);
  }
  if (textEndBytes > size) {
    add('program-too-short', `has ${size} bytes, but text up to byte ${textEndBytes} was mapped from it`);
  }
  return findings;
}

const isSameDevice = (a: DeviceNumber, b: DeviceNumber): boolean =>
  a.major === b.major && a.minor === b.minor;

/** What is mounted cannot be seen in a tree; left-over sockets can. */
function checkAbsent(
  root: RootView,
  { path, kind, isExact, isRefused, why }: AbsentPath,
): readonly RootFinding[] {
  if (kind !== 'socket' || !isExact) return [];
  const entry = root.stat(path);
  if (entry === undefined) return [];
  if (entry.type !== 'socket') return [finding('socket-place-taken', path, `is in the way: ${why}`)];
  return isRefused ? [finding('left-over-socket', path, `is left over from before: ${why}`)] : [];
}
