/**
 * Searches an image for bytes that may not be persisted: the memory of every process by address, so that nothing
 * hides between two pages that lie apart in the image, and all else that is stored. Each byte is read once.
 */
import { hexText, latin1Bytes } from '../../byte-text.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { addTo } from '../../lists.ts';
import type { Hit, Stream } from '../../memory/hit.ts';
import { bytePattern } from '../../memory/pattern.ts';
import {
  extentOf,
  type Missing,
  type MissingPiece,
  missingWords,
  type Piece,
  planMemory,
} from '../../memory/plan.ts';
import { searchStreams } from '../../memory/search.ts';
import { spacesOf } from '../../memory/spaces.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { headOf } from '../../model/look-up.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { Finding } from '../finding.ts';
import { finding, type MemoryPattern, type Policy } from './policy.ts';

/** Texts that PEM files start with, see RFC 7468; and the magic of OpenSSH's own format. */
const pemLabels = ['', 'RSA ', 'EC ', 'DSA ', 'ENCRYPTED ', 'OPENSSH '] as const;

const textPattern = (name: string, text: string): MemoryPattern => ({
  name,
  bytes: latin1Bytes(text),
});

export const namedPatterns: Readonly<Record<string, readonly MemoryPattern[]>> = {
  'pem-private-key': pemLabels.map((label) =>
    textPattern('a PEM private key', `-----BEGIN ${label}PRIVATE KEY-----`),
  ),
  'openssh-private-key': [textPattern('an OpenSSH private key', 'openssh-key-v1\0')],
  'pgp-private-key': [textPattern('a PGP private key', '-----BEGIN PGP PRIVATE KEY BLOCK-----')],
};

/** What is searched. Positions are those of the source. */
export interface SearchedImage {
  readonly checkpoint: Checkpoint | undefined;
  readonly source: ByteSource;
  /** Stretches of the source, ascending, that are searched as they are stored where no process has them. */
  readonly stored: Iterable<{ readonly offset: number; readonly length: number }>;
  /** Record or file around each position, in their order. */
  places(positions: readonly number[]): readonly { readonly offset: number; readonly path: string }[];
}

/** Where the search ends: nobody looks at more places than that. */
const hitsMax = 100_000;

/** Blocks of compressed pages that cannot be read are said by `damaged`, and the search goes on behind them. */
export function searchMemory(
  image: SearchedImage,
  policies: readonly Policy[],
  add: (finding: Finding) => void,
  damaged: (problem: Diagnostic) => void,
  progress?: (phase: string, done: number, total: number) => void,
): void {
  const needles = policies.flatMap(({ memory }) => memory.map(({ bytes }) => bytes));
  if (needles.length === 0) return;
  const { source, checkpoint } = image;
  const spaces = checkpoint === undefined ? [] : spaceStreams(checkpoint);
  const streams = [...spaces, storedStream(outside(image.stored, spaces))];
  const absent = new AbsentMemory();
  const missing = (stream: number, { start, end, why }: MissingPiece) =>
    absent.add(spaces[stream]?.title, why, end - start);
  const hits: Hit[] = [];
  for (const hit of searchStreams(source, streams, bytePattern(needles), { damaged, missing })) {
    if ('total' in hit) progress?.('searching', hit.done, hit.total);
    else if (isNew(hits, hit)) hits.push(hit);
    if (hits.length === hitsMax) break;
  }
  hits.sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const meant = patternsByBytes(policies);
  const places = image.places(hits.map(({ position }) => position ?? 0));
  for (const [index, hit] of hits.entries()) {
    const { offset, path } = places[index]!;
    const where = (name: string) =>
      hit.stream < spaces.length
        ? `${spaces[hit.stream]!.title} holds ${name} at 0x${hit.address.toString(16)}`
        : `${path} holds ${name}`;
    const found = hit.context.subarray(hit.contextAt, hit.contextAt + hit.length);
    for (const [policy, { name, bytes }] of meant.get(hexText(found)) ?? [])
      add({ ...finding(policy, 'policy-memory', where(name), offset, path), length: bytes.length });
  }
  for (const found of absent.findings()) add(found);
}

