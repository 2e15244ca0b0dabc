/**
 * A log of CRIU, bare or inside of what an engine says: each error line explained, the first cause before what follows
 * from it. Reads no image; see locate.ts.
 */

import type { ExplainedLog } from '../../../restorer-log.ts';
import { endings } from './endings.ts';
import { engineDump, engineMessages, remedyFor } from './engine-messages.ts';
import { errnoOf } from './errnos.ts';
import { ofADump, ofDebugging } from './explain-dump.ts';
import { type ExplainedLine, namedParts } from './explained-line.ts';
import { restoreAgain } from './explanations/explanation.ts';
import { type ExplainCode, explanations } from './explanations/index.ts';
import { type LogLine, linesOf } from './log-lines.ts';
import { findMessage } from './message-list.ts';
import { isOfDump, topicOf } from './topics.ts';

export type { ExplainedLine } from './explained-line.ts';

export interface CriuLog extends Omit<ExplainedLog, 'linesIn'> {
  readonly lines: readonly ExplainedLine[];
  readonly release: '4.2';
}

/** Lines of a log that are kept: errors are few, debugging lines are not. */
const errorsMax = 10_000;

interface RawLine {
  readonly line: number;
  readonly level: 'Error' | 'Warn' | 'plain';
  readonly source?: string;
  readonly pid?: number;
  readonly words: string;
  readonly text: string;
  /** What the line does not name and its neighbours of the same task do: a path, the id of a file. */
  readonly near?: Readonly<Record<string, string>>;
}

const errorLevel = /(?<level>Error|Warn) +\((?<source>[\w./-]+\.[ch]):\d+\): ?(?<said>.*)$/s;
/** What stands before the level; held against the end of a piece, since blanks may be many. */
const errorHead = /\b(\d+):$/;
const errorHeadMax = 32;
/** Lines without a source are of the command line, or of what CRIU starts. */
const plainErrors =
  /^(?:\S*criu: (?<own>.*)|(?<caps>CRIU needs to have .*)|(?<loader>.*error while loading shared libraries: .*)|(?<glibc>Fatal glibc error: .*)|(?<killed>Killed|File size limit exceeded.*)|(?<bug>BUG at \S+\.[ch]:\d+)|(?<filter>ip6?tables\S*: .*(?:does a matching rule exist|(?:unrecognized|invalid) option).*))$/;

export function explainLog(text: string): CriuLog {
  const raw: RawLine[] = [];
  const engine: ExplainedLine[] = [];
  let last = '';
  let lastLine = 0;
  let logRelease: string | undefined;
  let isDone = false;
  let isFailed = false;
  let isDump = false;
  let isVerbose = false;
  const remaps = new Map<number, string>();
  for (const { words, line } of linesOf(text)) {
    if (/Restore finished successfully/.test(words)) isDone = true;
    if (/Restoring FAILED/.test(words)) isFailed = true;
    if (ofDump.test(words) || engineDump.test(words)) isDump = true;
    if (ofDebugging.test(words)) isVerbose = true;
    logRelease ??= ofRelease.exec(words)?.[1];
    const one = rawOf(words, line);
    if (one !== undefined) {
      const file = ofGhost.test(one.words) ? remaps.get(one.pid ?? 0) : undefined;
      if (raw.length < errorsMax) raw.push(file === undefined ? one : { ...one, near: { file } });
    } else {
      const [, pid, file] = remapLine.exec(words) ?? [];
      if (file !== undefined) remaps.set(Number(pid), file);
      const said = engineMessages.find(({ says }) => says.test(words));
      if (said !== undefined && engine.length < errorsMax) engine.push(engineLine(said, words, line));
    }
    if (/^\s*\(\d+\.\d+\)/.test(words)) [last, lastLine] = [words, line];
  }
  const explained = raw.map((one, index) => {
    const line = explain(withPath(one, raw[index + 1]));
    return isDump ? ofADump(line, one.words, isVerbose) : line;
  });
  const outcome = isDump
    ? 'dump'
    : isDone
      ? 'restored'
      : isFailed ||
          raw.some(({ level }, index) => level !== 'Warn' && explained[index]?.role !== 'harmless') ||
          (last === '' && engine.length > 0)
        ? 'failed'
        : 'unfinished';
  const lines = inOrder(explained, isDone);
  const hasCause = lines.some(({ role }) => role === 'cause' || role === 'unknown');
  const ending = hasCause || isDone || isDump ? [] : endingOf({ words: last, line: lastLine }, text, lines);
  const isEmpty = lines.length === 0 && ending.length === 0;
  return {
    lines: [
      ...ending,
      ...lines.filter(({ role }) => role !== 'harmless'),
      ...(isEmpty || !hasCause ? engine : []),
      ...harmlessOf(lines),
    ],
    outcome: isEmpty && engine.length === 0 && last === '' ? 'no-log' : outcome,
    release: '4.2',
    ...(logRelease !== undefined && { logRelease }),
  };
}

