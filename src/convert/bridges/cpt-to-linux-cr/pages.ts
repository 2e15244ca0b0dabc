/** Memory contents: chunks of pages, first their addresses, then the pages themselves, until an empty one. */

import { readMemory } from '../../../memory/read.ts';
import type { Id, MemoryArea } from '../../../model/checkpoint.ts';
import { joined, type Payload, payloadOf } from '../../../parse/linux-cr/record.ts';
import type { Build, Records } from './build.ts';

const pageBytes = 4096;
/** Pages of one chunk: CKPT_PGARR_TOTAL of pages whose addresses fill a page. */
const chunkPages = (word: number): number => (pageBytes / word) * 16;

/** One page: where it is to be, and its bytes. */
export interface Piece {
  readonly address: bigint;
  readonly content: Payload;
}

export function* pageRecords(build: Build, pieces: Iterable<Piece>): Records {
  const most = chunkPages(build.context.word);
  let chunk: Piece[] = [];
  for (const piece of pieces) {
    chunk.push(piece);
    if (chunk.length < most) continue;
    yield* chunkRecords(build, chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield* chunkRecords(build, chunk);
  yield build.record('pgarr', { nrPages: 0n });
}

function* chunkRecords(build: Build, chunk: readonly Piece[]): Records {
  const { word } = build.context;
  const addresses = new Uint8Array(word * chunk.length);
  const view = new DataView(addresses.buffer);
  chunk.forEach(({ address }, index) => {
    if (word === 8) view.setBigUint64(8 * index, address, true);
    else view.setUint32(4 * index, Number(address), true);
  });
  yield build.record('pgarr', { nrPages: BigInt(chunk.length) });
  yield build.buffer(joined([payloadOf(addresses), ...merged(chunk.map(({ content }) => content))]));
}

/** Neighbours in the source are copied at once. */
function merged(pages: readonly Payload[]): readonly Payload[] {
  const found: Payload[] = [];
  for (const page of pages) {
    const last = found.at(-1);
    const isNext =
      last !== undefined && 'offset' in last && 'offset' in page && last.offset + last.length === page.offset;
    if (isNext) found[found.length - 1] = { offset: last.offset, length: last.length + page.length };
    else found.push(page);
  }
  return found;
}

const zeroPage = payloadOf(new Uint8Array(pageBytes));

/** The pages of an area that the image has; what is absent is made by the kernel. */
export function* areaPieces(build: Build, memory: Id<'memory'>, area: MemoryArea): Generator<Piece> {
  const isBacked = area.mapped !== undefined;
  for (const block of area.blocks) {
    if (block.kind === 'remap') build.lose('L15', `area at 0x${area.start.toString(16)}`);
    if (block.kind === 'lazy' || block.kind === 'external' || block.kind === 'unknown') {
      build.lose('L16', `area at 0x${area.start.toString(16)}`);
    }
    for (let address = block.start; address < block.end; address += BigInt(pageBytes)) {
      const at = Number(address - block.start);
      if (block.kind === 'stored' && block.content !== undefined && at + pageBytes <= block.content.length) {
        yield { address, content: { offset: block.content.offset + at, length: pageBytes } };
      } else if (block.kind === 'zero' && isBacked) yield { address, content: zeroPage };
      else if (block.kind === 'copy') yield* copied(build, memory, address);
    }
  }
}

/** Shared copy-on-write with another address space: the stream has no such thing, so each has a page of its own. */
function* copied(build: Build, memory: Id<'memory'>, address: bigint): Generator<Piece> {
  const bytes = readMemory(build.checkpoint, build.source, memory, address, pageBytes);
  if (bytes !== undefined) yield { address, content: payloadOf(bytes.slice()) };
  else build.lose('L16', `page at 0x${address.toString(16)}`);
}

/** The pages of shared memory, by index. */
export function* sharedPieces(build: Build, inode: Id<'inode'>): Generator<Piece> {
  const found = build.checkpoint.inodes.get(inode);
  for (const block of found?.content ?? []) {
    if (block.kind !== 'stored' || block.content === undefined) continue;
    for (let at = 0; at + pageBytes <= block.content.length; at += pageBytes) {
      const address = (block.start + BigInt(at)) / BigInt(pageBytes);
      yield { address, content: { offset: block.content.offset + at, length: pageBytes } };
    }
  }
}
