/** Terminals and what stands unread in them, before the namespaces are made (criu/tty.c). */
import { type Entry, placeOf } from '../../../model/from-criu/image.ts';
import { fieldsAs } from '../../../model/from-criu/open-files.ts';
import type { TtyInfoEntry } from '../../../parse/generated/criu-descriptors.ts';
import { type CriuRestore, preorder } from './context.ts';
import { killed } from './fork.ts';
import { entriesUntil, listEntries } from './read-file.ts';
import type { OpenFiles } from './shared-files.ts';
import { fails } from './stop.ts';

/** images/tty.proto: TtyType; a pseudo terminal, and the largest. */
const typePty = 1;
const typeMax = 6;

type Info = Entry<'tty_info_entry'>;

export function readTerminals(restore: CriuRestore, files: OpenFiles): void {
  const infos = entriesUntil(restore, 'TTY_INFO', 'tty_info_entry');
  const opened = new Set<number>();
  for (const file of files.values()) {
    const terminal = fieldsAs(file, 'TTY');
    if (terminal !== undefined) opened.add(terminal.tty_info_id ?? 0);
  }
  const known = new Set(infos.entries.map(({ fields }) => fields.id ?? 0));
  const data = entriesUntil(restore, 'TTY_DATA', 'tty_data_entry');
  for (const info of infos.entries) checkInfo(info);
  if (infos.stop !== undefined) throw infos.stop;
  for (const entry of data.entries) {
    const { tty_id: id = 0 } = entry.fields;
    if (known.has(id) && opened.has(id)) continue;
    const message = `CRIU: "tty: No tty found to queued data on id 0x${id.toString(16)}"`;
    fails('criu-terminal', placeOf(entry), message);
  }
  if (data.stop !== undefined) throw data.stop;
}

// Numbers of devices: /dev/ptmx and its like, /dev/console, /dev/tty; virtual terminals; serial lines; pairs.
const auxiliary = 5;
const virtualTerminals = 4;
const serialLines: readonly number[] = [188, 204];
const masters = { first: 128, count: 8 } as const;
const slaves = 136;

type Driver = 'master' | 'slave' | 'other';

function driverOf(device: number): Driver | undefined {
  const major = (device >>> 8) & 0xfff;
  const minor = (device & 0xff) | ((device >>> 12) & ~0xff);
  if (major === auxiliary) return minor === 2 ? 'master' : minor < 2 ? 'other' : undefined;
  if (major === virtualTerminals) return minor >= 1 && minor <= 63 ? 'other' : undefined;
  if (serialLines.includes(major)) return 'other';
  if (major >= masters.first && major < masters.first + masters.count) return 'master';
  return major === slaves ? 'slave' : undefined;
}

/** Words of termios.c_cc in the image, and the number of terminals that CRIU has bits for. */
const controlWords = 19;
const idMax = 2 * 1088;

function checkInfo(entry: Info): void {
  const { id = 0, type = 0, rdev = 0, dev = 0, pty, termios, termios_locked: locked, winsize } = entry.fields;
  const number = `0x${id.toString(16)}`;
  function refused(text: string): never {
    fails('criu-terminal', placeOf(entry), `CRIU: "tty: ${text}"`);
  }
  if (type < typePty || type > typeMax) refused(`Unexpected TTY type ${type} (id ${number})`);
  if ((type === typePty) !== (pty !== undefined))
    refused(`${pty === undefined ? 'No PTY' : 'PTY'} data found (id ${number}), corrupted image?`);
  const driver = driverOf(rdev);
  if (driver === undefined)
    refused(`Unable to find a tty driver (rdev 0x${rdev.toString(16)} dev 0x${dev.toString(16)})`);
  const missing = [termios, locked, winsize].filter((part) => part === undefined).length;
  if (driver === 'master' && missing > 0) refused(`Corrupted master peer ${number}`);
  if (missing > 0 && missing < 3) refused(`Corrupted slave peer ${number}`);
  const short = [locked, termios].find(
    (part) => part !== undefined && (part.c_cc?.length ?? 0) < controlWords,
  );
  if (short !== undefined) refused(`pty ID ${number} n_c_cc (${short.c_cc?.length ?? 0}) has wrong value`);
  if (termios === undefined || id <= idMax) return;
  const message = `CRIU gives up without a word: the number ${id} of a terminal is larger than ${idMax}`;
  fails('criu-terminal', placeOf(entry), message);
}

