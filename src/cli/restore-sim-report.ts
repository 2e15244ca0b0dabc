/** What `cr-restore-sim` says about a rehearsal, as text and as JSON. */
import type { Diagnostic } from '../diagnostic.ts';
import type { Rehearsal, RehearsalFailure } from '../restore-sim/plan/index.ts';
import type { Operation } from '../restore-sim/report.ts';
import { jsonPieces } from './pieces.ts';
import { visible } from './terminal.ts';

/** So many of one kind are shown before the rest is only counted. */
const shownMax = 5;
const needsShownMax = 20;

const verdictColor = { restores: 32, fails: 31, crashes: 31, hangs: 31 } as const;

/** `failures` alone is what is said under --quiet. */
export function rehearsalText(
  image: string,
  report: Rehearsal,
  color: boolean,
): { readonly summary: string; readonly failures: string } {
  const { verdict, kernel, warnings, notes, operations } = report;
  const paint = (text: string) => (color ? `\x1b[1;${verdictColor[verdict]}m${text}\x1b[0m` : text);
  const failures = failureLines(report.failures);
  const lines = [
    `${visible(image)}: ${paint(verdict)} under ${kernel}`,
    ...(verdict === 'restores' ? [`  ${countsText(report)}`] : []),
    ...failures,
    ...diagnosticLines('Lost or dubious:', warnings),
    ...diagnosticLines('Worth knowing:', notes),
    ...needLines(report),
    ...(operations.length > 0 ? ['Steps:', ...operations.map(operationLine)] : []),
  ];
  return {
    summary: `${lines.join('\n')}\n`,
    failures: failures.length === 0 ? '' : `${failures.join('\n')}\n`,
  };
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

function countsText({ processes, ipc }: Rehearsal): string {
  const threads = processes.reduce((sum, process) => sum + process.threads.length, 0);
  const objects = [
    ...(ipc.sem.length > 0 ? [plural(ipc.sem.length, 'semaphore set')] : []),
    ...(ipc.msg.length > 0 ? [plural(ipc.msg.length, 'message queue')] : []),
    ...(ipc.shm.length > 0 ? [plural(ipc.shm.length, 'segment')] : []),
  ];
  const all = [plural(processes.length, 'process', 'processes'), plural(threads, 'thread'), ...objects];
  return all.join(', ');
}

function failureLines(failures: readonly RehearsalFailure[]): string[] {
  return limited(
    failures,
    ({ code }) => code,
    (failure) => {
      const { code, errno, message, culprit, help } = failure;
      const place = placeText(failure);
      return [
        `${errno ?? 'error'} ${code}: ${visible(message)}${place === '' ? '' : ` (${place})`}`,
        ...(culprit === undefined ? [] : [`  in the way: ${visible(culprit)}`]),
        ...(help === undefined ? [] : [`  what helps: ${visible(help)}`]),
      ];
    },
  );
}

function placeText({ at, step }: Pick<RehearsalFailure, 'at' | 'step'>): string {
  const parts = [
    step === undefined ? undefined : `step ${step}`,
    at.file === undefined ? undefined : visible(at.file),
    at.offset === undefined ? undefined : `offset 0x${at.offset.toString(16)}`,
    at.path === undefined ? undefined : visible(at.path),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function diagnosticLines(heading: string, diagnostics: readonly Diagnostic[]): string[] {
  if (diagnostics.length === 0) return [];
  const lines = limited(
    diagnostics,
    ({ code }) => code,
    ({ code, message, at = {} }) => {
      const place = placeText({ at });
      return [`  ${code}: ${visible(message)}${place === '' ? '' : ` (${place})`}`];
    },
  );
  return [heading, ...lines];
}

function limited<Item>(
  items: readonly Item[],
  kindOf: (item: Item) => string,
  linesOf: (item: Item) => readonly string[],
): string[] {
  const counts = new Map<string, number>();
  const lines: string[] = [];
  for (const item of items) {
    const count = (counts.get(kindOf(item)) ?? 0) + 1;
    counts.set(kindOf(item), count);
    if (count <= shownMax) lines.push(...linesOf(item));
  }
  for (const [kind, count] of counts)
    if (count > shownMax) lines.push(`  … and ${count - shownMax} more ${kind}`);
  return lines;
}

function needLines({ needs }: Rehearsal): string[] {
  if (needs.length === 0) return [];
  const shown = needs.slice(0, needsShownMax).map(({ kind, path }) => `  ${kind} ${visible(path)}`);
  const rest = needs.length - shown.length;
  const more = rest > 0 ? [`  … and ${rest} more; --json has all`] : [];
  return ['Must be there in the container root:', ...shown, ...more];
}

function operationLine({ op, task, args, result }: Operation, index: number): string {
  const { step } = args;
  const words = Object.entries(args).map(([name, value]) => `${name} ${value}`);
  const text =
    typeof step === 'string'
      ? step
      : `${task === undefined ? '' : `${task}: `}${op}${words.length > 0 ? ` ${words.join(', ')}` : ''}`;
  const outcome = result === undefined ? '' : ` → ${visible(result)}`;
  return `  ${String(index + 1).padStart(4)}  ${visible(text)}${outcome}`;
}

/** The contract of `--json`; schema in formats/restore-report.schema.json. */
export function* rehearsalJson(report: Rehearsal, withOperations: boolean): Generator<string> {
  const { verdict, kernel, failures, warnings, notes, processes, ipc, needs, operations } = report;
  const json = {
    ...{ schemaVersion: 1, verdict, kernel, failures, processes, ipc, warnings, notes, needs },
    ...(withOperations && { operations }),
  };
  yield* jsonPieces(json, 2, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
  yield '\n';
}
