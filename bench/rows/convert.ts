/** Converting large images, beside what cp needs for the same bytes; and what stays of holes. */
import { statSync } from 'node:fs';
import { commandRow, ours, type Peer } from '../command-row.ts';
import { compressedDump, cptImage, criuDump, criuTar, largestPages, sparseDump } from '../inputs.ts';
import { command, run } from '../measure.ts';
import { gib, type Input, mib, type Row, type Scratch, sizeWord } from '../row.ts';

/** Of cp followed by sync: a conversion is on the disk when it ends. */
const atLeast = 0.8;
const sizes = [gib, 10 * gib];

const copySynced = (input: Input, budget: number | undefined = atLeast): Peer => ({
  name: 'cp and sync',
  program: 'cp',
  words: (scratch) => {
    const script = 'cp -r "$1" "$2" && find "$2" -type f -exec sync {} +';
    return ['sh', '-c', script, 'sh', scratch.at(input), scratch.fresh('copy')];
  },
  ...(budget !== undefined && { atLeast: budget }),
});

const copy = (input: Input, budget?: number): Peer => ({
  name: 'cp --sparse=never',
  program: 'cp',
  words: (scratch) => ['cp', '-r', '--sparse=never', scratch.at(input), scratch.fresh('copy')],
  ...(budget !== undefined && { atLeast: budget }),
});

interface Conversion {
  readonly name: string;
  readonly what: string;
  readonly input: (bytes: number) => Input;
  readonly words: readonly string[];
  readonly output?: string;
  readonly sizes?: readonly number[];
}

const conversions: readonly Conversion[] = [
  { name: 'cpt', what: '2.6.18 to 2.6.32', input: cptImage, words: [], output: 'out.cpt' },
  { name: 'criu-directory', what: 'CRIU 4.2 to 3.19', input: criuDump, words: ['--to', 'criu-3.19'] },
  {
    name: 'criu-archive',
    what: 'an archive of CRIU 4.2 to one of 3.19',
    input: criuTar,
    words: ['--to', 'criu-3.19'],
    output: 'out.tar',
    sizes: [gib],
  },
  { name: 'cpt-to-criu', what: '2.6.18 to CRIU', input: cptImage, words: ['--to', 'criu'] },
  { name: 'core', what: 'a CPT image to core files', input: cptImage, words: ['--to', 'core'] },
  {
    name: 'core-criu',
    what: 'a CRIU dump to core files',
    input: criuDump,
    words: ['--to', 'core'],
    sizes: [gib],
  },
  {
    name: 'decompress',
    what: 'LZ4 pages to plain ones',
    input: compressedDump,
    words: ['--decompress'],
    sizes: [gib],
  },
];

const converted = conversions.flatMap(({ name, what, input, words, output = 'out', sizes: own = sizes }) =>
  own.map((bytes) =>
    commandRow({
      name: `convert/${name}-${sizeWord(bytes).replace(' ', '-')}`,
      what: `${what}, ${sizeWord(bytes)}`,
      isLarge: bytes > gib,
      rounds: bytes > gib ? 2 : 5,
      bytes,
      inputs: [input(bytes)],
      ours: ours('cr-convert', (scratch) => [
        '-q',
        ...words,
        scratch.at(input(bytes)),
        scratch.fresh(output),
      ]),
      // What is compressed is smaller than what comes out: the plain form is what cp copies.
      peers: name === 'decompress' ? [] : [copySynced(input(bytes)), copy(input(bytes))],
      limits: name === 'decompress' ? { throughput: 300 } : {},
    }),
  ),
);

/** The same variant with another name of its kernel: no record changes its size. */
const inPlace = [gib].map((bytes) =>
  commandRow({
    name: 'convert/cpt-in-place',
    what: `2.6.18.0 to 2.6.18.1, no size changes, ${sizeWord(bytes)}`,
    rounds: 5,
    bytes,
    inputs: [cptImage(bytes)],
    ours: ours('cr-convert', (scratch) => [
      '-q',
      '--to',
      '0x303',
      scratch.at(cptImage(bytes)),
      scratch.fresh('out.cpt'),
    ]),
    peers: [copySynced(cptImage(bytes), undefined), copy(cptImage(bytes), atLeast)],
  }),
);

const sparse: Row = {
  name: 'convert/sparse',
  what: 'CRIU 4.2 to 3.19, 1 GiB of which 103 MiB are stored and the rest are holes',
  inputs: [sparseDump(gib)],
  measure(scratch: Scratch) {
    const input = scratch.at(sparseDump(gib));
    const output = scratch.fresh('out');
    const {
      wallMs,
      cpuMs,
      maxRssMib = Number.NaN,
    } = run(command('cr-convert', '-q', '--to', 'criu-3.19', input, output), scratch.directory);
    const stored = (path: string) => (statSync(largestPages(path)).blocks * 512) / mib;
    return [
      { metric: 'wall time', value: wallMs, unit: 'ms' },
      { metric: 'CPU time', value: cpuMs, unit: 'ms' },
      { metric: 'peak memory', value: maxRssMib, unit: 'MiB', atMost: 200 },
      {
        metric: 'room on the disk by that of the input',
        value: stored(output) / stored(input),
        unit: '×',
        atMost: 1.05,
      },
    ];
  },
};

export const convertRows: readonly Row[] = [...converted, ...inPlace, sparse];
