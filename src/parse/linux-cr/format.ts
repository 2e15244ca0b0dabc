/** How linux-cr streams are told: by the magic number in their first record. */
import type { Format } from '../format.ts';
import { framingOf } from './framing.ts';

const headMagicBytes = Uint8Array.of(0x00, 0xd2, 0xa2, 0xc0, 0x0c, 0xed, 0xfe, 0x00);

export const linuxCrFormat: Format = {
  called: 'a linux-cr stream',
  fileLikeness(start) {
    if (framingOf(start) !== undefined) return 'image';
    const isLikeFrame = start[0] === 1 && start[1] === 0;
    const matching = headMagicBytes.filter((byte, index) => start[8 + index] === byte).length;
    return isLikeFrame && matching === headMagicBytes.length - 1 ? 'damaged' : undefined;
  },
};
