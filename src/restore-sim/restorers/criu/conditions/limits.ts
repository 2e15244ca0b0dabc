/** Limits of the restorer and of its control groups, which are in the way or stay on its tasks. */
import { footprintOf } from '../../../../memory/footprint.ts';
import { checkpointFromCriu } from '../../../../model/from-criu/checkpoint-from-criu.ts';
import { remapOf, remapTypes } from '../../../../model/from-criu/ghosts.ts';
import { entriesOf, firstOf, placeOf } from '../../../../model/from-criu/image.ts';
import { fileName } from '../../../../parse/criu/index.ts';
import { type Condition, type ConditionFacts, condition } from '../../../conditions.ts';
import { preorder } from '../context.ts';
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
    }),
  );
  yield* watches(scene);
  if (asked.mostMemory === undefined) return;
  const bytes = asked.mostMemory.bytes + ownAddressBytes;
  yield usual(
    condition('address-space-limit', `RLIMIT_AS of ${bytes}`, 'ulimit -v unlimited', asked.mostMemory.at, {
      limit: 'RLIMIT_AS',
      value: bytes.toString(),
    }),
  );
  yield* memory(scene);
}

/**
 * Pages that a child has as its parent are shared again, as far as they are equal: at worst none is. Counting them
 * takes the whole image, and is done where there is a host to hold it against.
 */
function* memory({ restore, isKnown }: Scene): Generator<Condition> {
  if (!isKnown.host) return;
  const { leastBytes, mostBytes } = footprintOf(
    checkpointFromCriu(restore.image.directory, () => {}, restore.layout),
  );
  const [bytes, least] = [mostBytes + ownMemoryBytes, leastBytes + ownMemoryBytes];
  const range = least === bytes ? `${bytes}` : `${least} to ${bytes}`;
  const remedy = 'give its control group a higher limit';
  const facts = { bytes: bytes.toString(), least: least.toString() };
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
/** What CRIU 4.2.1 starts with; with half of it libnftables dies (SIGSEGV) in a probe of criu/kerndat.c. */
const stackBytes = 128 * 1024;
/** What CRIU has mapped while it restores a task, and what is resident of it and of its helpers. */
const ownAddressBytes = 32n << 20n;
const ownMemoryBytes = 8n << 20n;

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
      return name === undefined ? [] : [[name, max >= endless ? 'unlimited' : max.toString()]];
    }),
  );

/** Tasks, threads and helpers, and CRIU itself. */
function* countOfTasks({ restore }: Scene): Generator<Condition> {
  let count = 1;
  for (const { threads, state } of preorder(restore.root)) {
    if (state !== 'undefined') count += Math.max(threads.length, 1);
  }
  const remedy = 'give its control group a higher pids.max';
  const at = restore.root?.at ?? {};
  yield usual(condition('process-count', `${count} more tasks`, remedy, at, { count }));
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
