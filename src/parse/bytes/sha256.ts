/** SHA-256 of a whole source, read in pieces. */
import type { ByteSource } from './byte-source.ts';
import { Sha256 } from './hash.ts';

const pieceBytes = 1024 * 1024;

/** Hexadecimal, 64 digits. */
export function sha256Of(source: ByteSource): string {
  const hash = new Sha256();
  const piece = new Uint8Array(pieceBytes);
  for (let offset = 0; offset < source.size; offset += pieceBytes) {
    const part = piece.subarray(0, Math.min(pieceBytes, source.size - offset));
    source.readInto(part, offset);
    hash.update(part);
  }
  return hash.hex();
}
