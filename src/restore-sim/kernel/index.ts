/**
 * The door to the simulated kernel, for restorers, rules and replays. What is not exported here is private
 * to this folder.
 */

export { type AddressSpace, shmat, shmdt, unmapAll } from './address-space.ts';
export type { CloneFlag, CloneOptions } from './clone.ts';
export type { Capability, Credentials } from './credentials.ts';
export { type Errno, isRefusal, type Refusal, refuse } from './errno.ts';
export type { Reaped } from './exit.ts';
export type { EcloneArguments } from './id-requests/eclone.ts';
export { type FixedIpcObject, msggetFixed, semgetFixed, shmgetFixed } from './id-requests/fixed-ipc-id.ts';
export { fixedPidRefusal } from './id-requests/fixed-pid.ts';
export {
  type IpcFields,
  ipcOverwrite,
  ipcSetOwner,
  msggetId,
  registryOf,
  semgetId,
  shmgetId,
} from './ipc-calls.ts';
export type { IpcNamespace, LastUser } from './ipc-namespace.ts';
export { type IpcKind, type IpcObject, ipcCreate, ipcExclusive, ipcPrivate } from './ipc-registry.ts';
export { Kernel } from './kernel.ts';
export {
  appendMessage,
  type Message,
  type MessageQueue,
  type MsggetArguments,
  msgRemove,
  msgrcv,
  msgsnd,
} from './message-queue.ts';
export { NumberMap } from './number-map.ts';
export { innermostNumber, numberIn, type Pid } from './pid.ts';
export type { PidNamespace } from './pid-namespace.ts';
export {
  activePidNamespace,
  type ExitStatus,
  exitStatusOf,
  hasThreads,
  isNamespaceInit,
  type Process,
  type ProcessState,
  type Task,
  threadsOf,
} from './process.ts';
export type { IdRequestRules, IpcLimits, IpcRules, KernelProfile, PidRules } from './profile.ts';
export { findKernelProfile, type KernelProfileName, kernelProfile, kernelProfileNames } from './profiles.ts';
export {
  type SemaphoreOperation,
  type SemaphoreSet,
  type SemgetArguments,
  semop,
  semRemove,
  semRestoreUndo,
  semSetAll,
  semSetValue,
} from './semaphore.ts';
export { holderOf } from './session.ts';
export { type SharedMemorySegment, type ShmgetArguments, shmDestroy, shmRemove } from './shared-memory.ts';
export type { Signal } from './signal.ts';
export {
  type IpcSnapshot,
  type MessageQueueSnapshot,
  numbersFrom,
  type ProcessSnapshot,
  type SemaphoreSnapshot,
  type SharedMemorySnapshot,
  snapshotIpc,
  snapshotProcess,
  snapshotProcesses,
} from './snapshot.ts';
export { sysctlNames } from './sysctl.ts';
export { type OccupiedIpcId, type OccupiedPid, populate, setIpcLimits, type World } from './world.ts';
