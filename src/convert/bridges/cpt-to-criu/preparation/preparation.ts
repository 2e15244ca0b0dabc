/** From a checkpoint to what has to be prepared for its restore. Opens nothing and looks at no machine. */
import type { Checkpoint } from '../../../../model/checkpoint.ts';
import { broughtBy } from './brought.ts';
import { differencesOf } from './differences.ts';
import { addOtherPaths, addTaskPaths } from './file-needs.ts';
import { addHelperPaths, helperPrograms } from './helper-programs.ts';
import { kernelFeatures } from './kernel-features.ts';
import {
  absentPaths,
  addMountPaths,
  addSocketDirectories,
  addTerminalPaths,
  preparedMounts,
} from './mount-needs.ts';
import { neededPaths, pathBook } from './path-book.ts';
import { placeFinder } from './place.ts';
import { heldCapabilities, unusualLimits } from './privileges.ts';
import { remarksOn } from './remarks.ts';
import { restoreOptions } from './restore-options.ts';
import type { Difference, Preparation, PreparationTarget } from './types.ts';

export interface PreparationOptions {
  readonly target: PreparationTarget;
  /** What a conversion found to be lost, where there was one: it looked closer than the table here. */
  readonly differences?: readonly Difference[] | undefined;
  /** The files that it wrote. */
  readonly files?: readonly string[] | undefined;
}

export function preparation(checkpoint: Checkpoint, options: PreparationOptions): Preparation {
  const { target } = options;
  const book = pathBook(placeFinder(checkpoint));
  const helpers = helperPrograms(checkpoint, target, options.files);
  addTaskPaths(book, checkpoint);
  addOtherPaths(book, checkpoint);
  addMountPaths(book, checkpoint);
  addSocketDirectories(book, checkpoint);
  addTerminalPaths(book, checkpoint);
  addHelperPaths(book, helpers);
  return {
    target,
    hostname: checkpoint.container.uts.nodename ?? '',
    paths: neededPaths(book),
    absent: absentPaths(book, checkpoint, target),
    mounts: preparedMounts(checkpoint),
    brought: broughtBy(checkpoint, target),
    options: restoreOptions(checkpoint, target),
    capabilities: heldCapabilities(checkpoint),
    limits: unusualLimits(checkpoint),
    kernel: kernelFeatures(checkpoint, target),
    helpers,
    remarks: remarksOn(checkpoint, target),
    differences: options.differences ?? differencesOf(checkpoint, target),
  };
}
