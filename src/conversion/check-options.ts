/** Options that have an effect on a route, and those that have none. */
import type { LegOptionName } from '../convert/leg.ts';
import { UsageError } from '../usage-error.ts';
import type { ConvertOptions } from './options.ts';
import type { Leg } from './target.ts';

const optionWords: Readonly<Record<LegOptionName, string>> = {
  from: '--from',
  startTimes: '--start-time',
  hz: '--hz',
  endFutexWaits: '--end-futex-waits',
  allow: '--allow',
  flatten: '--flatten',
  compress: '--compress',
  decompress: '--decompress',
  delta: '--delta',
  injectedCode: '--no-injected-code',
  side: '--restore-on',
  pids: '--pid',
  root: '--root',
};

/** Options of legs that were asked for. */
export const wishes = (options: ConvertOptions): readonly LegOptionName[] =>
  (Object.keys(optionWords) as LegOptionName[]).filter((name) => {
    const value = options[name];
    // Where nothing is injected, not to inject is a wish without an effect.
    if (name === 'injectedCode') return value === false;
    return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
  });

/** Options of which each takes back what the other asks for. */
function refuseOpposites({ to, compress, decompress }: ConvertOptions): void {
  if (compress === undefined) return;
  if (decompress === true) throw new UsageError('--compress and --decompress are the opposite of each other');
  if (/\d/.test(to ?? ''))
    throw new UsageError(`--compress is a form that no release reads, ${to} neither: leave out --to`);
}

/** An option without an effect is a mistake of the user, who would think that it had one. */
export function refuseOthers(options: ConvertOptions, legs: readonly Leg[]): void {
  refuseOpposites(options);
  const where = legs.length === 0 ? 'to the JSON form' : `on the way to ${legs.at(-1)?.to}`;
  // A document says which variant the image is.
  const taken = new Set<string>(legs.length === 0 ? ['from'] : legs.flatMap(({ runner }) => runner.takes));
  const vain = wishes(options).find((name) => !taken.has(name));
  if (vain !== undefined) throw new UsageError(`${optionWords[vain]} does not apply ${where}`);
  if (legs.length > 0 && options.inlinePayload === true)
    throw new UsageError(`--inline-payload does not apply ${where}`);
  const allowances = [...new Set(legs.flatMap(({ runner }) => runner.allowances))];
  const odd = (options.allow ?? []).find((name) => !allowances.includes(name));
  if (odd !== undefined)
    throw new UsageError(`--allow takes ${allowances.join(', ')} ${where}, not "${odd}"`);
}
