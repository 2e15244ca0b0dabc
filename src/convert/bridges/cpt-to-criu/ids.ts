/** ids-N.img: which kernel objects processes share, and their namespaces. */
import { type Conversion, namespaces, sharedNamespaces } from './context.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';
import type { TreeProcess } from './tree.ts';

/** The number of the descriptor table of a process, which names its fdinfo file. */
export function filesNumber({ numbers }: Conversion, { holder, pid }: TreeProcess): number {
  return numbers.of('files', holder.fdTable ?? -pid);
}

export function writeIds(conversion: Conversion, process: TreeProcess): void {
  const { numbers, output } = conversion;
  const { holder, pid } = process;
  // Positions are not negative, so what a process lacks gets a number of its own.
  const number = (kind: string, id: number | undefined) => numbers.of(kind, id ?? -pid);
  const ids = {
    vm_id: number('vm', holder.memory),
    files_id: filesNumber(conversion, process),
    fs_id: number('fs', holder.fs),
    sighand_id: number('sighand', holder.sighand),
    pid_ns_id: namespaces.pid,
    net_ns_id: namespaces.net,
    ipc_ns_id: namespaces.ipc,
    uts_ns_id: namespaces.uts,
    mnt_ns_id: namespaces.mnt,
    user_ns_id: sharedNamespaces.user,
    cgroup_ns_id: sharedNamespaces.cgroup,
    time_ns_id: sharedNamespaces.time,
  };
  writeImage(output, 'IDS', pid, [message('task_kobj_ids_entry', ids)]);
}
