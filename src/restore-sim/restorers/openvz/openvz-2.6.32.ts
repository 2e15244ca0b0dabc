/**
 * OpenVZ 2.6.32, as 042stab113.5 (x86_64) behaves: read in its sources, and observed on that kernel with
 * real, changed and converted images.
 */
import { contentType, imageVersion, taskState } from '../../../parse/generated/cpt-records.ts';
import { restoreBeancounters } from './beancounters.ts';
import { restoreUtsname, restoreVeinfo } from './container.ts';
import { joinControlGroups, readVsyscall, restoreControlGroups } from './control-groups.ts';
import { restoreDirectories, restoreFileTable, shareDirectories } from './files.ts';
import { linkProcesses, restoreSignalContents, restoreSignalLate } from './groups.ts';
import { openImage } from './header.ts';
import { restoreMessageQueues, restoreSemaphores } from './ipc.ts';
import type { KernelLine } from './kernel-line.ts';
import { restoreMemory } from './memory.ts';
import { enterMountNamespace, restoreMountsByReference } from './mount-references.ts';
import { restoreCounters, restoreNetwork } from './network.ts';
import { restoreTimers } from './posix-timers.ts';
import { readTasks } from './read-tasks.ts';
import { restoreStrayFiles } from './segments.ts';
import { restoreSighand } from './signals.ts';
import { restoreOrphans, restoreSockets } from './sockets.ts';
import {
  refuseTraced,
  restoreCredentials,
  restoreSubObjects,
  restoreTaskStates,
  restoreTracer,
} from './task-state.ts';
import { hasNfs, restoreTree } from './tree.ts';
import { restoreUndo } from './undo.ts';
import { restoreEpoll, restoreInotify, restoreJobControl } from './watches.ts';

const minorMask = 0xf;
const lineMask = 0xff00;

/** 0x303 and up of the 2.6.18 line, and the first four minors of its own. */
function acceptsVersion(version: number): boolean {
  const line = version & lineMask;
  if (line === imageVersion.v2_6_18) return version >= imageVersion.v2_6_18_3;
  return line === imageVersion.v2_6_32 && (version & minorMask) <= 3;
}

const isOldLine = (version: number): boolean => (version & lineMask) === imageVersion.v2_6_18;

/** fs/file.c alloc_fdtable: 64 entries are part of every table; then powers of two from 128 on. */
function tableEntries(maxFds: number): number {
  if (maxFds <= 64) return 64;
  let entries = 128;
  while (entries < maxFds) entries *= 2;
  return entries;
}

/** Made when the container is created, before any task of the image, and so in the way of low pids. */
function kernelThreads(features: bigint) {
  const threads = [
    { pid: 2, name: 'kthreadd' },
    { pid: 3, name: 'khelper' },
  ];
  if (hasNfs(features)) threads.push({ pid: 4, name: 'rpciod' }, { pid: 5, name: 'nfsiod' });
  return threads;
}

export const openvz2632: KernelLine = {
  name: 'openvz-2.6.32',
  profile: 'openvz-2.6.32',
  title: 'OpenVZ 2.6.32',
  isInferred: false,
  acceptsVersion,
  sectionTypes: 35,
  repeatedSection: 'last-wins',
  shortHeader: 'zeros',
  utsNames: 3,
  externalTypeErrno: 'ENOENT',
  missingTerminals: { errno: 'EINVAL', always: false },
  beancounterResources: 25,
  enforcesPhyspages: true,
  kernelThreads,
  task: {
    objectBytesMax: 4 * 1024 * 1024,
    fixedBytes: undefined,
    virtualBit: undefined,
    tracedFrom: imageVersion.v2_6_32,
    siblingsOfInit: false,
    foreignMemory: 'crashes',
    checksFpuSize: true,
    readsTlsSelectorFrom: imageVersion.v2_6_32,
    restingStates: new Set([taskState.stopped, taskState.traced]),
    stateOf: (state, version) =>
      isOldLine(version) && state === taskState.stopped_old ? taskState.stopped : state,
    restartClock: (version) => (isOldLine(version) ? 'arg3' : 'arg0'),
  },
  hindsight: {
    hasPrivateFutexes: true,
    countsPidsFromImage: true,
    mapsOwnVdso: true,
    timersFrom: imageVersion.v2_6_32_3,
  },
  file: { tableEntries, tooManyEntries: 'EMFILE', mountReferences: true },
  restoresInotifyEvents: false,
  memory: {
    auxiliaryVector: true,
    pageContents: new Set([contentType.void, contentType.data]),
  },
  guessesTcpFormBelow: undefined,
  readsTcpHeaders: true,
  unixMountsFrom: imageVersion.v2_6_18_4,
  orphanErrorsCount: false,
  undump: [openImage, readVsyscall, restoreBeancounters, readTasks, restoreTree, restoreTaskStates],
  container: [
    restoreVeinfo,
    restoreUtsname,
    restoreControlGroups,
    restoreMountsByReference,
    restoreNetwork,
    restoreCounters,
    restoreSockets,
    restoreSemaphores,
    restoreMessageQueues,
  ],
  beforeChildren: [
    restoreMemory,
    enterMountNamespace,
    shareDirectories,
    restoreUndo,
    restoreSighand,
    restoreSignalLate,
  ],
  afterChildren: [restoreFileTable, restoreSignalContents, restoreTimers],
  finish: [
    linkProcesses,
    restoreEpoll,
    restoreInotify,
    restoreOrphans,
    restoreStrayFiles,
    restoreJobControl,
    restoreDirectories,
    joinControlGroups,
  ],
  perTask: [refuseTraced, restoreCredentials, restoreSubObjects, restoreTracer],
};
