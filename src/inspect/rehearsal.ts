/**
 * A simulated restore as steps, and what stands there after each: processes and ids. Works on the operations that a
 * simulation reports; simulates nothing itself.
 */
import type { Location } from '../diagnostic.ts';
import { follow } from '../model/look-up.ts';
import type { Failure, Operation, SimulationReport } from '../restore-sim/report.ts';
import type { Row, Table } from './table.ts';

export interface RehearsalStep {
  readonly op: string;
  /** Pid of the task that does it. */
  readonly task?: number | undefined;
  readonly args: Readonly<Record<string, number | string | bigint>>;
  /** What came of it, where that is not plain success. */
  readonly result?: string | undefined;
  /** Offset of the record that asks for it. */
  readonly at?: number | undefined;
  readonly isFailure: boolean;
}

export interface Rehearsal {
  readonly verdict: string;
  readonly kernel: string;
  readonly steps: readonly RehearsalStep[];
}

/** Where in an image things come from. */
export interface RehearsalPlaces {
  operation(operation: Operation): number | undefined;
  failure(at: Location): number | undefined;
}

const inOneFile: RehearsalPlaces = { operation: ({ at }) => at, failure: ({ offset }) => offset };

type Report = Pick<SimulationReport, 'verdict' | 'kernel' | 'operations'> & {
  readonly failures: readonly (Omit<Failure, 'code'> & { readonly code: string })[];
};

/** Operations in their order, then why the restore stopped. */
export function rehearsalOf(
  { verdict, kernel, operations, failures }: Report,
  places: RehearsalPlaces = inOneFile,
): Rehearsal {
  return {
    verdict,
    kernel,
    steps: [
      ...operations.map((operation) => stepOf(operation, places)),
      ...failures.map(({ code, errno, message, at }) => ({
        op: code,
        args: {},
        result: `${errno === undefined ? '' : `${errno}: `}${message}`,
        at: places.failure(at),
        isFailure: true,
      })),
    ],
  };
}

const stepOf = (operation: Operation, places: RehearsalPlaces): RehearsalStep => ({
  op: operation.op,
  task: operation.task,
  args: operation.args,
  result: operation.result,
  at: places.operation(operation),
  isFailure: operation.result !== undefined && /^E[A-Z]+\b/.test(operation.result),
});

const argsText = (args: RehearsalStep['args']): string =>
  Object.entries(args)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${typeof value === 'bigint' ? `0x${value.toString(16)}` : value}`)
    .join(', ');

/** The list of steps. */
export function stepTable({ steps }: Rehearsal): Table {
  return {
    columns: [
      { title: 'STEP', align: 'right' },
      { title: 'TASK', align: 'right' },
      { title: 'OPERATION', grows: true },
      { title: 'RESULT', grows: true },
    ],
    rows: steps.map(
      ({ op, task, args, result, at, isFailure }, index): Row => ({
        at,
        tone: isFailure ? 'bad' : 'plain',
        cells: [
          String(index + 1),
          task === undefined ? '' : String(task),
          `${op} ${argsText(args)}`,
          result ?? '',
        ],
      }),
    ),
    empty: 'the restore does nothing',
  };
}

export interface RehearsedProcess {
  readonly pid: number;
  readonly parent: number | undefined;
  readonly group?: number | undefined;
  readonly session?: number | undefined;
  readonly isDead: boolean;
  /** Made by the restorer for the time of the restore only. */
  readonly isHelper?: boolean;
}

/** What stands there after some steps. Ids in the order of their making. */
export interface Rehearsed {
  readonly processes: ReadonlyMap<number, RehearsedProcess>;
  readonly sem: readonly number[];
  readonly msg: readonly number[];
  readonly shm: readonly number[];
  /** Numbers of groups and sessions that have no task of that pid. */
  readonly placeholders: readonly number[];
}

interface Draft extends Rehearsed {
  readonly processes: Map<number, RehearsedProcess>;
  readonly sem: number[];
  readonly msg: number[];
  readonly shm: number[];
  readonly placeholders: number[];
}

const numberOf = (value: number | string | bigint | undefined): number | undefined =>
  value === undefined ? undefined : Number(value);

type Effect = (draft: Draft, step: RehearsalStep) => void;

/** What operations do to what is shown; all others leave no trace there. */
const effects: Readonly<Record<string, Effect>> = {
  // The first task of a container leads a session and a group of its own.
  'create-container': ({ processes }, { args }) => {
    const pid = numberOf(args['pid']) ?? 1;
    processes.set(pid, { pid, parent: undefined, group: pid, session: pid, isDead: false });
  },
  'kernel-thread': addProcess,
  clone: addProcess,
  'clone-thread': addProcess,
  exit: endProcess,
  'join-group': (draft, { task, args }) => change(draft, task, { group: numberOf(args['number']) }),
  'join-session': (draft, { task, args }) => change(draft, task, { session: numberOf(args['number']) }),
  setpgid: (draft, { task, args }) => change(draft, task, { group: numberOf(args['pgid']) }),
  setsid: (draft, { task }) => change(draft, task, { session: task, group: task }),
  placeholder: ({ placeholders }, { args }) => addId(placeholders, args['number']),
  semget: ({ sem }, { args }) => addId(sem, args['id']),
  msgget: ({ msg }, { args }) => addId(msg, args['id']),
  shmget: ({ shm }, { args }) => addId(shm, args['id']),
};

function addProcess({ processes }: Draft, { task, args }: RehearsalStep): void {
  const pid = numberOf(args['pid'] ?? args['tid']);
  if (pid === undefined) return;
  // linux/fork.c: a child starts in the group and the session of its parent.
  const parent = follow(processes, task);
  const isHelper = args['helper'] !== undefined;
  const { group, session } = parent ?? {};
  processes.set(pid, { pid, parent: task, group, session, isDead: false, ...(isHelper && { isHelper }) });
}

/** kernel/exit.c: children go to the first process, and who waits for a helper takes it away. */
function endProcess(draft: Draft, { task }: RehearsalStep): void {
  const { processes } = draft;
  if (task === undefined) return;
  const [first] = processes.keys();
  for (const process of processes.values())
    if (process.parent === task && process.pid !== first) change(draft, process.pid, { parent: first });
  if (processes.get(task)?.isHelper) processes.delete(task);
  else change(draft, task, { isDead: true });
}

function change({ processes }: Draft, pid: number | undefined, fields: Partial<RehearsedProcess>): void {
  const process = follow(processes, pid);
  if (process) processes.set(process.pid, { ...process, ...fields });
}

function addId(ids: number[], id: number | string | bigint | undefined): void {
  const number = numberOf(id);
  if (number !== undefined && !ids.includes(number)) ids.push(number);
}

const emptyDraft = (): Draft => ({ processes: new Map(), sem: [], msg: [], shm: [], placeholders: [] });

/** Steps forward from where it was asked last; one key is one step. */
export class Rehearser {
  readonly #steps: readonly RehearsalStep[];
  #draft = emptyDraft();
  #done = 0;

  constructor({ steps }: Rehearsal) {
    this.#steps = steps;
  }

  /** After the first `count` steps. The result is valid until the next call. */
  after(count: number): Rehearsed {
    if (count < this.#done) {
      this.#draft = emptyDraft();
      this.#done = 0;
    }
    for (; this.#done < count && this.#done < this.#steps.length; this.#done++) {
      const step = this.#steps[this.#done] as RehearsalStep;
      // A step that failed did nothing.
      if (!step.isFailure) effects[step.op]?.(this.#draft, step);
    }
    return this.#draft;
  }
}
