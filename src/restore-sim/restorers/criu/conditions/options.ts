/** Options of `criu restore` that the image asks for by what is in it, and the release that reads it. */
import { entriesOf, firstOf, placeOf } from '../../../../model/from-criu/image.ts';
import { fieldsAs } from '../../../../model/from-criu/open-files.ts';
import { type Condition, condition } from '../../../conditions.ts';
import { lockedFiles } from '../locked-files.ts';
import { isConnected } from '../tcp.ts';
import type { Scene } from './scene.ts';
import { usual } from './start.ts';

const option = (name: string) => ({ option: name });

export function* optionConditions(scene: Scene): Generator<Condition> {
  yield* mountOptions(scene);
  yield* inventoryOptions(scene);
  yield* connections(scene);
  const { restore } = scene;
  const { image, root, caller, asked } = restore;
  if (caller !== undefined && root !== undefined) {
    const remedy = 'criu restore --shell-job, from the terminal that the job is to have';
    yield condition('shell-job', '--shell-job', remedy, root.at, option('--shell-job'));
  }
  for (const entry of entriesOf(image, 'FILE_LOCKS', 'file_lock_entry')) {
    const remedy =
      'criu restore --file-locks; runc, crun and Podman: --file-locks; CRI-O and containerd: file-locks in /etc/criu/runc.conf';
    yield condition('file-locks', '--file-locks', remedy, placeOf(entry), option('--file-locks'));
  }
  yield* lockConditions(scene);
  if (asked.dumperGroupAt !== undefined) {
    const remedy =
      'criu restore --manage-cgroups=ignore, runc and crun --manage-cgroups-mode ignore: tasks stay in the groups of whoever restores';
    const facts = { ...option('--manage-cgroups'), key: 'ignore' };
    yield condition('cgroup-of-dumper', '--manage-cgroups=ignore', remedy, asked.dumperGroupAt, facts);
  }
  for (const { what, at } of asked.deprecated) {
    const remedy = `criu restore --deprecated (${what}), or convert the image to a newer release`;
    yield condition('deprecated-form', '--deprecated', remedy, at, option('--deprecated'));
  }
}

/** F_WRLCK, whatever the kind; of a lease that is being broken (4), what is left of it. */
const writeType = 1;

/** Without the option nobody takes a lock. */
function* lockConditions({ restore, options }: Scene): Generator<Condition> {
  if (options !== undefined && !options.has('--file-locks')) return;
  for (const { entry, kind, path } of lockedFiles(restore)) {
    const { type = 0 } = entry.fields;
    const facts = { path, lock: kind, access: type === writeType ? 'WRITE' : 'READ' };
    const wanted = `${kind} lock of ${path}, which nobody else has`;
    const one = condition('lock-free', wanted, 'end who holds it (/proc/locks)', placeOf(entry), facts);
    // fcntl(2) waits for a POSIX lock and flock(2) for its own; F_OFD_SETLK and F_SETLEASE do not (criu/file-lock.c).
    if (kind === 'LEASE') {
      const use = type === writeType ? 'has open' : 'has open for writing';
      yield usual({ ...one, otherwise: 'fails', wanted: `${path}, which nobody else ${use}: for its lease` });
    } else yield usual(kind === 'OFDLCK' ? { ...one, otherwise: 'fails' } : one);
  }
}

function* mountOptions({ restore: { asked }, trees }: Scene): Generator<Condition> {
  if (trees === undefined) return;
  const root = trees.mainRoot;
  if (root === undefined) return;
  const remedy =
    'criu restore --root DIR, a mount point with the files of the container; engines care for that';
  yield condition('root-directory', '--root DIR', remedy, root.at, option('--root'));
  for (const { master, point, at } of asked.masters) {
    const what = point === '/' ? 'the directory of --root' : `what comes to ${point}`;
    const wanted = `${what} on a shared mount`;
    const help = 'mount --make-shared where it lies; or set master_id to 0 in the image';
    yield condition('shared-root', wanted, help, at, { mountPoint: point, master });
  }
}

function* inventoryOptions({ restore: { image, options } }: Scene): Generator<Condition> {
  const inventory = firstOf(image, 'INVENTORY', 'inventory_entry');
  if (inventory === undefined) return;
  const { tcp_close: closes, allow_uprobes: probes } = inventory.fields;
  if (closes === true && options.tcpClose !== true) {
    const remedy =
      'criu restore --tcp-close; crun and Podman with crun: --tcp-close; runc: tcp-close in runc.conf';
    yield condition('tcp-close', '--tcp-close', remedy, placeOf(inventory), option('--tcp-close'));
  }
  if (probes !== true) return;
  const remedy = 'criu restore --allow-uprobes, or allow-uprobes in the configuration file of CRIU';
  yield condition('allow-uprobes', '--allow-uprobes', remedy, placeOf(inventory), option('--allow-uprobes'));
}

/** Connections go on, or come back closed: CRIU refuses to choose (criu/sk-inet.c, collect_one_inetsk). */
function* connections({ restore, files }: Scene): Generator<Condition> {
  if (restore.inventory.closesTcp) return;
  const remedy =
    'criu restore --tcp-established (they go on) or --tcp-close (they come back closed); runc, crun and Podman: --tcp-established; CRI-O and containerd: a line in /etc/criu/runc.conf';
  for (const file of files.values()) {
    const socket = fieldsAs(file, 'INETSK');
    if (socket === undefined || !isConnected(socket)) continue;
    const wanted = '--tcp-established or --tcp-close';
    const facts = { option: '--tcp-established', either: '--tcp-close' };
    yield condition('tcp-established', wanted, remedy, placeOf(file), facts);
  }
}
