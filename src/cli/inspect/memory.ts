/** cr-inspect IMAGE memory ADDRESS|AREA [LENGTH]: bytes of a process by address, shown or saved. */
import type { Image } from '../../inspect/image.ts';
import { ProblemList } from '../../inspect/image.ts';
import { addressIn, areaRange, areasNamed, parseLength } from '../../inspect/memory/words.ts';
import { namedAreaAt, shownName } from '../../inspect/views/named-areas.ts';
import { missingWords, type Piece, planMemory, type Range } from '../../memory/plan.ts';
import { type Chunk, readPieces } from '../../memory/read.ts';
import { type Gap, type Saved, savePieces } from '../../memory/save.ts';
import type { Space } from '../../memory/spaces.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import { exitCode } from '../exit-codes.ts';
import { UsageError } from '../options.ts';
import { printPieces } from '../pieces.ts';
import type { Terminal } from '../terminal.ts';
import { visible } from '../terminal.ts';
import { concluded, type Job } from './job.ts';
import { oneSpace, withImage } from './memory-words.ts';

export async function showMemory(job: Job, path: string, rest: readonly string[]): Promise<number> {
  const [what, length, ...more] = rest;
  if (what === undefined) throw new UsageError('memory needs an address or an area');
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  return await withImage(job, path, (image) => {
    const space = oneSpace(image, job);
    const range = rangeOf(image, space, what, length);
    const pieces = () => planMemory(image.checkpoint, space.memory.id, range);
    const output = job.args.value('output');
    if (output !== undefined) return writePieces(job, image, output, pieces());
    const pid = space.pids[0] ?? 0;
    const damage = new ProblemList();
    const chunks = readPieces(image.source, pieces(), damage.report);
    if (job.args.flag('json')) printPieces(job.terminal, memoryJson(pid, range, chunks));
    else printPieces(job.terminal, memoryText(image, space, range, chunks));
    return Math.max(concluded(job, image.problems), concluded(job, damage));
  });
}

/** What is shown from an address without a length. */
const defaultLength = 256n;

function rangeOf(image: Image, space: Space, what: string, length: string | undefined): Range {
  const address = addressIn(space, what);
  const wanted = length === undefined ? undefined : parseLength(length);
  if (wanted === 0n) throw new UsageError('a length of 0 is nothing');
  if (address !== undefined) {
    const area = namedAreaAt(image.checkpoint, space.memory, address);
    if (area === undefined)
      throw new UsageError(`nothing is mapped at 0x${address.toString(16)} of process ${space.pids[0]}`);
    const end = address + (wanted ?? defaultLength);
    return { start: address, end: wanted === undefined && end > area.end ? area.end : end };
  }
  const areas = areasNamed(image, space, what);
  const [first, ...others] = areas;
  if (first === undefined)
    throw new UsageError(`"${what}" is no address and no area of process ${space.pids[0]}`);
  if (others.length > 0 && !/^[0-9a-fx]+-[0-9a-fx]+$/i.test(what)) {
    const list = areas.slice(0, 8).map(areaRange).join(', ');
    throw new UsageError(`${areas.length} areas are called "${what}": name one by its range: ${list}`);
  }
  const exact = /^(?:0x)?([0-9a-f]+)-(?:0x)?([0-9a-f]+)$/i.exec(what);
  const start = exact === null ? first.start : BigInt(`0x${exact[1]}`);
  const end = exact === null ? first.end : BigInt(`0x${exact[2]}`);
  return { start, end: wanted === undefined ? end : start + wanted };
}

/** Writes pieces to a file, with holes for what is not there; that is said, and is a finding. */
export function writePieces(job: Job, image: Image, path: string, pieces: Iterable<Piece>): number {
  const output = openOutput(path, { force: job.args.flag('force') });
  const damage = new ProblemList();
  let saved: Saved;
  try {
    saved = savePieces(image.source, output.sink, pieces, damage.report);
    output.commit();
  } finally {
    output.discard();
  }
  const { bytes, gaps } = saved;
  const { terminal } = job;
  const say = path === '-' ? terminal.err : terminal.out;
  if (!job.args.flag('quiet'))
    say(`${bytes} bytes written to ${visible(path === '-' ? 'standard output' : path)}\n`);
  sayGaps(terminal, gaps);
  const shown = Math.max(concluded(job, image.problems), concluded(job, damage));
  return gaps.length > 0 ? exitCode.findings : shown;
}

const gapsShown = 20;

function sayGaps(terminal: Terminal, gaps: readonly Gap[]): void {
  for (const gap of gaps.slice(0, gapsShown)) {
    terminal.err(`zeros stand for ${areaRange(gap)}: ${missingWords[gap.why]}\n`);
  }
  if (gaps.length > gapsShown) terminal.err(`… and for ${gaps.length - gapsShown} more ranges\n`);
}

function* memoryText(image: Image, space: Space, range: Range, chunks: Iterable<Chunk>): Generator<string> {
  const area = namedAreaAt(image.checkpoint, space.memory, range.start);
  if (area !== undefined)
    yield `${space.pids[0]} ${visible(shownName(area))} ${areaRange(area)} ${area.perms}\n`;
  for (const chunk of chunks) yield* chunkLines(chunk);
}

export function* chunkLines(chunk: Chunk): Generator<string> {
  if (chunk.kind === 'missing')
    yield `${line(chunk.start)}  … to 0x${chunk.end.toString(16)}: ${missingWords[chunk.why]}\n`;
  else if (chunk.kind === 'zero' && chunk.end - chunk.start > 2n * BigInt(rowBytes))
    yield `${line(chunk.start)}  zeros to 0x${chunk.end.toString(16)}\n`;
  else {
    const bytes = chunk.kind === 'bytes' ? chunk.bytes : new Uint8Array(Number(chunk.end - chunk.start));
    for (let at = 0; at < bytes.length; ) {
      const address = chunk.start + BigInt(at);
      const count = Math.min(rowBytes - Number(address % BigInt(rowBytes)), bytes.length - at);
      yield hexLine(address, bytes.subarray(at, at + count));
      at += count;
    }
  }
}

const rowBytes = 16;
const line = (address: bigint): string => address.toString(16).padStart(12, '0');

function hexLine(address: bigint, bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.',
  ).join('');
  return `${line(address)}  ${hex.padEnd(rowBytes * 3)} |${text}|\n`;
}

function* memoryJson(pid: number, range: Range, chunks: Iterable<Chunk>): Generator<string> {
  const hex = (value: bigint) => `0x${value.toString(16)}`;
  yield `{"schemaVersion":1,"pid":${pid},"start":"${hex(range.start)}","end":"${hex(range.end)}","ranges":[`;
  let separator = '\n';
  for (const chunk of chunks) {
    const row = {
      start: hex(chunk.start),
      end: hex(chunk.end),
      kind: chunk.kind,
      ...(chunk.kind === 'missing' && { why: chunk.why }),
      ...(chunk.kind === 'bytes' && { base64: Buffer.from(chunk.bytes).toString('base64') }),
    };
    yield `${separator}${JSON.stringify(row)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
