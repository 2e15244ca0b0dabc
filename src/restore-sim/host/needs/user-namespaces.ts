/** What a tree with a user namespace of its own asks of whoever restores, and of what lies on the host. */
import type { Condition } from '../../conditions.ts';
import type { RootEntry } from '../root-view.ts';
import { type Judge, type Judgement, judged, mountOf, textFact, type Unmet } from './judge.ts';

const restricting = ['ro', 'nosuid', 'nodev', 'noexec'];
const ofTimes = ['noatime', 'nodiratime', 'relatime'];

/** fs/namespace.c, can_change_locked_flags. Fact `flags`: those of the image, as in /proc/mounts. */
export const lockedMountJudge: Judge = (condition, { host, rootPath }): Judgement => {
  const mount = rootPath === undefined ? undefined : mountOf(host, rootPath === '' ? '/' : rootPath);
  if (mount === undefined) return 'open';
  const own = new Set(textFact(condition, 'flags').split(','));
  const given = new Set(mount.options.split(','));
  const more = restricting.filter((flag) => given.has(flag) && !own.has(flag));
  const others = ofTimes.filter((flag) => given.has(flag) !== own.has(flag));
  const found = `${mount.point} is mounted ${mount.options}`;
  return judged(more.length === 0 && others.length === 0, found);
};

interface Extent {
  readonly lower: number;
  readonly count: number;
  readonly first: number;
}

/** `0:100000:65536`, separated by blanks. */
const extentsOf = (text: string): readonly Extent[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => one.split(':').map(Number))
    .map(([first = 0, lower = 0, count = 0]) => ({ first, lower, count }));

const isMapped = (map: readonly Extent[], id: number): boolean =>
  map.some(({ lower, count }) => id >= lower && id < lower + count);

const rootOf = (map: readonly Extent[]): number | undefined =>
  map.find(({ first, count }) => first === 0 && count > 0)?.lower;

/**
 * The root of a namespace may do everything to what belongs to its users and groups, and what its mode says to all else
 * (kernel/capability.c, privileged_wrt_inode_uidgid). Facts `uidMap`, `gidMap`; `wanted` are bits as in a mode.
 */
export function ofNobody(condition: Condition, entry: RootEntry, wanted: number): Unmet | undefined {
  const [users, groups] = [
    extentsOf(textFact(condition, 'uidMap')),
    extentsOf(textFact(condition, 'gidMap')),
  ];
  const { uid, gid, mode } = entry;
  if (uid === undefined || gid === undefined || users.length === 0 || groups.length === 0) return undefined;
  if (isMapped(users, uid) && isMapped(groups, gid)) return undefined;
  const shift = uid === rootOf(users) ? 6 : gid === rootOf(groups) ? 3 : 0;
  if (((mode >> shift) & wanted) === wanted) return undefined;
  const found = `owned by ${uid}:${gid}, mode 0${mode.toString(8)}, which the user namespace of the image has not`;
  return { found, remedy: `chown it into what its maps have (${textFact(condition, 'uidMap')})` };
}
