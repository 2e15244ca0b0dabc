/**
 * The auxiliary vector that the kernel gave a program, as words without the final AT_NULL: types and values in turn.
 * Some kernels store it in the image; every program has it on its stack, behind its arguments and environment.
 */
import { readMemory } from '../memory/read.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { Checkpoint, MemoryMap } from './checkpoint.ts';

/** Bytes of a word of the program. */
export type AuxWordBytes = 4 | 8;

/** Words of a longer vector are damage: kernels give some 20 pairs. */
const wordsMax = 128;
const atNull = 0n;

/** Undefined where the image stores none, or nothing but zeros. */
export function storedAuxWords(source: ByteSource, { auxv }: MemoryMap): readonly bigint[] | undefined {
  if (auxv === undefined) return undefined;
  const bytes = source.view(auxv.offset, Math.min(auxv.length, 8 * wordsMax));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cells = Array.from({ length: Math.floor(bytes.byteLength / 8) }, (_, index) =>
    view.getBigUint64(index * 8, true),
  );
  // Kernels of 32 bits have one word in each cell of 64; those of 64 bits keep a pair of a 32-bit program in one
  // (fs/compat_binfmt_elf.c). No type is so large that it could be mistaken.
  const isPacked = cells.some((cell, index) => index % 2 === 0 && cell > 0xffff_ffffn);
  const words = isPacked ? cells.flatMap((cell) => [BigInt.asUintN(32, cell), cell >> 32n]) : cells;
  const end = words.findIndex((type, index) => index % 2 === 0 && type === atNull);
  const whole = end < 0 ? words.slice(0, words.length & ~1) : words.slice(0, end);
  return whole.length === 0 ? undefined : whole;
}

/** A kernel's limit for arguments and environment is a quarter of the stack; what is read is the pointers. */
const stackBytesMax = 2n * 1024n * 1024n;
const pieceBytes = 4096;

/** fs/binfmt_elf.c, create_elf_tables: argc, arguments, 0, environment, 0, then the vector up to AT_NULL. */
export function stackAuxWords(
  checkpoint: Checkpoint,
  source: ByteSource,
  { id, startStack }: MemoryMap,
  word: AuxWordBytes,
): readonly bigint[] | undefined {
  const end = startStack + stackBytesMax;
  let at = startStack;
  let piece: DataView = new DataView(new ArrayBuffer(0));
  let used = 0;
  const next = (): bigint | undefined => {
    if (used + word > piece.byteLength) {
      const length = pieceBytes - Number(at % BigInt(pieceBytes));
      const bytes = at < end ? readMemory(checkpoint, source, id, at, length) : undefined;
      if (bytes === undefined) return undefined;
      piece = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      used = 0;
    }
    const value = word === 8 ? piece.getBigUint64(used, true) : BigInt(piece.getUint32(used, true));
    used += word;
    at += BigInt(word);
    return value;
  };
  if (next() === undefined) return undefined;
  for (let lists = 0; lists < 2; lists++) {
    for (let pointer = next(); pointer !== 0n; pointer = next()) if (pointer === undefined) return undefined;
  }
  const words: bigint[] = [];
  while (words.length < wordsMax) {
    const [type, value] = [next(), next()];
    if (type === undefined || value === undefined || type === atNull) break;
    words.push(type, value);
  }
  return words.length === 0 ? undefined : words;
}

/** As the image stores it, else as the stack has it; undefined where neither is in the image. */
export const auxWords = (
  checkpoint: Checkpoint,
  source: ByteSource,
  memory: MemoryMap,
  word: AuxWordBytes,
): readonly bigint[] | undefined =>
  storedAuxWords(source, memory) ?? stackAuxWords(checkpoint, source, memory, word);

/** The words of a 32-bit program as a kernel of 64 bits keeps them: a pair in one. */
export const packedAuxWords = (words: readonly bigint[]): readonly bigint[] =>
  words.flatMap((type, index) =>
    index % 2 === 0 ? [BigInt.asUintN(32, type) | (BigInt.asUintN(32, words[index + 1] ?? 0n) << 32n)] : [],
  );
