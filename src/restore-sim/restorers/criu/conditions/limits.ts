/** Limits of the restorer and of its control groups, which are in the way or stay on its tasks. */
import { footprintOf } from '../../../../memory/footprint.ts';
import { checkpointFromCriu } from '../../../../model/from-criu/checkpoint-from-criu.ts';
import { remapOf, remapTypes } from '../../../../model/from-criu/ghosts.ts';
import { entriesOf, firstOf, placeOf } from '../../../../model/from-criu/image.ts';
import { fileName } from '../../../../parse/criu/index.ts';
import { type Condition, type ConditionFacts, condition } from '../../../conditions.ts';
import type { Asked } from '../asked.ts';
import { preorder } from '../context.ts';
import { groupFacts } from './groups.ts';
import type { Scene } from './scene.ts';
import { usual } from './start.ts';

export function* limitConditions(scene: Scene): Generator<Condition> {
  const { restore } = scene;
  const { asked, root } = restore;
  const at = root?.at ?? {};
  yield* countOfTasks(scene);
  if (asked.hardLimitsAt !== undefined) {
    const remedy = 'run criu with CAP_SYS_RESOURCE, or under limits at least as high: tasks keep its own';
    const facts = hardLimits(asked.hardLimits);
    const wanted = `hard limits of ${Object.keys(facts).length} kinds as in the image`;
    yield usual(condition('hard-limits', wanted, remedy, asked.hardLimitsAt, facts));
  }
  const fileBytes = Math.max(largestGhost(scene), logBytes);
  yield usual(
    condition('file-size-limit', `RLIMIT_FSIZE of ${fileBytes}`, 'ulimit -f unlimited', at, {
      limit: 'RLIMIT_FSIZE',
      value: fileBytes,
    }),
  );
  yield usual(
    condition('stack-limit', `RLIMIT_STACK of ${stackBytes}`, 'ulimit -s unlimited', at, {
      limit: 'RLIMIT_STACK',
      value: stackBytes,
      least: leastStackBytes,
    }),
  );
  yield* watches(scene);
  yield* memoryLimits(asked);
  yield* signalLimit(asked);
  if (asked.most.has('all')) yield* memory(scene);
}

/**
 * CRIU reserves room for all private areas while its own memory is there, and maps everything in the end. Between
 * `least` and `value` it depends on its build.
 */
