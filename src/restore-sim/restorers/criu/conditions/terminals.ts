/** Terminals whose other side, or whose number, is not in the hands of the image (criu/tty.c). */
import { type Entry, entriesOf, placeOf } from '../../../../model/from-criu/image.ts';
import { fieldsAs, fileKey } from '../../../../model/from-criu/open-files.ts';
import type { TtyInfoEntry } from '../../../../parse/generated/criu-descriptors.ts';
import { type Condition, condition, pathCondition } from '../../../conditions.ts';
import { isPair, slavesWithoutMaster } from '../terminals.ts';
import type { Scene } from './scene.ts';
import { usual } from './start.ts';

/** images/tty.proto: TTY_TYPE__EXT_TTY. */
const typeExternal = 5;

export function* terminalConditions(scene: Scene): Generator<Condition> {
  const { image, caller, ownNamespaces } = scene.restore;
  const infos = new Map(
    [...entriesOf(image, 'TTY_INFO', 'tty_info_entry')].map(
      (entry) => [entry.fields.id ?? 0, entry] as const,
    ),
  );
  const alone = slavesWithoutMaster(infos);
  for (const entry of infos.values()) {
    if (entry.fields.type === typeExternal) yield externalTerminal(entry.fields, placeOf(entry));
  }
  for (const entry of alone) {
    const where = placeOf(entry);
    const index = entry.fields.pty?.index ?? 0;
    if (caller !== undefined) {
      const remedy = 'run criu restore --shell-job on a terminal: it becomes that of the job';
      yield condition('terminal-inherited', 'a terminal on the standard input of criu', remedy, where, {
        index,
      });
      continue;
    }
    const user = userOf(scene, entry.fields.id ?? 0);
    // An engine holds one master only.
    const engine =
      alone.length === 1 ? 'an engine that holds it (orphan-pts-master, which engines always send), or ' : '';
    const remedy = `${alone.length === 1 ? 'restore with an engine and a console socket, or ' : ''}criu restore --shell-job on a terminal`;
    const wanted = `a master for terminal ${index}${user}: ${engine}--shell-job`;
    yield condition('terminal-master', wanted, remedy, where, { index, option: '--shell-job' });
  }
  if (ownNamespaces.has('mnt')) return;
  const without = new Set(alone.map(({ fields }) => fields.id ?? 0));
  const pairs = new Map<number, Entry<'tty_info_entry'>>();
  for (const entry of infos.values()) {
    const { id = 0, pty } = entry.fields;
    const index = pty?.index ?? 0;
    if (!without.has(id) && pty !== undefined && isPair(entry.fields) && !pairs.has(index))
      pairs.set(index, entry);
  }
  yield* hostConditions(pairs);
  for (const [index, entry] of pairs) {
    const remedy = `no other may have /dev/pts/${index}, and at most 32 numbers below it may be free (CRIU tries so often)`;
    yield condition('terminal-number', `the number ${index} from /dev/ptmx`, remedy, placeOf(entry), {
      index,
      path: '/dev/ptmx',
      others: [...pairs.keys()].join(' '),
    });
  }
}

/** Pairs are made by the devpts of the host. */
function* hostConditions(pairs: ReadonlyMap<number, Entry<'tty_info_entry'>>): Generator<Condition> {
  const [first] = pairs.values();
  if (first === undefined) return;
  const at = placeOf(first);
  const multiplexer = pathCondition('device', '/dev/ptmx', at);
  yield usual({ ...multiplexer, facts: { ...multiplexer.facts, device: '5:2' } });
  const remedy = 'mount -t devpts devpts /dev/pts';
  yield usual(
    condition('mount-needed', 'devpts at /dev/pts', remedy, at, { path: '/dev/pts', fileSystem: 'devpts' }),
  );
  const help = 'end who has pairs, or raise kernel.pty.max and max= of devpts';
  const wanted = `${pairs.size} more pairs of terminals`;
  yield usual(condition('terminal-count', wanted, help, at, { count: pairs.size }));
}

function externalTerminal({ rdev = 0, dev = 0 }: TtyInfoEntry, at: ReturnType<typeof placeOf>): Condition {
  const key = `tty[${rdev.toString(16)}:${dev.toString(16)}]`;
  const remedy = `open the terminal and give it: criu restore --inherit-fd fd[N]:${key}`;
  return condition('external-terminal', `--inherit-fd fd[N]:${key}`, remedy, at, {
    option: '--inherit-fd',
    key,
  });
}

/** `, of descriptor 0 of task 1`. */
function userOf({ restore, files }: Scene, info: number): string {
  for (const file of files.values()) {
    if (fieldsAs(file, 'TTY')?.tty_info_id !== info) continue;
    const user = restore.used.firstUsers.get(fileKey('TTY', file.id));
    if (user !== undefined) return `, descriptor ${user.fd} of task ${user.pid}`;
  }
  return '';
}
