/** timerfd_create(2). */
import type { OpenFile } from '../../../../model/checkpoint.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { ownerOf } from './file-owner.ts';

const billion = 1_000_000_000n;
const clockMonotonic = 1;

export function timerfdEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const { clock = clockMonotonic, valueNs = 0n, intervalNs = 0n, ticks = 0n } = file.timerFd ?? {};
  const tfd = {
    id,
    flags: file.flags,
    fown: ownerOf(conversion, file),
    clockid: clock >>> 0,
    ticks,
    // Time left is relative, whatever the program asked for.
    settime_flags: 0,
    vsec: valueNs / billion,
    vnsec: valueNs % billion,
    isec: intervalNs / billion,
    insec: intervalNs % billion,
  };
  return { type: fdType.timerfd, tfd };
}
