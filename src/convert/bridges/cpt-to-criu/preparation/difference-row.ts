/** One thing that a restore changes, and how to tell whether an image has it. */
import type { Checkpoint } from '../../../../model/checkpoint.ts';

export interface DifferenceRow {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly text: string;
  /** How many things are concerned; absent when every image is. */
  readonly count?: (checkpoint: Checkpoint) => number;
}
