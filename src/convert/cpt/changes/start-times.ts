/** T2: start times and real interval timers, in jiffies up to 2.6.8 and in nanoseconds after. */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { plural } from '../../../plural.ts';
import { nsToTimespec, type StartTimeUnit, tickNs, timespecToNs } from '../facts.ts';
import { withFields } from '../step.ts';
import type { StartTimeEvidence } from '../survey.ts';

/** Field 22 of /proc/PID/stat counts in these; a conversion must not move a start time into another one. */
const statTickNs = 10_000_000n;

/**
 * The number of jiffies whose time lies nearest to `ns` and shows as the same value in /proc/PID/stat. Plain
 * rounding is not enough: at HZ 1000, 20049000 ns is nearest to 20 ticks, which is 19996960 ns and shows as 1
 * instead of 2. A fitting number exists as long as a tick is shorter than 10 ms.
 */
export function nsToStartJiffies(ns: bigint, hz: number): bigint {
  const tick = tickNs(hz);
  const floor = ns / tick;
  const nearest = ns - floor * tick < tick - (ns - floor * tick) ? floor : floor + 1n;
  const fits = (jiffies: bigint) => jiffies >= 0n && (jiffies * tick) / statTickNs === ns / statTickNs;
  return [nearest, nearest + 1n, nearest - 1n].find(fits) ?? nearest;
}

/** Timers are rounded up, and never to 0, which would mean a timer that is off. */
export const nsToTimerJiffies = (ns: bigint, hz: number): bigint => {
  const tick = tickNs(hz);
  return (ns + tick - 1n) / tick;
};

export function startTimeFromJiffies(task: ObjectRecord<'task'>, hz: number): ObjectRecord<'task'> {
  return withFields(task, { starttime: nsToTimespec(task.fields.starttime * tickNs(hz)) });
}

export function timersFromJiffies(task: ObjectRecord<'task'>, hz: number): ObjectRecord<'task'> {
  const { itRealValue, itRealIncr } = task.fields;
  if (itRealValue === 0n && itRealIncr === 0n) return task;
  return withFields(task, { itRealValue: itRealValue * tickNs(hz), itRealIncr: itRealIncr * tickNs(hz) });
}

export function timesToJiffies(task: ObjectRecord<'task'>, hz: number): ObjectRecord<'task'> {
  const { starttime, itRealValue, itRealIncr } = task.fields;
  return withFields(task, {
    starttime: nsToStartJiffies(timespecToNs(starttime), hz),
    itRealValue: nsToTimerJiffies(itRealValue, hz),
    itRealIncr: nsToTimerJiffies(itRealIncr, hz),
  });
}

/** No kernel forks and starts a program so soon after the container it belongs to. */
const impossibleStartNs = 100_000n;
/** Nor one task after the other at such a rate. */
const impossiblePaceNs = 30_000n;

type Finding = { readonly unit: StartTimeUnit; readonly evidence: string };

/**
 * In which unit an image really holds its start times. Jiffies in an image that should hold timespec codes
 * give themselves away: nanoseconds beyond a second, a start later than the dump, or tasks started within
 * microseconds of the container. Timespec codes in an image of version 0x000 would lie long after the dump.
 */
export function detectStartTimeUnit(
  evidence: StartTimeEvidence,
  expected: StartTimeUnit,
  hz: number,
): Finding {
  const { values } = evidence;
  const finding = expected === 'timespec' ? findJiffies(evidence) : findTimespec(evidence, hz);
  if (finding !== undefined) return finding;
  return { unit: expected, evidence: `all ${values.length} start times are possible as ${expected} values` };
}

function findJiffies({ values, ageNs }: StartTimeEvidence): Finding | undefined {
  const jiffies = (evidence: string): Finding => ({ unit: 'jiffies', evidence });
  for (const value of values) {
    const nanoseconds = value & 0xffffffffn;
    if (nanoseconds >= 1_000_000_000n) {
      return jiffies(`a start time would have ${nanoseconds} nanoseconds in a second`);
    }
    if (ageNs !== undefined && timespecToNs(value) > ageNs + 1_000_000_000n) {
      const late = `a task would have started ${timespecToNs(value) / 1_000_000_000n} s after the container`;
      return jiffies(`${late}, which was ${ageNs / 1_000_000_000n} s old at the dump`);
    }
    if (value > 0n && value < impossibleStartNs) {
      return jiffies(`a task would have started ${value} ns after the container`);
    }
  }
  const starts = new Set(values.filter((value) => value > 0n));
  let latest = 0n;
  for (const start of starts) if (start > latest) latest = start;
  if (latest > 0n && timespecToNs(latest) < impossiblePaceNs * BigInt(starts.size)) {
    return jiffies(`${plural(starts.size, 'task')} would have started within ${latest} ns`);
  }
  return undefined;
}

function findTimespec({ values, ageNs }: StartTimeEvidence, hz: number): Finding | undefined {
  if (ageNs === undefined) return undefined;
  const late = values.find((value) => value * tickNs(hz) > ageNs + 10_000_000_000n);
  if (late === undefined) return undefined;
  const seconds = (late * tickNs(hz)) / 1_000_000_000n;
  const evidence = `${late} jiffies would be ${seconds} s after the start of a container that was ${ageNs / 1_000_000_000n} s old`;
  return { unit: 'timespec', evidence };
}
