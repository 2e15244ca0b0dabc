/** Areas of a memory as `/proc/PID/maps` lists them, with the names that it has: for every view and command. */
import { indexFrom } from '../../memory/plan.ts';
import { areaAt } from '../../memory/spaces.ts';
import type { Checkpoint, MemoryArea, MemoryMap } from '../../model/checkpoint.ts';
import { areaName } from './process-names.ts';

export interface NamedArea extends MemoryArea {
  /** Empty for anonymous memory. */
  readonly name: string;
}

/** In ascending order; those from the one around an address on, or behind it, where one is given. */
export function* namedAreas(checkpoint: Checkpoint, memory: MemoryMap, from = 0n): Generator<NamedArea> {
  for (const [, named] of numberedAreas(checkpoint, memory, from)) yield named;
}

/** The same with numbers, by which `numberedArea` finds each again: what a list keeps of areas that are too many. */
export function* numberedAreas(
  checkpoint: Checkpoint,
  { areas }: MemoryMap,
  from = 0n,
): Generator<readonly [number: number, area: NamedArea]> {
  // What stands before an area can be part of its name.
  let before: MemoryArea | undefined;
  const start = from > 0n ? from - 1n : 0n;
  for (let index = indexFrom(areas, start); index < areas.length; index++) {
    const area = areas.at(index)!;
    const parts = partsOf(checkpoint, area, before);
    for (let part = 0; part < parts.length; part++) {
      const named = parts[part]!;
      if (named.end > from) yield [index * partsMax + part, named];
    }
    before = area;
  }
}

export function numberedArea(checkpoint: Checkpoint, { areas }: MemoryMap, number: number): NamedArea {
  const index = Math.floor(number / partsMax);
  const area = areas.at(index)!;
  const before = area.kind === 'vvar' ? areas.at(index - 1) : undefined;
  return partsOf(checkpoint, area, before)[number % partsMax]!;
}

/** The one around an address. */
export function namedAreaAt(
  checkpoint: Checkpoint,
  memory: MemoryMap,
  address: bigint,
): NamedArea | undefined {
  const around = areaAt(memory, address);
  if (around === undefined) return undefined;
  for (const area of namedAreas(checkpoint, memory, around.start)) if (address < area.end) return area;
  return undefined;
}

/** What it is called where every area needs a name. */
export const shownName = ({ name }: NamedArea): string => name || 'anonymous';

/** arch/x86/entry/vdso since Linux 6.13: four pages of [vvar], and two of [vvar_vclock] behind them. */
const clockPageCount = 2n;
const joinedPageCount = 6n;
const clockName = '[vvar_vclock]';

/** What an area is shown as: one, or two. */
const partsMax = 2;

/** CRIU joins both areas since 4.2; before, the second one lies alone. */
function partsOf(
  checkpoint: Checkpoint,
  area: MemoryArea,
  before: MemoryArea | undefined,
): readonly NamedArea[] {
  const named = { ...area, name: areaName(checkpoint, area) };
  if (area.kind !== 'vvar') return [named];
  if (before?.kind === 'vvar' && before.end === area.start) return [{ ...named, name: clockName }];
  const pageBytes = BigInt(checkpoint.image.pageSizeBytes);
  if (area.end - area.start !== joinedPageCount * pageBytes) return [named];
  const middle = area.end - clockPageCount * pageBytes;
  return [
    { ...named, end: middle },
    { ...named, start: middle, name: clockName },
  ];
}
