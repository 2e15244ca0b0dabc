/** gzip, unpacked piece by piece, by Node.js; a page in a browser has `src/browser/seams/gunzip.ts` in its place. */
import { Readable } from 'node:stream';
import type { ZlibOptions } from 'node:zlib';
import { nodeModule } from '../../node-module.ts';

/**
 * What `pieces` unpack to, each of which is memory of its own. Ends early when nobody wants more; throws an error with
 * a code that starts with `Z_` for damaged data.
 */
export async function* gunzipped(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = Readable.from(pieces, { highWaterMark: 1 });
  const unpacker = nodeModule('node:zlib').createGunzip();
  input.on('error', (error) => unpacker.destroy(error));
  try {
    for await (const chunk of input.pipe(unpacker)) yield chunk as Uint8Array;
  } finally {
    input.destroy();
  }
}

/** What a piece of a member that starts with it unpacks to, `lengthMax` bytes of it at most; nothing where it is damaged. */
export function gunzipHead(start: Uint8Array, lengthMax: number): Uint8Array {
  const { Z_SYNC_FLUSH: finishFlush } = nodeModule('node:zlib').constants;
  let head: Uint8Array = new Uint8Array(0);
  unpackAtOnce(start, { finishFlush, chunkSize: leastBytes }, (unpacked) => {
    head = unpacked.slice(0, lengthMax);
  });
  return head;
}

/** What a member ends with says its length in 32 bits (RFC 1952, 2.3.1). */
const lengthBytes = 4;
/** Less would be of memory that Node.js shares between many. */
const leastBytes = 64 * 1024;

/**
 * Gives what `packed` unpacks to, whole, to `use`, after which it is gone; false without having done so where it is not one
 * member of the length that its end says, `lengthMax` at most, or is damaged. Streams hand each piece to a thread and back:
 * they take six times the processor time.
 */
export function gunzipAtOnce(
  packed: Uint8Array,
  lengthMax: number,
  use: (unpacked: Uint8Array) => void,
): boolean {
  const { buffer, byteOffset, length } = packed;
  if (length < lengthBytes) return false;
  const said = new DataView(buffer, byteOffset + length - lengthBytes).getUint32(0, true);
  if (said === 0 || said > lengthMax) return false;
  let isWhole = false;
  // One byte more: room that is full would be followed by more room.
  const options = { chunkSize: Math.max(said + 1, leastBytes), maxOutputLength: said };
  unpackAtOnce(packed, options, (unpacked) => {
    isWhole = unpacked.length === said;
    if (isWhole) use(unpacked);
  });
  return isWhole;
}

/** Does nothing where it is damaged: a stream says what is wrong with it, and gives what comes before that. */
function unpackAtOnce(packed: Uint8Array, options: ZlibOptions, use: (unpacked: Uint8Array) => void): void {
  let unpacked: Uint8Array;
  try {
    const { buffer, byteOffset, length } = nodeModule('node:zlib').gunzipSync(packed, options);
    // No Buffer, whose slice() is no copy.
    unpacked = new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    if (isOfZlib(error)) return;
    throw error;
  }
  try {
    use(unpacked);
  } finally {
    free(unpacked);
  }
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_|^ERR_BUFFER_TOO_LARGE$/.test(String(error.code));

let nowhere: InstanceType<typeof MessagePort> | undefined;

/** Gives memory back at once: the engine would keep it, with all else of each unpacker, until it collects old objects. */
function free({ buffer }: Uint8Array): void {
  if (nowhere === undefined) {
    const { port1, port2 } = new MessageChannel();
    port2.close();
    nowhere = port1;
  }
  // What nobody hears is dropped.
  nowhere.postMessage(undefined, [buffer as ArrayBuffer]);
}
