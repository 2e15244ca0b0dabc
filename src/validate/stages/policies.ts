/** The policy layer as a stage. */
import type { Checkpoint } from '../../model/checkpoint.ts';
import { judgeCheckpoint, type Policy } from '../policy/policy.ts';
import { searchMemory } from '../policy/search-memory.ts';
import type { Stage } from '../validate.ts';

export const policyStage = (
  read: () => Checkpoint | undefined,
  policies: readonly Policy[],
  progress?: (phase: string, done: number, total: number) => void,
): Stage => ({
  layer: 'policy',
  needs: [],
  run: (source, add) => {
    if (policies.length === 0) return;
    const checkpoint = read();
    if (checkpoint) judgeCheckpoint(checkpoint, source, policies, add);
    searchMemory(source, policies, add, progress);
  },
});
