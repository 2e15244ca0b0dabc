/** timens-0.img: the clocks that restored processes see. CRIU makes a time namespace of it. */
import type { ImageFacts } from '../../../model/checkpoint.ts';
import { initialTicks } from '../../cpt/facts.ts';
import type { Conversion } from './context.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';

const billion = 1_000_000_000n;

/** CLOCK_MONOTONIC of the dumping kernel at the dump, by its tick counter; 0 where that makes no sense. */
export function monotonicNs({ takenTicks, hz }: ImageFacts): bigint {
  if (takenTicks === undefined || !hz) return 0n;
  const ticks = takenTicks - initialTicks(hz);
  return ticks > 0n ? (ticks * billion) / BigInt(hz) : 0n;
}

/** The number 0 is that of a time namespace made at the restore: criu/cr-restore.c. */
export function writeTimens({ checkpoint, output, defaults }: Conversion): void {
  const ns = monotonicNs(checkpoint.image);
  const clock = { tv_sec: ns / billion, tv_nsec: ns % billion };
  writeImage(output, 'TIMENS', 0, [message('timens_entry', { monotonic: clock, boottime: clock })]);
  defaults.push({ what: 'CLOCK_BOOTTIME', value: 'as CLOCK_MONOTONIC, which follows from the tick counter' });
}
