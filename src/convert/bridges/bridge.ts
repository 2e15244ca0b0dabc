/** A bridge: from every variant of one family to one variant of another, through the checkpoint. */
import type { Report, Severity } from '../../diagnostic.ts';
import type { FamilyId } from '../../family-id.ts';
import type { Content } from '../../parse/format.ts';
import type { RootView } from '../../restore-sim/host/root-view.ts';
import type { LegOptions, Runner } from '../leg.ts';

export interface Bridge {
  readonly from: FamilyId;
  /** The variant that it arrives at. */
  readonly to: string;
  readonly summary: string;
  /** What it does is large: loaded when it is gone. */
  runner(): Promise<Runner>;
  /** Where a restore of its result needs a tree of files that is prepared: what holds one against the image. */
  checkRoot?(): Promise<RootCheck>;
}

/** Everything is worked out, nothing is written. */
export type RootCheck = (
  content: Content,
  root: { readonly view: RootView; readonly name: string },
  options: LegOptions,
  report: Report,
) => CheckedRoot;

export interface CheckedRoot {
  readonly findings: readonly { readonly severity: Severity }[];
  readonly text: string;
  readonly json: string;
}
