/** What `cr-restore-sim` says about a rehearsal, as text and as JSON. */

import type { Diagnostic } from '../../diagnostic.ts';
import { addTo } from '../../lists.ts';
import { plural } from '../../plural.ts';
import {
  type Condition,
  type ConditionCode,
  conditionCodes,
  type Otherwise,
} from '../../restore-sim/conditions.ts';
import { answerOf } from '../../restore-sim/host/index.ts';
import type { Rehearsal, RehearsalFailure } from '../../restore-sim/plan/index.ts';
import type { Operation } from '../../restore-sim/report.ts';
import type { RestoreCommand } from '../../restore-sim/restorer-options.ts';
import { jsonPieces } from '../pieces.ts';
import { visible } from '../terminal.ts';

/** So many of one kind are shown before the rest is only counted. */
const shownMax = 5;
const conditionsShownMax = 12;
const remediesShownMax = 3;

const verdictColor = { restores: 32, fails: 31, crashes: 31, hangs: 31 } as const;

/** `failures` alone is what is said under --quiet. */
export function rehearsalText(
  image: string,
  report: Rehearsal & {
    readonly command?: RestoreCommand | undefined;
    /** The directory that files were looked for below. */
    readonly lookedIn?: string | undefined;
  },
  color: boolean,
): { readonly summary: string; readonly failures: string } {
  const { verdict, kernel, conditions, losses, notes, operations } = report;
  const paint = (text: string) => (color ? `\x1b[1;${verdictColor[verdict]}m${text}\x1b[0m` : text);
  const failures = failureLines(report.failures);
  const lines = [
    `${visible(image)}${dumpText(report)}: ${paint(verdict)} under ${kernel}${ifText(report)}`,
    ...(verdict === 'restores' ? [`  ${countsText(report)}`] : []),
    ...failures,
    ...(report.lookedIn === undefined ? [] : [`Files were looked for below ${visible(report.lookedIn)}.`]),
    ...diagnosticLines('Lost or dubious:', losses),
    ...diagnosticLines('Worth knowing:', notes),
    ...conditionLines(conditions),
    ...commandLines(report.command),
    ...(operations.length > 0 ? ['Steps:', ...operations.map(operationLine)] : []),
  ];
  return {
    summary: `${lines.join('\n')}\n`,
    failures: failures.length === 0 ? '' : `${failures.join('\n')}\n`,
  };
}

/** A full dump needs no words. */
const dumpText = ({ dump }: Rehearsal): string =>
  dump === undefined || dump.isPlain ? '' : ` (${visible(dump.title)})`;

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

/** What helps several that follow each other is said after the last of them. */
function failureLines(failures: readonly RehearsalFailure[]): string[] {
  const helps = (index: number) => failures[index]?.help;
  const last = new Map(
    failures.map((failure, index) => [failure, helps(index) !== helps(index + 1) || index + 1 === shownMax]),
  );
  return limited(
    failures,
    ({ code }) => code,
    (failure) => {
      const { code, errno, message, culprit, help } = failure;
      const place = placeText(failure);
      return [
        `${errno ?? 'error'} ${code}: ${visible(message)}${place === '' ? '' : ` (${place})`}`,
        ...(culprit === undefined ? [] : [`  in the way: ${visible(culprit)}`]),
        ...(help === undefined || last.get(failure) === false ? [] : [`  what helps: ${visible(help)}`]),
      ];
    },
  );
}

