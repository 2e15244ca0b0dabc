/** cr-crit beside crit (Debian package criu) and go-crit: a pagemap of 200,000 entries both ways; tasks of a dump. */
import { commandRow, growthRow, ours, type Peer } from '../command-row.ts';
import { criuTasks, pagemap, pagemapJson, peerJson } from '../inputs.ts';
import { command } from '../measure.ts';
import type { Row, Scratch, Words } from '../row.ts';

const entries = 200_000;
const decodeRatio = 6;
const decodeMib = 90;
const forms = { lossless: ['--lossless'], crit: [] } as const;

/** go-crit is to be matched only. */
const peers = (critRatio: number, words: (peer: 'crit' | 'go-crit', scratch: Scratch) => Words): Peer[] => [
  { name: 'crit', atLeast: critRatio, words: (scratch) => words('crit', scratch) },
  { name: 'go-crit', atLeast: 1, words: (scratch) => words('go-crit', scratch) },
];

const decode = Object.entries(forms).map(([form, words]) =>
  commandRow({
    name: `crit/decode-${form}`,
    what: `decode a pagemap of ${entries} entries to JSON (${form})`,
    inputs: [pagemap(entries)],
    limits: { memoryMib: decodeMib },
    ours: ours('cr-crit', (scratch) => [
      'decode',
      '-i',
      scratch.at(pagemap(entries)),
      '-o',
      scratch.fresh('out.json'),
      ...words,
    ]),
    peers: peers(decodeRatio, (peer, scratch) => [
      peer,
      'decode',
      '-i',
      scratch.at(pagemap(entries)),
      '-o',
      scratch.fresh('peer.json'),
    ]),
  }),
);

const encode = Object.keys(forms).map((form) => {
  const json = pagemapJson(entries, form as keyof typeof forms);
  const own = { crit: peerJson(entries, 'crit'), 'go-crit': peerJson(entries, 'go-crit') } as const;
  return commandRow({
    name: `crit/encode-${form}`,
    what: `encode it from JSON (${form})`,
    inputs: [json, ...Object.values(own)],
    limits: { memoryMib: decodeMib },
    ours: ours('cr-crit', (scratch) => [
      'encode',
      '-i',
      scratch.at(json),
      '-o',
      scratch.fresh('out.img'),
      '--name',
      'pagemap-1.img',
    ]),
    peers: peers(1, (peer, scratch) => [
      peer,
      'encode',
      '-i',
      scratch.at(own[peer]),
      '-o',
      scratch.fresh('peer.img'),
    ]),
  });
});

/** Memory must not grow with the document. */
const growth = (['decode', 'encode'] as const).map((verb) =>
  growthRow({
    name: `crit/${verb}-growth`,
    what: `${verb} a pagemap`,
    unit: 'entries',
    sizes: [entries, 10 * entries],
    limits: { growth: 12, memoryMib: decodeMib },
    input: (count) => (verb === 'decode' ? pagemap(count) : pagemapJson(count, 'lossless')),
    ours: (path, scratch) =>
      verb === 'decode'
        ? command('cr-crit', 'decode', '-i', path, '-o', scratch.fresh('out.json'), '--lossless')
        : command('cr-crit', 'encode', '-i', path, '-o', scratch.fresh('out.img'), '--name', 'pagemap-1.img'),
  }),
);

const explore = commandRow({
  name: 'crit/x-ps',
  what: 'x ps, 1,000 tasks',
  inputs: [criuTasks(1000)],
  ours: ours('cr-crit', (scratch) => ['x', scratch.at(criuTasks(1000)), 'ps']),
  // go-crit is done before Node has started.
  peers: peers(1, (peer, scratch) => [peer, 'x', scratch.at(criuTasks(1000)), 'ps']).slice(0, 1),
});

export const critRows: readonly Row[] = [...decode, ...encode, ...growth, explore];
