/** Limits of an IPC namespace, written one by one before there are objects (criu/ipc_ns.c, prepare_ipc_var). */
import { type Entry, placeOf } from '../../../model/from-criu/image.ts';
import { areaStatus } from '../../../model/from-criu/memory.ts';
import type { IpcVarEntry } from '../../../parse/generated/criu-descriptors.ts';
import { isRefusal, type Task } from '../../kernel/index.ts';
import { type CriuRestore, type Item, operate } from './context.ts';
import type { TaskMemory } from './memory.ts';
import { namespaceFileId } from './namespaces.ts';
import { needEntry } from './read-file.ts';
import { fails } from './stop.ts';

/** What the simulated kernel has no use for, and the values that a real one takes (ipc/ipc_sysctl.c, ipc/mq_sysctl.c). */
const bounds: Readonly<Record<string, readonly [min: number, max: number]>> = {
  auto_msgmni: [0, 1],
  shm_rmid_forced: [0, 1],
  'fs/mqueue/queues_max': [0, 0x7fff_ffff],
  'fs/mqueue/msg_max': [1, 65536],
  'fs/mqueue/msgsize_max': [128, 16 << 20],
  'fs/mqueue/msg_default': [1, 65536],
  'fs/mqueue/msgsize_default': [128, 16 << 20],
};

export function setVariables(restore: CriuRestore, task: Task, entry: Entry<'ipc_var_entry'>): void {
  for (const [name, value] of variablesOf(entry.fields)) {
    if (value === undefined) continue;
    const limit = bounds[name];
    const refusal =
      limit === undefined ? restore.kernel.writeSysctl(task, name, value) : outside(Number(value), limit);
    operate(restore, 'write', 1, { file: name, value });
    if (!isRefusal(refusal)) continue;
    const text = refusal.errno === 'ERANGE' ? 'Numerical result out of range' : 'Invalid argument';
    const file = name.includes('/') ? name : `kernel/${name}`;
    const message = `CRIU: "Can't write ${file}: ${text}", "Failed to prepare IPC namespace variables"; ${refusal.reason}`;
    fails('criu-ipc-variable', placeOf(entry), message, { errno: refusal.errno });
  }
}

function outside(value: number, [min, max]: readonly [number, number]) {
  if (value >= min && value <= max) return undefined;
  return { errno: 'EINVAL', reason: `${value} is not between ${min} and ${max}` } as const;
}

/** A short list of semaphore limits keeps the kernel's defaults for the rest; old images lack the defaults of queues. */
function variablesOf(fields: IpcVarEntry): readonly (readonly [name: string, value: string | undefined])[] {
  const hasDefaults = fields.mq_msg_default !== undefined;
  return [
    ['sem', fields.sem_ctls?.length ? fields.sem_ctls.join(' ') : undefined],
    ['msgmax', fields.msg_ctlmax?.toString()],
    ['msgmnb', fields.msg_ctlmnb?.toString()],
    ['auto_msgmni', fields.auto_msgmni?.toString()],
    ['msgmni', fields.msg_ctlmni?.toString()],
    ['shmmax', fields.shm_ctlmax?.toString()],
    ['shmall', fields.shm_ctlall?.toString()],
    ['shmmni', fields.shm_ctlmni?.toString()],
    ['shm_rmid_forced', fields.shm_rmid_forced?.toString()],
    ['fs/mqueue/queues_max', fields.mq_queues_max?.toString()],
    ['fs/mqueue/msg_max', fields.mq_msg_max?.toString()],
    ['fs/mqueue/msgsize_max', fields.mq_msgsize_max?.toString()],
    ['fs/mqueue/msg_default', hasDefaults ? fields.mq_msg_default?.toString() : undefined],
    ['fs/mqueue/msgsize_default', hasDefaults ? (fields.mq_msgsize_default ?? 0).toString() : undefined],
  ];
}

/** With shm_rmid_forced segments die as soon as CRIU has filled and left them: nobody can attach them. */
export function checkForcedRemoval(restore: CriuRestore, item: Item, { vmas }: TaskMemory): void {
  if (!restore.ownNamespaces.has('ipc')) return;
  const area = vmas.find(({ status = 0 }) => (status & areaStatus.sysvIpc) !== 0);
  if (area === undefined) return;
  const entry = needEntry(
    restore,
    'IPC_VAR',
    'ipc_var_entry',
    namespaceFileId(restore, restore.root as Item, 'ipc'),
  );
  if (entry.fields.shm_rmid_forced !== 1) return;
  const start = (area.start ?? 0n).toString(16);
  const message = `CRIU: "Can't restore 0x${start} mapping with 0xffffffffffffffea"; shm_rmid_forced has removed the segment that task ${item.pid} attaches`;
  fails('criu-segment-missing', placeOf(entry), message, { errno: 'EINVAL' });
}
