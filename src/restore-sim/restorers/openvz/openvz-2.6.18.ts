/**
 * OpenVZ 2.6.18, as 028stab056 (x86_64) behaves: read in its sources, and observed on that kernel with
 * real and changed images.
 */
import { imageVersion, taskState } from '../../../parse/generated/cpt-records.ts';
import { restoreBeancounters } from './beancounters.ts';
import { restoreUtsname, restoreVeinfo } from './container.ts';
import { restoreDirectories, restoreFileTable, shareDirectories } from './files.ts';
import { linkProcesses, restoreSignalEarly } from './groups.ts';
import { openImage } from './header.ts';
import { restoreMessageQueues, restoreSemaphores } from './ipc.ts';
import type { KernelLine } from './kernel-line.ts';
import { restoreMemory } from './memory.ts';
import { restoreMounts } from './mounts.ts';
import { restoreNetwork } from './network.ts';
import { readTasks } from './read-tasks.ts';
import { restoreStrayFiles } from './segments.ts';
import { restoreSighand } from './signals.ts';
import { restoreOrphans, restoreSockets } from './sockets.ts';
import { restoreCredentials, restoreSubObjects, restoreTaskStates, restoreTracer } from './task-state.ts';
import { restoreTree } from './tree.ts';
import { restoreUndo } from './undo.ts';
import { restoreEpoll, restoreInotify, restoreJobControl } from './watches.ts';

/** kernel/cpt/rst_context.c: nothing newer than its own, and of older lines the first three minors. */
function acceptsVersion(version: number): boolean {
  return version <= imageVersion.v2_6_18_2 && (version >= imageVersion.v2_6_18 || (version & 0xf) <= 2);
}

/**
 * fs/file.c alloc_fdtable: 64 entries are part of every table; then 256, a page of pointers, and
 * doubling.
 */
function tableEntries(maxFds: number): number {
  if (maxFds <= 64) return 64;
  let entries = 256;
  while (entries < maxFds) entries *= 2;
  return entries;
}

export const openvz2618: KernelLine = {
  name: 'openvz-2.6.18',
  profile: 'openvz-2.6.18',
  title: 'OpenVZ 2.6.18',
  isInferred: false,
  acceptsVersion,
  sectionTypes: 31,
  // Observed: refused. The section table is not written twice.
  repeatedSection: 'refused',
  shortHeader: 'file-bytes',
  utsNames: 2,
  externalTypeErrno: 'ENODEV',
  missingTerminals: { errno: 'EIO', always: true },
  beancounterResources: undefined,
  enforcesPhyspages: false,
  kernelThreads: () => [],
  task: {
    objectBytesMax: 128 * 1024,
    fixedBytes: 976,
    virtualBit: 1024,
    tracedFrom: 0,
    siblingsOfInit: true,
    foreignMemory: 'inherits',
    checksFpuSize: false,
    readsTlsSelectorFrom: undefined,
    restingStates: new Set([taskState.stopped_old, taskState.traced_old]),
    stateOf: (state) => state,
    restartClock: () => undefined,
  },
  hindsight: {
    hasPrivateFutexes: false,
    countsPidsFromImage: false,
    mapsOwnVdso: false,
    timersFrom: undefined,
  },
  file: { tableEntries, tooManyEntries: 'crashes', mountReferences: false },
  restoresInotifyEvents: true,
  memory: { auxiliaryVector: false, pageContents: undefined },
  guessesTcpFormBelow: imageVersion.v2_6_18_2,
  readsTcpHeaders: false,
  unixMountsFrom: undefined,
  orphanErrorsCount: true,
  undump: [openImage, readTasks, restoreBeancounters, restoreTree, restoreTaskStates],
  container: [
    restoreVeinfo,
    restoreUtsname,
    restoreMounts,
    restoreNetwork,
    restoreSockets,
    restoreSemaphores,
    restoreMessageQueues,
  ],
  beforeChildren: [
    restoreMemory,
    restoreFileTable,
    shareDirectories,
    restoreUndo,
    restoreSighand,
    restoreSignalEarly,
  ],
  afterChildren: [],
  finish: [
    linkProcesses,
    restoreEpoll,
    restoreInotify,
    restoreOrphans,
    restoreStrayFiles,
    restoreJobControl,
    restoreDirectories,
  ],
  perTask: [restoreCredentials, restoreSubObjects, restoreTracer],
};

/** No 2.6.9 kernel was read: taken to behave as the later one, which restores its images. */
export const openvz269: KernelLine = {
  ...openvz2618,
  name: 'openvz-2.6.9',
  profile: 'openvz-2.6.9',
  title: 'OpenVZ 2.6.9',
  isInferred: true,
};
