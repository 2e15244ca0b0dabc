/** times: when the image was taken, when everything started, processor time used, timers and sleeps under way. */

import { traitsOf } from '../../families/traits.ts';
import { addTo } from '../../lists.ts';
import type { Checkpoint, Process, RestartBlock, Task } from '../../model/checkpoint.ts';
import { follow, headOf } from '../../model/look-up.ts';
import { plural } from '../../plural.ts';
import { type Filter, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { toPid } from '../links.ts';
import { properties, type Row, type Table } from '../table.ts';
import type { View } from '../view.ts';
import { dateText, durationText, enumText, hex } from '../words.ts';
import { intervalTimers, posixTimerRow, type TimerRow, timerTable } from './signals.ts';

export interface TaskTimes {
  readonly at: number;
  readonly pid: number;
  readonly tgid: number;
  readonly comm: string;
  /** Since the container started. */
  readonly startTimeNs: bigint | null;
  /** Wall clock, where it can be reckoned. */
  readonly startedNs: bigint | null;
  /** Null where the image does not have it. */
  readonly userNs: bigint | null;
  readonly systemNs: bigint | null;
  /** System call that a signal or the dump interrupted, in words. */
  readonly sleeps?: string | undefined;
}

export interface TimeRows {
  readonly image: {
    readonly takenNs: bigint | null;
    readonly ageNs: bigint | null;
    readonly bootAgeNs: bigint | null;
    readonly hz: number | null;
    readonly tickNs: bigint | null;
    readonly takenTicks: bigint | null;
  };
  readonly tasks: readonly TaskTimes[];
  readonly timers: readonly (TimerRow & { readonly pid: number })[];
}

function timeRows({ checkpoint }: Image, filter: Filter): TimeRows {
  const { image, container } = checkpoint;
  const processes = wantedProcesses(checkpoint, filter);
  return {
    image: {
      takenNs: image.takenNs ?? null,
      ageNs: container.ageNs ?? null,
      bootAgeNs: container.bootAgeNs ?? null,
      hz: image.hz ?? null,
      tickNs: image.tickNs ?? null,
      takenTicks: image.takenTicks ?? null,
    },
    tasks: processes.flatMap(({ tasks }) => tasks.map((task) => taskTimes(checkpoint, task))),
    timers: processes.flatMap((process) => timersOf(checkpoint, process)),
  };
}

function taskTimes({ image, container }: Checkpoint, task: Task): TaskTimes {
  const { at, pid, tgid, comm, startTimeNs, usage, restart } = task;
  const { hasUsage } = traitsOf(image.family);
  const isKnown = image.takenNs !== undefined && container.ageNs !== undefined && startTimeNs !== undefined;
  return {
    at,
    pid,
    tgid,
    comm,
    startTimeNs: startTimeNs ?? null,
    startedNs: isKnown ? image.takenNs - container.ageNs + startTimeNs : null,
    userNs: hasUsage ? usage.utimeNs : null,
    systemNs: hasUsage ? usage.stimeNs : null,
    sleeps: restart && restartText(restart),
  };
}

function restartText(restart: RestartBlock): string {
  switch (restart.kind) {
    case 'nanosleep': {
      const clock =
        restart.clock === undefined ? '' : ` on ${enumText('clock_id', restart.clock) ?? restart.clock}`;
      return `sleeps ${durationText(restart.remainingNs)} more${clock}`;
    }
    case 'poll': {
      const limit =
        restart.timeoutNs === undefined ? 'without limit' : `for ${durationText(restart.timeoutNs)}`;
      return `polls ${plural(restart.count, 'file')} ${limit}${restart.isDeadline ? ' (deadline)' : ''}`;
    }
    default:
      return `${restart.kind} (${restart.args.map(hex).join(' ')})`;
  }
}

function timersOf(checkpoint: Checkpoint, process: Process) {
  const { pid } = process;
  const task = headOf(process);
  const posix = follow(checkpoint.posixTimers, task.posixTimers);
  const rows = [
    ...intervalTimers(task),
    ...(posix?.timers ?? []).map((timer) => posixTimerRow(timer, checkpoint.image.architecture)),
  ];
  return rows.map((row) => ({ ...row, pid }));
}

const taskRow = ({
  at,
  pid,
  tgid,
  comm,
  startTimeNs,
  startedNs,
  userNs,
  systemNs,
  sleeps,
}: TaskTimes): Row => ({
  at,
  links: [toPid(tgid)],
  cells: [
    String(pid),
    pid === tgid ? '' : String(tgid),
    comm,
    startTimeNs === null ? '—' : durationText(startTimeNs),
    startedNs === null ? '—' : (dateText(startedNs) ?? '—'),
    userNs === null ? '—' : durationText(userNs),
    systemNs === null ? '—' : durationText(systemNs),
    sleeps ?? '',
  ],
});

function timeTables({ image, tasks, timers }: TimeRows): readonly Table[] {
  const { takenNs, ageNs, bootAgeNs, hz, tickNs, takenTicks } = image;
  // CRIU stores the clocks as its tasks saw them, which is the age of no container.
  const isContainer = hz !== null;
  return [
    properties('Clocks', [
      takenNs === null ? undefined : ['taken', dateText(takenNs) ?? hex(takenNs)],
      ageNs === null ? undefined : [isContainer ? 'container age' : 'CLOCK_MONOTONIC', durationText(ageNs)],
      bootAgeNs === null
        ? undefined
        : [isContainer ? 'age with suspends' : 'CLOCK_BOOTTIME', durationText(bootAgeNs)],
      hz === null ? undefined : ['HZ', `${hz}${tickNs === null ? '' : ` (a tick is ${tickNs} ns)`}`],
      takenTicks === null ? undefined : ['tick counter', String(takenTicks)],
    ]),
    {
      title: 'Tasks',
      columns: [
        { title: 'PID', align: 'right' },
        { title: 'OF', align: 'right', drop: 3 },
        { title: 'COMM' },
        { title: 'START', align: 'right' },
        { title: 'WALL CLOCK', drop: 1 },
        { title: 'USER', align: 'right' },
        { title: 'SYSTEM', align: 'right' },
        { title: 'INTERRUPTED CALL', grows: true },
      ],
      rows: tasks.map(taskRow),
      empty: 'no tasks',
    },
    ...timersByPid(timers),
  ];
}

function timersByPid(timers: TimeRows['timers']): readonly Table[] {
  const byPid = new Map<number, TimeRows['timers'][number][]>();
  for (const timer of timers) addTo(byPid, timer.pid, timer);
  return [...byPid].map(([pid, own]) => ({
    ...timerTable(own),
    title: `Timers of ${pid}`,
  }));
}

export const timesView: View<TimeRows> = {
  rows: timeRows,
  tables: timeTables,
};
