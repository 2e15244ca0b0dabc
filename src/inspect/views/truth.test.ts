/** Every value that a view states, of every real dump at hand, against what /proc said just before the dump. */
import { afterAll, describe, expect, test } from 'vitest';
import { type Counts, compareTable, isCovered, leafPaths, pathOf } from '../../test-support/truth/compare.ts';
import { documentsOf } from '../../test-support/truth/documents.ts';
import { dumps, hasAllDumps } from '../../test-support/truth/dumps.ts';
import { truthTables } from '../../test-support/truth/tables/index.ts';
import { untold } from '../../test-support/truth/untold.ts';

const counts: Counts = new Map();
const paths = new Set<string>();

describe.each(dumps)('$name', ({ open }) => {
  test('says what was seen', async () => {
    const { image, truth, close } = await open();
    try {
      const documents = documentsOf(image);
      for (const [name, document] of documents) {
        for (const path of leafPaths(name, document)) paths.add(path);
      }
      const differences = truthTables.flatMap((table) =>
        compareTable(table, documents.get(table.document), truth, counts),
      );
      expect(differences).toEqual([]);
    } finally {
      close();
    }
  });
});

describe('fields', () => {
  const listed = Object.values(untold).flat();
  const covered = truthTables.flatMap((table) =>
    Object.keys(table.fields).map((field) => pathOf(table, field)),
  );

  test('each is held against a truth, or listed with the reason why not', () => {
    expect([...paths].filter((path) => !isCovered(path, [...covered, ...listed])).sort()).toEqual([]);
  });

  test('nothing is listed that a table covers', () => {
    expect(listed.filter((path) => isCovered(path, covered))).toEqual([]);
  });

  test.skipIf(!hasAllDumps)('each field of a table met a truth, each listed one an image', () => {
    expect(covered.filter((path) => !counts.has(path))).toEqual([]);
    const seen = [...paths];
    expect(listed.filter((path) => !seen.some((one) => isCovered(one, [path])))).toEqual([]);
  });
});

afterAll(() => {
  if (process.env['CR_TRUTH_COUNTS'] === undefined) return;
  for (const [path, count] of [...counts].sort()) process.stderr.write(`${count}\t${path}\n`);
});
