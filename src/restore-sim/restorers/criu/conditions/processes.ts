/** Numbers of tasks, their descriptors and limits. */
import { entriesOf } from '../../../../model/from-criu/image.ts';
import { type Condition, condition } from '../../../conditions.ts';
import { isAlive, preorder } from '../context.ts';
import type { Scene } from './scene.ts';
import { usual } from './start.ts';

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

/**
 * Descriptors of CRIU itself, for each task that shares a table, and some to spare
 * (criu/servicefd.c, choose_service_fd_base).
 */
const serviceDescriptors = 16;
const spareDescriptors = 16;
/** RLIMIT_NOFILE of most hosts. */
const usualLimit = 1024;

function* descriptors({ restore: { image, root } }: Scene): Generator<Condition> {
  const tables = new Map<number, number>();
  for (const item of preorder(root)) {
    const id = item.ids?.files_id;
    if (id !== undefined && isAlive(item)) tables.set(id, (tables.get(id) ?? 0) + 1);
  }
  let most: { needed: number; at: number; file: string } | undefined;
  for (const [id, users] of tables) {
    for (const { fields, at, file } of entriesOf(image, 'FDINFO', 'fdinfo_entry', id)) {
      const needed = (fields.fd ?? 0) + serviceDescriptors * users + spareDescriptors;
      if (needed > (most?.needed ?? 0)) most = { needed, at, file };
    }
  }
  if (most === undefined) return;
  const { needed, file, at } = most;
  const remedy = 'raise the limit of open files of criu, soft and hard (ulimit -n)';
  const facts = { limit: 'RLIMIT_NOFILE', value: needed };
  const one = condition(
    'descriptor-limit',
    `RLIMIT_NOFILE of ${needed}`,
    remedy,
    { file, offset: at },
    facts,
  );
  yield needed < usualLimit ? usual(one) : one;
}
