/** Entries that are read as numbers become the same runs as those that the general decoder reads. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { headMagics, imageType, memoryDirectory } from '../../parse/criu/index.ts';
import { layOut } from './image-source.ts';
import { pageRuns } from './page-runs.ts';

const word = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);

function varint(value: bigint): number[] {
  const low = Number(value & 0x7fn);
  return value < 0x80n ? [low] : [low | 0x80, ...varint(value >> 7n)];
}

const message = (bytes: readonly number[]): number[] => [...word(bytes.length), ...bytes];

/** pagemap_entry of criu/images/pagemap.proto. */
const tags = { vaddr: 0x08, compat: 0x10, inParent: 0x18, flags: 0x20, pages: 0x28 } as const;
type Entry = Partial<Record<keyof typeof tags, bigint>>;

/** In another order than CRIU writes them in, fields say the same, and are left to the general decoder. */
function encoded(entry: Entry, isPlain: boolean): number[] {
  const fields = (Object.keys(tags) as (keyof typeof tags)[]).flatMap((name) => {
    const value = entry[name];
    return value === undefined ? [] : [[tags[name], ...varint(value)]];
  });
  return message((isPlain ? fields : fields.reverse()).flat());
}

const pageBytes = 4096;

function runsOf(entries: readonly Entry[], pages: number, isPlain: boolean) {
  const bytes = [
    ...word(headMagics.common),
    ...word(imageType('PAGEMAP').magic ?? 0),
    ...message([0x08, 1]),
    ...entries.flatMap((entry) => encoded(entry, isPlain)),
  ];
  const files = {
    'pagemap-5.img': new Uint8Array(bytes),
    ...(pages > 0 && { 'pages-1.img': new Uint8Array(pages * pageBytes) }),
  };
  const found: Diagnostic[] = [];
  const runs = pageRuns(layOut(memoryDirectory(files)), 'PAGEMAP', 5, (diagnostic) => found.push(diagnostic));
  return { runs: [...runs], found };
}

const stored = (vaddr: bigint, pages: bigint): Entry => ({ vaddr, compat: 0n, flags: 4n, pages });

test('pages lie one behind the other, up to the end of their file', () => {
  const { runs, found } = runsOf([stored(0x1000n, 2n), stored(0x9000n, 3n), stored(0x20000n, 1n)], 4, true);
  expect(runs.map(({ kind, start, end }) => [kind, start, end])).toEqual([
    ['stored', 0x1000n, 0x3000n],
    ['stored', 0x9000n, 0xb000n],
    ['cut', 0xb000n, 0xc000n],
    ['cut', 0x20000n, 0x21000n],
  ]);
  expect((runs[1]?.offset ?? 0) - (runs[0]?.offset ?? 0)).toBe(2 * pageBytes);
  expect(found.map(({ code }) => code)).toEqual(['pages-cut']);
});

test('however entries are read', () => {
  const few = fc.bigInt(0n, 3n);
  const count = fc.oneof(few, fc.bigInt(0n, 2n ** 32n - 1n));
  const entry = fc.record(
    {
      vaddr: fc.oneof(
        fc.bigInt(0n, 100n).map((page) => page * 4096n),
        fc.bigInt(2n ** 48n, 2n ** 49n - 1n),
      ),
      compat: count,
      inParent: fc.bigInt(0n, 1n),
      flags: fc.oneof({ weight: 4, arbitrary: fc.constant(4n) }, fc.bigInt(0n, 17n)),
      pages: fc.oneof(few, fc.bigInt(0n, 2n ** 49n - 1n)),
    },
    { requiredKeys: ['vaddr', 'compat'] },
  );
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), fc.nat(6), (entries, pages) => {
      expect(runsOf(entries, pages, true)).toEqual(runsOf(entries, pages, false));
    }),
    { numRuns: 500 },
  );
});
