/** A CRIU image, opened: the files of a directory and of those that it builds on. */
import type { Diagnostic } from '../../diagnostic.ts';
import { modelCodes } from '../../model/codes.ts';
import { criuByteSource } from '../../model/from-criu/checkpoint-from-criu.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import type { Operation } from '../../restore-sim/report.ts';
import { checkCriuReferences, simulateCriuRestore } from '../../restore-sim/restorers/criu/index.ts';
import type { Opened } from '../family.ts';
import { type Image, ProblemList } from '../image.ts';
import { rehearsalOf } from '../rehearsal.ts';
import { aloneError } from './alone.ts';
import { inspectedCriu } from './image.ts';
import { type GroupedLayout, groupedLayout } from './layout.ts';
import { placeCheckpoint } from './placed.ts';
import { CriuRecords, positionIn } from './records.ts';
import { searchCriuNames } from './search-names.ts';
import { walkCriu } from './walk.ts';

export interface CriuInput {
  readonly directory: ImageDirectory;
  /** What was found on the way to the directory. */
  readonly problems: readonly Diagnostic[];
  /** The file that was named. */
  readonly startAt?: string | undefined;
  /** There is nothing but that file. */
  readonly isAlone: boolean;
  close(): void;
}

export function openedCriu({ directory, problems, startAt, isAlone, close }: CriuInput): Opened {
  const layout = groupedLayout(directory);
  const source = criuByteSource(directory, layout);
  const needCheckpoint = () => {
    if (isAlone) throw aloneError(startAt ?? directory.name);
  };
  const walk: Opened['walk'] = function* (report) {
    for (const problem of problems) report(problem);
    yield* walkCriu(layout, report);
  };
  let image: Image | undefined;
  const modelImage = (): Image => {
    image ??= inspectedAt(directory, layout, source);
    return image;
  };
  return {
    source,
    walk,
    records: () => new CriuRecords(source, layout, startAt),
    inspect() {
      needCheckpoint();
      return modelImage();
    },
    problems() {
      const found = new ProblemList();
      for (const _ of walk(found.report)) {
        // Only what it reports is wanted.
      }
      if (isAlone) return found;
      // What the checkpoint says of its files, the walk has said.
      const ofModel = modelImage().problems.diagnostics.filter(({ code }) => code in modelCodes);
      for (const problem of [...ofModel, ...checkCriuReferences(directory)]) found.report(problem);
      return found;
    },
    positionOf: (at) => positionIn(layout, at),
    searchNames: (text, wanted) => searchCriuNames(source, layout, text, wanted),
    stretchAt(position) {
      const file = layout.files.findLast(({ base }) => base <= position);
      return { name: file?.path ?? '', offset: file?.base ?? 0, length: file?.size ?? 0 };
    },
    rehearse() {
      needCheckpoint();
      return rehearsalOf(simulateCriuRestore(directory), {
        operation: (operation) => placeOf(operation, layout),
        failure: (at) => positionIn(layout, at),
      });
    },
    close() {
      source.close();
      close();
    },
  };
}

function inspectedAt(directory: ImageDirectory, layout: GroupedLayout, source: ByteSource): Image {
  const image = inspectedCriu(directory, new ProblemList(), layout);
  image.source.close();
  return { ...image, source, checkpoint: placeCheckpoint(image.checkpoint, layout, source) };
}

/** CRIU goes by files: what a task does is in its core file, what System V objects are in those of their namespace. */
function placeOf({ op, task, args }: Operation, layout: GroupedLayout): number | undefined {
  const [, kind] = /^(sem|msg|shm)get$/.exec(op) ?? [];
  const pid = args['pid'] ?? args['tid'] ?? task;
  const file =
    kind === undefined
      ? layout.byPath.get(`core-${pid}.img`)
      : layout.files.find(({ name }) => name.startsWith(`ipcns-${kind}-`));
  return file?.base;
}
