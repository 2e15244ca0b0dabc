/**
 * The operations of a trace, as one table: what each reads from its line, which call it makes, and what the
 * line should have recorded. Comparing is the business of `replay.ts`.
 */

import {
  activePidNamespace,
  type Capability,
  type CloneFlag,
  isRefusal,
  msggetId,
  msgRemove,
  msgrcv,
  msgsnd,
  numberIn,
  numbersFrom,
  type Refusal,
  semgetId,
  semop,
  semRemove,
  semSetValue,
  shmat,
  shmdt,
  shmgetId,
  shmRemove,
  type Task,
} from '../kernel/index.ts';
import {
  flagField,
  type JsonObject,
  listField,
  MalformedLine,
  numberField,
  textField,
} from './trace-line.ts';
import { nextName, type TraceWorld } from './trace-world.ts';

/** The outputs of a line, under their names in the trace. */
export type Outputs = JsonObject;

type Operation = (task: Task, line: JsonObject, world: TraceWorld) => Outputs;

const cloneFlags = ['newpid', 'thread', 'parent', 'newuser'] as const satisfies readonly CloneFlag[];

const processOperations: Readonly<Record<string, Operation>> = {
  clone,
  exit: (task, line, { kernel }) =>
    done(kernel.exit(task.process, { code: numberField(line, 'code') & 0xff })),
  thread_exit: (task, _, { kernel }) => {
    kernel.exitThread(task);
    return { ret: 0 };
  },
  kill: (task, line, { kernel }) => {
    const signal = numberField(line, 'sig');
    if (signal !== 0 && signal !== 9) throw new MalformedLine('"sig" must be 0 or 9');
    return done(kernel.kill(task, numberField(line, 'pid'), signal));
  },
  wait,
  setsid: (task, _, { kernel }) => returned(kernel.setsid(task)),
  setpgid: (task, line, { kernel }) =>
    done(kernel.setpgid(task, numberField(line, 'pid'), numberField(line, 'pgid'))),
  getpgid: (task, line, { kernel }) => returned(kernel.getpgid(task, numberField(line, 'pid'))),
  getsid: (task, line, { kernel }) => returned(kernel.getsid(task, numberField(line, 'pid'))),
  getppid: (task, _, { kernel }) => returned(kernel.getppid(task)),
  setuid: (task, line, { kernel }) => {
    kernel.setuid(task, numberField(line, 'uid', { low: 0 }));
    return { ret: 0 };
  },
  unshare_newpid: (task, _, { kernel }) => done(kernel.unsharePidNamespace(task)),
  dropcaps: dropCapabilities,
};

const ipcOperations: Readonly<Record<string, Operation>> = {
  semget: (task, line) =>
    returned(semgetId(task, { ...keyAndFlags(line), nsems: numberField(line, 'nsems') })),
  msgget: (task, line) => returned(msggetId(task, keyAndFlags(line))),
  shmget: (task, line) => {
    const sizeBytes = BigInt.asUintN(
      64,
      BigInt(numberField(line, 'size', { high: Number.MAX_SAFE_INTEGER })),
    );
    return returned(shmgetId(task, { ...keyAndFlags(line), sizeBytes }));
  },
  semrm: (task, line) => done(semRemove(task, numberField(line, 'id'))),
  msgrm: (task, line) => done(msgRemove(task, numberField(line, 'id'))),
  shmrm: (task, line) => done(shmRemove(task, numberField(line, 'id'))),
  semop: (task, line) => {
    const undo = flagField(line, 'undo');
    const operation = { number: numberField(line, 'num'), change: numberField(line, 'sem_op'), undo };
    return done(semop(task, numberField(line, 'id'), [operation]));
  },
  semsetval: (task, line) =>
    done(semSetValue(task, numberField(line, 'id'), numberField(line, 'num'), numberField(line, 'val'))),
  msgsnd: (task, line) => {
    const message = { type: BigInt(numberField(line, 'type')), lengthBytes: numberField(line, 'len') };
    return done(msgsnd(task, numberField(line, 'id'), message));
  },
  msgrcv: (task, line) => {
    const message = msgrcv(task, numberField(line, 'id'), BigInt(numberField(line, 'type')));
    if (isRefusal(message)) return { errno: message.errno };
    return { ret: message.lengthBytes, got_type: Number(message.type) };
  },
  shmat: (task, line) => done(shmat(task, numberField(line, 'id'))),
  shmdt: (task, line) => done(shmdt(task, numberField(line, 'id'))),
};

const operations: Readonly<Record<string, Operation>> = { ...processOperations, ...ipcOperations };

/** The operation of that name; the files of /proc/sys/kernel have several spellings each. */
export function findOperation(name: string): Operation | undefined {
  if (Object.hasOwn(operations, name)) return operations[name];
  const access = /^(?:(read|write) |(get|set)_)(\w+)$/.exec(name);
  if (access === null) return undefined;
  const file = access[3] === 'last_pid' ? 'ns_last_pid' : access[3]!;
  return access[1] === 'read' || access[2] === 'get' ? readFile(file) : writeFile(file);
}

function readFile(file: string): Operation {
  return (task, _, { kernel }) => {
    const value = kernel.readSysctl(task, file);
    return isRefusal(value) ? { errno: value.errno } : { ret: 0, value };
  };
}

/** The value is an input here, and an output of reads: it is handed back so that it never differs. */
function writeFile(file: string): Operation {
  return (task, line, { kernel }) => {
    const value = textField(line, 'value');
    return { ...done(kernel.writeSysctl(task, file, value)), value };
  };
}

function clone(task: Task, line: JsonObject, world: TraceWorld): Outputs {
  const isFlag = (value: unknown) => cloneFlags.some((flag) => flag === value);
  const flags = listField(line, 'flags', (value): value is CloneFlag => isFlag(value)) ?? [];
  const setTid = listField(line, 'set_tid', (value): value is number => Number.isSafeInteger(value));
  const name = nextName(world);
  const child = world.kernel.clone(task, { flags, name }, setTid);
  if (isRefusal(child)) return { errno: child.errno };
  world.tasks.set(name, child);
  const ret = numberIn(child.pid, activePidNamespace(task));
  return { ret, child: name, pids: numbersFrom(child.pid, world.viewer) };
}

function wait(task: Task, line: JsonObject, { kernel }: TraceWorld): Outputs {
  const reaped = kernel.wait(task, numberField(line, 'pid'));
  if (isRefusal(reaped)) return { errno: reaped.errno };
  if (reaped === undefined) return { ret: 0 };
  const { number, process, status } = reaped;
  const text = 'code' in status ? `exit:${status.code}` : `signal:${status.signal}`;
  return { ret: number, status: text, reaped: process.name };
}

/** Scripts drop CAP_CHECKPOINT_RESTORE (40) first and CAP_SYS_ADMIN (21) with a second line. */
function dropCapabilities(task: Task, _: JsonObject, { kernel }: TraceWorld): Outputs {
  const order: readonly Capability[] = ['checkpoint-restore', 'sys-admin'];
  const next = order.find((capability) => task.credentials.capabilities.has(capability));
  kernel.dropCapabilities(task, next === undefined ? [] : [next]);
  return { ret: 0 };
}

function keyAndFlags(line: JsonObject): { readonly key: number; readonly flags: number } {
  return { key: numberField(line, 'key'), flags: numberField(line, 'flags') };
}

function done(refusal: Refusal | undefined): Outputs {
  return refusal === undefined ? { ret: 0 } : { errno: refusal.errno };
}

function returned(result: number | Refusal): Outputs {
  return isRefusal(result) ? { errno: result.errno } : { ret: result };
}
