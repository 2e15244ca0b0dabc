/** Areas of an address space: not empty, ascending, apart. Flags and contents are not looked at. */
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, placeOf } from './rule.ts';

/** mm/mmap.c keeps areas sorted and disjoint; a later mapping at the same place replaces the earlier. */
// Holds for every machine and release; guard pages are no areas. Pre-dumps have no areas.
export const areaOrder: CheckpointRule = function* ({ checkpoint }) {
  for (const memory of checkpoint.memories.values()) {
    let end = 0n;
    for (const area of memory.areas) {
      // Areas stand in the file of their memory.
      const place = { at: area.at, file: memory.file };
      const name = `area 0x${area.start.toString(16)}-0x${area.end.toString(16)}`;
      if (area.start >= area.end) {
        yield checkpointDiagnostic('area-order', `${name} is empty`, placeOf(place, name));
      } else if (area.start < end) {
        const message = `${name} starts before the previous one ends, at 0x${end.toString(16)}`;
        yield checkpointDiagnostic('area-order', message, placeOf(place, name));
      }
      if (area.end > end) end = area.end;
    }
  }
};
