/**
 * Programs of --action-script: CRIU gives up where one is not there, cannot be run or fails (criu/action-scripts.c).
 * What one does is only told where it can do nothing else.
 */
import type { RootView } from '../root-view.ts';
import { type Judge, textFact } from './judge.ts';
import { hostPathJudge } from './paths.ts';

/** Where execvp(3) looks for a plain name, of those that the path of most hosts has. */
const programFolders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

export const scriptJudge: Judge = (condition, situation) => {
  const { hostRoot } = situation;
  const name = textFact(condition, 'path');
  const isPlain = !name.includes('/');
  const found = isPlain ? programFolders.map((folder) => `${folder}/${name}`) : [name];
  const path = found.find((one) => hostRoot?.stat(one) !== undefined);
  if (isPlain && path === undefined) return 'open';
  const { isElsewhere: _, ...facts } = condition.facts ?? {};
  const placed = isPlain ? { ...condition, facts: { ...facts, path: path ?? name } } : condition;
  const judgement = hostPathJudge(placed, situation);
  if (judgement !== 'met' || hostRoot === undefined || path === undefined) return judgement;
  const text = textOf(hostRoot, path);
  const interpreter = text === undefined ? undefined : /^#!\s*(\/\S*)/.exec(text)?.[1];
  if (interpreter !== undefined && hostRoot.stat(interpreter) === undefined)
    return { found: `${interpreter}, which is to run it, is not there` };
  const status = /\/(true|false)$/.exec(path)?.[1] ?? (text === undefined ? undefined : endOf(text));
  if (status === 'true') return 'met';
  if (status === 'false') return { found: 'it always fails', remedy: 'let it end with 0' };
  return { maybe: 'whether it ends with 0, nobody can tell before it runs' };
};

const scriptBytesMax = 65_536;
/** What an ELF file begins with. */
const programStart = 0x7f;

/** Undefined for a program that is no text. */
function textOf(root: RootView, path: string): string | undefined {
  const bytes = root.read(path, 0, scriptBytesMax);
  if (bytes === undefined || bytes.length === 0 || bytes[0] === programStart) return undefined;
  return new TextDecoder().decode(bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1));
}

/** How a script of the shell ends that has nothing but plain commands, whose end is always the same. */
function endOf(text: string): 'true' | 'false' | undefined {
  if (text.startsWith('#!') && !/^#!\s*\/\S*sh\b/.test(text)) return undefined;
  let status: 'true' | 'false' = 'true';
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (words === '' || words.startsWith('#') || /^set -[aux]+$/.test(words)) continue;
    const exit = /^exit(?:\s+(\d+))?;?$/.exec(words);
    if (exit !== null) return exit[1] === undefined ? status : Number(exit[1]) % 256 === 0 ? 'true' : 'false';
    if (/^(true|:)$/.test(words) || /^echo [^;&|`()<]*$/.test(words)) status = 'true';
    else if (words === 'false') status = 'false';
    else return undefined;
  }
  return status;
}
