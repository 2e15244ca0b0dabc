/** A page of memory around an address, for a screen: what lies there, in which area, and what is beside it. */
import { machines } from '../../abi/machines.ts';
import { ImageError } from '../../diagnostic.ts';
import { larger, missingWords, type Piece, planArea, type Range, rowsFrom } from '../../memory/plan.ts';
import { type Space, spacesOf } from '../../memory/spaces.ts';
import { smaller } from '../../model/bigint.ts';
import type { MemoryArea } from '../../model/checkpoint.ts';
import { UsageError } from '../../usage-error.ts';
import type { Image } from '../image.ts';
import { namedAreas, shownName } from '../views/named-areas.ts';
import { commsOf } from '../views/process-names.ts';
import { addressIn, areaRange, areasNamed } from './words.ts';

/** What is wanted; without a process the first one, without a place the first area with bytes in the image. */
export interface PageRequest {
  readonly pid?: number | undefined;
  readonly address?: bigint | undefined;
  /** An address or an area as people write it, instead of the address. */
  readonly text?: string | undefined;
  /** Not the address, but the next one behind it where stored bytes begin. */
  readonly isNext?: boolean | undefined;
  /** So many bytes before and behind the address. */
  readonly reach: number;
}

export interface MemoryPage extends Range {
  readonly pid: number;
  readonly name: string;
  /** The address that was asked for. */
  readonly address: bigint;
  readonly area: Range & { readonly name: string; readonly perms: string };
  /** Number of the area from 1, and how many there are. */
  readonly number: number;
  readonly count: number;
  /** The last address of the area before, and the first of the one behind. */
  readonly before?: bigint | undefined;
  readonly behind?: bigint | undefined;
  /** Of the programs there. */
  readonly pointer: { readonly bytes: 4 | 8; readonly isBigEndian: boolean };
  /** From `start` to `end`, inside of the area. */
  readonly chunks: readonly PageChunk[];
}

export type PageChunk = Range &
  (
    | {
        readonly kind: 'bytes';
        readonly bytes: Uint8Array;
        /** Of the first byte in the source of the image; undefined for zeros that are not stored. */
        readonly position?: number | undefined;
      }
    | { readonly kind: 'missing'; readonly why: string }
  );

/** So much is read for a page at most. */
const reachMax = 256 * 1024;

/** Throws a UsageError for what leads nowhere. */
export function memoryPage(image: Image, { pid, address, text, isNext, reach }: PageRequest): MemoryPage {
  const space = spaceOf(image, pid);
  const areas = [...namedAreas(image.checkpoint, space.memory)];
  const at =
    address === undefined
      ? text === undefined
        ? firstStored(image, space)
        : placeNamed(image, space, text)
      : isNext === true
        ? nextStored(image, space, address)
        : address;
  const index = areas.findIndex(({ start, end }) => start <= at && at < end);
  const area = areas[index];
  const own = pid ?? space.pids[0] ?? 0;
  if (area === undefined) throw new UsageError(`nothing is mapped at 0x${at.toString(16)} of process ${own}`);
  const bytes = BigInt(Math.min(reach, reachMax));
  const range = { start: larger(area.start, at - bytes), end: smaller(area.end, at + bytes) };
  const last = areas[index - 1]?.end;
  return {
    pid: own,
    name: commsOf(image.checkpoint).get(own) ?? '?',
    address: at,
    ...range,
    area: {
      start: area.start,
      end: area.end,
      name: shownName(area),
      perms: area.kind === 'pages' ? '????' : area.perms,
    },
    number: index + 1,
    count: areas.length,
    before: last === undefined ? undefined : last - 1n,
    behind: areas[index + 1]?.start,
    pointer: pointerOf(image, areas),
    chunks: chunksOf(image, space, area, range),
  };
}

