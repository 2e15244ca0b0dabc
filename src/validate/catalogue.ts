/**
 * Every code that `cr-validate` can raise, with its page: its own rules, those over the checkpoint, those of
 * each family, the rehearsal.
 */
import { familyPages } from '../families/pages.ts';
import { type Rulebook, ruleBook } from './codes.ts';
import { layers } from './finding.ts';
import { manifestPages } from './manifest/manifest.ts';
import type { LayerPages } from './page.ts';
import { checkpointPages } from './pages/checkpoint.ts';
import { rehearsalPages } from './pages/rehearsal.ts';
import { trustPages } from './trust/rules/index.ts';

const tables: LayerPages = [
  ['semantics', checkpointPages],
  ['restore', rehearsalPages],
  ...familyPages,
  ['trust', trustPages],
  ['trust', manifestPages],
];

const all: readonly (readonly [string, Rulebook])[] = [
  ...ruleBook,
  ...tables.flatMap(([layer, pages]) =>
    Object.entries(pages).map(([code, page]) => [code, { layer, page }] as const),
  ),
];

/** By code, in the order of the layers. */
export const catalogue: ReadonlyMap<string, Rulebook> = new Map(
  [...all].sort(([, left], [, right]) => layers.indexOf(left.layer) - layers.indexOf(right.layer)),
);
