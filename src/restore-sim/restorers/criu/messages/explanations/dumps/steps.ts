/** Steps that were given up because of the line before. */
import type { Explanation } from '../explanation.ts';
import { behind } from './row.ts';

export const stepsOfDumps: readonly Explanation[] = [
  behind(
    /^(Collect (fds|mappings|MADV_GUARD_INSTALL pages)|Dump (files|core|mappings|fs|ids|eventpoll|cgroup of threads in process)) \(pid: \d+\) failed with -?\d+/,
  ),
  behind(
    /^Dump \d+ (signals|rseq) failed|^Can't (dump|fixup) (thread|threads|misc|sigactions|shared signals)\b/,
  ),
  behind(/^Namespaces dumping finished with error|^(Pre-d|D)umping FAILED|^Pre-dumping files failed/),
  behind(
    /^Command \d+ for daemon failed with|^(POKE|PEEK)DATA failed(?!: Input\/output)|^Can't (re)?poke |^can't get \/proc fd/,
  ),
  behind(
    /^Can't restore the original data with poke|^Can't inject (memfd args|syscall blob)|^compel_syscall for \w+ failed|^remote_mprotect failed/,
  ),
  behind(/^parse_fdinfo_pid_s: error parsing \[/),
  behind(/In-flight connections can be ignored with the /),
  behind(/^Can't make (\w+ns|cgroup) id\b/),
  behind(/^(?:netlink: )?\d+ [\da-f]+$/),
  behind(/^Can't retrieve FDs from socket|^Message reply from daemon is trimmed/),
  behind(/^Can't get owner of link remap|^Can't note link remap for/),
];
