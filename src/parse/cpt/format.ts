/** How CPT images are told: one file that starts with a signature. */
import type { Format } from '../format.ts';
import { cptSignature } from './record.ts';

export const cptFormat: Format = {
  called: 'a CPT image',
  fileLikeness(start) {
    const matching = cptSignature.filter((byte, index) => start[index] === byte).length;
    if (matching === cptSignature.length) return 'image';
    return matching === cptSignature.length - 1 ? 'damaged' : undefined;
  },
};
