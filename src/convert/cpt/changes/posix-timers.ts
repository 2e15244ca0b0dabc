/** T18 and T19: the two forms of POSIX timers. Kernel 042stab076 alone writes and takes the first. */
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType, objectType } from '../../../parse/generated/cpt-records.ts';
import { nsToTimespec } from '../facts.ts';
import type { HopContext } from '../step.ts';

type Timer = ObjectRecord<'posix_timer'>;

/** The number of POSIX timers before 088; MOUNT_DATA took it over. */
const oldNumber = objectType.mount_data;

export function timerTo088(timer: Timer, context: HopContext): Timer {
  if (timer.object === objectType.posix_timer && timer.hdrlen >= 88) return timer;
  context.changed('T19', 'POSIX timers given the longer layout');
  const { padEnd: _padEnd, ...fields } = timer.fields;
  return {
    ...timer,
    object: objectType.posix_timer,
    hdrlen: 88,
    extra: new Uint8Array(0),
    fields: {
      ...fields,
      pad1: 0,
      sigevNotifyTid: 0,
      pad2: 0,
      dumpTime: nsToTimespec(context.facts.suspendedAtNs),
    },
  };
}

export function timerTo076(timer: Timer, context: HopContext): Timer {
  if (timer.hdrlen < 88) return timer;
  context.changed('T19', 'POSIX timers given the shorter layout');
  const { sigevNotifyTid, pad1, pad2: _pad2, dumpTime, ...fields } = timer.fields;
  if (sigevNotifyTid)
    context.lost('T19', timer, `POSIX timer ${fields.timerId} signals the process, not a thread`);
  if (dumpTime !== undefined && dumpTime !== nsToTimespec(context.facts.suspendedAtNs))
    context.lost('T19', timer, `the dump time of POSIX timer ${fields.timerId} becomes that of the image`);
  const isI386 = context.facts.osArch === 0;
  return {
    ...timer,
    object: oldNumber,
    hdrlen: 72,
    content: contentType.void,
    extra: new Uint8Array(0),
    fields: { ...fields, pad1: isI386 ? undefined : pad1, ...(isI386 && { padEnd: 0 }) },
  };
}
