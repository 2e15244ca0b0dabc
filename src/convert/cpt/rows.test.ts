/** Every known difference between kernels is carried out by a step, or stands with a reason; routes are unique. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cptVariantIds, cptVariants, parseCptVariant } from '../../parse/cpt/variants.ts';
import { projectRoot } from '../../test-support/images.ts';
import { tickNs } from './facts.ts';
import { findRoute } from './route.ts';
import { notConverted, type RowId, rowTitles } from './rows.ts';
import { hopSource, hopTarget } from './step.ts';
import { steps } from './steps/index.ts';

const carriedOut = new Set<RowId>([...steps.flatMap(({ rows }) => rows), 'M9', 'M10', 'M11', 'H3']);

test.each(Object.keys(rowTitles) as RowId[])('row %s is carried out or explained, not both', (row) => {
  expect(carriedOut.has(row) !== (notConverted[row] !== undefined)).toBe(true);
});

const sheet = join(projectRoot, '..', 'shared', 'facts', 'cpt', 'cpt-versions.md');
test.skipIf(!existsSync(sheet))('the table has every row of the fact sheet', () => {
  const ids = [...readFileSync(sheet, 'utf8').matchAll(/^\| ([HVUNTCMFIASDX]\d+a?) \|/gm)].map(
    ([, id]) => id,
  );
  const later = ['U5', 'S15', 'S16', 'T27', 'H3', 'T28'];
  // C1 to C3 of another table in the sheet are not rows; the letters above leave out kernel names only.
  expect(new Set(Object.keys(rowTitles))).toEqual(new Set([...ids, ...later]));
});

describe('routes', () => {
  test('steps join neighbouring variants, in order, each once', () => {
    expect(steps.map(({ from, to }) => [from, to])).toEqual(
      cptVariantIds.slice(1).map((to, index) => [cptVariantIds[index], to]),
    );
  });

  test('every pair has a route whose hops join', () => {
    for (const from of cptVariantIds) {
      for (const to of cptVariantIds) {
        const route = findRoute(steps, from, to);
        const distance = Math.abs(cptVariantIds.indexOf(from) - cptVariantIds.indexOf(to));
        expect(route?.length).toBe(distance);
        let at = from;
        for (const hop of route ?? []) {
          expect(hopSource(hop)).toBe(at);
          at = hopTarget(hop);
        }
        expect(at).toBe(to);
      }
    }
  });
});

test.each([
  ['2.6.18', 0x302],
  ['cpt-2.6.18.0', 0x300],
  ['0x303', 0x303],
  ['cpt-2.6.18.2', 0x302],
  ['2.6.32', 0x803],
  ['cpt-2.6.32/042stab113.5', 0x803],
  ['cpt-2.6.32/042stab061.9', 0x801],
  ['2.6.8', 0x000],
  ['2.6.9', 0x100],
])('%s names version %i', (name, version) => {
  const id = parseCptVariant(name);
  expect(id && cptVariants[id].version).toBe(version);
});

test.each(['2.6.19', '0x999', 'cpt-2.6.32/042stab000', ''])('"%s" names nothing', (name) => {
  expect(parseCptVariant(name)).toBeUndefined();
});

// Constants of the kernel: TICK_NSEC on x86.
test.each([
  [1000, 999848n],
  [250, 4000250n],
  [100, 10000000n],
])('a tick at HZ %i has %i ns', (hz, ns) => {
  expect(tickNs(hz)).toBe(ns);
});
