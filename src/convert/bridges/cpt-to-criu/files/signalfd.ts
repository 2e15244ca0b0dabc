/** signalfd(2). */
import type { OpenFile } from '../../../../model/checkpoint.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { ownerOf } from './file-owner.ts';

export function signalfdEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const sigmask = file.signalMask ?? 0n;
  const sgfd = { id, flags: file.flags, fown: ownerOf(conversion, file), sigmask };
  return { type: fdType.signalfd, sgfd };
}
