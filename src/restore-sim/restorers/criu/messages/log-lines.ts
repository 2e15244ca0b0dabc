/** Lines of a log, also of one in the words of an engine, and what the restorer printed in pieces. */

import { linesOfOne } from '../../../restorer-log.ts';

/** CRIU cuts its lines far below that (criu/log.c); patterns take time by the square of the length. */
const lineMax = 4096;

export interface LogLine {
  readonly words: string;
  readonly line: number;
}

/** compel/plugins/std/log.c: the restorer prints what is longer than its buffer in pieces, each but the last with a `>`. */
const restorerLine = /^(?<head>\s*(?:\(\d+\.\d+\)\s*)?pie: (?:\d+: )?)(?<said>.*?)(?<goesOn>>?)$/s;

export function* linesOf(text: string): Generator<LogLine> {
  let open: { readonly head: string; readonly words: string; readonly line: number } | undefined;
  for (const one of partsOf(text)) {
    const { head = '', said = '', goesOn } = restorerLine.exec(one.words)?.groups ?? {};
    if (open !== undefined && (head === '' || withoutTime(head) !== withoutTime(open.head))) {
      yield open;
      open = undefined;
    }
    const { words, line } = open === undefined ? one : { words: open.words + said, line: open.line };
    if (goesOn === '>' && words.length < lineMax)
      open = { head, line, words: open === undefined ? words.slice(0, -1) : words };
    else {
      open = undefined;
      yield { words, line };
    }
  }
  if (open !== undefined) yield open;
}

const withoutTime = (head: string): string => head.replace(/^\s*\(\d+\.\d+\)\s*/, '');

/** Engines put a log into a string: its line ends and quotes are escaped there. */
function* partsOf(text: string): Generator<LogLine> {
  let line = 0;
  // Not split: a log may be nothing but line ends.
  for (let [start, end] = [0, 0]; end !== text.length; start = end + 1) {
    const found = text.indexOf('\n', start);
    end = found === -1 ? text.length : found;
    const whole = text.slice(start, end);
    line += linesOfOne(whole);
    const isQuoted = /\\n|\\"/.test(whole) && /(Error|Warn) +\(/.test(whole);
    if (!isQuoted) yield { words: whole.slice(0, lineMax).replace(/\r$/, ''), line };
    else
      for (const part of whole.split(/(?<!\\)\\+n/))
        yield {
          words: part
            .slice(0, lineMax)
            .replace(/\\+(["\\t])/g, '$1')
            .replace(/"$/, ''),
          line,
        };
  }
}
