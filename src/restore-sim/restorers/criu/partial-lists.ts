/** Files that CRIU reads up to the first record that it cannot read, and goes on with what it has. */
import type { Entry } from '../../../model/from-criu/image.ts';
import type { ImageTypeName, MessageName } from '../../../parse/criu/index.ts';
import { type CriuRestore, listEntries } from './context.ts';
import type { Ending } from './ending.ts';

export interface PartialList<Name extends MessageName> {
  /** Entries before the damage. */
  readonly entries: readonly Entry<Name>[];
  /** What is wrong with the magic numbers, with which no file is opened, or what nobody survives reading. */
  readonly unopened: Ending | undefined;
  /** What CRIU prints of the first record that it cannot read. */
  readonly damage: Ending | undefined;
}

const magicBytes = 4;

export function partialList<Name extends MessageName>(
  restore: CriuRestore,
  type: ImageTypeName,
  message: Name,
  id?: number,
): PartialList<Name> {
  const { entries, problem } = listEntries(restore, type, message, id);
  if (problem === undefined) return { entries, unopened: undefined, damage: undefined };
  const place = problem.failure.at.offset ?? 0;
  const isFatal = problem.failure.code === 'criu-negative-length';
  if (isFatal || place < magicBytes * (restore.hasHeadMagic ? 2 : 1)) {
    return { entries: [], unopened: problem, damage: undefined };
  }
  return { entries: entries.filter(({ at }) => at < place), unopened: undefined, damage: problem };
}