/** A program of 32 bits has no memory beyond 4 GiB, whatever machine it runs on. */
function pointerOf({ checkpoint }: Image, areas: readonly MemoryArea[]): MemoryPage['pointer'] {
  const { bits, isBigEndian } = machines[checkpoint.image.architecture];
  const isSmall = bits === 32 || areas.every(({ end }) => end <= 1n << 32n);
  return { bytes: isSmall ? 4 : 8, isBigEndian };
}

/** The bytes that `w` writes: of a range of one process. */
export function piecesOf(image: Image, pid: number, { start, end }: Range): Iterable<Piece> {
  const space = spaceOf(image, pid);
  const area = [...space.memory.areas].find((one) => one.start <= start && start < one.end);
  if (area === undefined) throw new UsageError(`nothing is mapped at 0x${start.toString(16)}`);
  return planArea(image.checkpoint, space.memory.id, area, { start, end: smaller(end, area.end) });
}

function spaceOf({ checkpoint }: Image, pid: number | undefined): Space {
  const spaces = spacesOf(checkpoint);
  const process = checkpoint.tasks.find((task) => task.pid === pid)?.tgid ?? pid;
  const space = pid === undefined ? spaces[0] : spaces.find(({ pids }) => pids.includes(process ?? 0));
  if (space !== undefined) return space;
  throw new UsageError(
    pid === undefined
      ? 'no process with memory is in the image'
      : `process ${pid} has no memory in the image`,
  );
}

function firstStored(image: Image, space: Space): bigint {
  const { areas, id } = space.memory;
  for (const area of areas) {
    for (const piece of planArea(image.checkpoint, id, area)) if (piece.kind === 'stored') return piece.start;
  }
  const first = areas.at(0);
  if (first === undefined) throw new UsageError(`process ${space.pids[0]} has no memory in the image`);
  return first.start;
}

/** Behind a place that is stored comes first what is not. */
function nextStored(image: Image, { memory }: Space, from: bigint): bigint {
  let last = from;
  for (const area of rowsFrom(memory.areas, from)) {
    for (const piece of planArea(image.checkpoint, memory.id, area)) {
      if (piece.kind !== 'stored' || piece.end <= from) continue;
      if (piece.start > last) return piece.start;
      last = piece.end;
    }
  }
  throw new UsageError('no stored bytes lie behind this address in the process');
}

function placeNamed(image: Image, space: Space, text: string): bigint {
  const address = addressIn(space, text);
  if (address !== undefined) return address;
  const [first, ...others] = areasNamed(image, space, text);
  const own = space.pids[0];
  if (first === undefined) throw new UsageError(`"${text}" is no address and no area of process ${own}`);
  // Of a mapped file or library the first area is meant.
  if (others.some((area) => shownName(area) !== shownName(first)) && !/^[0-9a-fx]+-/i.test(text))
    throw new UsageError(`"${text}" may be ${[first, ...others].slice(0, 4).map(areaRange).join(', ')}`);
  return first.start;
}

function chunksOf(image: Image, { memory }: Space, area: MemoryArea, range: Range): readonly PageChunk[] {
  const chunks: PageChunk[] = [];
  for (const piece of planArea(image.checkpoint, memory.id, area, range)) {
    const { start, end } = piece;
    if (piece.kind === 'missing') chunks.push({ start, end, kind: 'missing', why: missingWords[piece.why] });
    else chunks.push(readPiece(image, piece));
  }
  return chunks;
}

/** Compressed pages that are damaged are said where they would stand. */
function readPiece({ source }: Image, piece: Exclude<Piece, { readonly kind: 'missing' }>): PageChunk {
  const { start, end } = piece;
  const bytes = new Uint8Array(Number(end - start));
  if (piece.kind === 'zero') return { start, end, kind: 'bytes', bytes };
  try {
    source.readInto(bytes, piece.offset);
    return { start, end, kind: 'bytes', bytes, position: piece.offset };
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    return { start, end, kind: 'missing', why: error.diagnostic.message };
  }
}
