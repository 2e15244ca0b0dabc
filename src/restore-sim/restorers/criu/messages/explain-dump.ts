/** Lines of a dump: what it refuses, and what only follows from that. */
import type { ExplainedLine } from './explained-line.ts';
import { namedParts } from './explained-line.ts';
import { dumpMessages } from './explanations/dumps/index.ts';

/** criu/cr-dump.c, dump_one_task, at the level of debugging. */
export const ofDebugging = /^\(\d+\.\d+\) Obtaining task stat/;

/** What a dump refuses has no condition of a restore; where nothing is known of it, the option that it names helps. */
export function ofADump(line: ExplainedLine, words: string, isVerbose: boolean): ExplainedLine {
  const found = dumpMessages.find(({ says }) => says.test(words));
  if (found !== undefined) {
    const { code, cause, remedy, role = 'cause' } = found;
    return { ...line, code, cause, remedy, role, parts: { ...line.parts, ...namedParts(found.says, words) } };
  }
  if (line.role === 'follows') return line;
  const option = /--[a-z][a-z-]+/.exec(line.text)?.[0];
  const look = isVerbose
    ? 'the lines before it say what CRIU did'
    : 'dump again with -v4: the lines before it say what CRIU did';
  const remedy = option === undefined ? look : `criu dump ${option}`;
  return { ...line, code: 'dump-message', cause: 'A dump refuses it.', remedy };
}
