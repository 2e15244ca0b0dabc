/** Resource limits by number (include/uapi/asm-generic/resource.h). MIPS and others number a few differently. */
const names: readonly string[] = [
  ...['CPU', 'FSIZE', 'DATA', 'STACK', 'CORE', 'RSS', 'NPROC', 'NOFILE', 'MEMLOCK', 'AS', 'LOCKS'],
  ...['SIGPENDING', 'MSGQUEUE', 'NICE', 'RTPRIO', 'RTTIME'],
];

/** `RLIMIT_NOFILE` → 7; undefined for a name that is none. */
export function limitNumber(name: string): number | undefined {
  const index = names.indexOf(name.replace(/^RLIMIT_/, ''));
  return index < 0 ? undefined : index;
}

export const limitName = (number: number): string => `RLIMIT_${names[number] ?? number}`;
