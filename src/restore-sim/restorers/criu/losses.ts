/** What a good restore still changes, and what CRIU accepts without a word: said after the verdict. */

import type { Location } from '../../../diagnostic.ts';
import { addTo } from '../../../lists.ts';
import { entriesOf } from '../../../model/from-criu/image.ts';
import { idsOfType } from '../../../model/from-criu/ipc.ts';
import { fieldsAs, openFilesOf } from '../../../model/from-criu/open-files.ts';
import { type CriuRestoreCode, criuRestoreDiagnostic } from './codes.ts';
import { type CriuRestore, isAlive, preorder } from './context.ts';

export function noteLosses(restore: CriuRestore): void {
  ipcLosses(restore);
  fileLosses(restore);
  taskLosses(restore);
  sharedIds(restore);
  for (const { message, at = {} } of restore.trailing) say(restore, 'criu-silently-accepted', at, message);
}

function say({ losses, notes }: CriuRestore, code: CriuRestoreCode, at: Location, message: string): void {
  (code === 'criu-value-lost' ? losses : notes).push(criuRestoreDiagnostic(code, message, at));
}

/** EFD_SEMAPHORE of eventfd(2). */
const semaphoreFlag = 1;

function fileLosses(restore: CriuRestore): void {
  for (const opened of openFilesOf(restore.image)) {
    const event = fieldsAs(opened, 'EVENTFD');
    if (event === undefined || ((event.flags ?? 0) & semaphoreFlag) === 0) continue;
    say(
      restore,
      'criu-value-lost',
      { file: opened.file, offset: opened.at },
      'an eventfd is no semaphore any more',
    );
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
  for (const { core, pid, pgid, threads } of preorder(restore.root)) {
    const at = { file: `core-${pid}.img` };
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
