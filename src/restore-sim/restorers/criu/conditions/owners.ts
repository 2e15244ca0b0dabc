/** What CRIU makes itself gets its old owner and mode again, which takes capabilities where that is somebody else. */
import type { Location } from '../../../../diagnostic.ts';
import { remapOf, remapTypes } from '../../../../model/from-criu/ghosts.ts';
import { entriesOf, firstOf, placeOf, textOf } from '../../../../model/from-criu/image.ts';
import { fieldsAs, fileKey } from '../../../../model/from-criu/open-files.ts';
import { fileName } from '../../../../parse/criu/index.ts';
import { type Condition, type ConditionFacts, condition } from '../../../conditions.ts';
import { isPair } from '../terminals.ts';
import type { Scene } from './scene.ts';
import { socketName } from './socket-name.ts';
import { usual } from './start.ts';

interface Owned {
  readonly what: string;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly at: Location;
  /** Mode or times are set as well: only its owner may, or CAP_FOWNER. */
  readonly isChanged?: boolean;
  readonly more?: ConditionFacts;
}

export function* ownerConditions(scene: Scene): Generator<Condition> {
  // In a user namespace of its own the tree has all capabilities over what it makes.
  if (scene.restore.ownNamespaces.has('user')) return;
  const told = new Set<string>();
  for (const { what, uid = 0, gid = 0, at, isChanged = false, more = {} } of all(scene)) {
    const facts = { uid, gid, ...(isChanged && { isChanged: 1 }), ...more };
    const key = JSON.stringify(facts);
    if (told.has(key)) continue;
    told.add(key);
    const wanted = `the right to give ${what} to uid ${uid} and gid ${gid}`;
    const remedy = 'run criu with CAP_CHOWN and CAP_FOWNER; CAP_MKNOD for devices';
    yield usual(condition('owner-capability', wanted, remedy, at, facts));
  }
}

function* all(scene: Scene): Generator<Owned> {
  yield* ghosts(scene);
  const { image } = scene.restore;
  for (const entry of entriesOf(image, 'MEMFD_INODE', 'memfd_inode_entry')) {
    const { name, uid, gid, mode } = entry.fields;
    const isChanged = mode !== undefined && (mode & permissions) !== newMemfd;
    yield { what: `memfd ${textOf(name) ?? ''}`, uid, gid, at: placeOf(entry), isChanged };
  }
  for (const file of scene.files.values()) {
    const socket = fieldsAs(file, 'UNIXSK');
    const name = socket === undefined ? '' : socketName(socket);
    if (socket?.file_perms === undefined || !name.startsWith('/')) continue;
    const { uid, gid, mode = newSocket } = socket.file_perms;
    yield { what: name, uid, gid, at: placeOf(file), isChanged: (mode & permissions) !== newSocket };
  }
  for (const entry of entriesOf(image, 'TTY_INFO', 'tty_info_entry')) {
    const { uid, gid, pty } = entry.fields;
    if (uid === undefined || gid === undefined || !isPair(entry.fields)) continue;
    yield { what: `terminal ${pty?.index ?? 0}`, uid, gid, at: placeOf(entry), more: { isTerminal: 1 } };
  }
}

// inode(7); what memfd_create(2) makes, and bind(2) with the usual umask.
const permissions = 0o7777;
const newMemfd = 0o777;
const newSocket = 0o755;
const typeMask = 0o170000;
const deviceTypes: ReadonlySet<number> = new Set([0o020000, 0o060000]);

/** Their times come back as well, whoever has them (criu/files-reg.c, ghost_apply_metadata). */
function* ghosts({ restore: { image }, files }: Scene): Generator<Owned> {
  for (const entry of entriesOf(image, 'REMAP_FPATH', 'remap_file_path_entry')) {
    const { type, target, original } = remapOf(entry.fields);
    const ghost =
      type === remapTypes.ghost ? firstOf(image, 'GHOST_FILE', 'ghost_file_entry', target) : undefined;
    if (ghost === undefined) continue;
    const { uid, gid, mode = 0 } = ghost.fields;
    const file = files.get(fileKey('REG', original));
    const what = textOf(file && fieldsAs(file, 'REG')?.name) ?? fileName('GHOST_FILE', target);
    const isDevice = deviceTypes.has(mode & typeMask);
    yield { what, uid, gid, at: placeOf(ghost), isChanged: true, ...(isDevice && { more: { isDevice: 1 } }) };
  }
}