export function* memoryLimits({ most }: Asked): Generator<Condition> {
  const all = most.get('all');
  if (all === undefined) return;
  const reserved = most.get('private')?.bytes ?? 0n;
  const ranges = [
    ['address-space-limit', 'RLIMIT_AS', 'ulimit -v', all, larger(reserved + ownAddressBytes, all.bytes)],
    [
      'data-limit',
      'RLIMIT_DATA',
      'ulimit -d',
      most.get('data'),
      (most.get('data')?.bytes ?? 0n) + ownDataBytes,
    ],
  ] as const;
  for (const [code, limit, command, one, least] of ranges) {
    if (one === undefined) continue;
    const value = (least + spareBytes).toString();
    const facts = { limit, value, least: least.toString() };
    yield usual(condition(code, `${limit} of ${value}`, `${command} unlimited`, one.at, facts));
  }
  const locked = most.get('locked');
  if (locked === undefined) return;
  const remedy = 'run criu with CAP_IPC_LOCK, or ulimit -l unlimited';
  const facts = { limit: 'RLIMIT_MEMLOCK', value: locked.bytes.toString(), bit: ipcLock };
  const wanted = `CAP_IPC_LOCK, or RLIMIT_MEMLOCK of ${locked.bytes}`;
  yield usual(condition('locked-memory', wanted, remedy, locked.at, facts));
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const ipcLock = 14;

/** CRIU sets the limits of a task before its timers and signals (criu/pie/restorer.c); those of its own stay where it may not. */
function* signalLimit({ signals, signalLimit: own }: Asked): Generator<Condition> {
  if (signals === undefined) return;
  const { count, at } = signals;
  const facts = {
    limit: 'RLIMIT_SIGPENDING',
    value: count,
    ...(own?.max !== undefined && { hard: limitText(own.max) }),
  };
  const wanted = `RLIMIT_SIGPENDING of ${count}, for timers and queued signals`;
  yield usual(condition('signal-count', wanted, 'ulimit -i unlimited', at, facts));
}

/**
 * Pages that a child has as its parent are shared again, as far as they are equal: at worst none is. Counting them
 * takes the whole image, and is done where there is a host to hold it against.
 */
function* memory(scene: Scene): Generator<Condition> {
  const { restore, isKnown } = scene;
  if (!isKnown.host) return;
  const { leastBytes, mostBytes } = footprintOf(
    checkpointFromCriu(restore.image.directory, () => {}, restore.layout),
  );
  let threads = 0n;
  for (const item of preorder(restore.root)) threads += BigInt(Math.max(item.threads.length, 1));
  const group = groupFacts(scene, 'memory');
  const bytes = mostBytes + ownBytes.most + (threads - 1n) * ownBytes.ofThread;
  // What CRIU had before it moved stays with its own group.
  const least = leastBytes + (group['group'] === undefined ? ownBytes.least : ownBytes.moved);
  const range = least === bytes ? `${bytes}` : `${least} to ${bytes}`;
  const remedy = 'give its control group a higher limit';
  const own = ownBytes.alone.toString();
  const facts = { bytes: bytes.toString(), least: least.toString(), own, ...group };
  const at = restore.root?.at ?? {};
  yield usual(condition('memory-needed', `${range} bytes of memory`, remedy, at, facts));
}

/** CRIU makes one itself when it starts (criu/kerndat.c), and closes it. */
function* watches({ files, restore: { root } }: Scene): Generator<Condition> {
  const notifiers = [...files.values()].filter(({ kind }) => kind === 'INOTIFY');
  const [first] = notifiers;
  const name = 'fs.inotify.max_user_instances';
  const value = Math.max(1, notifiers.length);
  const at = first === undefined ? (root?.at ?? {}) : placeOf(first);
  yield usual(
    condition('watch-count', `${name} ≥ ${value}`, `sysctl ${name}=${value}`, at, { sysctl: name, value }),
  );
}

/** A log of CRIU at its usual level is as long. */
const logBytes = 64 * 1024;
/** What CRIU 4.2.1 starts with: with 80 KiB libnftables dies (SIGSEGV) in a probe of criu/kerndat.c, with 88 it did not. */
const stackBytes = 128 * 1024;
const leastStackBytes = 84 * 1024;
/** What 4.2.1 has mapped while it reserves memory (17.5 MiB), what it writes to beside a task, and what it may need more. */
const ownAddressBytes = 16n << 20n;
const ownDataBytes = 512n << 10n;
const spareBytes = 4n << 20n;
/**
 * What 4.2.1 itself takes of the limit of a group: it starts with 3 MiB and not with 2; beside the pages of a task it was
 * content with 2.4 MB, and with 3 MB more for 40 threads; in a group that
 * a task moved to, 200 KiB beside its pages were too little, and 300 were enough. The shell that starts it, and looks at the host, takes some, too.
 */
const ownBytes = {
  alone: 2n << 20n,
  least: 3n << 19n,
  moved: 64n << 10n,
  most: 3n << 20n,
  ofThread: 96n << 10n,
} as const;

/** asm-generic/resource.h. */
const limitNames = [
  ...['RLIMIT_CPU', 'RLIMIT_FSIZE', 'RLIMIT_DATA', 'RLIMIT_STACK', 'RLIMIT_CORE', 'RLIMIT_RSS'],
  ...['RLIMIT_NPROC', 'RLIMIT_NOFILE', 'RLIMIT_MEMLOCK', 'RLIMIT_AS', 'RLIMIT_LOCKS', 'RLIMIT_SIGPENDING'],
  ...['RLIMIT_MSGQUEUE', 'RLIMIT_NICE', 'RLIMIT_RTPRIO', 'RLIMIT_RTTIME'],
];
const endless = 0x7fff_ffff_ffff_ffffn;

const hardLimits = (limits: ReadonlyMap<number, bigint>): ConditionFacts =>
  Object.fromEntries(
    [...limits].flatMap(([number, max]) => {
      const name = limitNames[number];
      return name === undefined ? [] : [[name, limitText(max)]];
    }),
  );

const limitText = (max: bigint): string => (max >= endless ? 'unlimited' : max.toString());

/** Tasks, threads and helpers, and CRIU itself. */
function* countOfTasks(scene: Scene): Generator<Condition> {
  const { restore } = scene;
  let count = 1;
  for (const { threads, state } of preorder(restore.root)) {
    if (state !== 'undefined') count += Math.max(threads.length, 1);
  }
  const remedy = 'give its control group a higher pids.max';
  const at = restore.root?.at ?? {};
  yield usual(
    condition('process-count', `${count} more tasks`, remedy, at, { count, ...groupFacts(scene, 'pids') }),
  );
}

function largestGhost({ restore: { image } }: Scene): number {
  let largest = 0;
  for (const { fields } of entriesOf(image, 'REMAP_FPATH', 'remap_file_path_entry')) {
    const { type, target } = remapOf(fields);
    if (type !== remapTypes.ghost) continue;
    const size = firstOf(image, 'GHOST_FILE', 'ghost_file_entry', target)?.fields.size;
    largest = Math.max(largest, Number(size ?? image.sizes.get(fileName('GHOST_FILE', target)) ?? 0));
  }
  return largest;
}
