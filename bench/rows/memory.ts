/** Reading memory: searching it, and decoding compressed pages. */
import { readFileSync } from 'node:fs';
import { decodeLz4, encodeLz4, lz4BytesMax } from '../../src/memory/lz4.ts';
import { commandRow, ours } from '../command-row.ts';
import { compressedDump, cptImage, criuDump } from '../inputs.ts';
import { median } from '../measure.ts';
import { gib, type Input, mib, type Row, sizeWord } from '../row.ts';

/** MB a second. */
const searchRate = 1000;
const lz4Rate = 300;

const absent = 'no such words anywhere';

const patterns: Readonly<Record<string, readonly string[]>> = {
  text: [absent],
  hex: ['--hex', '00 11 22 33 44 55 66 77 88 99 aa bb'],
  utf16: ['--utf16', absent],
  regex: ['--regex', 'no such (words|letters) anywhere'],
};

const search = (
  name: string,
  what: string,
  input: Input,
  bytes: number,
  words: readonly string[],
  rate?: number,
) =>
  commandRow({
    name: `search/${name}`,
    what: `search ${what}, ${sizeWord(bytes)}`,
    isLarge: bytes > gib,
    bytes,
    rounds: bytes > gib ? 2 : 5,
    inputs: [input],
    limits: rate === undefined ? {} : { throughput: rate },
    ours: ours('cr-inspect', (scratch) => [scratch.at(input), 'search', ...words]),
  });

const searches = Object.entries(patterns).map(([name, words]) =>
  search(name, `${name} in a CPT image`, cptImage(gib), gib, words, searchRate),
);

const lz4: Row = {
  name: 'lz4/decode',
  what: 'decode LZ4 blocks of 256 KiB, of the first 64 MiB of Node',
  measure() {
    const plain = readFileSync(process.execPath).subarray(0, 64 * mib);
    const blockBytes = 256 * 1024;
    const blocks: Uint8Array[] = [];
    for (let at = 0; at < plain.length; at += blockBytes) {
      const target = new Uint8Array(lz4BytesMax(blockBytes));
      const length = encodeLz4(plain, at, at + blockBytes, target, target.length);
      blocks.push(target.slice(0, length));
    }
    const back = new Uint8Array(blockBytes);
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now();
      for (const block of blocks)
        if (!decodeLz4(block, 0, block.length, back, 0, blockBytes))
          throw new Error('a block does not decode');
      return performance.now() - start;
    });
    return [
      { metric: 'throughput', value: plain.length / 1000 / median(times), unit: 'MB/s', atLeast: lz4Rate },
    ];
  },
};

export const memoryRows: readonly Row[] = [
  ...searches,
  search('criu', 'text in a CRIU dump', criuDump(gib), gib, [absent], searchRate),
  search('criu-lz4', 'text in compressed pages', compressedDump(gib), gib, [absent], lz4Rate),
  search('text-10-GiB', 'text in a CPT image', cptImage(10 * gib), 10 * gib, [absent], searchRate),
  lz4,
];
