/**
 * Checkpoint → linux-cr stream of one layout with the second framing. What the stream cannot say is counted by row. The
 * records refer to the source of the checkpoint, and are made one after the other: no memory is held.
 */

import type { Checkpoint, Task } from '../../../model/checkpoint.ts';
import { isDead } from '../../../model/look-up.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import { firstNewLayout, type ImageContext, wordOf } from '../../../parse/linux-cr/context.ts';
import { tailMagic } from '../../../parse/linux-cr/record.ts';
import { plural } from '../../../plural.ts';
import { Build, type Records } from './build.ts';
import { headerRecords, tasksInOrder, treeRecords } from './header.ts';
import { objectRecords, signalTaskRecords } from './objects.ts';
import type { LinuxCrLoss } from './rows.ts';
import { credentialRecords, namespaceRecords, taskRecords, threadRecords } from './tasks.ts';

/** How often a row was met, and an example. */
export interface LinuxCrLossFound {
  readonly row: LinuxCrLoss;
  readonly example: string;
  readonly count: number;
}

/** The layouts that the bridge writes: the others are reached by steps of the family. */
export function contextFor(checkpoint: Checkpoint, layout: number): ImageContext | undefined {
  if (layout < firstNewLayout) return undefined;
  const { architecture } = checkpoint.image;
  if (architecture !== 'x86_64' && architecture !== 'i386') return undefined;
  const arch = architecture === 'x86_64' ? 'x86_64' : 'x86_32';
  // The first layouts have no number for x86-64.
  if (arch === 'x86_64' && layout < 20091206) return undefined;
  return { layout, arch, word: wordOf(arch) };
}

export interface LinuxCrStream {
  readonly records: Records;
  /** Complete when all records were taken. */
  losses(): readonly LinuxCrLossFound[];
}

export function linuxCrFromCheckpoint(
  checkpoint: Checkpoint,
  source: ByteSource,
  context: ImageContext,
): LinuxCrStream {
  const build = new Build(checkpoint, source, context);
  return {
    records: streamRecords(build),
    losses: () => [...build.losses].map(([row, found]) => ({ row, ...found })).sort(byRow),
  };
}

const byRow = (a: LinuxCrLossFound, b: LinuxCrLossFound): number =>
  Number(a.row.slice(1)) - Number(b.row.slice(1));

function* streamRecords(build: Build): Records {
  const tasks = tasksInOrder(build.checkpoint);
  loseWholeParts(build);
  yield* headerRecords(build);
  yield* treeRecords(build, tasks);
  for (const task of tasks) yield* oneTask(build, task);
  yield build.record('tail', { magic: tailMagic });
}

function* oneTask(build: Build, task: Task): Records {
  yield* taskRecords(build, task);
  if (isDead(task)) return;
  // v19 moved the processor state to the front.
  const isLate = build.layout < 20091104;
  if (!isLate) yield* threadRecords(build, task);
  yield* credentialRecords(build, task);
  yield* namespaceRecords(build);
  yield* objectRecords(build, task);
  yield* signalTaskRecords(build, task);
  if (isLate) yield* threadRecords(build, task);
}

/** Parts of a checkpoint that no stream has a place for. */
function loseWholeParts(build: Build): void {
  const { checkpoint } = build;
  const { network, mounts, cgroups, beancounters, inotifies } = checkpoint;
  if (checkpoint.tasks.some(({ startTimeNs }) => startTimeNs !== undefined)) build.lose('L1', 'every task');
  if (mounts.size > 0) build.lose('L9', plural(mounts.size, 'mount'));
  if (
    network.devices.length + network.routes.length + network.addresses.length + network.packetFilters.length >
    0
  ) {
    build.lose('L10', plural(network.devices.length, 'device'));
  }
  const accounted = [
    ...(cgroups.length > 0
      ? [plural(cgroups.length, 'control group hierarchy', 'control group hierarchies')]
      : []),
    ...(beancounters.size > 0 ? [plural(beancounters.size, 'beancounter')] : []),
  ];
  if (accounted.length > 0) build.lose('L17', accounted.join(', '));
  if (inotifies.length > 0) build.lose('L7', plural(inotifies.length, 'inotify instance'));
}
