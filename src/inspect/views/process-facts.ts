/** What /proc says of a process beside its place in the tree: files, credentials, limits, scheduling. */

import { traitsOf } from '../../families/traits.ts';
import type { Checkpoint, Credentials, FilePath, ResourceLimit, Task } from '../../model/checkpoint.ts';
import { internOf } from '../../model/intern.ts';
import { follow, isDead } from '../../model/look-up.ts';
import { limitsOf, unlimited } from '../../model/resource-limits.ts';
import type { ImageTraits } from '../../model/traits.ts';
import type { Table } from '../table.ts';
import { properties } from '../table.ts';
import { hex } from '../words.ts';
import { fileName } from './process-names.ts';

export interface ProcessFacts {
  /** Targets of `/proc/PID/exe`, `cwd` and `root`, where the image has them. */
  readonly exe?: string | undefined;
  readonly cwd?: string | undefined;
  readonly root?: string | undefined;
  readonly credentials?:
    | {
        /** Real, effective, saved and file system ids. */
        readonly uids: readonly number[];
        readonly gids: readonly number[];
        readonly groups: readonly number[];
        readonly capInheritable: bigint;
        readonly capPermitted: bigint;
        readonly capEffective: bigint;
        readonly capBounding?: bigint;
        readonly capAmbient?: bigint;
        readonly securebits: number;
        readonly noNewPrivs?: boolean;
        readonly lsmProfile?: string;
      }
    | undefined;
  /** 0 none, 1 strict, 2 filter; absent where the image does not say. */
  readonly seccompMode?: number | undefined;
  /** Absent, with the two that follow, where the image does not say. */
  readonly nice?: number | undefined;
  /** `SCHED_*`, see sched(7). */
  readonly schedulingPolicy?: number | undefined;
  readonly rtPriority?: number | undefined;
  readonly personality?: bigint | undefined;
  readonly oomScoreAdj?: number | undefined;
  readonly loginUid?: number | undefined;
  /** See prctl(2), PR_SET_DUMPABLE. */
  readonly dumpable?: number | undefined;
  /** By name of `/proc/PID/limits`, in its order; 2^64-1 is no limit. */
  readonly limits: readonly { readonly name: string; readonly soft: bigint; readonly hard: bigint }[];
}

/** fs/proc/base.c, lnames: by number of getrlimit(2). */
const limitNames = [
  ...['cpu time', 'file size', 'data size', 'stack size', 'core file size', 'resident set', 'processes'],
  ...['open files', 'locked memory', 'address space', 'file locks', 'pending signals', 'msgqueue size'],
  ...['nice priority', 'realtime priority', 'realtime timeout'],
];

/** Undefined for zombies: no image has what they were. */
export function processFacts(checkpoint: Checkpoint, task: Task): ProcessFacts | undefined {
  if (isDead(task)) return undefined;
  const { memories, fsStructs, image } = checkpoint;
  const memory = follow(memories, task.memory);
  const fs = follow(fsStructs, task.fs);
  const exe = fileName(checkpoint, memory?.exe);
  const { oomScoreAdj, loginUid, scheduling } = task;
  const traits = traitsOf(image.family);
  const seccompMode = task.seccomp?.mode ?? (traits.isUnsetLeftOut ? 0 : undefined);
  // No spreads: an object with so many is a hash table.
  return {
    exe,
    cwd: pathText(fs?.cwd),
    root: pathText(fs?.root),
    credentials:
      task.credentials && internOf(knownCredentials, task.credentials, (own) => credentialsOf(own, traits)),
    seccompMode,
    nice: scheduling?.nice,
    schedulingPolicy: scheduling?.policy,
    rtPriority: scheduling?.rtPriority,
    personality: personalityOf(task, traits),
    oomScoreAdj,
    loginUid,
    dumpable: memory?.dumpable,
    limits: namedLimits(limitsOf(checkpoint, task)),
  };
}

