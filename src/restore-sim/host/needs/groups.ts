/** Control groups: hierarchies, directories, and what the limits of groups leave. */
import type { Host, HostGroup } from '../host.ts';
import { hasFact, type Judge, type Judgement, judged, numberFact, textFact } from './judge.ts';

/** Fact `controllers`: names, separated by commas; none for version 2. */
export const hierarchyJudge: Judge = (condition, { host, options }): Judgement => {
  if (options?.values('--manage-cgroups').at(-1) === 'ignore') return 'met';
  const hierarchies = host?.cgroups?.hierarchies;
  if (hierarchies === undefined) return 'open';
  const wanted = textFact(condition, 'controllers').split(',').filter(Boolean);
  const isMet = hierarchies.some(({ controllers }) =>
    wanted.length === 0 ? controllers.length === 0 : wanted.every((name) => controllers.includes(name)),
  );
  return judged(isMet, 'no such hierarchy');
};

/** How deep capture-host.sh looks for directories, and how many it names of a hierarchy. */
const depthMax = 3;
const namedMax = 1000;

/** Undefined where nobody looked that deep. */
function isThere(directories: readonly string[], name: string): boolean | undefined {
  if (directories.includes(name)) return true;
  const colon = name.indexOf(':');
  const parts = name
    .slice(colon + 1)
    .split('/')
    .filter(Boolean);
  const start = name.slice(0, colon + 1);
  const named = directories.filter((one) => one.startsWith(start)).length;
  if (named >= namedMax) return undefined;
  if (parts.length <= depthMax) return false;
  const above = `${start}/${parts.slice(0, depthMax).join('/')}`;
  return directories.includes(above) ? undefined : false;
}

/** Modes (criu/cgroup.c): `none` and `props` want the directories, `strict` wants none of them. */
export const groupDirectoryJudge: Judge = (condition, { host }): Judgement => {
  const wanted = textFact(condition, 'directories').split(' ').filter(Boolean);
  // Every set begins at a directory that exists: the root.
  if (textFact(condition, 'mode') === 'strict') return { found: 'the group that all are below exists' };
  const directories = host?.cgroups?.directories;
  if (directories === undefined) return 'open';
  const missing = wanted.find((name) => isThere(directories, name) === false);
  if (missing !== undefined) return { found: `no ${missing}` };
  return wanted.every((name) => isThere(directories, name) === true) ? 'met' : 'open';
};

/** Fact `directory`, of any hierarchy; a container's own goes with it (runc libcontainer/factory_linux.go). */
export const freeGroupJudge: Judge = (condition, { host }): Judgement => {
  const directories = host?.cgroups?.directories;
  if (directories === undefined) return 'open';
  const path = textFact(condition, 'directory');
  const starts = new Set(directories.map((name) => name.slice(0, name.indexOf(':') + 1)));
  const found = [...starts].map((start) => isThere(directories, `${start}${path}`));
  if (found.includes(true)) return { maybe: `${path} is there` };
  return found.every((one) => one === false) ? 'met' : 'open';
};

/**
 * Facts: `directory`, which is made where it is not there; `above`, which is then made as well, and stays empty unless
 * one above has cgroup.clone_children.
 */
export const cpusetJudge: Judge = (condition, { host }): Judgement => {
  const { directories, groups = [] } = host?.cgroups ?? {};
  const directory = textFact(condition, 'directory');
  const isMade = directories && isThere(directories, directory);
  if (directories === undefined || isMade === undefined) return 'open';
  if (isMade) return 'met';
  const above = textFact(condition, 'above');
  const clones = groups.some((one) => one.clonesChildren === true && isAbove(one, directory));
  if (clones) return 'met';
  const isAboveThere = isThere(directories, above);
  if (isAboveThere !== true) return judged(isAboveThere, `no ${above}`);
  const isEmpty = groups.some((one) => one.directory === above && one.isEmptyCpuset === true);
  return judged(host?.cgroups?.groups && !isEmpty, `${above} has no processors`);
};

