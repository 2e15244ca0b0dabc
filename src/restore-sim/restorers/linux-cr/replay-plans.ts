/**
 * Plan fixtures: process histories and the creation plans that the real tool makes of them, each compared with ours. One
 * JSON object a line; `plan` is `{entries: […]}` or `{error: …}`. Pure: lines in, a result out; it never throws on what a
 * line says.
 */
import { replayDiagnostic } from '../../replay/codes.ts';
import { type Difference, differenceOf } from '../../replay/compare.ts';
import type { ReplayResult } from '../../replay/replay.ts';
import {
  field,
  type JsonObject,
  listField,
  MalformedLine,
  numberField,
  parseLine,
} from '../../replay/trace-line.ts';
import type { PlanTask } from './plan-entry.ts';
import { planInputOf, planJson } from './plan-json.ts';

/** A file that is no fixture at all is not worth a diagnostic per line. */
const malformedMax = 20;
/** As many as any pid namespace holds. */
const tasksMax = 65536;

/** Whether the first line of a recording is a plan fixture. */
export function isPlanFixture(firstLine: string): boolean {
  try {
    const line = parseLine(firstLine);
    return Array.isArray(field(line, 'tasks')) && field(line, 'plan') !== undefined;
  } catch {
    return false;
  }
}

export function replayPlans(lines: Iterable<string>): ReplayResult {
  const result = { operations: 0, states: 0, plans: 0 };
  const diagnostics: ReturnType<typeof replayDiagnostic>[] = [];
  let number = 0;
  for (const text of lines) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      const difference = differenceIn(parseLine(text));
      if (difference === undefined) {
        result.plans += 1;
        continue;
      }
      const divergence = { ...difference, line: number, op: 'plan', text };
      const { field: name, got, expected } = difference;
      const message = `line ${number}: ${name} is ${show(got)}, the real tool has ${show(expected)}`;
      diagnostics.push(replayDiagnostic('trace-diverges', message, { path: `line ${number}` }));
      return { ...result, divergence, diagnostics };
    } catch (error) {
      if (!(error instanceof MalformedLine)) throw error;
      const message = `line ${number}: ${error.message}`;
      diagnostics.push(replayDiagnostic('trace-malformed', message, { path: `line ${number}` }));
      if (diagnostics.length >= malformedMax) break;
    }
  }
  return { ...result, divergence: undefined, diagnostics };
}

const show = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));

function differenceIn(line: JsonObject): Difference | undefined {
  const tasks = listField(line, 'tasks', isTask);
  if (tasks === undefined || tasks.length === 0 || tasks.length > tasksMax) {
    throw new MalformedLine(`"tasks" must be a list of 1 to ${tasksMax} tasks`);
  }
  const pidMax = numberField(line, 'pid_max', { low: 301, high: 4194304 });
  const recorded = field(line, 'plan');
  if (typeof recorded !== 'object' || recorded === null || Array.isArray(recorded)) {
    throw new MalformedLine('"plan" must be an object');
  }
  const ours: JsonObject = { ...planJson(planInputOf(tasks, pidMax)) };
  return prefixed(differenceOf(recorded as JsonObject, ours, ['error', 'entries']));
}

const prefixed = (difference: Difference | undefined): Difference | undefined =>
  difference && { ...difference, field: `plan.${difference.field}` };

const taskFields = ['pid', 'ppid', 'tgid', 'pgid', 'sid'] as const;

function isTask(value: unknown): value is PlanTask {
  if (typeof value !== 'object' || value === null) return false;
  return taskFields.every((name) => {
    const number: unknown = Object.hasOwn(value, name) ? (value as JsonObject)[name] : undefined;
    return typeof number === 'number' && Number.isInteger(number) && Math.abs(number) < 2 ** 31;
  });
}
