/** reg_file_entry.build_id: the bytes of a build-id, four to a little-endian word (criu/files-reg.c, store_validation_data_build_id). */
export function buildIdText(words: readonly number[]): string {
  const bytes = Buffer.alloc(4 * words.length);
  for (const [index, word] of words.entries()) bytes.writeUInt32LE(word >>> 0, 4 * index);
  return bytes.toString('hex');
}
