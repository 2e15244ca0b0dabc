/** One step in words, as a line of a recipe. Names from an image are shown as they are: escape them later. */
import type { IpcKind, SemaphoreOperation } from '../kernel/index.ts';
import { type Actor, type ForkStep, type IpcGetStep, restorer, type Step, type ThreadStep } from './step.ts';

const getCalls: Readonly<Record<IpcKind, string>> = { sem: 'semget', msg: 'msgget', shm: 'shmget' };
const setCalls: Readonly<Record<IpcKind, string>> = { sem: 'semctl', msg: 'msgctl', shm: 'shmctl' };

/** Who acts: `restorer`, a pid, or `helper 3`. */
export const actorText = (actor: Actor): string =>
  actor === restorer ? 'restorer' : actor < 0 ? `helper ${-actor}` : String(actor);

/** `7: setsid()`; the actor comes first, then what it does. */
export function stepText(step: Step): string {
  return `${actorText(step.by)}: ${actionText(step)}`;
}

function actionText(step: Step): string {
  switch (step.op) {
    case 'fork':
    case 'thread':
      return cloneText(step);
    case 'write':
      return `write ${step.value} to /proc/sys/kernel/${step.file}`;
    case 'next-id':
      return `write "${step.words}" to /proc/self/task/TID/next_id`;
    case 'get':
      return getText(step);
    case 'churn':
      return `make and remove private objects until ${getCalls[step.kind]} would give ${step.id}`;
    case 'set': {
      const limit = step.limitBytes === undefined ? '' : `, qbytes ${step.limitBytes}`;
      const owner = `uid ${step.uid}, gid ${step.gid}, mode ${octal(step.mode)}`;
      return `${setCalls[step.kind]}(${step.id}, IPC_SET, ${owner}${limit})`;
    }
    case 'setall':
      return `semctl(${step.id}, SETALL, {${step.values.join(', ')}})`;
    case 'send':
      return `msgsnd(${step.id}, type ${step.type}, ${step.sizeBytes} bytes) → message ${step.index}`;
    case 'fill':
      return `attach segment ${step.id}, write its content, detach`;
    case 'semop':
      return `semop(${step.id}, ${step.operations.map(operationText).join(', ')})`;
    case 'undo':
      return `store undo values {${step.adjust.join(', ')}} for semaphore set ${step.id}`;
    case 'attach':
      return `shmat(${step.id})${step.times > 1 ? `, ${step.times} times` : ''}`;
    case 'terminal':
      return `open /dev/ptmx until the pair has number ${step.index}`;
    case 'remove':
      return `shmctl(${step.id}, IPC_RMID)`;
    default:
      return taskText(step);
  }
}

type TaskStep = Extract<
  Step,
  { op: 'setsid' | 'setpgid' | 'join' | 'hold' | 'credentials' | 'stop' | 'exit' | 'exit-thread' | 'wait' }
>;

function taskText(step: TaskStep): string {
  switch (step.op) {
    case 'setsid':
      return 'setsid()';
    case 'setpgid':
      return `setpgid(0, ${step.group})`;
    case 'join':
      return `join ${step.kind} ${step.number}`;
    case 'hold':
      return `hold the number ${step.number} without a task`;
    case 'credentials':
      return `setresgid(${step.gid}), setresuid(${step.uid})`;
    case 'stop':
      return 'raise(SIGSTOP)';
    case 'exit':
      return `${statusText(step.status)}${step.helper === undefined ? ', to stay as a zombie' : ''}`;
    case 'exit-thread':
      return 'the leader alone exits, its threads live on';
    case 'wait':
      return `wait for ${actorText(step.child)}`;
  }
}

function cloneText(step: ForkStep | ThreadStep): string {
  const { flags, setTid, eclone, fixed, pids } = step;
  const words = flags.map((flag) => `CLONE_${flag.toUpperCase()}`);
  const args = [
    ...(words.length > 0 ? [words.join('|')] : []),
    ...(setTid === undefined ? [] : [`set_tid={${setTid.join(', ')}}`]),
    ...(eclone === undefined ? [] : [`pids={${eclone.join(', ')}}`]),
    ...(fixed === undefined ? [] : [`pid ${fixed}`]),
  ];
  const call =
    setTid !== undefined ? 'clone3' : eclone !== undefined ? 'eclone' : words.length > 0 ? 'clone' : 'fork';
  const number = pids.length > 0 ? pids.join('/') : 'any number';
  const who = step.op === 'thread' ? `thread ${number}` : `${number} (${step.name})`;
  const reference = step.child < 0 ? ` as ${actorText(step.child)}` : '';
  return `${call}(${args.join(', ')}) → ${who}${reference}`;
}

function getText({ kind, id, key, mode, nsems, sizeBytes, creator, request }: IpcGetStep): string {
  const size = kind === 'sem' ? `, ${nsems} semaphores` : kind === 'shm' ? `, ${sizeBytes} bytes` : '';
  const keyText = key === 0 ? 'IPC_PRIVATE' : `key 0x${(key >>> 0).toString(16)}`;
  const by =
    creator.uid === 0 && creator.gid === 0 ? '' : ` with effective ids ${creator.uid}:${creator.gid}`;
  const asked = request === undefined ? '' : `, id ${id}`;
  return `${getCalls[kind]}(${keyText}${size}, IPC_CREAT|IPC_EXCL|${octal(mode)}${asked})${by} → ${id}`;
}

const octal = (mode: number): string => `0${(mode >>> 0).toString(8)}`;

const operationText = ({ number, change, undo }: SemaphoreOperation): string =>
  `{${number}, ${change > 0 ? '+' : ''}${change}${undo === true ? ', SEM_UNDO' : ''}}`;

function statusText(status: number): string {
  const signal = status & 0x7f;
  return signal === 0 ? `exit(${(status >> 8) & 0xff})` : `die of signal ${signal}`;
}
