/**
 * What makes a record the same record in another image: not where it lies, but what it is. Pids, descriptors,
 * addresses, ids and names; the place among its siblings only where it has none of these.
 */
import type { Checkpoint, Task } from '../../model/checkpoint.ts';
import { sectionName } from '../../parse/cpt/path.ts';
import type { AnyRecord } from '../../parse/cpt/record.ts';
import { holders, nameOfFile } from '../views/process-names.ts';

/** A name that is unique among siblings in nearly every image; undefined where there is none. */
export type Identify = (record: AnyRecord) => string | undefined;

export function identifier(checkpoint: Checkpoint): Identify {
  const users = usersByPosition(checkpoint.tasks);
  return (record) => {
    switch (record.kind) {
      case 'section':
        return sectionName(record.fields.section);
      case 'task':
        return `${record.fields.pid}`;
      case 'vma':
        return record.fields.start.toString(16);
      case 'filedesc':
        return `${record.fields.fd}`;
      case 'sighandler':
        return `${record.fields.signo}`;
      case 'sysv_sem':
      case 'sysvmsg':
        return `${record.fields.id}`;
      case 'sysvsem_undo_rec':
        return `of set ${record.fields.id}`;
      case 'inode':
        return `${record.fields.dev.toString(16)}:${record.fields.ino}`;
      case 'file':
        return fileIdentity(checkpoint, record.offset);
      case 'socket':
        return socketIdentity(checkpoint, record.offset);
      case 'ubc':
        return `${record.fields.id}`;
      case 'posix_timer':
        return `${record.fields.timerId}`;
      case 'net_device':
        return `${record.fields.index}`;
      case 'vfsmount':
        return mountIdentity(checkpoint, record.offset);
      default:
        return users.get(record.offset);
    }
  };
}

/** Objects that tasks share are known by the lowest pid of those that hold them. */
function usersByPosition(tasks: readonly Task[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const kind of ['memory', 'fdTable', 'fs', 'sighand', 'undoList', 'mountNamespace'] as const) {
    for (const [position, pids] of holders(tasks, kind)) names.set(position, `of ${pids[0]}`);
  }
  for (const { posixTimers, tgid } of tasks)
    if (posixTimers !== undefined) names.set(posixTimers, `of ${tgid}`);
  return names;
}

const fileIdentity = ({ files }: Checkpoint, offset: number): string | undefined => {
  const file = files.get(offset as Parameters<typeof files.get>[0]);
  return file && nameOfFile(file);
};

const socketIdentity = ({ sockets }: Checkpoint, offset: number): string | undefined => {
  const index = sockets.get(offset as Parameters<typeof sockets.get>[0])?.index;
  return index === undefined ? undefined : `${index}`;
};

const mountIdentity = ({ mounts }: Checkpoint, offset: number): string | undefined =>
  mounts.get(offset as Parameters<typeof mounts.get>[0])?.mountpoint;
