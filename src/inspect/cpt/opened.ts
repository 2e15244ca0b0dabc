/** A CPT image, opened: one file from its first byte to its last. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { simulateOpenvzRestore } from '../../restore-sim/restorers/openvz/index.ts';
import type { Opened } from '../family.ts';
import type { Image } from '../image.ts';
import { rehearsalOf } from '../rehearsal.ts';
import { inspectedImage } from './image.ts';
import { CptRecords } from './records.ts';
import { searchNames } from './search-names.ts';
import { walkImage } from './walk.ts';

/** The source is closed with it. */
export function openedCpt(source: ByteSource): Opened {
  let image: Image | undefined;
  const inspect = () => {
    image ??= inspectedImage(source);
    return image;
  };
  return {
    source,
    records: () => new CptRecords(source),
    walk: (report) => walkImage(source, report),
    inspect,
    problems: () => inspect().problems,
    positionOf: (at) => at?.offset,
    searchNames: (text, wanted) => searchNames(source, text, wanted),
    stretchAt: () => ({ name: '', offset: 0, length: source.size }),
    // The kernel that wrote the image puts it back.
    rehearse: () => rehearsalOf(simulateOpenvzRestore(source)),
    close: () => source.close(),
  };
}
