/** What a good restore still changes, and what CRIU accepts without a word: said after the verdict. */

import type { Location } from '../../../diagnostic.ts';
import { addTo } from '../../../lists.ts';
import { entriesOf, placeOf } from '../../../model/from-criu/image.ts';
import { idsOfType } from '../../../model/from-criu/ipc.ts';
import { fieldsAs, openFilesOf } from '../../../model/from-criu/open-files.ts';
import type { EventfdFileEntry } from '../../../parse/generated/criu-descriptors.ts';
import { type CriuRestoreCode, criuRestoreDiagnostic } from './codes.ts';
import { type CriuRestore, type Item, isAlive, preorder } from './context.ts';
import { sayInterruptedWaits } from './interrupted-waits.ts';
import { locksLostToMappings } from './locked-files.ts';
import { lostOfWatches } from './watched-files.ts';

export function noteLosses(restore: CriuRestore): void {
  ipcLosses(restore);
  fileLosses(restore);
  taskLosses(restore);
  sharedIds(restore);
  sayInterruptedWaits(restore);
  for (const { message, at = {} } of restore.trailing) say(restore, 'criu-silently-accepted', at, message);
}

function say({ losses, notes }: CriuRestore, code: CriuRestoreCode, at: Location, message: string): void {
  (code === 'criu-value-lost' ? losses : notes).push(criuRestoreDiagnostic(code, message, at));
}

/** EFD_SEMAPHORE of eventfd(2). */
const semaphoreFlag = 1;

/** eventfd(2) takes 32 bits to start from, and CRIU writes nothing afterwards (eventfd_open). */
function* lostOfEvents(event: EventfdFileEntry | undefined): Generator<string> {
  if (event === undefined) return;
  const { flags = 0, counter = 0n } = event;
  if ((flags & semaphoreFlag) !== 0) yield 'an eventfd is no semaphore any more';
  const kept = BigInt.asUintN(32, counter);
  if (kept !== counter) yield `the count of an eventfd is ${kept} instead of ${counter}`;
}

function fileLosses(restore: CriuRestore): void {
  for (const opened of openFilesOf(restore.image)) {
    const lost = [...lostOfEvents(fieldsAs(opened, 'EVENTFD')), ...lostOfWatches(opened)];
    for (const message of lost) say(restore, 'criu-value-lost', placeOf(opened), message);
  }
  for (const { entry, pid, path } of locksLostToMappings(restore)) {
    const message = `a POSIX lock of ${pid} on ${path} is gone, --file-locks or not: the task maps the file, and closes it behind that`;
    say(restore, 'criu-value-lost', placeOf(entry), message);
  }
  // Both sides of a pair name the session.
  const told = new Set<number>();
  const members = new Map<number, number[]>();
  for (const item of preorder(restore.root)) {
    if (item.pid !== item.sid && isAlive(item)) addTo(members, item.sid, item.pid);
  }
  for (const { fields, at, file } of entriesOf(restore.image, 'TTY_INFO', 'tty_info_entry')) {
    const { sid = 0 } = fields;
    if (told.has(sid)) continue;
    told.add(sid);
    const others = members.get(sid);
    if (sid === 0 || others === undefined) continue;
    const pids = others.join(', ');
    say(
      restore,
      'criu-value-lost',
      { file, offset: at },
      `${others.length === 1 ? `task ${pids} loses its` : `tasks ${pids} lose their`} controlling terminal: only the leader of session ${sid} opens it again`,
    );
  }
}

function ipcLosses(restore: CriuRestore): void {
  const { image } = restore;
  if (!restore.ownNamespaces.has('ipc')) return;
  for (const id of idsOfType(image, 'IPCNS_MSG')) {
    const limit = restore.root?.task?.ipcNamespace.limits.msgmnb;
    for (const { fields, at, file } of entriesOf(image, 'IPCNS_MSG', 'ipc_msg_entry', id)) {
      if (fields.qbytes === limit) continue;
      const message = `queue ${fields.desc?.id} held up to ${fields.qbytes} bytes, restored it holds ${limit}`;
      say(restore, 'criu-value-lost', { file, offset: at }, message);
    }
  }
  for (const [type, message] of [
    ['IPCNS_SEM', 'ipc_sem_entry'],
    ['IPCNS_MSG', 'ipc_msg_entry'],
    ['IPCNS_SHM', 'ipc_shm_entry'],
  ] as const) {
    for (const id of idsOfType(image, type)) {
      for (const { fields, at, file } of entriesOf(image, type, message, id)) {
        const { id: object = 0, mode = 0, cuid = 0, cgid = 0 } = fields.desc ?? {};
        if ((mode & ~0o777) !== 0)
          say(
            restore,
            'criu-value-lost',
            { file, offset: at },
            `mode bits above 0777 of object ${object} are dropped`,
          );
        if (cuid !== 0 || cgid !== 0)
          say(
            restore,
            'criu-value-lost',
            { file, offset: at },
            `the creator of object ${object} becomes the user of CRIU`,
          );
      }
    }
  }
}

const commLength = 15;

function taskLosses(restore: CriuRestore): void {
  for (const item of preorder(restore.root)) {
    const { core, pid, pgid, threads } = item;
    const at = { file: `core-${pid}.img` };
    // No step of a restore calls personality(2).
    if (isAlive(item) && core !== undefined && core.personality !== 0)
      say(restore, 'criu-value-lost', at, `the personality 0x${core.personality} of ${pid} comes back as 0`);
    if (isLeftToInit(item, restore.root)) {
      const message = `${pid} is no child of ${restore.root?.pid} any more: the leader of its session ${item.sid} is dead, and a helper that forks it leaves it to init`;
      say(restore, 'criu-value-lost', { file: 'pstree.img' }, message);
    }
    const comm = core?.comm ?? '';
    if (comm.length > commLength)
      say(
        restore,
        'criu-silently-accepted',
        at,
        `the name of ${pid} is cut to "${comm.slice(0, commLength)}"`,
      );
    if (core !== undefined && threads.length > 1 && !core.hasThreadNames) {
      say(
        restore,
        'criu-value-lost',
        at,
        `the threads of ${pid} all get its name: the image is of before CRIU 3.11`,
      );
    }
    if (pgid === 0 && core !== undefined && pid !== restore.root?.pid) {
      say(
        restore,
        'criu-value-lost',
        { file: 'pstree.img' },
        `task ${pid} was in a group from outside and leads a group of its own now`,
      );
    }
  }
}

/** What helpers forked goes to init when they end; the root is none where the tree has no pid namespace of its own. */
const isLeftToInit = ({ parent, state, task }: Item, root: Item | undefined): boolean =>
  parent?.state === 'helper' && state !== 'helper' && task?.process.parent?.process !== root?.task?.process;

/** Memory and handlers are never shared between restored processes, whatever the numbers say. */
function sharedIds(restore: CriuRestore): void {
  for (const field of ['vm_id', 'sighand_id'] as const) {
    const owners = new Map<number, number>();
    for (const { ids, pid, state } of preorder(restore.root)) {
      const id = ids?.[field];
      if (id === undefined || state === 'helper') continue;
      const other = owners.get(id);
      if (other === undefined) owners.set(id, pid);
      else
        say(
          restore,
          'criu-silently-accepted',
          { file: `ids-${pid}.img` },
          `${field} of ${pid} is that of ${other}; CRIU does not share it`,
        );
    }
  }
}
