/**
 * A changed tick rate (`--hz`): every quantity that the image counts in jiffies is scaled. A kernel compares
 * HZ before anything else and refuses an image of another rate. Which fields count in jiffies is in the specs.
 */

import type { AnyObject, ObjectRecord } from '../parse/cpt/record.ts';
import { cptJiffies, restartBlockKind } from '../parse/generated/cpt-records.ts';
import { type Hop, withFields } from './step.ts';

type Value = number | bigint;
type Fields = Record<string, Value>;

/** Stored as 2^64-1 (no timeout) or, by RHEL6, as the largest signed 32-bit number. */
const infinite = new Set<Value>([0xffffffffffffffffn, 0x7fffffffn, 0x7fffffff, 0xffffffff]);

export function rescaleHz(from: number, to: number, version: number): Hop {
  const scale = (value: bigint) => (value * BigInt(to) + BigInt(from) / 2n) / BigInt(from);
  const scaled = (value: Value, isDelta: boolean): Value => {
    if (!isDelta) {
      if (infinite.has(value)) return value;
      return typeof value === 'bigint' ? scale(value) : Math.min(Number(scale(BigInt(value))), 0xffffffff);
    }
    const signed = BigInt.asIntN(32, BigInt(value));
    const magnitude = scale(signed < 0n ? -signed : signed);
    return Number(BigInt.asUintN(32, signed < 0n ? -magnitude : magnitude));
  };
  const handlers: Record<string, (record: AnyObject) => AnyObject> = {};
  for (const [kind, fields] of Object.entries(cptJiffies)) {
    handlers[kind] = (record) => {
      const values = record.fields as unknown as Fields;
      const changed = fields.flatMap(({ field, isDelta }) => {
        const value = values[field];
        return value === undefined ? [] : [[field, scaled(value, isDelta)] as const];
      });
      return { ...record, fields: { ...record.fields, ...Object.fromEntries(changed) } } as AnyObject;
    };
  }
  return {
    image: (image) => ({
      ...image,
      fields: {
        ...image.fields,
        hz: to,
        startJiffies64: BigInt.asUintN(64, scale(image.fields.startJiffies64)),
      },
    }),
    objects: version === 0 ? { ...handlers, task: taskOf268(handlers['task'], scale) } : handlers,
  };
}

/** In version 0x000 start times, real timers and sleeps count jiffies too. */
function taskOf268(
  other: ((record: AnyObject) => AnyObject) | undefined,
  scale: (value: bigint) => bigint,
): (task: ObjectRecord<'task'>) => ObjectRecord<'task'> {
  const up = (value: bigint) => (value === 0n ? 0n : scale(value) || 1n);
  return (task) => {
    const { starttime, itRealValue, itRealIncr, restart } = task.fields;
    const isSleep =
      restart.fn === BigInt(restartBlockKind.nanosleep) ||
      restart.fn === BigInt(restartBlockKind.compat_nanosleep);
    const changed = withFields(task, {
      starttime: scale(starttime),
      itRealValue: up(itRealValue),
      itRealIncr: up(itRealIncr),
      restart: isSleep ? { ...restart, arg0: up(restart.arg0) } : restart,
    });
    return (other?.(changed) ?? changed) as ObjectRecord<'task'>;
  };
}
