/** The policy layer as a stage, for images that are one file. */
import type { Checkpoint } from '../../model/checkpoint.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { judgeCheckpoint, type Policy } from '../policy/policy.ts';
import { searchMemory } from '../policy/search-memory.ts';
import type { Stage } from '../validate.ts';

/** A record of the image, as it stands in it. */
interface PlacedRecord {
  readonly offset: number;
  readonly path: string;
}

export interface PolicyStageInput {
  readonly checkpoint: () => Checkpoint | undefined;
  /** In the order of the image. */
  readonly records: (source: ByteSource) => Iterable<PlacedRecord>;
  readonly policies: readonly Policy[];
  readonly progress?: ((phase: string, done: number, total: number) => void) | undefined;
}

export const policyStage = ({ checkpoint: read, records, policies, progress }: PolicyStageInput): Stage => ({
  layer: 'policy',
  needs: [],
  run: (source, add) => {
    if (policies.length === 0) return;
    const checkpoint = read();
    if (checkpoint) judgeCheckpoint(checkpoint, source, policies, add);
    const stored = [{ offset: 0, length: source.size }];
    const places = (positions: readonly number[]) => placesIn(records(source), positions);
    searchMemory({ checkpoint, source, stored, places }, policies, add, () => {}, progress);
  },
});

/** The record around each position; both in ascending order. */
function placesIn(
  records: Iterable<PlacedRecord>,
  positions: readonly number[],
): readonly { readonly offset: number; readonly path: string }[] {
  const places: { offset: number; path: string }[] = [];
  if (positions.length === 0) return places;
  let path = '';
  for (const record of records) {
    while (places.length < positions.length && positions[places.length]! < record.offset) {
      places.push({ offset: positions[places.length]!, path });
    }
    if (places.length === positions.length) return places;
    path = record.path;
  }
  while (places.length < positions.length) places.push({ offset: positions[places.length]!, path });
  return places;
}
