/** A short run of the fuzzer with fixed seeds; `npm run fuzz` goes on for as long as one likes. */
import { expect, test } from 'vitest';
import { type FuzzFamily, families } from './corpus.ts';
import { Fuzzer } from './fuzzer.ts';

const counts: Readonly<Record<FuzzFamily, number>> = {
  cpt: 60,
  criu: 60,
  archive: 60,
  json: 60,
  document: 60,
};

test.each(families)('%s: mutated inputs end in a sentence', async (family) => {
  const fuzzer = new Fuzzer();
  for (let seed = 1; seed <= counts[family]; seed++) expect(await fuzzer.run(family, seed)).toBeUndefined();
});

test('a seed makes the same input every time', async () => {
  const bytesOf = async (family: FuzzFamily): Promise<string> => {
    const input = await new Fuzzer().input(family, 42);
    const pieces = 'bytes' in input ? [input.bytes] : [...input.files].flat();
    return Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array))).toString('base64');
  };
  for (const family of families) expect(await bytesOf(family)).toBe(await bytesOf(family));
});
