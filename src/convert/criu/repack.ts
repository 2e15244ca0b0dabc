/** Pages of a directory compressed, or made plain again, and nothing else of it changed: crit's two verbs. */
import type { Report } from '../../diagnostic.ts';
import { kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import type { ByteSink } from '../../parse/bytes/byte-sink.ts';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import { compress, decompress } from './compress.ts';
import { openDraft, startHop, writeFile } from './draft.ts';

export interface Repacked {
  /** Files that are other than before; none where nothing is to be done. */
  readonly files: readonly { readonly name: string; write(sink: ByteSink): void }[];
  close(): void;
}

export function repackPages(directory: ImageDirectory, to: 'compressed' | 'plain', report: Report): Repacked {
  const draft = openDraft(directory, report);
  const before = new Map(draft.files);
  startHop(draft, to);
  const isCompressed = kindOfDirectory(directory).compressed !== undefined;
  if (to === 'plain' && isCompressed) decompress(draft);
  if (to === 'compressed' && !isCompressed) compress(draft, 'page');
  const files = [...draft.files.values()]
    .filter((file) => before.get(file.header.name) !== file)
    .map((file) => ({ name: file.header.name, write: (sink: ByteSink) => writeFile(file, sink) }));
  return { files, close: () => draft.close() };
}
