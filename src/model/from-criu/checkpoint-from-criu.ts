/**
 * CRIU image directory → checkpoint. Pages, messages and packets stay where they are: byte ranges of the
 * result are ranges of `criuByteSource` of the same directory. What is not there is left out; whether CRIU
 * would accept that is said elsewhere.
 */
import { BoundedReport, type Report } from '../../diagnostic.ts';
import type { ImageDirectory } from '../../parse/criu/index.ts';
import { type Checkpoint, groupTasks } from '../checkpoint.ts';
import { emptyDraft } from '../checkpoint-draft.ts';
import { collectCgroups } from './cgroups.ts';
import { collectContainer, collectOpaque } from './container.ts';
import { type Context, ObjectIds, saysOnce } from './draft.ts';
import { collectFiles } from './files.ts';
import { openCriuImage } from './image.ts';
import { type ImageLayout, layOut } from './image-source.ts';
import { collectIpc } from './ipc.ts';
import { collectLocks } from './locks.ts';
import { collectPagesAlone } from './memory.ts';
import { coreMachineNumber, machineOrUnknown, pageBytesOf } from './page-size.ts';
import { criuTables } from './rows.ts';
import { collectSockets } from './sockets.ts';
import { collectTasks } from './tasks.ts';
import { collectTerminals } from './terminals.ts';
import { collectWatches } from './watches.ts';

export { criuByteSource, layOut, locate } from './image-source.ts';

/** Reads the whole directory, and the pagemaps of the directories that it builds on. */
export function checkpointFromCriu(
  directory: ImageDirectory,
  hears: Report,
  layout: ImageLayout = layOut(directory),
): Checkpoint {
  const bounded = new BoundedReport(hears);
  const { report } = bounded;
  const image = openCriuImage(directory, report, true);
  const machineNumber = coreMachineNumber(directory);
  const architecture = machineOrUnknown(machineNumber).name;
  const pageSizeBytes = pageBytesOf(directory);
  const model = emptyDraft({
    image: { family: 'criu', architecture, machineNumber, pageSizeBytes },
    container: { uts: {} },
  });
  const context: Context = {
    image,
    layout,
    report,
    model,
    tables: criuTables(),
    ids: new ObjectIds(),
    interned: new Map(),
    needs: saysOnce(image, report),
  };
  collectContainer(context);
  // Segments before the areas that attach them, files before the tables that name them.
  collectIpc(context);
  collectFiles(context);
  collectTasks(context);
  collectCgroups(context);
  collectPagesAlone(context);
  collectTerminals(context);
  collectSockets(context);
  collectWatches(context);
  collectLocks(context);
  collectOpaque(context);
  bounded.end();
  return { ...model, processes: groupTasks(model.tasks) };
}