/** Memory of a process that was dumped, and lies elsewhere. What is only in a mapped file was never persisted. */
const persistedElsewhere: ReadonlySet<Missing> = new Set<Missing>(['lazy', 'elsewhere']);

class AbsentMemory {
  readonly #bytes = new Map<string, bigint>();

  add(title: string | undefined, why: Missing, bytes: bigint): void {
    if (title === undefined || !persistedElsewhere.has(why)) return;
    const key = `${title}: ${missingWords[why]}`;
    this.#bytes.set(key, (this.#bytes.get(key) ?? 0n) + bytes);
  }

  *findings(): Generator<Finding> {
    for (const [where, bytes] of this.#bytes) {
      yield {
        code: 'policy-memory-unread',
        severity: 'warning',
        layer: 'policy',
        length: 0,
        message: `${bytes / 1024n} KiB of memory were not searched, of ${where}`,
        at: {},
      };
    }
  }
}

/** All who see the place of a hit are told one after the other: the first of them stands for it. */
function isNew(hits: readonly Hit[], { position, length }: Hit): boolean {
  const last = hits.at(-1);
  return last === undefined || position === undefined || last.position !== position || last.length !== length;
}

interface NamedStream extends Stream {
  /** `process 7 (nginx)`. */
  readonly title: string;
}

function spaceStreams(checkpoint: Checkpoint): readonly NamedStream[] {
  const names = new Map(checkpoint.processes.map((process) => [process.pid, headOf(process).comm]));
  return spacesOf(checkpoint).map(({ memory, pids: [pid = 0] }) => ({
    title: `process ${pid} (${names.get(pid) ?? '?'})`,
    pieces: () => planMemory(checkpoint, memory.id, extentOf(memory)),
    part: (start, end) => planMemory(checkpoint, memory.id, { start, end }),
  }));
}

type Stretches = SearchedImage['stored'];

/** What no process has in its memory. */
function* outside(
  stored: Stretches,
  spaces: readonly Stream[],
): Generator<{ offset: number; length: number }> {
  const seen: { start: number; end: number }[] = [];
  for (const { pieces } of spaces) {
    for (const piece of pieces()) {
      if (piece.kind !== 'stored') continue;
      const end = piece.offset + Number(piece.end - piece.start);
      const last = seen.at(-1);
      if (last?.end === piece.offset) last.end = end;
      else seen.push({ start: piece.offset, end });
    }
  }
  seen.sort((a, b) => a.start - b.start);
  let next = 0;
  for (const { offset, length } of stored) {
    let at = offset;
    while (next < seen.length && seen[next]!.end <= at) next++;
    for (let index = next; index < seen.length && seen[index]!.start < offset + length; index++) {
      const { start, end } = seen[index]!;
      if (start > at) yield { offset: at, length: start - at };
      at = Math.max(at, end);
    }
    if (at < offset + length) yield { offset: at, length: offset + length - at };
  }
}

/** Addresses are positions here. */
function storedStream(stretches: Stretches): Stream {
  const pieces = Array.from(
    stretches,
    ({ offset, length }): Piece => ({
      kind: 'stored',
      offset,
      start: BigInt(offset),
      end: BigInt(offset + length),
    }),
  );
  return {
    pieces: () => pieces,
    part: (start, end) => pieces.filter((piece) => piece.start < end && piece.end > start),
  };
}

/** Patterns of all policies by what they search, in their order. */
function patternsByBytes(policies: readonly Policy[]) {
  const patterns = new Map<string, (readonly [Policy, MemoryPattern])[]>();
  for (const policy of policies)
    for (const pattern of policy.memory) addTo(patterns, hexText(pattern.bytes), [policy, pattern] as const);
  return patterns;
}
