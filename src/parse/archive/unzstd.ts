/** zstd streams, unpacked where there is memory for their window. */
import type { ByteSource } from '../bytes/byte-source.ts';
import { wideUnpacker } from './wide-unpacker.ts';
import { inputBytes, ordinaryUnpacker, zstdDamage } from './zstd-unpacker.ts';

/** What zstd asks for up to level 19; more has to be given back. */
const ordinaryWindowBytes = 8 * 1024 * 1024;

/** Throws `zstdDamage`, `noMemory`, and whatever `write` throws. `windowBytes`: the largest that a frame asks for. */
export async function unzstd(
  packed: ByteSource,
  windowBytes: number,
  write: (chunk: Uint8Array) => void,
): Promise<void> {
  const unpacker = windowBytes > ordinaryWindowBytes ? await wideUnpacker() : await ordinaryUnpacker();
  const buffer = new Uint8Array(Math.min(inputBytes, packed.size));
  try {
    let isOver = true;
    for (let offset = 0; offset < packed.size; offset += inputBytes) {
      const chunk = buffer.subarray(0, Math.min(inputBytes, packed.size - offset));
      packed.readInto(chunk, offset);
      for (let input: Uint8Array | undefined = chunk, isHungry = false; !isHungry; input = undefined) {
        const step = await unpacker.step(input);
        write(step.unpacked);
        ({ isHungry, isOver } = step);
      }
    }
    if (!isOver) throw zstdDamage('the stream ends in the middle of a frame');
  } finally {
    await unpacker.close();
  }
}
