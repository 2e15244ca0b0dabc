/** eventfd(2). */
import type { OpenFile } from '../../../../model/checkpoint.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { ownerOf } from './file-owner.ts';

const semaphoreFlag = 1;

export function eventfdEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const { count = 0n, flags = 0 } = file.eventFd ?? {};
  // criu/eventfd.c has no field for it.
  if ((flags & semaphoreFlag) !== 0) conversion.losses.add('eventfd-semaphore', 'an eventfd', file);
  const efd = { id, flags: file.flags, fown: ownerOf(conversion, file), counter: count };
  return { type: fdType.eventfd, efd };
}
