/**
 * Every code that `cr-validate` can raise, with its page: its own rules, those over the checkpoint, those of
 * CRIU images, the rehearsal.
 */
import { type Rulebook, ruleBook } from './codes.ts';
import { type Layer, layers } from './finding.ts';
import { manifestPages } from './manifest/manifest.ts';
import type { PageTable } from './page.ts';
import { checkpointPages } from './pages/checkpoint.ts';
import { criuFramingPages, criuReferencePages, criuSchemaPages, criuSemanticsPages } from './pages/criu.ts';
import {
  linuxCrFramingPages,
  linuxCrReferencePages,
  linuxCrRehearsalPages,
  linuxCrSemanticsPages,
} from './pages/linux-cr.ts';
import { rehearsalPages } from './pages/rehearsal.ts';
import { trustPages } from './trust/rules/index.ts';

const tables: readonly (readonly [Layer, PageTable])[] = [
  ['semantics', checkpointPages],
  ['framing', criuFramingPages],
  ['schema', criuSchemaPages],
  ['references', criuReferencePages],
  ['semantics', criuSemanticsPages],
  ['framing', linuxCrFramingPages],
  ['references', linuxCrReferencePages],
  ['semantics', linuxCrSemanticsPages],
  ['restore', rehearsalPages],
  ['restore', linuxCrRehearsalPages],
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
