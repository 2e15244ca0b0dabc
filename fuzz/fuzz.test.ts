/** A short run of the fuzzer with fixed seeds; `npm run fuzz` goes on for as long as one likes. */
import { afterAll, expect, test } from 'vitest';
import { Fuzzer } from './fuzzer.ts';
import { type FuzzFamily, families } from './seed.ts';

// The commands of the fuzz have a place of their own for what they unpack; other tests of this process have not.
const { TMPDIR } = process.env;
afterAll(() => {
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
});

const rounds = 30;

test.each(families)('%s: mutated inputs end in a sentence', async (family) => {
  const fuzzer = new Fuzzer();
  for (let seed = 1; seed <= rounds; seed++) expect(await fuzzer.run(family, seed)).toBeUndefined();
});

test('a seed makes the same input every time', async () => {
  const bytesOf = async (family: FuzzFamily): Promise<string> => {
    const input = await new Fuzzer().input(family, 42);
    const pieces = 'bytes' in input ? [input.bytes] : [...input.files].flat();
    return Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array))).toString('base64');
  };
  for (const family of families) expect(await bytesOf(family)).toBe(await bytesOf(family));
});
