/**
 * Numbers of system calls that profiles of engines keep from containers, and of some that they allow, by machine:
 * what a filter is asked about. From the kernel's tables (arch/x86/entry/syscalls, include/uapi/asm-generic/unistd.h).
 */

/** x86_64, i386, and the generic table of aarch64, riscv64 and loongarch64. */
const rows: readonly (readonly [name: string, x86_64: number, i386: number, generic: number])[] = [
  ['ptrace', 101, 26, 117],
  ['syslog', 103, 103, 116],
  ['setdomainname', 171, 121, 162],
  ['sethostname', 170, 74, 161],
  ['pivot_root', 155, 217, 41],
  ['chroot', 161, 61, 51],
  ['acct', 163, 51, 89],
  ['settimeofday', 164, 79, 170],
  ['mount', 165, 21, 40],
  ['umount2', 166, 52, 39],
  ['swapon', 167, 87, 224],
  ['swapoff', 168, 115, 225],
  ['reboot', 169, 88, 142],
  ['init_module', 175, 128, 105],
  ['delete_module', 176, 129, 106],
  ['quotactl', 179, 131, 60],
  ['clock_settime', 227, 264, 112],
  ['kexec_load', 246, 283, 104],
  ['add_key', 248, 286, 217],
  ['request_key', 249, 287, 218],
  ['keyctl', 250, 288, 219],
  ['unshare', 272, 310, 97],
  ['move_pages', 279, 317, 239],
  ['perf_event_open', 298, 336, 241],
  ['open_by_handle_at', 304, 342, 265],
  ['setns', 308, 346, 268],
  ['process_vm_writev', 311, 348, 271],
  ['finit_module', 313, 350, 273],
  ['bpf', 321, 357, 280],
  ['userfaultfd', 323, 374, 282],
  ['open_tree', 428, 428, 428],
  ['move_mount', 429, 429, 429],
  ['fsopen', 430, 430, 430],
  ['fsmount', 432, 432, 432],
  ['mount_setattr', 442, 442, 442],
];

const columns: Readonly<Record<number, 1 | 2 | 3>> = {
  ...{ 3221225534: 1, 1073741827: 2, 3221225655: 3, 3221225715: 3, 3221225730: 3 },
};

/** Name and number of each on that machine; none where the table is not known. */
export function probedCalls(machine: number): readonly { readonly name: string; readonly number: number }[] {
  const column = Object.hasOwn(columns, machine) ? columns[machine] : undefined;
  return column === undefined ? [] : rows.map((row) => ({ name: row[0], number: row[column] }));
}
