/** Directories that files are made in: what is deleted is made again there for a moment, or in one above. */
import type { HostMount } from '../host.ts';
import type { RootEntry } from '../root-view.ts';
import { mayNotWrite } from './access.ts';
import {
  hasFact,
  type Judge,
  judged,
  type Looked,
  lookFor,
  mountOf,
  numberFact,
  onHost,
  textFact,
} from './judge.ts';
import { fileJudge, foundText, hasFlag, immutable, readOnly } from './paths.ts';

/** The directory that is there, of the one of a path and those above it; CRIU takes that (create_ghost). */
function directoryThere({ root, path }: Looked): {
  readonly path: string;
  readonly entry: RootEntry | undefined;
} {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('/')) || '/') {
    const entry = root.stat(at);
    if (entry !== undefined || at === '/') return { path: at, entry };
  }
}

/** Deleted files are made in it for a moment, and mapped from it. */
export const directoryJudge: Judge = (condition, situation) => {
  if (hasFact(condition, 'mode')) return fileJudge(condition, situation);
  const looked = lookFor(condition, situation);
  const place = onHost(condition, situation);
  const mount = place === undefined ? undefined : mountOf(situation.host, place);
  const isNoExec =
    hasFact(condition, 'isExecuted') && mount !== undefined && hasFlag(condition, mount, 'noexec');
  if (looked !== undefined) {
    const { entry, path } = hasFact(condition, 'isOrAbove')
      ? directoryThere(looked)
      : { entry: looked.root.stat(looked.path), path: looked.path };
    if (entry?.type !== 'directory') return { found: foundText(entry) };
    const closed = hasFact(condition, 'isWritten')
      ? (mayNotWrite(condition, situation, entry) ?? immutable(condition, { root: looked.root, path }))
      : undefined;
    if (closed !== undefined) return closed;
  }
  if (isNoExec) return { found: `mounted noexec: ${mount.point}` };
  const unwritable = readOnly(condition, situation);
  if (unwritable !== undefined) return unwritable;
  const isKnown = looked !== undefined && (situation.host?.mounts !== undefined || place === undefined);
  return isKnown ? 'met' : 'open';
};

/** Made with O_EXCL, so that what a restore left that was killed is in the way. */
export const ghostNameJudge: Judge = (condition, situation) => {
  const looked = lookFor(condition, situation);
  if (looked === undefined) return 'open';
  const end = looked.path.lastIndexOf('/');
  const above = directoryThere({ root: looked.root, path: looked.path.slice(0, end) || '/' });
  const { path } = above;
  // That is for the condition of the directory.
  if (above.entry?.type !== 'directory') return 'met';
  const place = `${path === '/' ? '' : path}${looked.path.slice(end)}`;
  const entry = looked.root.stat(place);
  return judged(entry === undefined, `${place}: ${foundText(entry)}`);
};

/** Linked there for a moment; of two names the second is tried where the first is taken (open_path). */
export const removedNameJudge: Judge = (condition, situation) => {
  const looked = lookFor(condition, situation);
  if (looked === undefined) return 'open';
  const { root, path } = looked;
  if (hasFact(condition, 'mode')) {
    const entry = root.stat(path);
    if (entry === undefined) return 'met';
    if (entry.type !== 'directory') return { found: foundText(entry) };
    const bits = Number.parseInt(textFact(condition, 'mode'), 8) & 0o7777;
    return judged(entry.mode === bits, `a directory of mode ${entry.mode.toString(8).padStart(4, '0')}`);
  }
  const taken = [path, `${path}.cr_link`].every((name) => root.stat(name) !== undefined);
  return judged(!taken, `${path} and ${path}.cr_link are there`);
};

export const spaceJudge: Judge = (condition, situation) => {
  const place = onHost(condition, situation);
  const { freeBytes, freeInodes } =
    (place === undefined ? undefined : mountOf(situation.host, place)) ?? ({} as Partial<HostMount>);
  if (freeBytes === undefined) return 'open';
  if (BigInt(freeBytes) < BigInt(numberFact(condition, 'bytes'))) return { found: `${freeBytes} bytes free` };
  // Some file systems have no inodes to run out of, and say nothing.
  const isEnough = freeInodes === undefined || BigInt(freeInodes) >= BigInt(numberFact(condition, 'count'));
  return judged(isEnough, `${freeInodes} inodes free`);
};
