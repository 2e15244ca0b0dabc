/**
 * What a step between CRIU releases is: a release that changed the form of images, and both directions. A
 * direction looks for what is in the other form and changes that, so it does nothing where nothing is to be
 * done, and the release that wrote the image need not be known.
 */
import type { CriuDraft } from './draft.ts';

export interface CriuStep {
  /** The first release with the new form. */
  readonly release: string;
  /** What differs, in one sentence. */
  readonly summary: string;
  readonly forward: (draft: CriuDraft) => void;
  readonly backward: (draft: CriuDraft) => void;
}
