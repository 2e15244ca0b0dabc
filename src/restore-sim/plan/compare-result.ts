/**
 * Restored against wanted: processes and System V objects as rows, field by field. It knows what a restore
 * cannot bring back and leaves that to the warnings.
 */
import type { IpcMsg, IpcSem, IpcShm } from '../../model/ipc.ts';
import type { PsProcess } from '../../model/ps.ts';
import type { IpcRows } from '../report.ts';

/** One difference, for people: `pid 1204: pgid is 1 instead of 1200`. */
export interface RowDifference {
  readonly what: string;
  readonly field: string;
  readonly message: string;
}

/** One column: its name, and what a row has in it. */
type Field<Row> = readonly [name: string, valueIn: (row: Row) => unknown];

const fieldsNamed = <Row>(...names: readonly (keyof Row & string)[]): readonly Field<Row>[] =>
  names.map((name) => [name, (row) => row[name]]);

const processFields: readonly Field<PsProcess>[] = fieldsNamed(
  ...(['pids', 'ppid', 'pgid', 'sid', 'comm', 'state', 'uid', 'gid', 'exitCode', 'threads'] as const),
);
const withStartTimes: readonly Field<PsProcess>[] = [
  ...processFields,
  ...fieldsNamed<PsProcess>('startTimeNs'),
];

const owners = ['key', 'uid', 'gid', 'cuid', 'cgid', 'mode'] as const;
const semFields: readonly Field<IpcSem>[] = [...fieldsNamed<IpcSem>(...owners, 'values'), ['undo', undoOf]];
const msgFields: readonly Field<IpcMsg>[] = fieldsNamed(...owners, 'messages');
const shmFields: readonly Field<IpcShm>[] = fieldsNamed(...owners, 'size', 'sha256', 'cpid', 'lpid');

export interface CompareOptions {
  /** Fields that are not compared: `startTimeNs`, `cpid`. */
  readonly ignored?: ReadonlySet<string> | undefined;
  /** Start times count, too; a restore from user space has none to compare. */
  readonly startTimes?: boolean;
}

export function processDifferences(
  restored: Iterable<PsProcess>,
  wanted: Iterable<PsProcess>,
  { ignored, startTimes }: CompareOptions = {},
): readonly RowDifference[] {
  return rowDifferences(
    { restored, wanted, ignored },
    startTimes === true ? withStartTimes : processFields,
    ({ pid }) => pid,
    ({ pid, comm }) => `pid ${pid} (${comm})`,
  );
}

export function ipcDifferences(
  restored: IpcRows,
  wanted: IpcRows,
  { ignored }: CompareOptions = {},
): readonly RowDifference[] {
  const keyOf = ({ id }: { readonly id: number }) => id;
  const named =
    (kind: string) =>
    ({ id }: { readonly id: number }) =>
      `${kind} ${id}`;
  const sem = { restored: restored.sem, wanted: wanted.sem, ignored };
  const msg = { restored: restored.msg, wanted: wanted.msg, ignored };
  const shm = { restored: restored.shm, wanted: wanted.shm, ignored };
  return [
    ...rowDifferences(sem, semFields, keyOf, named('semaphore set')),
    ...rowDifferences(msg, msgFields, keyOf, named('message queue')),
    ...rowDifferences(shm, shmFields, keyOf, named('segment')),
  ];
}

/** Undo values of zero are as good as none; which thread of a process has them is not told apart. */
function undoOf({ undo }: IpcSem) {
  return undo.filter(({ adjust }) => adjust.some((value) => value !== 0));
}

interface RowComparison<Row> extends CompareOptions {
  readonly restored: Iterable<Row>;
  readonly wanted: Iterable<Row>;
}

function rowDifferences<Row>(
  { restored, wanted, ignored }: RowComparison<Row>,
  fields: readonly Field<Row>[],
  keyOf: (row: Row) => number,
  nameOf: (row: Row) => string,
): readonly RowDifference[] {
  const differences: RowDifference[] = [];
  const left = new Map<number, Row>();
  for (const row of restored) left.set(keyOf(row), row);
  for (const row of wanted) {
    const other = left.get(keyOf(row));
    if (other === undefined) {
      differences.push({ what: nameOf(row), field: 'missing', message: `${nameOf(row)} is missing` });
      continue;
    }
    left.delete(keyOf(row));
    for (const [field, valueIn] of fields) {
      const value = valueIn(row);
      const got = valueIn(other);
      // Null: the image does not say.
      if (value === null || isEqual(value, got) || ignored?.has(field)) continue;
      const what = nameOf(row);
      differences.push({
        what,
        field,
        message: `${what}: ${field} is ${show(got)} instead of ${show(value)}`,
      });
    }
  }
  for (const row of left.values()) {
    const what = nameOf(row);
    differences.push({ what, field: 'extra', message: `${what} is there, too` });
  }
  return differences;
}

const show = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text !== undefined && text.length > 60 ? `${text.slice(0, 60)}…` : String(text);
};

/** Short lists of numbers are the rule, so they are not turned into text. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((value, index) => value === b[index]) || JSON.stringify(a) === JSON.stringify(b);
}
