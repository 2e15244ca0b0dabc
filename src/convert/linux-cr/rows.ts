/** What differs between neighbouring layouts, by row, with the kinds of records that it is about. */
import type { LinuxCrKind } from '../../parse/generated/linux-cr-records.ts';
import { type LinuxCrVariantId, linuxCrVariantIds } from '../../parse/linux-cr/variants.ts';

export interface Row {
  readonly id: string;
  readonly what: string;
  readonly kinds: readonly LinuxCrKind[];
}

const row = (id: string, what: string, ...kinds: readonly LinuxCrKind[]): Row => ({ id, what, kinds });

/** By the later of the two neighbours. */
const rowsInto: Partial<Record<LinuxCrVariantId, readonly Row[]>> = {
  'linux-cr-2009-11-04': [
    row('V1', 'epoll and eventfd', 'epoll_items', 'file'),
    row('V2', 'the state of the processor comes before the shared objects', 'thread', 'cpu', 'restart_block'),
  ],
  'linux-cr-2009-11-11': [
    row(
      ...(['V3', 'security labels', 'security', 'lsm_info', 'cred', 'file'] as const),
      ...(['ipc_shm', 'ipc_msg', 'ipc_msg_msg', 'ipc_sem'] as const),
    ),
  ],
  'linux-cr-2009-12-01': [
    row('V4', 'state of IP sockets and of socket buffers', 'socket_buffer', 'socket_inet', 'socket_frag'),
  ],
  'linux-cr-2009-12-06': [row('V5', 'x86-64', 'header', 'task')],
  'linux-cr-2010-02-05': [
    row('V6', 'root and current directory', 'fs', 'task_objs'),
    row('V7', 'mount namespaces', 'mnt_ns'),
    row('V8', 'debug registers are no longer stored', 'cpu'),
    row('V9', 'types of messages have 64 bits', 'ipc_msg_msg'),
  ],
  'linux-cr-2010-02-22': [row('V10', 'another order of the fields of a task', 'task')],
  'linux-cr-2010-03-23': [row('V11', 'nested pid namespaces in the table of tasks', 'tree', 'vpids')],
  'linux-cr-2010-03-30': [
    row('V12', 'network namespaces and devices', 'ns', 'net_ns', 'netdev', 'netdev_addr'),
    row('V13', 'the table of tasks without sessions of the root', 'tree', 'vpids'),
  ],
  'linux-cr-2010-04-25': [row('V14', 'the flag of network namespaces means the opposite', 'header')],
  'linux-cr-2011-01-05': [
    row('V15', 'alternate signal stacks', 'task'),
    row('V16', 'semaphore adjustments at exit', 'task_sem_undo_list', 'task_sem_undo', 'task_objs'),
    row('V17', 'file mode masks', 'fs'),
    row(
      'V18',
      'credentials of socket peers are objects; sockets say whether buffers follow',
      'socket',
      'socket_unix',
    ),
    row('V19', 'more of each queued signal', 'sigpending'),
    row('V20', 'where sysenter returns to', 'thread'),
  ],
  'linux-cr-2011-01-10': [row('V21', 'all control characters and speeds of terminals', 'tty', 'header')],
  'linux-cr-2011-01-25': [row('V22', 'pids are shared objects', 'pids', 'tree')],
  'linux-cr-2011-04-16': [
    row('V23', 'flags of tasks', 'task'),
    row('V24', 'huge pages', 'vma', 'ipc_shm', 'hpage'),
  ],
  'linux-cr-2012-03-17': [row('V25', 'the number of ARM', 'header')],
};

/** Neighbours with the second framing: what came before has other records. */
export const chain: readonly LinuxCrVariantId[] = linuxCrVariantIds.slice(1);

export const rowsBetween = (from: LinuxCrVariantId, to: LinuxCrVariantId): readonly Row[] => {
  const later = chain.indexOf(from) > chain.indexOf(to) ? from : to;
  return rowsInto[later] ?? [];
};

/** The row that a change of that kind of record belongs to. */
export const rowOf = (rows: readonly Row[], kind: string): Row =>
  rows.find(({ kinds }) => kinds.includes(kind as LinuxCrKind)) ?? {
    id: 'V0',
    what: 'lengths and numbers of records',
    kinds: [],
  };
