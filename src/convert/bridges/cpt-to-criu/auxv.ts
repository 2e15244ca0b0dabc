/** The auxiliary vector that CRIU gives back to the kernel, for /proc/PID/auxv. */
import { auxWords, packedAuxWords } from '../../../model/aux-vector.ts';
import type { MemoryMap } from '../../../model/checkpoint.ts';
import type { Conversion } from './context.ts';
import type { Bits } from './repairs/assembler.ts';

/** Words that fit into what old CRIU releases and kernels take: 23 pairs. */
const wordsMax = 46;

export function auxvOf({ checkpoint, source }: Conversion, memory: MemoryMap, bits: Bits): readonly bigint[] {
  const words = auxWords(checkpoint, source, memory, bits === 64 ? 8 : 4)?.slice(0, wordsMax);
  if (words === undefined) return [0n, 0n];
  if (bits === 64) return words;
  const pairs = packedAuxWords(words);
  // CRIU wants pairs of words too.
  return pairs.length % 2 === 0 ? pairs : [...pairs, 0n];
}
