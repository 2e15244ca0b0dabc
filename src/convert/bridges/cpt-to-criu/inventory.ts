/** inventory.img: what kind of directory this is. Tells nothing of the processes. */
import { sharedNamespaces } from './context.ts';
import { criuOwnNumber } from './numbers.ts';
import { type CriuOutput, writeImage } from './output.ts';
import { message } from './record.ts';

/** IMG v1.1: a common magic before the one of the type. */
const imageVersion = 2;

/** iptables (criu/include/cr_options.h): what CRIU takes where no dump says how it held connections still. */
const networkLockMethod = 0;

/**
 * criu/pstree.c, get_clone_mask: a namespace of the root task is made anew when its number differs from the
 * one here. Without `root_cg_set` the tasks need no control group set.
 */
export function writeInventory(output: CriuOutput): void {
  const own = criuOwnNumber;
  const root_ids = {
    vm_id: own,
    files_id: own,
    fs_id: own,
    sighand_id: own,
    pid_ns_id: 1,
    net_ns_id: 2,
    ipc_ns_id: 3,
    uts_ns_id: 4,
    mnt_ns_id: 6,
    user_ns_id: sharedNamespaces.user,
    cgroup_ns_id: sharedNamespaces.cgroup,
    time_ns_id: sharedNamespaces.time,
  };
  const inventory = {
    img_version: imageVersion,
    fdinfo_per_id: true,
    root_ids,
    ns_per_id: true,
    network_lock_method: networkLockMethod,
  };
  writeImage(output, 'INVENTORY', undefined, [message('inventory_entry', inventory)]);
}
