/** The releases of CRIU whose forms are known, by the words that people have for them. */
import { UsageError } from '../../usage-error.ts';
import { compareReleases } from './compare-releases.ts';

/** The newest release whose form is known. */
export const newestCriuRelease = '4.2';
/** The oldest one that 4.2 can still restore, and that images at hand are of. */
export const oldestCriuRelease = '1.5';

/** `criu-3.19`, `3.19` and `criu` (the newest); undefined for what is no known release. */
export function parseCriuRelease(name: string): string | undefined {
  if (name === 'criu') return newestCriuRelease;
  const match = /^(?:criu-)?(\d+\.\d+)(?:\.\d+)?$/.exec(name);
  const release = match?.[1];
  if (release === undefined) return undefined;
  const isKnown =
    compareReleases(release, oldestCriuRelease) >= 0 && compareReleases(release, newestCriuRelease) <= 0;
  return isKnown ? release : undefined;
}

/** `criu-3.19` for such a word; undefined for words of others. Throws a UsageError for a release that is none. */
export function criuVariantNamed(word: string): string | undefined {
  if (!/^criu(-|$)/.test(word)) return undefined;
  const release = parseCriuRelease(word);
  if (release !== undefined) return `criu-${release}`;
  const known = `${oldestCriuRelease} to ${newestCriuRelease}`;
  throw new UsageError(`unknown CRIU release "${word}"; known are ${known}`);
}
