/** Memory into a file of one's own making: never over one that is there. */
import type { Image } from '../../inspect/image.ts';
import { piecesOf } from '../../inspect/memory/page.ts';
import { missingWords, type Range } from '../../memory/plan.ts';
import { savePieces } from '../../memory/save.ts';
import { writeOwnFile } from '../own-file.ts';

/** Returns what there is to say; throws an OutputError for a name that cannot be written. */
export function saveMemory(image: Image, pid: number, range: Range, path: string): string {
  const pieces = piecesOf(image, pid, range);
  const { bytes, gaps } = writeOwnFile(path, (sink) => savePieces(image.source, sink, pieces, () => {}));
  const [gap] = gaps;
  const lacking = gaps.reduce((sum, { start, end }) => sum + (end - start), 0n);
  const zeros = gap === undefined ? '' : `; zeros stand for ${lacking} of them: ${missingWords[gap.why]}`;
  return `${bytes} bytes written to ${path}${zeros}`;
}
