/** How a file is packed, by its first bytes. Apart from the decoders, which are large. */

export type Compression = 'gzip' | 'zstd';

/** By the first bytes of a file: RFC 1952, RFC 8878 (a frame, or a skippable frame as pzstd writes first). */
export function detectCompression(head: Uint8Array): Compression | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const tail = head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
  if (head[0] !== undefined && (head[0] & 0xf0) === 0x50 && tail) return 'zstd';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return undefined;
}
