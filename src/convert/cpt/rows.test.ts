/** Every known difference between kernels is carried out by a step, or stands with a reason; routes are unique. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CptVariant, cptVariantIds, cptVariants, parseCptVariant } from '../../parse/cpt/variants.ts';
import { projectRoot } from '../../test-support/images.ts';
import { tickNs } from './facts.ts';
import { findRoute } from './route.ts';
import { cptRows, type RowId, rowIds } from './rows.ts';
import { hopSource, hopTarget } from './step.ts';
import { steps } from './steps/index.ts';

const carriedOut = new Set<RowId>(steps.flatMap(({ rows }) => rows));

test.each(rowIds)('row %s is carried out or explained, not both', (row) => {
  const { by, notConverted } = cptRows[row];
  expect([carriedOut.has(row), by !== undefined, notConverted !== undefined].filter(Boolean)).toEqual([true]);
  if (by !== undefined) expect(existsSync(join(import.meta.dirname, by))).toBe(true);
});

/** How many rows the fact sheet has under each letter (cpt-versions.md), with those that running kernels added. */
const rowsOfLetter = { H: 3, V: 7, U: 5, N: 2, T: 28, C: 3, M: 12, F: 18, I: 2, A: 1, S: 16, D: 8, X: 8 };

test('the table has every row of the facts', () => {
  const ids = Object.entries(rowsOfLetter).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  );
  expect([...rowIds].sort()).toEqual([...ids, 'T1a'].sort());
});

const sheet = join(projectRoot, '..', 'shared', 'facts', 'cpt', 'cpt-versions.md');
test.skipIf(!existsSync(sheet))('and those are all that the sheet has', () => {
  const ids = [...readFileSync(sheet, 'utf8').matchAll(/^\| ([HVUNTCMFIASDX]\d+a?) \|/gm)].map(
    ([, id]) => id,
  );
  expect(ids.filter((id) => !rowIds.some((row) => row === id))).toEqual([]);
});

test.each(cptVariantIds)(
  '%s is told by its version word, by lengths of headers, or says that it is not',
  (id) => {
    const { sign, version }: CptVariant = cptVariants[id];
    const before = cptVariantIds.slice(0, cptVariantIds.indexOf(id)).map((one) => cptVariants[one].version);
    if (sign === 'version word') expect(before).not.toContain(version);
    else if (sign === 'as the variant before') expect(before.at(-1)).toBe(version);
    else expect(Object.keys(sign)).not.toEqual([]);
  },
);

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
  ['0x803', 0x803],
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

test('a line and its version name the same build', () => {
  for (const [line, version] of [
    ['2.6.32', '0x803'],
    ['2.6.18', '0x302'],
    ['2.6.9', '0x100'],
    ['2.6.27', '0x700'],
  ] as const) {
    expect(parseCptVariant(line)).toBe(parseCptVariant(version));
  }
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
