/** Numbers of tasks, their descriptors and limits. */
import { entriesOf } from '../../../../model/from-criu/image.ts';
import { type Condition, condition } from '../../../conditions.ts';
import { isAlive, preorder } from '../context.ts';
import type { Scene } from './scene.ts';

export function* processConditions(scene: Scene): Generator<Condition> {
  const { restore, isKnown } = scene;
  const { asked, ownNamespaces } = restore;
  if (!ownNamespaces.has('pid') && !isKnown.pids) yield* freeNumbers(scene);
  if (asked.highestThread !== undefined && !isKnown.pidMax) {
    const { tid, at } = asked.highestThread;
    const remedy = `sysctl kernel.pid_max=${tid + 1} or more (systemd sets 4194304): CRIU raises it for leaders only`;
    yield condition('pid-max', `kernel.pid_max ≥ ${tid + 1}`, remedy, at, {
      sysctl: 'kernel.pid_max',
      value: tid + 1,
    });
  }
  for (const { pid, at } of asked.owners) {
    const remedy = `a task with the number ${pid} has to live; or clear the owner (fown) in the image`;
    yield condition('signal-owner', `pid ${pid} in use`, remedy, at, { pid });
  }
  yield* descriptors(scene);
}

/** So many are shown of them; `facts` has all. */
const shownMax = 8;

/** Threads too (the first of them stands for the leader), and helpers for sessions and groups whose leaders are dead. */
function* freeNumbers({ restore }: Scene): Generator<Condition> {
  const numbers = new Set<number>();
  for (const { pid, threads } of preorder(restore.root))
    for (const number of [pid, ...threads.slice(1)]) numbers.add(number);
  const all = [...numbers].sort((a, b) => a - b);
  const shown = all.slice(0, shownMax).join(', ');
  const wanted = `pids ${shown}${all.length > shownMax ? ` and ${all.length - shownMax} more` : ''} free`;
  const remedy = 'end who has them, or restore in a new pid namespace (unshare --pid --fork --mount-proc)';
  yield condition('pids-free', wanted, remedy, restore.root?.at ?? {}, { pids: all.join(' ') });
}

/** RLIMIT_NOFILE of most hosts, and the descriptors that CRIU keeps for itself (criu/servicefd.c). */
const usualLimit = 1024;
const serviceDescriptors = 32;

function* descriptors({ restore: { image, root } }: Scene): Generator<Condition> {
  const tables = new Set<number>();
  for (const item of preorder(root)) {
    const id = item.ids?.files_id;
    if (id === undefined || tables.has(id) || !isAlive(item)) continue;
    tables.add(id);
    let highest = { fd: 0, at: 0, file: '' };
    for (const { fields, at, file } of entriesOf(image, 'FDINFO', 'fdinfo_entry', id)) {
      if ((fields.fd ?? 0) > highest.fd) highest = { fd: fields.fd ?? 0, at, file };
    }
    const needed = highest.fd + serviceDescriptors;
    if (needed < usualLimit) continue;
    const remedy = 'raise the limit of open files of criu, soft and hard (ulimit -n)';
    const place = { file: highest.file, offset: highest.at };
    yield condition('descriptor-limit', `RLIMIT_NOFILE above ${needed}`, remedy, place, {
      limit: 'RLIMIT_NOFILE',
      value: needed + 1,
    });
  }
}
