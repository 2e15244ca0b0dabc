/**
 * cr-crit beside crit (Debian package criu) and go-crit, where they are installed: decoding and encoding a
 * pagemap of 200,000 entries, and looking into a dump of many tasks.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './bench.ts';
import { generateCriuImage } from './generate-criu-image.ts';
import { command, type Measured, median, projectRoot, run } from './measure.ts';

const entryCount = 200_000;
const taskCount = 1000;
const rounds = 5;
const decodeRatio = 6;
const decodeMib = 90;
/** Of any command. */
const commandMib = 200;

type Words = readonly string[];

/** What does the same work, and how often slower than ours it has to be at least. */
interface Peer {
  readonly name: string;
  readonly words: Words;
  readonly ratio: number;
}

export async function benchCrit(directory: string): Promise<Row[]> {
  const at = (name: string) => join(directory, name);
  const image = pagemap(directory);
  const lossless = at('lossless.json');
  const critForm = at('critForm.json');
  const encoded = at('encoded.img');
  const dump = at('dump');
  await generateCriuImage(join(projectRoot, 'samples', 'criu', 'podman-tree.tar.zst'), dump, taskCount);

  const decode = (out: string, ...form: Words) =>
    command('cr-crit', 'decode', '-i', image, '-o', out, '--force', ...form);
  const encode = (json: string) =>
    command('cr-crit', 'encode', '-i', json, '-o', encoded, '--name', 'pagemap-1.img', '--force');
  const decoders = peers(decodeRatio, (peer) => [peer, 'decode', '-i', image, '-o', at(`${peer}.json`)]);
  const encoders = peers(1, (peer) => [peer, 'encode', '-i', at(`${peer}.json`), '-o', encoded]);
  // go-crit is not measured here: it is done before node has started.
  const explorers = peers(1, (peer) => [peer, 'x', dump, 'ps']).filter(({ name }) => name === 'crit');
  const rows = [
    ...compare(
      directory,
      `decode a pagemap of ${entryCount} entries`,
      decode(lossless, '--lossless'),
      decodeMib,
      decoders,
    ),
    ...compare(directory, 'decode it to the JSON of crit', decode(critForm), decodeMib, decoders),
    ...compare(directory, 'encode it', encode(lossless), commandMib, encoders),
    ...compare(directory, 'encode the JSON of crit', encode(critForm), commandMib, encoders),
    ...compare(
      directory,
      `x ps, ${taskCount} tasks`,
      command('cr-crit', 'x', dump, 'ps'),
      commandMib,
      explorers,
    ),
  ];
  rmSync(dump, { recursive: true });
  return rows;
}

/** crit, and go-crit, which is to be matched only. */
function peers(critRatio: number, words: (name: string) => Words): Peer[] {
  return [
    { name: 'crit', words: words('crit'), ratio: critRatio },
    { name: 'go-crit', words: words('go-crit'), ratio: 1 },
  ];
}

function compare(
  directory: string,
  what: string,
  ours: Words,
  memoryMib: number,
  others: readonly Peer[],
): Row[] {
  const known = others.filter(({ name }) => isInstalled(name));
  // In turns, so that a busy moment of the machine is everyone's.
  const times = Array.from({ length: rounds }, () =>
    [ours, ...known.map(({ words }) => words)].map((words) => run(words, directory)),
  );
  const wallMs = (column: number) => median(times.map((row) => (row[column] as Measured).wallMs));
  const ratios = known.map((peer, index) => ({ ...peer, measured: wallMs(index + 1) / wallMs(0) }));
  const texts = others.map(({ name }) => {
    const found = ratios.find((peer) => peer.name === name);
    return found === undefined
      ? `${name} is not installed: SKIPPED`
      : `${name} ${found.measured.toFixed(1)} × slower`;
  });
  const rss = Math.max(...times.map(([first]) => first?.maxRssMib ?? Number.NaN));
  return [
    {
      what,
      measured: `${wallMs(0).toFixed(0)} ms, ${texts.join(', ')}`,
      budget: others.map(({ name, ratio }) => `${ratio} × ${name}`).join(', '),
      isMet: ratios.every(({ measured, ratio }) => measured >= ratio),
    },
    {
      what: `${what}, peak memory`,
      measured: `${rss.toFixed(0)} MiB`,
      budget: `≤ ${memoryMib} MiB`,
      isMet: rss <= memoryMib,
    },
  ];
}

const installed = new Map<string, boolean>();

function isInstalled(name: string): boolean {
  const known = installed.get(name) ?? spawnSync(name, ['--help']).status === 0;
  installed.set(name, known);
  return known;
}

/** Made through crit's own JSON form, which our encoder reads. */
function pagemap(directory: string): string {
  const json = join(directory, 'pagemap.json');
  const image = join(directory, 'pagemap-1.img');
  const entries = Array.from({ length: entryCount }, (_, index) => ({
    vaddr: `0x${(0x10000000 + index * 8192).toString(16)}`,
    nr_pages: 1,
    flags: 'PE_PRESENT',
  }));
  writeFileSync(json, JSON.stringify({ magic: 'PAGEMAP', entries: [{ pages_id: 1 }, ...entries] }));
  run(command('cr-crit', 'encode', '-i', json, '-o', image), directory);
  return image;
}
