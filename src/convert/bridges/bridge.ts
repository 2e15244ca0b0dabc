/** A bridge: from every variant of one family to one variant of another, through the checkpoint. */
import type { FamilyId } from '../../family-id.ts';
import type { Runner } from '../leg.ts';

export interface Bridge {
  readonly from: FamilyId;
  /** The variant that it arrives at. */
  readonly to: string;
  readonly summary: string;
  /** What it does is large: loaded when it is gone. */
  runner(): Promise<Runner>;
}
