/** signalfd(2). */
import type { OpenFile } from '../../../model/checkpoint.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { ownerOf } from './file-owner.ts';

/**
 * The kernel keeps the signals that it does not deliver, and a CPT image holds what the kernel keeps.
 * Observed with CRIU 4.2: without the inversion the descriptor delivers the wrong signals.
 */
export function signalfdEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const sigmask = BigInt.asUintN(64, ~(file.signalMask ?? -1n));
  const sgfd = { id, flags: file.flags, fown: ownerOf(conversion, file), sigmask };
  return { type: fdType.signalfd, sgfd };
}
