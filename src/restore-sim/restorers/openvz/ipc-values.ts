/**
 * What the three kinds of System V objects have in common in an image, and in the answers of the kernel.
 */
import type { Restore } from './restore.ts';
import { crash } from './stop.ts';

/** Owners, keys and modes are kept in 64 bits, of which the kernel uses 32. */
export const low32 = (value: bigint): number => Number(BigInt.asIntN(32, value));

/** ipc_lock indexes its table with the id before anything is checked: an oops for -1. */
export function ipcCrash(
  restore: Restore,
  refusal: { readonly reason: string; readonly fatal?: true },
  offset: number,
): void {
  if (refusal.fatal) crash('ipc-id-negative', restore.at(offset), refusal.reason);
}
