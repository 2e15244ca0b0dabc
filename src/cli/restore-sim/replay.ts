/** `cr-restore-sim replay`: recordings of real kernels, one after the other, each to its first divergence. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic } from '../../diagnostic.ts';
import { allFamilies } from '../../families/index.ts';
import { DocumentTooLarge, documentLines } from '../../parse/bytes/document.ts';
import { plural } from '../../plural.ts';
import type { Recordings } from '../../restore-sim/family.ts';
import { findKernelProfile, type KernelProfile } from '../../restore-sim/kernel/index.ts';
import { replayDiagnostic } from '../../restore-sim/replay/codes.ts';
import { type ReplayResult, replayTrace } from '../../restore-sim/replay/replay.ts';
import { exitCode } from '../exit-codes.ts';
import { type Arguments, UsageError } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';

interface Replayed extends ReplayResult {
  readonly path: string;
}

/** A recording has some hundred bytes for each operation. */
const traceLimitBytes = 64 * 1024 * 1024;

const isEqual = ({ divergence, diagnostics }: Replayed): boolean =>
  divergence === undefined && diagnostics.length === 0;

export async function replayTraces(
  args: Arguments,
  terminal: Terminal,
  names: readonly string[],
  kernel: string | undefined,
): Promise<number> {
  if (names.length === 0) throw new UsageError('a trace is missing');
  const profile = kernel === undefined ? undefined : findKernelProfile(kernel);
  if (kernel !== undefined && profile === undefined)
    throw new UsageError(`traces have no HZ: not "${kernel}"`);
  const ofFamilies = await Promise.all(allFamilies.map(async ({ restore }) => (await restore()).recordings));
  const known = ofFamilies.flatMap((recordings) => recordings ?? []);
  const results: Replayed[] = [];
  for (const path of names.flatMap(tracesIn)) {
    const result = { path, ...replayFile(path, profile, known) };
    results.push(result);
    if (!args.flag('json')) show(result, args.flag('quiet'), terminal);
  }
  const bad = results.filter((result) => !isEqual(result)).length;
  if (args.flag('json')) terminal.out(replayJson(results));
  else if (!args.flag('quiet')) terminal.out(summary(results, bad));
  return bad === 0 ? exitCode.ok : exitCode.findings;
}

function replayFile(
  path: string,
  profile: KernelProfile | undefined,
  known: readonly Recordings[],
): ReplayResult {
  const rest = documentLines(path, traceLimitBytes);
  try {
    const first = rest.next().value ?? '';
    const lines = joined(first, rest);
    const recordings = known.find(({ isOne }) => isOne(first));
    if (recordings !== undefined) return recordings.replay(lines);
    return replayTrace(lines, profile === undefined ? {} : { profile });
  } catch (error) {
    if (!(error instanceof DocumentTooLarge)) throw error;
    // The other recordings of a directory go on.
    const diagnostics = [replayDiagnostic('trace-malformed', error.message)];
    return { operations: 0, states: 0, divergence: undefined, diagnostics };
  }
}

function* joined(first: string, rest: Iterable<string>): Generator<string> {
  yield first;
  yield* rest;
}

/** A directory stands for the traces directly in it. */
function tracesIn(path: string): readonly string[] {
  if (path === '-' || !statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => /\.jsonl(\.gz)?$/.test(name));
  if (names.length === 0) throw new UsageError(`${path}: there is no recording (.jsonl) in it`);
  return names.sort().map((name) => join(path, name));
}

function show(result: Replayed, isQuiet: boolean, terminal: Terminal): void {
  const { path, divergence, diagnostics } = result;
  if (isEqual(result)) {
    if (!isQuiet) terminal.out(`${visible(path)}: ${counts(result)}: equal\n`);
    return;
  }
  const lines = [`${path}: ${counts(result)}, then it parts`];
  for (const diagnostic of diagnostics) lines.push(`  ${formatDiagnostic(diagnostic)}`);
  if (divergence !== undefined) {
    lines.push(`  line ${divergence.line}: ${divergence.text}`);
    lines.push(
      `  ${divergence.field}: recorded ${json(divergence.expected)}, simulated ${json(divergence.got)}`,
    );
  }
  terminal.err(`${lines.map(visible).join('\n')}\n`);
}

const counts = ({ operations, states, plans }: ReplayResult): string =>
  plans === undefined
    ? `${plural(operations, 'operation')}, ${plural(states, 'state')}`
    : plural(plans, 'plan');

const json = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

function summary(results: readonly Replayed[], bad: number): string {
  const total = (of: (result: Replayed) => number | undefined) =>
    results.reduce((sum, result) => sum + (of(result) ?? 0), 0);
  const traces = results.filter(({ plans }) => plans === undefined).length;
  const parts = [
    ...(traces === 0
      ? []
      : [
          `${plural(traces, 'trace')}, ${plural(
            total((one) => one.operations),
            'operation',
          )}, ${plural(
            total((one) => one.states),
            'state',
          )}`,
        ]),
    ...(traces === results.length
      ? []
      : [
          plural(
            total((one) => one.plans),
            'plan',
          ),
        ]),
  ];
  return `${parts.join(', ')}: ${bad === 0 ? 'all equal' : `${bad} not equal`}\n`;
}

/** Schema in formats/restore-replay.schema.json. */
function replayJson(results: readonly Replayed[]): string {
  const traces = results.map(({ path, operations, states, plans, divergence, diagnostics }) => ({
    path,
    operations,
    states,
    ...(plans !== undefined && { plans }),
    divergence:
      divergence === undefined
        ? null
        : { ...divergence, expected: divergence.expected ?? null, got: divergence.got ?? null },
    diagnostics,
  }));
  return `${JSON.stringify({ schemaVersion: 1, traces }, undefined, 2)}\n`;
}