/** After descriptors and files are known: pairs, and who sets the controlling terminal (prep_tty_restore_cb). */
// Holds for consoles of engines and shell jobs: slaves alone are conditions, masters alone are pairs of the tree.
export function pairTerminals(restore: CriuRestore, files: OpenFiles): void {
  const terminals = [...files.values()].flatMap((file) => {
    const info = fieldsAs(file, 'TTY')?.tty_info_id;
    return info === undefined ? [] : [{ file, info }];
  });
  if (terminals.length === 0) return;
  const infos = new Map<number, Info>();
  for (const entry of listEntries(restore, 'TTY_INFO', 'tty_info_entry'))
    infos.set(entry.fields.id ?? 0, entry);
  const lost = terminals.find(({ info }) => !infos.has(info));
  if (lost !== undefined) {
    const message = `CRIU: "tty: Not all TTYs got its infos"; terminal ${lost.info} is not in tty-info.img`;
    fails('criu-terminal', placeOf(lost.file), message);
  }
  const leaders = new Set<number>();
  for (const { pid, sid } of preorder(restore.root)) {
    if (pid === sid) leaders.add(pid);
  }
  for (const entry of infos.values()) checkSession(entry, leaders);
  checkIndexes(restore, [...infos.values()]);
}

/** CRIU opens /dev/ptmx so often to get a pair of the right number (__pty_open_ptmx_index). */
const triesMax = 32;

function checkIndexes(restore: CriuRestore, infos: readonly Info[]): void {
  const indexOf = ({ fields }: Info) => fields.pty?.index ?? 0;
  const pairs = infos.filter(({ fields }) => isPair(fields));
  // How many pairs of the image have lower numbers.
  const ranks = new Map(
    [...new Set(pairs.map(indexOf))].sort((a, b) => a - b).map((index, rank) => [index, rank]),
  );
  const masters = new Set<number>();
  for (const entry of pairs) {
    const index = indexOf(entry);
    if (driverOf(entry.fields.rdev ?? 0) === 'master') {
      const message = `pair ${index} of terminals has two masters: "tty: BUG"`;
      if (masters.has(index)) killed(restore.root?.pid ?? 0, placeOf(entry), message);
      masters.add(index);
    }
    if (index - (ranks.get(index) ?? 0) < triesMax) continue;
    // On the host's own devpts others may hold the numbers below.
    if (!restore.ownNamespaces.has('mnt')) continue;
    const message = `CRIU: "tty: Unable to open dev/ptmx with specified index ${index}"; it tries ${triesMax} times to get that number`;
    fails('criu-terminal', placeOf(entry), message);
  }
}

export const isPair = ({ rdev = 0 }: TtyInfoEntry): boolean =>
  ['master', 'slave'].includes(driverOf(rdev) ?? '');

/**
 * Slaves without their master, which are restored where the master is held outside (tty_verify_active_pairs).
 * Masters have odd numbers, the slave of each the number below.
 */
export function slavesWithoutMaster(infos: ReadonlyMap<number, Info>): readonly Info[] {
  return [...infos.values()].filter(({ fields }) => {
    const { id = 0, termios } = fields;
    if (id % 2 === 1 || termios === undefined || !isPair(fields)) return false;
    const master = infos.get(id + 1)?.fields;
    return master?.termios === undefined || !isPair(master);
  });
}

/** A master without its slave: the leader of its session has to be in the tree. */
function checkSession(entry: Info, leaders: ReadonlySet<number>): void {
  const { sid = 0, rdev = 0 } = entry.fields;
  if (sid === 0 || leaders.has(sid) || driverOf(rdev) !== 'master') return;
  fails('criu-terminal', placeOf(entry), `CRIU: "tty: No task found with sid ${sid}"`);
}
