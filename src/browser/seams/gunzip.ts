/**
 * `src/parse/archive/gunzip.ts` for a page in a browser, by its own decoder, which knows one member only: what follows the
 * first, as `pigz` and `bgzip` may write it, counts as damage.
 */
import type * as ofNode from '../../parse/archive/gunzip.ts';

export async function* gunzipped(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const feeding = feed(writer, pieces);
  // Said by the reader, too, who is asked.
  feeding.catch(() => {});
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value as Uint8Array;
    }
    await feeding;
  } catch (error) {
    // As zlib of Node.js says it.
    if (error instanceof TypeError) throw Object.assign(new Error(error.message), { code: 'Z_DATA_ERROR' });
    throw error;
  } finally {
    reader.cancel().catch(() => {});
  }
}

type Writer = ReturnType<DecompressionStream['writable']['getWriter']>;

async function feed(writer: Writer, pieces: Iterable<Uint8Array>): Promise<void> {
  for (const piece of pieces) await writer.write(piece);
  await writer.close();
}

// A page has only streams.
export const gunzipAtOnce: typeof ofNode.gunzipAtOnce = () => false;
export const gunzipHead: typeof ofNode.gunzipHead = () => new Uint8Array(0);
