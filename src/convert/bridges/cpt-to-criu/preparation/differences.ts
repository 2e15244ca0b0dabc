/**
 * What will be otherwise after the restore, for what this image holds. The rows were seen on restored
 * containers, or are marked as untried.
 */
import type { Checkpoint } from '../../../../model/checkpoint.ts';
import { criuDifferences } from './differences-criu.ts';
import { openvzDifferences } from './differences-openvz.ts';
import type { Difference, PreparationTarget } from './types.ts';

export function differencesOf(checkpoint: Checkpoint, target: PreparationTarget): readonly Difference[] {
  const rows = target === 'criu' ? criuDifferences : openvzDifferences[target];
  return rows.flatMap(({ code, text, count }): Difference[] => {
    if (!count) return [{ code, text }];
    const found = count(checkpoint);
    return found > 0 ? [{ code, count: found, text }] : [];
  });
}
