/** Which fields and values a release knows, by what the descriptors say of when they came. */
import { compareReleases, type FieldLayout, type FieldValue, releaseName } from '../../parse/criu/index.ts';

/** Whether a release does not know what came with `since`. */
export const isNewer = (since: string | undefined, release: string): boolean =>
  since !== undefined && compareReleases(since, release) > 0;

/** Whether a release does not know a field. */
export const isNewerField = ({ note, message }: FieldLayout, release: string): boolean =>
  isNewer(note.since ?? message?.since, release);

/** Values of an enum, or flags, that a release does not know, by name and the release that brought them. */
export function unknownValues(field: FieldLayout, value: FieldValue, release: string): readonly string[] {
  const names = field.names ?? field.bits;
  if (names === undefined) return [];
  const numbers = (field.repeated ? (value as readonly FieldValue[]) : [value]).map(Number);
  const all = field.bits === undefined ? numbers : numbers.flatMap(bitsOf);
  return [...new Set(all)].flatMap((number) => {
    const since = field.valuesSince?.[number];
    if (names.has(number) && !isNewer(since, release)) return [];
    const name = names.get(number) ?? (field.bits === undefined ? String(number) : `bit ${number}`);
    return [
      since === undefined ? `${name}, which no release up to 4.2 knows` : `${name} (${releaseName(since)})`,
    ];
  });
}

const bitsOf = (flags: number): number[] =>
  Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => ((flags >>> bit) & 1) !== 0);
