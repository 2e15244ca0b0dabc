/** What the sources of conditions look at: the image as the rehearsal read it. */
import type { Condition } from '../../../conditions.ts';
import type { RestorerOptions } from '../../../restorer-options.ts';
import type { CriuRestore } from '../context.ts';
import type { MountTrees } from '../mounts.ts';
import type { Network } from '../network.ts';
import type { OpenFiles } from '../shared-files.ts';

export interface Scene {
  readonly restore: CriuRestore;
  /** Undefined where nobody said which there will be. */
  readonly options: RestorerOptions | undefined;
  readonly files: OpenFiles;
  /** Undefined where the tree has the mounts of the host. */
  readonly trees: MountTrees | undefined;
  readonly networks: readonly Network[];
  /** Whether the rehearsal came to its end: only then it is known which files are used. */
  readonly isComplete: boolean;
  /** What of the host is known, and is rehearsed instead of asked for. */
  readonly isKnown: { readonly host: boolean; readonly pids: boolean; readonly pidMax: boolean };
}

export type ConditionSource = (scene: Scene) => Iterable<Condition>;
