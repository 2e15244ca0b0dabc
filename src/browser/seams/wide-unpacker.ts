/** `src/parse/archive/wide-unpacker.ts` for a page in a browser: the thread that reads images has the decoder, too. */
import { ordinaryUnpacker, type Unpacker } from '../../parse/archive/zstd-unpacker.ts';

export const wideUnpacker = (): Promise<Unpacker> => ordinaryUnpacker();
