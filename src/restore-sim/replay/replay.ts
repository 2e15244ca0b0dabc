/**
 * Replays a recorded trace of system calls against the simulated kernel and reports the first answer that
 * differs. Pure: lines in, a result out; it never throws on what a line says.
 */

import type { Diagnostic } from '../../diagnostic.ts';
import { type KernelProfile, kernelProfile } from '../kernel/index.ts';
import { replayDiagnostic } from './codes.ts';
import { type Difference, differenceOf } from './compare.ts';
import { findOperation } from './operations.ts';
import { traceState } from './state-line.ts';
import { field, type JsonObject, MalformedLine, parseLine, textField } from './trace-line.ts';
import { actor, openTraceWorld, type TraceWorld } from './trace-world.ts';

/** Where simulated and recorded kernel part. Nothing after it is replayed. */
export interface Divergence extends Difference {
  /** 1 for the header. */
  readonly line: number;
  readonly op: string;
  /** The operation as recorded. */
  readonly text: string;
}

export interface ReplayResult {
  /** Operations whose answer was the recorded one. */
  readonly operations: number;
  /** State lines that were equal. */
  readonly states: number;
  /** Creation plans that were equal; only of plan fixtures. */
  readonly plans?: number;
  readonly divergence: Divergence | undefined;
  /** `trace-malformed` for each line that could not be replayed; `trace-diverges`, if so, at the end. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReplayOptions {
  /** The kernel to simulate; default `linux-6.18`, which the traces at hand were recorded on. */
  readonly profile?: KernelProfile;
}

/** A file that is no trace at all is not worth a diagnostic per line. */
const malformedMax = 20;

const outputNames = ['ret', 'errno', 'child', 'pids', 'value', 'status', 'reaped', 'got_type'];
const stateNames = ['procs', 'sem', 'msg', 'shm'];

export function replayTrace(lines: Iterable<string>, options: ReplayOptions = {}): ReplayResult {
  const profile = options.profile ?? kernelProfile('linux-6.18');
  const diagnostics: Diagnostic[] = [];
  const counts = { operations: 0, states: 0 };
  let world: TraceWorld | undefined;
  let number = 0;
  for (const text of lines) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      const line = parseLine(text);
      if (world === undefined) {
        world = openTraceWorld(line, profile);
        continue;
      }
      if (field(line, 'op') === undefined && field(line, 'note') !== undefined) continue;
      const difference = replayLine(world, line, counts);
      if (difference === undefined) continue;
      const divergence = { ...difference, line: number, op: textField(line, 'op'), text };
      diagnostics.push(divergenceDiagnostic(divergence));
      return { ...counts, divergence, diagnostics };
    } catch (error) {
      if (!(error instanceof MalformedLine)) throw error;
      diagnostics.push(malformedDiagnostic(number, error.message));
      // Without a header there is no world to go on with.
      if (world === undefined || diagnostics.length >= malformedMax) break;
    }
  }
  if (world === undefined && diagnostics.length === 0) {
    diagnostics.push(malformedDiagnostic(1, 'an empty file is no trace'));
  }
  return { ...counts, divergence: undefined, diagnostics };
}

function replayLine(
  world: TraceWorld,
  line: JsonObject,
  counts: { operations: number; states: number },
): Difference | undefined {
  const name = textField(line, 'op');
  if (name === 'state') {
    const difference = differenceOf(line, traceState(world), stateNames);
    if (difference === undefined) counts.states += 1;
    return difference;
  }
  const operation = findOperation(name);
  if (operation === undefined) throw new MalformedLine(`there is no operation "${name}"`);
  const outputs = operation(actor(world, line), line, world);
  const difference = differenceOf(line, outputs, outputNames);
  if (difference === undefined) counts.operations += 1;
  return difference;
}

function malformedDiagnostic(number: number, reason: string): Diagnostic {
  return replayDiagnostic('trace-malformed', `line ${number}: ${reason}`, { path: `line ${number}` });
}

function divergenceDiagnostic({ line, op, field: name, expected, got }: Divergence): Diagnostic {
  const message = `line ${line}: ${op}: ${name} is ${show(got)}, the recording says ${show(expected)}`;
  return replayDiagnostic('trace-diverges', message, { path: `line ${line}` });
}

function show(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
