/** Where the inspector meets the simulated restore: the kernel that wrote the image puts it back. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { simulateOpenvzRestore } from '../../restore-sim/restorers/openvz/index.ts';
import { type Rehearsal, rehearsalOf } from '../rehearsal.ts';

/** The steps of a simulated restore of an image. */
export const rehearseImage = (source: ByteSource): Rehearsal => rehearsalOf(simulateOpenvzRestore(source));
