/** reg_file_entry.build_id: the bytes of a build-id, four to a little-endian word (criu/files-reg.c, store_validation_data_build_id). */
import { hexText } from '../../byte-text.ts';

export function buildIdText(words: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  for (const [index, word] of words.entries()) view.setUint32(4 * index, word >>> 0, true);
  return hexText(new Uint8Array(view.buffer));
}