/** Fact `directory`: where tasks go. The kernel lets none into an empty one (cpuset(7), ENOSPC). */
export const filledJudge: Judge = (condition, { host }): Judgement => {
  const { directories, groups } = host?.cgroups ?? {};
  const directory = textFact(condition, 'directory');
  const isEmpty = groups?.some((one) => one.directory === directory && one.isEmptyCpuset === true);
  if (isEmpty === true) return { found: `${directory} has none` };
  // How deep was looked for empty ones is how deep was looked for directories.
  return isEmpty === undefined || directories === undefined || isThere(directories, directory) === undefined
    ? 'open'
    : 'met';
};

const isAbove = ({ directory }: HostGroup, name: string): boolean =>
  name === directory || name.startsWith(`${directory.replace(/\/$/, '')}/`);

/** Fact `directories`: where tasks go. One that joins a frozen group stops there, and CRIU waits for it. */
export const thawedJudge: Judge = (condition, { host }): Judgement => {
  const groups = host?.cgroups?.groups;
  if (groups === undefined) return 'open';
  const wanted = textFact(condition, 'directories').split(' ');
  const frozen = groups.find((one) => one.isFrozen === true && wanted.some((name) => isAbove(one, name)));
  return judged(frozen === undefined, `${frozen?.directory} is frozen`);
};

/** What a group of version 1 forbids: facts `group`, `device` as "c 1:3", `access`. Those of version 2 show nothing. */
export function forbiddenDevice(condition: Parameters<Judge>[0], host: Host | undefined, device: string) {
  const wanted = textFact(condition, 'group');
  if (wanted === '') return undefined;
  const [type = '', major, minor] = device.split(/[ :]/);
  const access = hasFact(condition, 'isWritten') ? ['r', 'w'] : ['r'];
  return host?.cgroups?.groups?.find(
    ({ devices, ...one }) =>
      isAbove(one, wanted) &&
      devices?.some((line) => {
        const [kind = '', first, second, may = ''] = line.split(/[ :]/);
        const fits =
          (kind === 'a' || kind === type) &&
          [first, second].every((part, at) => part === '*' || part === [major, minor][at]);
        return fits && access.every((letter) => may.includes(letter));
      }) === false,
  )?.directory;
}

type Left = Pick<HostGroup, 'memoryBytesLeft' | 'tasksLeft'>;

/**
 * What limits leave to the group of the tasks (fact `group`, where they leave that of the restorer): `isSure` where
 * that is known. A group that is made has those of the groups above it.
 */
export function leftOf(condition: Parameters<Judge>[0], host: Host | undefined) {
  const { groups, ...own } = host?.cgroups ?? {};
  if (!hasFact(condition, 'group')) return { lefts: [own as Left], isSure: true };
  const group = textFact(condition, 'group');
  if (group === '' || groups === undefined) return { lefts: [own as Left], isSure: false };
  return { lefts: groups.filter((one) => isAbove(one, group)), isSure: true };
}

/**
 * Fact `count`: CRIU itself and the tasks, of which the first is not made in a group of theirs: it moves there, which no
 * limit forbids (kernel/cgroup/pids.c, pids_can_attach).
 */
export const processCountJudge: Judge = (condition, { host }): Judgement => {
  if (host?.cgroups === undefined) return 'open';
  const { lefts, isSure } = leftOf(condition, host);
  const isMoved = hasFact(condition, 'group');
  const needed = numberFact(condition, 'count') - (isMoved ? 1 : 0);
  if (isMoved && needed === 1) return 'met';
  const short = lefts.find(({ tasksLeft }) => tasksLeft !== undefined && tasksLeft < needed);
  if (short === undefined) return 'met';
  const found = `${short.tasksLeft} more tasks are allowed`;
  return isSure ? { found } : { maybe: found };
};