// Tasks with equal credentials or limits have one object of them in the checkpoint: here, too.
const knownCredentials = new WeakMap<Credentials, NonNullable<ProcessFacts['credentials']>>();
const knownLimits = new WeakMap<readonly ResourceLimit[], ProcessFacts['limits']>();

const namedLimits = (limits: readonly ResourceLimit[]): ProcessFacts['limits'] =>
  internOf(knownLimits, limits, () =>
    limits.map(({ current, max }, index) => ({
      name: limitNames[index] ?? `limit ${index}`,
      soft: current,
      hard: max,
    })),
  );

/**
 * CRIU reads the hexadecimal digits of /proc/PID/personality as decimal ones (get_task_personality, atoi): 00040000
 * is stored as 40000. Digits above nine end its number, and are lost.
 */
function personalityOf({ personality }: Task, traits: ImageTraits): bigint | undefined {
  if (traits.personality === 'none') return undefined;
  return traits.personality === 'digits' ? BigInt(`0x${personality}`) : personality;
}

const pathText = (path: FilePath | undefined): string | undefined =>
  path?.path ? (path.isDeleted ? `${path.path} (deleted)` : path.path) : undefined;

function credentialsOf(
  credentials: Credentials,
  { isUnsetLeftOut }: ImageTraits,
): NonNullable<ProcessFacts['credentials']> {
  const { uid, euid, suid, fsuid, gid, egid, sgid, fsgid, groups, securebits } = credentials;
  const { capInheritable, capPermitted, capEffective, capBounding, lsmProfile } = credentials;
  const capAmbient = credentials.capAmbient ?? (isUnsetLeftOut ? 0n : undefined);
  const noNewPrivs = credentials.noNewPrivs ?? (isUnsetLeftOut ? false : undefined);
  return {
    uids: [uid, euid, suid, fsuid],
    gids: [gid, egid, sgid, fsgid],
    groups,
    capInheritable,
    capPermitted,
    capEffective,
    ...(capBounding !== undefined && { capBounding }),
    ...(capAmbient !== undefined && { capAmbient }),
    securebits,
    ...(noNewPrivs !== undefined && { noNewPrivs }),
    ...(lsmProfile !== undefined && { lsmProfile }),
  };
}

/** RLIM_INFINITY. */

const limitText = (value: bigint): string => (value === unlimited ? 'unlimited' : String(value));

export function factTables(title: string, facts: ProcessFacts): readonly Table[] {
  const { credentials, limits } = facts;
  const line = (name: string, value: unknown) =>
    value === undefined ? undefined : ([name, String(value)] as const);
  const capabilities = (name: string, value: bigint | undefined) =>
    line(name, value === undefined ? undefined : hex(value));
  return [
    properties(title, [
      line('program', facts.exe),
      line('directory', facts.cwd),
      line('root', facts.root),
      line('uids', credentials?.uids.join(' ')),
      line('gids', credentials?.gids.join(' ')),
      line('groups', credentials && (credentials.groups.join(' ') || 'none')),
      capabilities('effective', credentials?.capEffective),
      capabilities('permitted', credentials?.capPermitted),
      capabilities('inheritable', credentials?.capInheritable),
      capabilities('bounding', credentials?.capBounding),
      capabilities('ambient', credentials?.capAmbient),
      line('no_new_privs', credentials?.noNewPrivs),
      line('security', credentials?.lsmProfile),
      line(
        'seccomp',
        facts.seccompMode === undefined ? undefined : ['none', 'strict', 'filter'][facts.seccompMode],
      ),
      line('nice', facts.nice ?? 'not in the image'),
      line('personality', facts.personality === undefined ? undefined : hex(facts.personality)),
      line('oom_score_adj', facts.oomScoreAdj),
    ]),
    {
      columns: [{ title: '  LIMIT' }, { title: 'SOFT', align: 'right' }, { title: 'HARD', align: 'right' }],
      rows: limits.map(({ name, soft, hard }) => ({
        cells: [`  ${name}`, limitText(soft), limitText(hard)],
      })),
      empty: '  no limits in the image',
    },
  ];
}
