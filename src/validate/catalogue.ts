/**
 * Every code that `cr-validate` can raise, with its page: its own rules, those over the checkpoint, the
 * rehearsal.
 */
import { type Rulebook, ruleBook } from './codes.ts';
import { layers } from './finding.ts';
import { checkpointPages } from './pages/checkpoint.ts';
import { rehearsalPages } from './pages/rehearsal.ts';

const all: readonly (readonly [string, Rulebook])[] = [
  ...ruleBook,
  ...Object.entries(checkpointPages).map(([code, page]) => [code, { layer: 'semantics', page }] as const),
  ...Object.entries(rehearsalPages).map(([code, page]) => [code, { layer: 'restore', page }] as const),
];

/** By code, in the order of the layers. */
export const catalogue: ReadonlyMap<string, Rulebook> = new Map(
  [...all].sort(([, left], [, right]) => layers.indexOf(left.layer) - layers.indexOf(right.layer)),
);
