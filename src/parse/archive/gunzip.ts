/** gzip, unpacked piece by piece, by Node.js; a page in a browser has `src/browser/seams/gunzip.ts` in its place. */
import { Readable } from 'node:stream';
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
