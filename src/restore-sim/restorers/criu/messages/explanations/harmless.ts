/** What successful restores print as well. */
import { type Explanation, harmless } from './explanation.ts';

export const harmlessMessages: readonly Explanation[] = [
  harmless(
    /^rlimit: Can't setup RLIMIT_NOFILE for self/,
    'CRIU may not raise its limit of open files (CAP_SYS_RESOURCE); it goes on with the one it has.',
  ),
  harmless(
    /NSID isn't reported|NSID is not supported|Unable to get (tun|socket) network namespace/,
    'The kernel does not tell numbers of network namespaces.',
  ),
  harmless(
    /^tun: Unable to create tun: No such file or directory/,
    'CRIU asks what tun devices can do, and the host has no /dev/net/tun.',
  ),
  harmless(
    /net: Unknown peer net namespace/,
    'The other end of a pair of devices is in a namespace that is not in the image.',
  ),
  harmless(/Skip (lo|default|all)\//, 'A setting that the kernel does not have is left out.'),
  harmless(/Clocks values have not been dumped/, 'The image has no clocks: those of the host are used.'),
  harmless(/--network-lock will be ignored/, 'The image says how its network was locked.'),
  harmless(
    /\$XDG_RUNTIME_DIR not set|Can't (load|save) .*kerndat|kerndat.*cache/i,
    'CRIU cannot keep what it found out about the kernel.',
  ),
  harmless(
    /Unable to open a socket file: Operation not permitted/,
    'The kernel does not give the file of a unix socket (SIOCUNIXFILE).',
  ),
  harmless(/Can't fetch (vm\/|file_stat)/, 'A setting cannot be read; its default is used.'),
  harmless(
    /Unexpected error from clone3|Can't get pidfd|Can't create nftables table/,
    'A call is not allowed; CRIU has another way.',
  ),
  harmless(/Unable to wait \d+: No child processes/, 'A task was reaped already.'),
  harmless(/Can't unlink socket/, 'A unix socket that is replaced was not there.'),
  harmless(
    /Standard stream is not a terminal/,
    'The terminal of the job is inherited: standard input is none.',
  ),
  harmless(/Failed writing \d+ to oom_score_adj/, 'A value is set in a weaker way.'),
];
