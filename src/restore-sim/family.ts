/** What a family says of restoring its images: which kernel by itself, and who does it there. */
import type { Checkpoint } from '../model/checkpoint.ts';
import type { ModelFamily } from '../model/family.ts';
import type { Content } from '../parse/format.ts';
import type { Condition } from './conditions.ts';
import type { BroughtFiles, Host, RootView } from './host/index.ts';
import type { KernelProfile } from './kernel/index.ts';
import type { LinuxKernel } from './plan/kernel-name.ts';
import type { PlanFailure } from './plan/report.ts';
import type { ReplayResult } from './replay/replay.ts';
import type { SimulationReport } from './report.ts';
import type { CommandFacts, RestoreCommand, RestorerOptions } from './restorer-options.ts';

/** An image, opened, with what its family says of it; whoever opened it closes it. */
export interface RestoreImage {
  readonly content: Content;
  readonly model: ModelFamily;
  readonly restore: RestoreFamily;
}

export interface RehearseOptions {
  /** `openvz-2.6.32`, `openvz-2.6.18/hz250`, `linux-6.18`; see `isKernelName`. */
  readonly kernel?: string;
  /** What is there already. */
  readonly host?: Host;
  /** Options of the restorer; without them nothing is taken for given. */
  readonly given?: RestorerOptions;
  /** What the engine that restores asks before it runs the restorer. */
  readonly askedByEngine?: readonly Condition[];
  /** The files that the tree will see, and where they lie on the host. */
  readonly root?: RootView;
  readonly rootPath?: string;
  /** What the engine puts there before it runs the restorer. */
  readonly brought?: BroughtFiles;
  /** That root was named by options of the restorer, which ignores it for a tree without mounts of its own. */
  readonly isRootOfOptions?: boolean;
  /** The files of the host itself. */
  readonly hostRoot?: RootView;
  /** Lists what hosts usually have, too, where no host is described. */
  readonly withUsual?: boolean;
  /** Overrides where the tree is put. */
  readonly into?: 'new' | 'host';
  readonly operations?: boolean;
  readonly typedNextId?: boolean;
}

/** A failure of any restorer. */
export interface RehearsalFailure extends Omit<PlanFailure, 'code'> {
  readonly code: string;
}

export interface Rehearsal extends Omit<SimulationReport, 'failures'> {
  readonly failures: readonly RehearsalFailure[];
}

export interface RestoreFamily {
  /** The kernel to restore on when nobody named one; undefined for the one that wrote the image. */
  readonly defaultKernel: string | undefined;
  /** Why its images are not restored on that kernel at all; undefined for those that at least a plan is made for. */
  refusal(kernel: string): string | undefined;
  /**
   * The rehearsal by the family's own restorer on that kernel (undefined: the one that wrote the image); undefined
   * where it has none there, and a plan is what remains.
   */
  rehearse(image: RestoreImage, kernel: NamedKernel, options: RehearseOptions): Rehearsal | undefined;
  /** A tree without mounts of its own may be restored among the files of the host. */
  readonly canBeOfHost: boolean;
  /** The command line that restores an image under these conditions; undefined where no program of the user does. */
  command(conditions: readonly Condition[], facts: CommandFacts): RestoreCommand | undefined;
  /** Recordings of the tool that restores its images; absent where nobody has any. */
  readonly recordings?: Recordings;
  /** The kernel line that wrote the image, for a plan in outline. */
  ownProfile(checkpoint: Checkpoint): KernelProfile;
}

export interface Recordings {
  /** Told by its first line. */
  isOne(firstLine: string): boolean;
  replay(lines: Iterable<string>): ReplayResult;
}

/** A kernel by its name, and what stands behind it. */
export interface NamedKernel {
  readonly name: string | undefined;
  readonly linux: LinuxKernel;
}