function placeText({ at, step }: Pick<RehearsalFailure, 'at'> & { readonly step?: number }): string {
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

/** `, if 12 conditions are met`, for the first line. */
const ifText = ({ verdict, conditions }: Rehearsal): string =>
  answerOf(verdict, conditions) === 'if'
    ? `, if ${plural(openOf(conditions).length, 'condition is', 'conditions are')} met`
    : '';

const openOf = (conditions: readonly Condition[]) =>
  conditions.filter(({ state, otherwise }) => state === 'open' && otherwise !== 'loses');

/** In a form that a shell takes back. */
function commandLines(command: RestoreCommand | undefined): string[] {
  if (command === undefined) return [];
  const { before, words, costs, configuration } = command;
  return [
    ...(before === undefined ? [] : [`First: ${visible(before)}`]),
    `Command: ${words.map((word) => visible(shellWord(word))).join(' ')}`,
    ...(configuration === undefined
      ? []
      : [
          `  with these lines in ${configuration.file}:`,
          ...configuration.lines.map((line) => `    ${visible(line)}`),
        ]),
    ...costs.map(({ option, cost }) => `  ${option}: ${cost}`),
  ];
}

const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

const otherwiseText: Readonly<Record<Otherwise, string>> = {
  fails: 'it fails',
  crashes: 'it crashes',
  hangs: 'it hangs',
  loses: 'that is lost',
};

/** Those that are open; what is not met is among failures and losses, and what is met needs few words. */
function conditionLines(all: readonly Condition[]): string[] {
  const met = all.filter(({ state }) => state === 'met').length;
  const conditions = all.filter(({ state }) => state === 'open');
  const counted = met === 0 ? [] : [`${plural(met, 'condition is', 'conditions are')} met.`];
  return [...openLines(conditions), ...counted];
}

/** Conditions of one code together, in the order of their table; the same wish is said once and counted. */
function openLines(conditions: readonly Condition[]): string[] {
  if (conditions.length === 0) return [];
  const byCode = new Map<ConditionCode, Condition[]>();
  for (const one of conditions) {
    const group = byCode.get(one.code);
    if (group === undefined) byCode.set(one.code, [one]);
    else group.push(one);
  }
  const codes = (Object.keys(conditionCodes) as ConditionCode[]).filter((code) => byCode.has(code));
  return ['Conditions:', ...codes.flatMap((code) => codeLines(code, byCode.get(code) ?? []))];
}

function codeLines(code: ConditionCode, conditions: readonly Condition[]): string[] {
  const { kind, meaning } = conditionCodes[code];
  // Of the image: the same wish that makes one restore fail may leave another hanging.
  const otherwise = [...new Set(conditions.map((one) => otherwiseText[one.otherwise]))].join(' or ');
  const groups = new Map<string, Condition[]>();
  for (const one of conditions) addTo(groups, one.wanted, one);
  const shown = [...groups].slice(0, conditionsShownMax).map(([wanted, [first, ...more]]) => {
    const place = first === undefined ? '' : placeText(first);
    const times = more.length === 0 ? '' : `, and ${more.length} more`;
    const found = first?.state === 'open' && first.found !== null ? `; found: ${visible(first.found)}` : '';
    return `    ${visible(wanted)}${place === '' ? '' : ` (${place}${times})`}${found}`;
  });
  const rest = groups.size - shown.length;
  const remedies = [...new Set(conditions.map(({ remedy }) => remedy))].slice(0, remediesShownMax);
  return [
    `  ${kind} ${code}: ${meaning} (else ${otherwise})`,
    ...shown,
    ...(rest > 0 ? [`    … and ${rest} more; --json has all`] : []),
    ...remedies.map((remedy) => `    what helps: ${visible(remedy)}`),
  ];
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
export function* rehearsalJson(
  report: Rehearsal,
  command: RestoreCommand | undefined,
  withOperations: boolean,
): Generator<string> {
  const { verdict, kernel, dump, conditions, failures, losses, notes, processes, ipc, operations } = report;
  const answer = answerOf(verdict, conditions);
  const json = {
    schemaVersion: 1,
    verdict,
    answer,
    kernel,
    conditions,
    failures,
    losses,
    notes,
    processes,
    ipc,
    ...(dump && { dump: { kind: dump.kind, title: dump.title } }),
    ...(command?.before && { before: command.before }),
    ...(command && { command: command.words, costs: command.costs }),
    ...(command?.configuration && { configuration: command.configuration }),
    ...(withOperations && { operations }),
  };
  yield* jsonPieces(json, 2, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
  yield '\n';
}

/** The document for a file that no restorer can read: the shape of any other rehearsal. */
export function* unreadableJson({ code, message, at = {} }: Diagnostic): Generator<string> {
  const failures = [{ code, at, message }];
  const nothing = { losses: [], notes: [], processes: [], ipc: { sem: [], msg: [], shm: [] } };
  yield* jsonPieces(
    {
      schemaVersion: 1,
      verdict: 'fails',
      answer: 'no',
      kernel: 'none',
      conditions: [],
      failures,
      ...nothing,
    },
    2,
  );
  yield '\n';
}
