/** Files that CRIU reads up to the first record that it cannot read, and goes on with what it has. */
import type { Entry } from '../../../model/from-criu/image.ts';
import type { ImageTypeName, MessageName } from '../../../parse/criu/index.ts';
import type { CriuRestore } from './context.ts';
import { entriesUntil } from './read-file.ts';
import type { Stop } from './stop.ts';

export interface PartialList<Name extends MessageName> {
  /** Entries before the damage. */
  readonly entries: readonly Entry<Name>[];
  /** What CRIU prints of the first record that it cannot read, and goes on. */
  readonly damage: Stop | undefined;
}

const magicBytes = 4;

/** Wrong magic numbers, with which no file is opened, and what nobody survives reading stop the restore. */
export function partialList<Name extends MessageName>(
  restore: CriuRestore,
  type: ImageTypeName,
  message: Name,
  id?: number,
): PartialList<Name> {
  const { entries, stop } = entriesUntil(restore, type, message, id);
  if (stop === undefined) return { entries, damage: undefined };
  const place = stop.failure.at.offset ?? 0;
  const isFatal = stop.failure.code === 'criu-negative-length';
  if (isFatal || place < magicBytes * (restore.inventory.hasHeadMagic ? 2 : 1)) throw stop;
  return { entries: entries.filter(({ at }) => at < place), damage: stop };
}
