/**
 * Refusals of the kernel in the words of a restorer: a code, who is in the way, and what would help. The
 * errno is always the kernel's, or what CRIU reports when the kernel silently did something else.
 */
import {
  type Errno,
  type IpcKind,
  type IpcObject,
  isRefusal,
  type PidNamespace,
  type Refusal,
  registryOf,
  type Task,
} from '../kernel/index.ts';
import type { PlanCode } from './codes.ts';
import type { Trouble } from './run-state.ts';

export const kindWords: Readonly<Record<IpcKind, string>> = {
  sem: 'semaphore set',
  msg: 'message queue',
  shm: 'segment',
};

const keyWords: Readonly<Record<IpcKind, string>> = {
  sem: 'semaphore key',
  msg: 'message queue key',
  shm: 'shared memory key',
};

const numberLimits: Readonly<Record<IpcKind, string>> = { sem: 'sem (semmni)', msg: 'msgmni', shm: 'shmmni' };

/** A pid that was asked for at that level, from the innermost namespace of the child outward. */
export interface WantedPid {
  readonly namespace: PidNamespace;
  readonly number: number;
}

/** Why a fork with requested numbers was refused. */
export function pidTrouble(refusal: Refusal, wanted: readonly WantedPid[], name: string): Trouble {
  const { errno, reason, culprit } = refusal;
  if (culprit !== undefined) {
    const taken = wanted.find(({ namespace, number }) => namespace.find(number) !== undefined) ?? wanted[0];
    return pidTaken(taken?.number ?? 0, culprit, name, errno);
  }
  const beyond = wanted.find(({ namespace, number }) => number >= namespace.limit.max);
  if (beyond !== undefined) return beyondPidMax(beyond, name, errno);
  const code = pidCodes[errno] ?? 'step-refused';
  const help = pidHelp[code];
  return { code, errno, message: `${name}: ${reason}`, ...(help !== undefined && { help }) };
}

const pidCodes: { readonly [Name in Errno]?: PlanCode } = {
  EINVAL: 'pid-out-of-range',
  ENOSYS: 'no-mechanism',
  ENOENT: 'no-mechanism',
  EAGAIN: 'pids-exhausted',
  ENOMEM: 'pids-exhausted',
};

const pidHelp: { readonly [Code in PlanCode]?: string } = {
  'pid-out-of-range': 'restore under a kernel with clone3 set_tid (5.5 and later), which takes any free pid',
  'no-mechanism': 'choose a kernel that can be asked for pids; --list shows them',
  'pids-exhausted': 'raise kernel.pid_max on the host, or end processes there',
};

export function pidTaken(number: number, culprit: string, name: string, errno: string): Trouble {
  return {
    code: 'pid-taken',
    errno,
    culprit,
    message: `pid ${number} is taken by \`${culprit}\`, so ${name} cannot have it`,
    help: `end what holds ${number}, or restore into a pid namespace where it is free`,
  };
}

export function beyondPidMax({ namespace, number }: WantedPid, name: string, errno: string): Trouble {
  const { max } = namespace.limit;
  const { maxLimit } = namespace.profile.pid;
  const canHelp = number < maxLimit;
  return {
    code: 'pid-out-of-range',
    errno,
    culprit: `pid_max ${max}`,
    message: `pid ${number} ≥ pid_max ${max}, so ${name} cannot have it`,
    help: canHelp
      ? `sysctl kernel.pid_max=${number + 1} before the restore`
      : `no 64-bit kernel counts beyond ${maxLimit - 1}: the checkpoint is damaged`,
  };
}

export interface WantedObject {
  readonly task: Task;
  readonly kind: IpcKind;
  readonly id: number;
  readonly key: number;
}

/** Why a semget, msgget or shmget was refused. */
export function getTrouble(refusal: Refusal, wanted: WantedObject): Trouble {
  const { errno, reason, culprit } = refusal;
  const { task, kind, id, key } = wanted;
  const what = `${kindWords[kind]} ${id}`;
  const namesake = key === 0 ? undefined : registryOf(task, kind).findKey(key);
  if (errno === 'EEXIST' && namesake !== undefined) {
    const holder = describeObject(task, kind, namesake);
    return {
      code: 'ipc-key-exists',
      errno,
      culprit: holder,
      message: `${keyWords[kind]} 0x${(key >>> 0).toString(16)} exists: ${holder} has it, so ${what} cannot`,
      help: `remove ${holder} (ipcrm), or restore into an IPC namespace of its own`,
    };
  }
  if (culprit !== undefined) return idTaken(wanted, culprit, errno);
  if (errno === 'ENOSPC') {
    return {
      code: 'ipc-limit',
      errno,
      culprit: numberLimits[kind],
      message: `${what} cannot be made: ${reason}`,
      help: `raise kernel.${numberLimits[kind]}, or kernel.shmall and semmns, before the restore`,
    };
  }
  const code = errno === 'EINVAL' && (id < 0 || id > 0x7fffffff) ? 'ipc-id-out-of-range' : 'ipc-refused';
  return { code, errno, message: `${what} cannot be made: ${reason}`, culprit: what };
}

export function idTaken({ kind, id }: WantedObject, culprit: string, errno: string): Trouble {
  return {
    code: 'ipc-id-taken',
    errno,
    culprit,
    message: `the slot of ${kindWords[kind]} ${id} is taken by ${culprit}`,
    help: `remove ${culprit} (ipcrm), or restore into an IPC namespace of its own`,
  };
}

/** `semaphore set 65537 (key 0x63) of postgres` */
export function describeObject(task: Task, kind: IpcKind, object: IpcObject): string {
  const id = registryOf(task, kind).idOf(object);
  const key = object.key === 0 ? '' : ` (key 0x${(object.key >>> 0).toString(16)})`;
  const owner = object.holder === undefined ? '' : ` of ${object.holder}`;
  return `${kindWords[kind]} ${id}${key}${owner}`;
}

/** What a slot holds, for an id that came out as another one. */
export function holderOfSlot(task: Task, kind: IpcKind, id: number): string | undefined {
  const registry = registryOf(task, kind);
  const object = registry.atIndex(registry.slots.slotOf(id).index);
  return object === undefined || isRefusal(object) ? undefined : describeObject(task, kind, object);
}

/** A refusal that needs no more words than the kernel's own. */
export function plainTrouble(code: PlanCode, refusal: Refusal, what: string, help?: string): Trouble {
  const { errno, reason, culprit } = refusal;
  return {
    code,
    errno,
    message: `${what}: ${reason}`,
    ...(culprit !== undefined && { culprit }),
    ...(help !== undefined && { help }),
  };
}
