/** User, time and UTS namespaces of the tree, each made from a file of one entry (criu/namespaces.c, criu/timens.c). */
import { placeOf } from '../../../model/from-criu/image.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type { Timespec } from '../../../parse/generated/criu-descriptors.ts';
import { type CriuRestore, type Item, type NamespaceKind, operate } from './context.ts';
import { needEntry } from './read-file.ts';
import { namespaceId } from './read-tree.ts';
import { fails } from './stop.ts';

/** The number that stands in the name of its file: before ns_per_id that of the root task. */
export const namespaceFileId = ({ inventory }: CriuRestore, root: Item, kind: NamespaceKind): number =>
  inventory.nsPerId && root.ids !== undefined ? namespaceId(root.ids, kind) : root.pid;

/** Clocks of a tree that had no time namespace are in a file with the number 0. */
const noNamespace = 0;

/** The root task makes a time namespace in any case, so that its clocks go on (prepare_timens). */
// Holds for old images: without a file of clocks there is nothing to set.
export function makeTime(restore: CriuRestore, root: Item): void {
  const id = restore.ownNamespaces.has('time') && root.ids ? namespaceId(root.ids, 'time') : noNamespace;
  if (id === noNamespace && !restore.image.sizes.has(fileName('TIMENS', noNamespace))) return;
  const entry = needEntry(restore, 'TIMENS', 'timens_entry', id);
  for (const clock of ['monotonic', 'boottime'] as const) {
    const seconds = secondsOf(entry.fields[clock]);
    if (seconds >= 0n && seconds <= secondsMax) continue;
    const message = `CRIU: "Unable to set a ${clock} clock offset: Numerical result out of range"; the clock is at ${seconds} s`;
    fails('criu-clock', placeOf(entry), message, { errno: 'ERANGE' });
  }
}

// kernel/time/namespace.c, proc_timens_set_offset: half of what ktime_t holds.
const secondsMax = (1n << 63n) / 1_000_000_000n / 2n;

const secondsOf = ({ tv_sec: seconds = 0n, tv_nsec: nanoseconds = 0n }: Timespec = {}): bigint =>
  BigInt.asIntN(64, seconds) + BigInt.asIntN(64, nanoseconds) / 1_000_000_000n;

/** CRIU writes the maps of the user namespace once the root task is forked (prepare_userns). */
export function makeUsers(restore: CriuRestore, root: Item): void {
  if (!restore.ownNamespaces.has('user') || root.ids === undefined) return;
  needEntry(restore, 'USERNS', 'userns_entry', namespaceId(root.ids, 'user'));
  if (restore.ownNamespaces.has('pid')) return;
  const message =
    'CRIU: "Unable to open the proc file system: Operation not permitted"; the tree has a user namespace of its own and none of pids, whose /proc only the owner of that may mount';
  fails('criu-proc-of-users', root.at, message, { errno: 'EPERM' });
}

/** Names of any length are taken: the kernel cuts them (prepare_utsns). */
export function makeNames(restore: CriuRestore, root: Item): void {
  if (!restore.ownNamespaces.has('uts')) return;
  const entry = needEntry(restore, 'UTSNS', 'utsns_entry', namespaceFileId(restore, root, 'uts'));
  operate(restore, 'sethostname', root.pid, { name: String(entry.fields.nodename ?? '') });
}
