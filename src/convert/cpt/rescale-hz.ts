/**
 * A changed tick rate (`--hz`): every quantity that the image counts in jiffies is scaled. A kernel compares
 * HZ before anything else and refuses an image of another rate. Which fields count in jiffies is in the specs.
 */

import type { AnyObject, ObjectRecord } from '../../parse/cpt/record.ts';
import { cptJiffies, restartBlockKind } from '../../parse/generated/cpt-records.ts';
import { nsToStartJiffies } from './changes/start-times.ts';
import { initialTicks, tickNs } from './facts.ts';
import type { Hop, HopContext } from './step.ts';

type Value = number | bigint;
type Fields = Record<string, Value>;

/** Stored as 2^64-1 (no timeout) or, by RHEL6, as the largest signed 32-bit number. */
const infinite = new Set<Value>([0xffffffffffffffffn, 0x7fffffffn, 0x7fffffff, 0xffffffff]);

/**
 * How a count became jiffies, and so how it becomes those of another rate.
 * `timer`: a duration that a program asked for, rounded up to ticks of their true length (timeval_to_jiffies).
 * `used`: CPU time that was counted tick by tick. `rate`: seconds times HZ (net/core/sock.c), and the rest.
 */
type Counting = 'timer' | 'used' | 'rate';

const countingOf = (kind: string, field: string): Counting => {
  if (field.startsWith('it')) return 'timer';
  const isTask = ['task', 'signal_struct', 'siginfo', 'lastsiginfo'].includes(kind);
  return isTask ? 'used' : 'rate';
};

const what = 'counts of ticks scaled to the other tick rate';

export function rescaleHz(from: number, to: number, version: number): Hop {
  const handlers: Record<string, (record: AnyObject, context: HopContext) => AnyObject> = {};
  let clockGoesBackBy = 0n;
  for (const [kind, fields] of Object.entries(cptJiffies)) {
    handlers[kind] = (record, context) => {
      const values = record.fields as unknown as Fields;
      const scaled: Fields = {};
      for (const { field, isDelta } of fields) {
        const value = values[field];
        if (value === undefined || isZero(value)) continue;
        scaled[field] = isDelta
          ? scaledDelta(value, from, to)
          : scaledCount(value, countingOf(kind, field), from, to);
      }
      if (clockGoesBackBy > 0n && record.kind === 'socket') timestampsGoBack(record, context);
      if (Object.keys(scaled).length === 0) return record;
      context.changed('H3', what);
      return { ...record, fields: { ...record.fields, ...scaled } } as AnyObject;
    };
  }
  const timestampsGoBack = (socket: ObjectRecord<'socket'>, context: HopContext) => {
    if (!socket.fields.tstampOk || !hasPeer(socket)) return;
    const seconds = (clockGoesBackBy + BigInt(to) - 1n) / BigInt(to);
    const message = `its TCP time stamps go back, which count ticks: the peer drops all packets for ${seconds} s`;
    context.lost('H3', socket, message);
  };
  return {
    image: (image, context) => {
      context.changed('H3', 'tick rate of the image');
      const { startJiffies64: old } = image.fields;
      const startJiffies64 = scaledClock(old, from, to);
      clockGoesBackBy = -BigInt.asIntN(32, startJiffies64 - old);
      return { ...image, fields: { ...image.fields, hz: to, startJiffies64 } };
    },
    objects: version === 0 ? { ...handlers, task: taskOf268(handlers['task'], from, to) } : handlers,
  };
}

/** The clock of the container: what has passed since the counter started is scaled, its start is that of the rate. */
function scaledClock(ticks: bigint, from: number, to: number): bigint {
  const passed = ticks - initialTicks(from);
  // A counter in front of its start is no clock of a kernel.
  return passed < 0n ? ticks : BigInt.asUintN(64, byRate(passed, from, to) + initialTicks(to));
}

/** Numbers of include/net/tcp_states.h. */
const closed = 7;
const listening = 10;

const hasPeer = ({ fields }: ObjectRecord<'socket'>) => fields.state !== closed && fields.state !== listening;

const isZero = (value: Value) => value === 0 || value === 0n;

function scaledCount(value: Value, counting: Counting, from: number, to: number): Value {
  if (infinite.has(value)) return value;
  const count = BigInt(value);
  const scaled =
    counting === 'timer'
      ? timerTicks(count, from, to)
      : counting === 'used'
        ? (count * tickNs(from)) / tickNs(to)
        : byRate(count, from, to);
  return typeof value === 'bigint' ? BigInt.asUintN(64, scaled) : Math.min(Number(scaled), 0xffffffff);
}

/** A signed 32-bit difference. */
function scaledDelta(value: Value, from: number, to: number): number {
  const signed = BigInt.asIntN(32, BigInt(value));
  const magnitude = byRate(signed < 0n ? -signed : signed, from, to);
  return Number(BigInt.asUintN(32, signed < 0n ? -magnitude : magnitude));
}

const byRate = (count: bigint, from: number, to: number): bigint =>
  (count * BigInt(to) + BigInt(from) / 2n) / BigInt(from);

const millisecond = 1_000_000n;

/**
 * What the kernel of the other rate would count for the same timer. Programs ask in whole milliseconds; the
 * source rounded them up to its ticks, so the full milliseconds in these are what was asked for. With plain
 * rounding up 5 s, 1250 ticks at HZ 250, would be 5002 at HZ 1000 and not 5001; with rounding down, 1 s would
 * show as less than a second.
 */
export function timerTicks(count: bigint, from: number, to: number): bigint {
  if (count === 0n) return 0n;
  const ns = count * tickNs(from);
  const asked = ns - (ns % millisecond) || ns;
  return (asked + tickNs(to) - 1n) / tickNs(to);
}

/** In version 0x000 start times, real timers and sleeps count jiffies too. */
function taskOf268(
  other: ((record: AnyObject, context: HopContext) => AnyObject) | undefined,
  from: number,
  to: number,
): (task: ObjectRecord<'task'>, context: HopContext) => ObjectRecord<'task'> {
  return (task, context) => {
    const { starttime, itRealValue, itRealIncr, restart } = task.fields;
    const isSleep =
      restart.fn === BigInt(restartBlockKind.nanosleep) ||
      restart.fn === BigInt(restartBlockKind.compat_nanosleep);
    context.changed('H3', what);
    const fields: ObjectRecord<'task'>['fields'] = {
      ...task.fields,
      starttime: nsToStartJiffies(starttime * tickNs(from), to),
      itRealValue: timerTicks(itRealValue, from, to),
      itRealIncr: timerTicks(itRealIncr, from, to),
      restart: isSleep ? { ...restart, arg0: timerTicks(restart.arg0, from, to) } : restart,
    };
    const changed: ObjectRecord<'task'> = { ...task, fields };
    return (other?.(changed as AnyObject, context) ?? changed) as ObjectRecord<'task'>;
  };
}
