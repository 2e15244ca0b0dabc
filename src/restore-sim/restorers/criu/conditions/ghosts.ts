/** Deleted files whose content is in the image: CRIU makes them again, and unlinks them (criu/files-reg.c, create_ghost). */
import type { Location } from '../../../../diagnostic.ts';
import { remapOf, remapTypes } from '../../../../model/from-criu/ghosts.ts';
import { entriesOf, firstOf, placeOf, textOf } from '../../../../model/from-criu/image.ts';
import { fieldsAs, fileKey } from '../../../../model/from-criu/open-files.ts';
import { fileName } from '../../../../parse/criu/index.ts';
import { type Condition, type ConditionFacts, condition } from '../../../conditions.ts';
import { isBrought, placeFacts } from './paths.ts';
import type { Scene } from './scene.ts';
import { usual } from './start.ts';

// inode(7).
const typeMask = 0o170000;
const typeDirectory = 0o040000;

interface Ghosts {
  bytes: number;
  count: number;
  readonly at: Location;
  readonly where: ConditionFacts;
}

export function* ghostConditions(scene: Scene): Generator<Condition> {
  yield* placesOfGhosts(scene);
  yield* removedNames(scene);
}

/** Files without a name, and those that go on under `link_remap.N`, are linked to their old name, and unlinked again. */
function* removedNames(scene: Scene): Generator<Condition> {
  const { image } = scene.restore;
  const known = new Set<string>();
  for (const entry of entriesOf(image, 'REMAP_FPATH', 'remap_file_path_entry')) {
    const { type, target, original } = remapOf(entry.fields);
    const file = scene.files.get(fileKey('REG', original));
    const regular = file && fieldsAs(file, 'REG');
    const path = textOf(regular?.name) ?? '';
    const isGone = type === remapTypes.ghost || type === remapTypes.linked;
    if (!isGone || known.has(path) || isBrought(scene.trees, regular?.mnt_id)) continue;
    known.add(path);
    const facts = { path, ...placeFacts(scene, regular?.mnt_id, path) };
    if (type === remapTypes.ghost && isDirectory(image, target)) {
      const mode = (regular?.mode ?? 0).toString(8).padStart(7, '0');
      const mayBe = `nothing at ${path}, or a directory of mode ${mode}: a removed one is made there`;
      const help = `move ${path} away while criu restores`;
      yield usual(condition('removed-name-free', mayBe, help, placeOf(entry), { ...facts, mode }));
      continue;
    }
    const wanted = `${path} or ${path}.cr_link free`;
    const remedy = `rm ${path}.cr_link: a restore that was killed left it`;
    yield usual(condition('removed-name-free', wanted, remedy, placeOf(entry), facts));
  }
}

const isDirectory = (image: Scene['restore']['image'], ghost: number): boolean =>
  ((firstOf(image, 'GHOST_FILE', 'ghost_file_entry', ghost)?.fields.mode ?? 0) & typeMask) === typeDirectory;

/** What is deleted is made again beside its name; what comes with the image has its own room, and is empty before. */
function* placesOfGhosts(scene: Scene): Generator<Condition> {
  const { files, trees } = scene;
  const { image } = scene.restore;
  // They may be on different file systems.
  const directories = new Map<string, Ghosts>();
  const known = new Set<number>();
  for (const entry of entriesOf(image, 'REMAP_FPATH', 'remap_file_path_entry')) {
    const { type, target, original } = remapOf(entry.fields);
    // The first file that has it names it.
    if (type !== remapTypes.ghost || known.has(target)) continue;
    known.add(target);
    const deleted = files.get(fileKey('REG', original));
    const regular = deleted && fieldsAs(deleted, 'REG');
    if (regular === undefined || isBrought(trees, regular.mnt_id)) continue;
    const name = textOf(regular.name) ?? '';
    const directory = name.slice(0, name.lastIndexOf('/')) || '/';
    const where = placeFacts(scene, regular.mnt_id, directory);
    const file = fileName('GHOST_FILE', target);
    const at = { file };
    if (!isDirectory(image, target))
      yield ghostName(
        `${name}.cr.${target.toString(16)}.ghost`,
        placeOf(entry),
        placeFacts(scene, regular.mnt_id, name),
      );
    const one = directories.get(directory) ?? { bytes: 0, count: 0, at, where };
    one.bytes += image.sizes.get(file) ?? 0;
    one.count++;
    directories.set(directory, one);
  }
  for (const [path, { bytes, count, at, where }] of directories) {
    const remedy = 'make room on the file systems that the deleted files were on';
    const wanted = `${bytes} bytes and ${count === 1 ? 'a file' : `${count} files`} more on disk at ${path}`;
    yield condition('space-needed', wanted, remedy, at, { path, bytes, count, ...where });
  }
}

function ghostName(path: string, at: Location, where: ConditionFacts): Condition {
  const { hostPath } = where;
  const facts = {
    path,
    ...where,
    ...(hostPath !== undefined && { hostPath: `${hostPath}${path.slice(path.lastIndexOf('.cr.'))}` }),
  };
  return usual(
    condition('ghost-name-free', `no ${path}`, `rm ${path}: a restore that was killed left it`, at, facts),
  );
}
