/** How a condition is held against what is known of options and host. One file for each kind; see index.ts. */
import type { Condition, ConditionFacts, Otherwise } from '../../conditions.ts';
import type { Host, HostMount } from '../host.ts';
import type { BroughtFiles, RootView } from '../root-view.ts';

/** The options of a restore, as far as conditions ask for them. */
export interface GivenOptions {
  has(option: string): boolean;
  /** What was given to it, in order. */
  values(option: string): readonly string[];
  /** Whether whoever passes the options does it by itself. */
  readonly cares: (condition: Condition) => boolean;
}

export interface Situation {
  /** What is known of the host. */
  readonly host: Host | undefined;
  /** Undefined where nobody said which options there will be. */
  readonly options: GivenOptions | undefined;
  /** The files that the tree will see. */
  readonly root: RootView | undefined;
  /** What whoever restores puts there first. */
  readonly brought?: BroughtFiles | undefined;
  /** Where that tree lies on the host, without a slash at its end: `` for that of the host itself. */
  readonly rootPath: string | undefined;
  /** The files that the restorer sees. */
  readonly hostRoot: RootView | undefined;
}

export interface Unmet {
  readonly found: string;
  /** Where that is not what the table of conditions says. */
  readonly otherwise?: Otherwise;
  /** What helps against that, where more than the condition says. */
  readonly remedy?: string;
}

/** Something is there that may be in the way: it is named, and the condition stays open. */
export interface Doubt {
  readonly maybe: string;
}

/** Nothing is in the way of the restore, which does something all the same that is worth knowing. */
export interface MetWith {
  readonly note: string;
}

/** `open`: for want of a fact. */
export type Judgement = 'met' | 'open' | Unmet | Doubt | MetWith;

export type Judge = (condition: Condition, situation: Situation) => Judgement;

export const open = (): Judgement => 'open';

/** What the condition names under `name`; '' and 0 where it does not. */
export const textFact = ({ facts }: Condition, name: string): string => String(facts?.[name] ?? '');
export const numberFact = ({ facts }: Condition, name: string): number => Number(facts?.[name] ?? 0);
export const hasFact = ({ facts = {} }: Condition, name: keyof ConditionFacts): boolean =>
  Object.hasOwn(facts, name);

/** Open without the fact, else by whether it is as wanted. */
export const judged = (isMet: boolean | undefined, found: string, otherwise?: Otherwise): Judgement =>
  isMet === undefined ? 'open' : isMet ? 'met' : { found, ...(otherwise && { otherwise }) };

/** The mount that a path lies on: the one with the longest name; of two at one place the later one. */
export function mountOf(host: Host | undefined, path: string): HostMount | undefined {
  let best: HostMount | undefined;
  for (const mount of host?.mounts ?? []) {
    const { point } = mount;
    const isAbove = point === '/' || path === point || path.startsWith(`${point}/`);
    if (isAbove && point.length >= (best?.point.length ?? 0)) best = mount;
  }
  return best;
}

export const hasOption = ({ options }: HostMount, name: string): boolean => options.split(',').includes(name);

/** Where a path of a condition lies on the host: below the root, or where `hostPath` says. */
export function onHost(condition: Condition, { rootPath }: Situation): string | undefined {
  if (hasFact(condition, 'hostPath')) return textFact(condition, 'hostPath');
  if (hasFact(condition, 'isElsewhere') || rootPath === undefined) return undefined;
  return `${rootPath}${textFact(condition, 'path')}`;
}

export interface Looked {
  readonly root: RootView;
  readonly path: string;
}

/** Where to look for the path of a condition; undefined where nobody can. */
export function lookFor(condition: Condition, { root, hostRoot, brought }: Situation): Looked | undefined {
  if (hasFact(condition, 'hostPath'))
    return hostRoot && { root: hostRoot, path: textFact(condition, 'hostPath') };
  if (hasFact(condition, 'isElsewhere')) {
    const path = textFact(condition, 'path');
    // What is mounted on a name hides it: that is of the mount around it.
    const isPoint = condition.code === 'mount-point-needed';
    const files = brought?.rootOf(isPoint ? path.slice(0, path.lastIndexOf('/')) || '/' : path);
    return files && { root: files, path };
  }
  const path = textFact(condition, 'path');
  if (root !== undefined) return { root, path };
  const changed = brought?.changed;
  return changed?.stat(path)?.type === 'file' ? { root: changed, path } : undefined;
}

/** Capabilities by name (linux/capability.h), of those that conditions ask for one by one. */
export const capability = {
  chown: 0,
  fowner: 3,
  setGid: 6,
  setUid: 7,
  setPcap: 8,
  netBindService: 10,
  mknod: 27,
  netAdmin: 12,
  netRaw: 13,
  sysChroot: 18,
  sysAdmin: 21,
  sysNice: 23,
  sysResource: 24,
  sysTime: 25,
  dacOverride: 1,
  dacReadSearch: 2,
  checkpointRestore: 40,
} as const;

/** Undefined where it is not known. */
export function capabilitiesOf({ host }: Situation): bigint | undefined {
  const text = host?.restorer?.capabilities?.effective;
  return text === undefined ? undefined : BigInt(text);
}

export function hasCapability(situation: Situation, bit: number): boolean | undefined {
  const set = capabilitiesOf(situation);
  return set === undefined ? undefined : ((set >> BigInt(bit)) & 1n) === 1n;
}
