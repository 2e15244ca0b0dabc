/** `src/parse/archive/gunzip.ts` for a page in a browser. */
import type * as ofNode from '../../parse/archive/gunzip.ts';
import { inflateMembers } from './inflate.ts';

export async function* gunzipped(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* inflateMembers(pieces);
}

// What a stream gives does as well: there is no thread that it is handed to.
export const gunzipAtOnce: typeof ofNode.gunzipAtOnce = () => false;
export const gunzipHead: typeof ofNode.gunzipHead = () => new Uint8Array(0);
