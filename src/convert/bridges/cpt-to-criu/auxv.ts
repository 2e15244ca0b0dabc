/**
 * The auxiliary vector that CRIU gives back to the kernel, for /proc/PID/auxv. Images before 0x803 do not
 * store it, but every program has it on its stack, behind its arguments and environment.
 */

import { readMemory } from '../../../memory/read.ts';
import type { MemoryMap } from '../../../model/checkpoint.ts';
import type { Conversion } from './context.ts';
import type { Bits } from './repairs/assembler.ts';

/** Words that fit into what old CRIU releases and kernels take: 23 pairs. */
const wordsMax = 46;
const atNull = 0n;
const pageBytes = 4096n;
/** A kernel's limit for arguments and environment is a quarter of the stack; what is read is the pointers. */
const stackBytesMax = 2 * 1024 * 1024;

export function auxvOf(conversion: Conversion, memory: MemoryMap, bits: Bits): readonly bigint[] {
  const words = memory.auxv ? storedWords(conversion, memory) : stackWords(conversion, memory, bits);
  if (!words || words.length < 2) return [0n, 0n];
  const cut = words.slice(0, wordsMax);
  return bits === 64 ? cut : packed(cut);
}

/** One word of a 32-bit program to 64 bits in images of i386 kernels, two in images of x86-64 kernels. */
function storedWords({ checkpoint, source }: Conversion, { auxv }: MemoryMap): readonly bigint[] | undefined {
  if (!auxv) return undefined;
  const bytes = source.view(auxv.offset, Math.min(auxv.length, 8 * 2 * wordsMax)).slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = Array.from({ length: Math.floor(bytes.length / 8) }, (_, index) =>
    view.getBigUint64(index * 8, true),
  );
  const isPacked =
    checkpoint.image.architecture === 'x86_64' &&
    wide.some((word, index) => index % 2 === 0 && word > 0xffffffffn);
  if (!isPacked) return wide;
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    BigInt(view.getUint32(index * 4, true)),
  );
}

/** The kernel of 64 bits keeps the vector of a 32-bit program as words of 32 bits: fs/compat_binfmt_elf.c. */
function packed(words: readonly bigint[]): readonly bigint[] {
  const pairs: bigint[] = [];
  for (let index = 0; index + 1 < words.length; index += 2) {
    pairs.push(BigInt.asUintN(32, words[index]!) | (BigInt.asUintN(32, words[index + 1]!) << 32n));
  }
  // CRIU wants pairs of words too.
  return pairs.length % 2 === 0 ? pairs : [...pairs, 0n];
}

/** fs/binfmt_elf.c, create_elf_tables: argc, arguments, 0, environment, 0, then the vector up to AT_NULL. */
function stackWords(
  { checkpoint, source }: Conversion,
  memory: MemoryMap,
  bits: Bits,
): readonly bigint[] | undefined {
  const size = bits / 8;
  const read = wordReader((page) => readMemory(checkpoint, source, memory.id, page, Number(pageBytes)), bits);
  let at = memory.startStack;
  const end = at + BigInt(stackBytesMax);
  const next = () => {
    const word = at < end ? read(at) : undefined;
    at += BigInt(size);
    return word;
  };
  if (next() === undefined) return undefined;
  for (let strings = 0; strings < 2; strings++) {
    for (let word = next(); word !== 0n; word = next()) if (word === undefined) return undefined;
  }
  const words: bigint[] = [];
  while (words.length < wordsMax) {
    const [type, value] = [next(), next()];
    if (type === undefined || value === undefined || type === atNull) break;
    words.push(type, value);
  }
  return words;
}

/** One page at a time is kept: words are read in order. */
function wordReader(readPage: (page: bigint) => Uint8Array | undefined, bits: Bits) {
  let known: { readonly page: bigint; readonly view: DataView } | undefined;
  return (address: bigint): bigint | undefined => {
    const page = address & ~(pageBytes - 1n);
    if (known?.page !== page) {
      const bytes = readPage(page);
      if (!bytes) return undefined;
      known = { page, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    }
    const offset = Number(address - page);
    if (offset + bits / 8 > known.view.byteLength) return undefined;
    return bits === 64 ? known.view.getBigUint64(offset, true) : BigInt(known.view.getUint32(offset, true));
  };
}
