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
};

/** An option without an effect is a mistake of the user, who would think that it had one. */
export function refuseOthers(options: ConvertOptions, legs: readonly Leg[]): void {
  const where = legs.length === 0 ? 'to the JSON form' : `on the way to ${legs.at(-1)?.to}`;
  // A document says which variant the image is.
  const taken = new Set<string>(legs.length === 0 ? ['from'] : legs.flatMap(({ runner }) => runner.takes));
  for (const [name, word] of Object.entries(optionWords)) {
    const value = options[name as LegOptionName];
    const isGiven = value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
    // Where nothing is injected, not to inject is a wish without an effect.
    const isWish = name === 'injectedCode' ? value === false : isGiven;
    if (isWish && !taken.has(name)) throw new UsageError(`${word} does not apply ${where}`);
  }
  if (legs.length > 0 && options.inlinePayload === true)
    throw new UsageError(`--inline-payload does not apply ${where}`);
  const allowances = [...new Set(legs.flatMap(({ runner }) => runner.allowances))];
  const odd = (options.allow ?? []).find((name) => !allowances.includes(name));
  if (odd !== undefined)
    throw new UsageError(`--allow takes ${allowances.join(', ')} ${where}, not "${odd}"`);
}
