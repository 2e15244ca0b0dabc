/** Capabilities by number (linux/capability.h). */

const names: readonly string[] = [
  ...['chown', 'dac_override', 'dac_read_search', 'fowner', 'fsetid', 'kill', 'setgid', 'setuid', 'setpcap'],
  ...[
    'linux_immutable',
    'net_bind_service',
    'net_broadcast',
    'net_admin',
    'net_raw',
    'ipc_lock',
    'ipc_owner',
  ],
  ...[
    'sys_module',
    'sys_rawio',
    'sys_chroot',
    'sys_ptrace',
    'sys_pacct',
    'sys_admin',
    'sys_boot',
    'sys_nice',
  ],
  ...['sys_resource', 'sys_time', 'sys_tty_config', 'mknod', 'lease', 'audit_write', 'audit_control'],
  ...['setfcap', 'mac_override', 'mac_admin', 'syslog', 'wake_alarm', 'block_suspend', 'audit_read'],
  ...['perfmon', 'bpf', 'checkpoint_restore'],
];

/** How many kernels of today have. */
export const capabilityCount = names.length;

/** `CAP_SYS_ADMIN`, or without `CAP_` → 21; undefined for a name that no kernel of today has. */
export function capabilityNumber(name: string): number | undefined {
  const bit = names.indexOf(name.toLowerCase().replace(/^cap_/, ''));
  return bit === -1 ? undefined : bit;
}

/** `CAP_CHOWN` … of a set. Bits without a name exist in no kernel of today. */
export const capabilityNames = (set: bigint): readonly string[] =>
  names.filter((_, bit) => ((set >> BigInt(bit)) & 1n) === 1n).map((name) => `CAP_${name.toUpperCase()}`);