/** criu/util.c, print_versions: among the first lines of a log. */
const ofRelease = /^\s*\(\d+\.\d+\) Version: (\d{1,3}(?:\.\d{1,3}){1,3})\b/;

/** criu/cr-dump.c, cr_dump_tasks and cr_dump_finish. */
const ofDump =
  /Dumping processes \(pid|(Pre-d|D)umping (FAILED|finished successfully)|Error \((criu\/)?cr-dump\.c:/;

/** criu/files-reg.c, open_remap_ghost, at the level of debugging; and what it says where it fails. */
const remapLine = /\b(\d+): Configuring remap (0x[0-9a-f]+) -> /;
const ofGhost = /^Can't create (ghost|node for ghost) /;
/** criu/pipes.c, restore_pipe_data and its kin: the caller names the file in the line behind. */
const ofCaller = /^Can't restore (pipe size|file pos): /;
const openedPath = /^Can't open file (?<path>\S.*?)(?: on restore)?: /;

function withPath(one: RawLine, next: RawLine | undefined): RawLine {
  if (!ofCaller.test(one.words) || next === undefined || next.pid !== one.pid) return one;
  const path = openedPath.exec(next.words)?.groups?.['path'];
  return path === undefined ? one : { ...one, near: { path } };
}

const harmlessOf = (lines: readonly ExplainedLine[]) => lines.filter(({ role }) => role === 'harmless');

function rawOf(words: string, line: number): RawLine | undefined {
  const match = errorLevel.exec(words);
  const text = words.trim();
  if (match !== null) {
    const { level, source, said = '' } = match.groups ?? {};
    const head = words.slice(Math.max(0, match.index - errorHeadMax), match.index).trimEnd();
    const pid = errorHead.exec(head)?.[1];
    return {
      line,
      level: level as 'Error' | 'Warn',
      words: said.trim(),
      text,
      ...(source !== undefined && { source }),
      ...(pid !== undefined && { pid: Number(pid) }),
    };
  }
  const plain = plainErrors.exec(text);
  return plain === null ? undefined : { line, level: 'plain', words: plain.groups?.['own'] ?? text, text };
}

function explain({ line, level, source, pid, words, text, near = {} }: RawLine): ExplainedLine {
  const found = explanations.find(
    ({ says, file }) => says.test(words) && (file === undefined || file.test(source ?? '')),
  );
  const [errno, helps] = errnoOf(words) ?? [];
  const base = {
    line,
    text,
    ...(source !== undefined && { source }),
    ...(pid !== undefined && { pid }),
    ...(errno !== undefined && { errno }),
  };
  if (found !== undefined) {
    const parts = namedParts(found.says, words);
    const isWarning = level === 'Warn' && found.role === undefined;
    const role = found.role ?? (isWarning ? 'follows' : 'cause');
    const { code, cause, remedy } = found;
    return { ...base, code, role, cause, remedy, parts: { ...near, ...parts } };
  }
  if (words.startsWith('Killed') || words.startsWith('File size'))
    return { ...base, ...killed(words), parts: {} };
  const listed = source === undefined ? undefined : findMessage(source, words);
  if (listed === undefined) {
    const cause = `This message is not among those of CRIU 4.2 that are known here.${source === undefined ? '' : ` ${topicOf(withFolder(source)).cause}`}`;
    const remedy = helps ?? 'look at the lines around it';
    return {
      ...base,
      code: 'unknown-message',
      role: level === 'Warn' ? 'harmless' : 'unknown',
      cause,
      remedy,
      parts: {},
    };
  }
  if (!listed.isError || level === 'Warn') {
    const cause = 'A warning: CRIU goes on.';
    return {
      ...base,
      code: 'harmless',
      role: 'harmless',
      cause,
      remedy: 'nothing has to be done',
      parts: {},
    };
  }
  const topic = topicOf(listed.file);
  if (isOfDump(listed.file))
    return {
      ...base,
      ...topic,
      code: 'dump-message',
      role: 'cause',
      cause: `${topic.cause} Only a dump prints it.`,
      parts: {},
    };
  return { ...base, ...topic, remedy: helps ?? topic.remedy, role: 'cause', parts: {} };
}

/** CRIU 1.x names its files without their folder. */
const withFolder = (source: string): string => (source.includes('/') ? source : `criu/${source}`);

const killed = (words: string): Pick<ExplainedLine, 'code' | 'role' | 'cause' | 'remedy'> =>
  words.startsWith('Killed')
    ? {
        code: 'memory-needed',
        role: 'cause',
        cause: 'CRIU was killed: no memory was left.',
        remedy: 'raise the limit of the control group',
      }
    : {
        code: 'file-size-limit',
        role: 'cause',
        cause: 'A file grew over the limit.',
        remedy: 'ulimit -f unlimited',
      };

/** The first cause, other causes, what follows; each in the order of the log. After a success nothing was a cause. */
function inOrder(lines: readonly ExplainedLine[], isDone: boolean): readonly ExplainedLine[] {
  if (isDone) return lines.map((one) => ({ ...one, role: 'harmless' as const }));
  const rank = { cause: 0, unknown: 1, follows: 2, harmless: 3 } as const;
  const first = lines.find(({ role }) => role === 'cause' || role === 'unknown');
  const causes = first === undefined ? ownDeath(lines) : lines;
  return [...causes].sort((a, b) => {
    if (a === first) return -1;
    if (b === first) return 1;
    return rank[a.role] - rank[b.role];
  });
}

/** Where nothing explains why a task died, what it could not have is all that there is, or its death. */
function ownDeath(lines: readonly ExplainedLine[]): readonly ExplainedLine[] {
  const order = [
    'criu-bug',
    'about-files',
    'memory-needed',
    'task-died',
    'program-needed',
    'about-network',
    'follows',
  ] as const;
  const end = lines.findIndex(({ code }) => code === 'restore-failed');
  const isOf = (wanted: ExplainCode) => (line: ExplainedLine, at: number) =>
    line.code === wanted && line.role === 'follows' && (wanted !== 'memory-needed' || end === -1 || at < end);
  const code = order.find((wanted) => lines.some(isOf(wanted)));
  const index = code === undefined ? -1 : lines.findIndex(isOf(code));
  return lines.map((line, at) => {
    if (code === undefined || at !== index) return line;
    const remedy =
      line.remedy === restoreAgain
        ? 'restore again with -v4: what it says before it is the reason'
        : line.remedy;
    return { ...line, role: 'cause', remedy };
  });
}

/** A line that stands there more often is said again and again. */
const repeatsMin = 3;

function endingOf(
  { words: last, line }: LogLine,
  text: string,
  lines: readonly ExplainedLine[],
): readonly ExplainedLine[] {
  if (last === '' || lines.some(({ role }) => role === 'follows')) return [];
  const words = last.replace(/^\s*\(\d+\.\d+\)/, '');
  const isRepeated = text.split(words).length > repeatsMin;
  const found = endings.find(
    (ending) => ending.last.test(last) && (ending.repeats === undefined || ending.repeats === isRepeated),
  );
  const { code, cause, remedy } = found ?? {
    code: 'criu-waits' as const,
    cause: 'The log ends without an error: CRIU waits, or it was killed.',
    remedy: 'see what it waits for: cat /proc/PID/stack and its descriptors',
  };
  const pid = /^\s*\(\d+\.\d+\)\s*(?:pie: )?\s*(\d+):/.exec(last)?.[1];
  return [
    {
      line,
      text: last.trim(),
      code,
      role: 'cause',
      cause,
      remedy,
      parts: {},
      ...(pid !== undefined && { pid: Number(pid) }),
    },
  ];
}

const engineLine = (
  { says, code, cause, remedy }: (typeof engineMessages)[number],
  words: string,
  line: number,
): ExplainedLine => {
  const parts = namedParts(says, words);
  return { line, text: words.trim(), code, role: 'cause', cause, remedy: remedyFor(remedy, words), parts };
};
