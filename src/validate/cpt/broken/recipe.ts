/** What a recipe is, and the small real images that recipes start from. */
import type { Edit } from './edit.ts';
import { drop } from './edit.ts';

/** Samples of `samples/cpt/`, by a short name. */
export const bases = {
  counter: '2.6.18-counter',
  ipc: '2.6.18-unaligned',
  segments: '2.6.18-sysv-ipc',
  pipes: '2.6.18-pipes',
  network: '2.6.18-tcp-udp',
  timers: '2.6.18-timers',
  tree: '2.6.18-tree',
  i386: '2.6.18-i386-sysv-ipc',
  new: '2.6.32-counter',
  threads: '2.6.32-threads',
  events: '2.6.32-events',
  tmpfs: '2.6.32-tmpfs',
} as const;
export type Base = keyof typeof bases;

export interface Recipe {
  readonly base: Base;
  readonly edit: Edit;
  /** In one sentence: what was done to the image. */
  readonly what: string;
}

export type RecipeTable = Readonly<Record<string, Recipe>>;

export const recipe = (base: Base, what: string, edit: Edit): Recipe => ({ base, what, edit });

/** Page contents are most of an image and no rule reads them: without them samples are small. */
export const withoutPages = drop((record) => record.kind === 'pages' && record.parent?.kind === 'vma');
