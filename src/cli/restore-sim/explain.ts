/** `cr-restore-sim explain LOG [IMAGE]`: why a restore failed, from the log that it left. */

import type { Family } from '../../families/family.ts';
import { allFamilies } from '../../families/index.ts';
import { plural } from '../../plural.ts';
import { rehearse } from '../../restore-sim/plan/index.ts';
import type { ExplainedLine, ExplainedLog } from '../../restore-sim/restorer-log.ts';
import { UsageError } from '../../usage-error.ts';
import { exitCode } from '../exit-codes.ts';
import type { Arguments } from '../options.ts';
import { jsonPieces, printPieces } from '../pieces.ts';
import { type Terminal, visible } from '../terminal.ts';
import { openRestoreImage } from './input.ts';
import { readLog } from './read-log.ts';
import { situationOf } from './situation.ts';

export async function explain(
  args: Arguments,
  terminal: Terminal,
  [log, image, ...more]: readonly string[],
): Promise<number> {
  if (log === undefined) throw new UsageError('the log of a restore is missing');
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const { text, linesLeftOut } = readLog(log);
  const { family, log: explained } = await explainedLog(text);
  const lines =
    image === undefined ? explained.lines : await inImage(args, terminal, { family, log: explained }, image);
  if (args.flag('json')) printPieces(terminal, explainJson(explained, lines));
  else terminal.out(explainText(log, explained, lines));
  if (linesLeftOut > 0)
    terminal.err(`${visible(log)}: ${plural(linesLeftOut, 'line')} in the middle were not looked at\n`);
  const isBad =
    explained.outcome === 'no-log' || lines.some(({ role }) => role === 'cause' || role === 'unknown');
  return isBad ? exitCode.findings : exitCode.ok;
}

interface FamilyLog {
  readonly family: Family;
  readonly log: ExplainedLog;
}

/** As the first family explains it that knows it for a log of its restorer; else as the last one that explains any. */
async function explainedLog(text: string): Promise<FamilyLog> {
  let found: FamilyLog | undefined;
  for (const family of allFamilies) {
    const log = (await family.restorerLogs?.())?.explain(text);
    if (log === undefined) continue;
    found = { family, log };
    if (log.outcome !== 'no-log') break;
  }
  if (found === undefined) throw new Error('no family explains logs');
  return found;
}

/** Each line with the record that it is about, and what options and host have to do with it. */
async function inImage(
  args: Arguments,
  terminal: Terminal,
  { family, log }: FamilyLog,
  path: string,
): Promise<readonly ExplainedLine[]> {
  const opened = await openRestoreImage(path, args, terminal);
  try {
    const { image, found } = opened;
    if (found.family.id !== family.id) throw new UsageError(`${path}: logs are explained for images of CRIU`);
    const { host, given, root, rootPath, hostRoot, isRootOfOptions } = await situationOf(args);
    const rehearsed = rehearse(image, {
      withUsual: true,
      ...(host !== undefined && { host }),
      ...(given !== undefined && { given }),
      ...(root !== undefined && { root }),
      ...(rootPath !== undefined && { rootPath }),
      ...(isRootOfOptions === true && { isRootOfOptions }),
      ...(hostRoot !== undefined && { hostRoot }),
    });
    return await log.linesIn(image, rehearsed);
  } finally {
    opened.close();
  }
}

const outcomes: Readonly<Record<ExplainedLog['outcome'], string>> = {
  restored: 'the restore succeeded',
  failed: 'the restore failed',
  unfinished: 'the log has no end: the restore hangs, or was killed',
  dump: 'it tells of a dump, not of a restore',
  'no-log': 'nothing of CRIU is in it',
};

const followersShown = 5;

function explainText(
  log: string,
  { outcome, release, logRelease }: ExplainedLog,
  lines: readonly ExplainedLine[],
): string {
  const causes = lines.filter(({ role }) => role === 'cause' || role === 'unknown');
  const [first, ...others] = causes;
  const follows = lines.filter(({ role }) => role === 'follows');
  const harmless = lines.filter(({ role }) => role === 'harmless').length;
  const written = logRelease === undefined ? '' : `written by CRIU ${logRelease}; `;
  return [
    `${visible(log)}: ${outcomes[outcome]} (${written}explained by the messages of CRIU ${release})`,
    ...(first === undefined ? [] : ['First cause:', ...lineText(first)]),
    ...(others.length === 0 ? [] : ['Then:', ...others.flatMap(lineText)]),
    ...(follows.length === 0 ? [] : ['What follows from it:']),
    ...follows.slice(0, followersShown).map(({ line, text }) => `  line ${line}: ${visible(text)}`),
    ...(follows.length > followersShown ? [`  … and ${follows.length - followersShown} more`] : []),
    ...(harmless === 0 ? [] : [`${plural(harmless, 'more line is', 'more lines are')} harmless.`]),
    '',
  ].join('\n');
}

function lineText({
  line,
  text,
  code,
  cause,
  remedy,
  errno,
  at,
  condition,
}: ExplainedLine): readonly string[] {
  const place = [
    at?.file,
    at?.offset === undefined ? undefined : `offset 0x${at.offset.toString(16)}`,
    at?.path,
  ];
  const where = place.filter((part) => part !== undefined).join(', ');
  const found = condition?.found ?? null;
  return [
    `  line ${line}: ${visible(text)}`,
    `    ${code}: ${visible(cause)}`,
    ...(errno === undefined ? [] : [`    ${errno}`]),
    ...(where === '' ? [] : [`    in the image: ${visible(where)}`]),
    ...(condition === undefined ? [] : [`    wanted: ${visible(condition.wanted)}`]),
    ...(found === null ? [] : [`    found: ${visible(found)}`]),
    `    what helps: ${visible(condition?.remedy ?? remedy)}`,
  ];
}

/** Schema in formats/restore-explain.schema.json. */
function* explainJson(
  { outcome, release, logRelease }: ExplainedLog,
  lines: readonly ExplainedLine[],
): Generator<string> {
  const shown = lines.map(({ line, text, code, role, cause, remedy, errno, pid, source, at, condition }) => ({
    line,
    text,
    code,
    role,
    cause,
    ...(errno !== undefined && { errno }),
    ...(source !== undefined && { source }),
    ...(pid !== undefined && { pid }),
    at: at ?? null,
    remedy: condition?.remedy ?? remedy,
    ...(condition && { wanted: condition.wanted, found: condition.found }),
  }));
  yield* jsonPieces(
    { schemaVersion: 1, release, ...(logRelease !== undefined && { logRelease }), outcome, lines: shown },
    2,
  );
  yield '\n';
}
