/** Locks and leases that others have. */
import type { Condition } from '../../conditions.ts';
import { type Judge, type Judgement, judged, lookFor, type Situation, textFact } from './judge.ts';

/**
 * POSIX locks and those of descriptors exclude each other, flock(2) is apart; only a lock to write excludes.
 */
export const lockJudge: Judge = (condition, situation) => {
  const { locks } = situation.host ?? {};
  const looked = lookFor(condition, situation);
  const entry = looked?.root.stat(looked.path);
  if (entry?.inode === undefined) return 'open';
  if (textFact(condition, 'lock') === 'LEASE') return leaseJudgement(condition, situation, entry.inode);
  if (locks === undefined) return 'open';
  const groupOf = (kind: string) => (kind === 'OFDLCK' ? 'POSIX' : kind);
  const own = groupOf(textFact(condition, 'lock'));
  const isWrite = textFact(condition, 'access') === 'WRITE';
  const other = locks.find(
    ({ kind, access, inode }) =>
      inode === entry.inode && groupOf(kind) === own && (isWrite || access === 'WRITE'),
  );
  return other === undefined ? 'met' : { found: `${other.kind} ${other.access} of somebody else` };
};

/** One to write is given where nobody else has the file open, one to read where nobody may write it (fs/locks.c). */
function leaseJudgement(condition: Condition, { host }: Situation, inode: string): Judgement {
  const { inodes, written } = host?.openFiles ?? {};
  if (inodes === undefined || written === undefined) return 'open';
  const isWrite = textFact(condition, 'access') === 'WRITE';
  const isTaken = (isWrite ? inodes : written).includes(inode);
  return judged(!isTaken, isWrite ? 'somebody has it open' : 'somebody has it open for writing');
}
