/**
 * Programs of --action-script: CRIU gives up where one is not there, cannot be run or fails (criu/action-scripts.c).
 * What one does is only told where it can do nothing else.
 */
import type { RootView } from '../root-view.ts';
import { hasFact, type Judge, textFact } from './judge.ts';
import { hostPathJudge } from './paths.ts';
import { endOfScript } from './shell.ts';

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
  const alwaysEnds = /\/(true|false)$/.exec(path)?.[1];
  if (alwaysEnds !== undefined)
    return alwaysEnds === 'true' ? 'met' : { found: 'it always fails', remedy: endWell };
  const isShell = text !== undefined && (!text.startsWith('#!') || /^#!\s*\/\S*sh\b/.test(text));
  const hasNamespaces = hasFact(condition, 'hasNamespaces');
  const ends = (hasNamespaces ? [...always, ...ofNamespaces] : always).map((action) => ({
    action,
    end: isShell ? endOfScript(text, { CRTOOLS_SCRIPT_ACTION: action }) : undefined,
  }));
  const failing = ends.find(({ end = 0 }) => end !== 0);
  if (failing !== undefined)
    return { found: `it ends with ${failing.end} for ${failing.action}`, remedy: endWell };
  if (ends.every(({ end }) => end === 0)) return 'met';
  return { maybe: 'whether it ends with 0, nobody can tell before it runs' };
};

const endWell = 'let it end with 0';

/**
 * For which a script is run and asked how it ended (criu/cr-restore.c); for network-unlock, pre-resume and post-resume
 * nobody asks. The others are of streams and dumps.
 */
const always = ['pre-restore', 'post-restore'] as const;
const ofNamespaces = ['setup-namespaces', 'post-setup-namespaces'] as const;

const scriptBytesMax = 65_536;
/** What an ELF file begins with. */
const programStart = 0x7f;

/** Undefined for a program that is no text. */
function textOf(root: RootView, path: string): string | undefined {
  const bytes = root.read(path, 0, scriptBytesMax);
  if (bytes === undefined || bytes.length === 0 || bytes[0] === programStart) return undefined;
  return new TextDecoder().decode(bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1));
}
