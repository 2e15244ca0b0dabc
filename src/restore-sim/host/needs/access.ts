/** What modes of files allow to whoever restores: also root is held to them without its capabilities. */
import type { Condition } from '../../conditions.ts';
import type { RootEntry } from '../root-view.ts';
import { capability, hasCapability, hasFact, lookFor, type Situation, type Unmet } from './judge.ts';
import { ofNobody } from './user-namespaces.ts';

/** Without CAP_DAC_OVERRIDE also root opens only what modes allow; CAP_DAC_READ_SEARCH is for reading. */
export function forbidden(condition: Condition, situation: Situation, entry: RootEntry): Unmet | undefined {
  const { uid } = situation.host?.restorer ?? {};
  const isWritten = hasFact(condition, 'isWritten');
  const isBoth = hasFact(condition, 'isReadAndWritten');
  const wanted = hasFact(condition, 'isOnlyNamed') ? 0 : isBoth ? 0o6 : isWritten ? 0o2 : 0o4;
  if (hasFact(condition, 'isOfOtherUsers')) return ofNobody(condition, entry, wanted);
  if (uid === undefined || entry.uid === undefined) return undefined;
  if (hasCapability(situation, capability.dacOverride) !== false) return undefined;
  const closed = closedDirectory(condition, situation);
  if (closed !== undefined) return { found: `${closed}, which uid ${uid} may not enter`, remedy: allRights };
  if (!isWritten && hasCapability(situation, capability.dacReadSearch) !== false) return undefined;
  if ((permissionsOf(entry, situation) & wanted) === wanted) return undefined;
  const found = `owned by uid ${entry.uid}, mode 0${entry.mode.toString(8)}, which uid ${uid} may not open`;
  return { found, remedy: allRights };
}

/** Names are made and removed in a directory by whoever may write it; who may all else is not asked. */
export function mayNotWrite(condition: Condition, situation: Situation, entry: RootEntry): Unmet | undefined {
  const { path } = entry;
  const { uid } = situation.host?.restorer ?? {};
  if (hasFact(condition, 'isOfOtherUsers')) return ofNobody(condition, entry, 0o3);
  if (uid === undefined || entry.uid === undefined) return undefined;
  const canAll = hasCapability(situation, capability.dacOverride);
  if (canAll !== false || (permissionsOf(entry, situation) & 0o3) === 0o3) return undefined;
  const found = `${path} is owned by uid ${entry.uid}, mode 0${entry.mode.toString(8)}: uid ${uid} may not write it`;
  return { found, remedy: allRights };
}

export const allRights = 'run criu as root with CAP_DAC_OVERRIDE';

/** A directory above that may not be searched. */
function closedDirectory(condition: Condition, situation: Situation): string | undefined {
  const looked = lookFor(condition, situation);
  if (looked === undefined || hasCapability(situation, capability.dacReadSearch) !== false) return undefined;
  const { root, path } = looked;
  for (let end = path.indexOf('/', 1); end !== -1; end = path.indexOf('/', end + 1)) {
    const above = path.slice(0, end);
    const entry = root.stat(above);
    if (entry?.uid !== undefined && (permissionsOf(entry, situation) & 0o1) === 0)
      return `${above}: owned by uid ${entry.uid}, mode 0${entry.mode.toString(8)}`;
  }
  return undefined;
}

function permissionsOf(
  { mode, uid, gid }: Pick<RootEntry, 'mode' | 'uid' | 'gid'>,
  { host }: Situation,
): number {
  const { uid: own, gid: group } = host?.restorer ?? {};
  return (mode >> (uid === own ? 6 : gid === group ? 3 : 0)) & 0o7;
}
