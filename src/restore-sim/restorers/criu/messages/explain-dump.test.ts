/**
 * Dumps that CRIU 4.2.1 refused, of small programs that each did one thing that it cannot dump without an option, or
 * not at all. The lines are its own, without the debugging ones.
 */
import { expect, test } from 'vitest';
import { explainLog } from './explain-log.ts';
import { dumpMessages } from './explanations/dumps/index.ts';
import { listedMessages } from './message-list.ts';

const given = '(00.9) Error (criu/cr-dump.c:1975): Dumping FAILED.';
const files = '(00.8) Error (criu/cr-dump.c:1545): Dump files (pid: 9613) failed with -1';

test.each([
  [
    '(criu/sk-inet.c:200): inet: Connected TCP socket, consider using --tcp-established option.',
    '--tcp-established',
  ],
  [
    '(criu/sk-unix.c:874): unix: External socket is used. Consider using --ext-unix-sk option.',
    '--ext-unix-sk',
  ],
  [
    "(criu/files-reg.c:1031): Can't dump ghost file /tmp/big of 3002368 size, increase limit",
    '--ghost-limit',
  ],
  // Emacs in script(1): with --shell-job it is the same.
  [
    '(criu/tty.c:2286): tty: ctty inheritance detected sid/pgrp 1026 (ctty pid_real 1026 pty pid_real 1023)',
    'no option helps',
  ],
  ["(criu/files-reg.c:1122): Can't create link remap for /tmp/a1. Use link-remap option.", '--link-remap'],
  ["(criu/files-reg.c:1159): Can't link remap to /dev/shm/sem.ouyeUo: File exists", 'link_remap.*'],
  [
    '(criu/file-lock.c:110): Some file locks are hold by dumping tasks! You can try --file-locks to dump them.',
    '--file-locks',
  ],
  ["(criu/files-ext.c:94): Can't dump file 4 of that type [600] (anon anon_inode:[perf_event])", 'close it'],
  ["(criu/files-ext.c:94): Can't dump file 4 of that type [600] (anon anon_inode:bpf-map)", 'close it'],
  ["(criu/files-ext.c:94): Can't dump file 4 of that type [20600] (chr 10:259)", 'plugin'],
  [
    "(criu/cr-dump.c:478): Task 10847 with SysVIPC shmem map @7fb3a7705000 doesn't live in IPC ns",
    'IPC namespace',
  ],
  ["(criu/namespaces.c:460): Can't dump nested pid namespace for 11396", 'by itself'],
  ["(criu/mount.c:1895): mnt: Can't parse 11924's mountinfo", 'pivot_root'],
  ['(criu/sk-netlink.c:77): netlink: The socket has data to read', 'a moment later'],
  ['(criu/sockets.c:767): sockets: BUG! Unknown socket collected (family 40)', 'close it'],
  ['(criu/sk-inet.c:137): inet: Unsupported proto 262 for socket 716f5', 'GODEBUG=multipathtcp=0'],
  ['(criu/pidfd.c:97): pidfd: pidfd pid 1 is not a part of process tree..', 'close it'],
  ["(criu/files-reg.c:1790): Can't lookup mount=24 for fd=0 path=/dev/null", 'open it itself'],
  ["(criu/cr-dump.c:389): Can't get rlimit 0: Operation not permitted", 'CAP_SYS_RESOURCE'],
  ["(criu/filesystems.c:650): mqueue isn't empty", 'mq_unlink'],
  ['(criu/tty.c:1861): tty: Found dangling tty with sid 3155 pgid 3181 (pts) on peer fd 0.', '--shell-job'],
  ['(compel/src/lib/infect.c:360): SEIZE 25938: unsupported stop signal 21', 'foreground'],
  ['(criu/pipes.c:490): The packetized mode for pipes is not supported yet', 'O_DIRECT'],
  ['(criu/sk-unix.c:506): unix: Non-empty write queue on an in-flight socket 0x116c1', 'accept it'],
  ["(criu/files-reg.c:1790): Can't lookup mount=18 for fd=4 path=/memfd:hm (deleted)", 'nr_hugepages'],
  ['(criu/tun.c:306): tun: Net namespace is required to dump tun link', 'unshare -n'],
  ["(criu/files-ext.c:94): Can't dump file 4 of that type [20600] (chr 10:229)", 'unmount it'],
])('%s', (words, helps) => {
  const { outcome, lines } = explainLog(`(00.7) Error ${words}\n${files}\n${given}`);
  expect(outcome).toBe('dump');
  expect(lines.map(({ line, role }) => `${line} ${role}`)).toEqual(['1 cause', '2 follows', '3 follows']);
  expect(lines[0]?.remedy).toContain(helps);
  expect(lines[0]?.code).toBe('dump-message');
});

test('a mapping of io_uring, and what follows from it', () => {
  const { lines } = explainLog(
    [
      '(00.047629) Error (criu/proc_parse.c:502): Unknown shit 600 (anon_inode:[io_uring])',
      "(00.047634) Error (criu/proc_parse.c:738): Can't open 11185's mapfile link 7f2b26c8f000: No such device or address",
      '(00.047640) Error (criu/cr-dump.c:1440): Collect mappings (pid: 11185) failed with -1',
      given,
    ].join('\n'),
  );
  expect(lines.map(({ role }) => role)).toEqual(['cause', 'follows', 'follows', 'follows']);
  expect(lines[0]?.remedy).toContain('io_uring_disabled=2');
});

test('memory of memfd_secret', () => {
  const { lines } = explainLog(
    [
      '(00.082560) Error (criu/proc_parse.c:502): Unknown shit 100600 (/secretmem (deleted))',
      "(00.082565) Error (criu/proc_parse.c:738): Can't open 16591's mapfile link 7fc826593000: No such device or address",
      '(00.082575) Error (criu/cr-dump.c:1440): Collect mappings (pid: 16591) failed with -1',
      given,
    ].join('\n'),
  );
  expect(lines.map(({ role }) => role)).toEqual(['cause', 'follows', 'follows', 'follows']);
  expect(lines[0]?.cause).toContain('memfd_secret');
});

test('a timerfd of an alarm clock, and what follows from it', () => {
  const { lines } = explainLog(
    [
      '(00.171255) Error (criu/include/timerfd.h:42): Unknown clock type 9 for 0',
      '(00.171259) Error (criu/proc_parse.c:2272): parse_fdinfo_pid_s: error parsing [clockid: 9] for 17: Success',
      files,
      given,
    ].join('\n'),
  );
  expect(lines.map(({ role }) => role)).toEqual(['cause', 'follows', 'follows', 'follows']);
  expect(lines[0]?.remedy).toContain('CLOCK_BOOTTIME');
});

test.each([
  ["(00.2) Error (criu/cr-dump.c:676): Can't make FS id for 8572", 1],
  [
    '(00.1) Error (criu/sk-netlink.c:133): netlink: 8 2\n(00.1) Error (criu/sk-netlink.c:134): netlink: The netlink socket 0x85c56 has more than 32 groups',
    2,
  ],
] as const)('the cause of %s', (words, cause) => {
  const { lines } = explainLog(`${words}\n${given}`);
  expect(lines[0]).toMatchObject({ line: cause, role: 'cause' });
  expect(lines.slice(1).every(({ role }) => role === 'follows')).toBe(true);
  expect(lines[0]?.cause).not.toContain('A dump refuses it');
});

test('a parent that waits for its child of vfork', () => {
  const { lines } = explainLog(
    [
      '(10.044653) Error (criu/cr-dump.c:1655): Timeout reached. Try to interrupt: 0',
      '(10.044752) Error (compel/src/lib/infect.c:262): Unseizable non-zombie 15212 found, state D, err -1/4',
      '(10.044784) Error (compel/src/lib/infect.c:417): Unable to detach from 15212: No such process',
      given,
    ].join('\n'),
  );
  expect(lines[0]?.remedy).toContain('state D');
  expect(lines[1]?.cause).toContain('vfork');
});

test('code that cannot be laid over that of the program: PHP 8.4 with its compiler', () => {
  const { lines } = explainLog(
    [
      '(00.172019) Error (compel/src/lib/ptrace.c:73): POKEDATA failed: Input/output error',
      "(00.172021) Error (compel/src/lib/ptrace.c:96): Can't poke 31275 @ 0x5568ea400008 from 0x7ffc3e6af920 sized 8",
      '(00.172024) Error (compel/src/lib/ptrace.c:73): POKEDATA failed: Input/output error',
      "(00.172025) Error (compel/src/lib/ptrace.c:100): Can't restore the original data with poke",
      "(00.172026) Error (compel/src/lib/infect.c:826): Can't inject memfd args (pid: 31275)",
      "(00.172043) Error (compel/src/lib/infect.c:636): Can't inject syscall blob (pid: 31275)",
      '(00.172045) Error (compel/src/lib/infect.c:943): compel_syscall for mprotect failed',
      "(00.172046) Error (criu/cr-dump.c:1480): Can't infect (pid: 31275) with parasite",
      given,
    ].join('\n'),
  );
  expect(lines[0]?.remedy).toContain('jit_buffer_size=0');
  expect(lines.filter(({ cause }) => cause?.includes('A dump refuses it'))).toEqual([]);
});

test('a descriptor of io_uring', () => {
  const { lines } = explainLog(
    [
      'pie: 10265: Error (criu/pie/parasite.c:588): send_fds failed (-22)',
      "(00.136776) Error (criu/parasite-syscall.c:280): Can't retrieve FDs from socket",
      '(00.136779) Error (compel/src/lib/infect-rpc.c:44): Message reply from daemon is trimmed (12/0)',
      files,
      given,
    ].join('\n'),
  );
  expect(lines.map(({ role }) => role)).toEqual(['cause', 'follows', 'follows', 'follows', 'follows']);
  expect(lines[0]?.cause).toContain('io_uring');
});

test('where nothing is known, the log is asked for only where it is short', () => {
  const words = `(00.2) Error (criu/cr-dump.c:1): Something else\n${given}`;
  expect(explainLog(words).lines[0]?.remedy).toContain('-v4');
  expect(explainLog(`(00.1) Obtaining task stat ... \n${words}`).lines[0]?.remedy).not.toContain('-v4');
});

// As users posted them, of releases from 3.12 to 4.2, often of errors only: the first cause.
test.each([
  [
    'Error (criu/mount.c:1092): mnt: Mount 7894 ./proc/driver/nvidia/gpus/0000:ab:00.0 (master_id: 26 shared_id: 0) has unreachable sharing. Try --enable-external-masters.',
    'runc.conf',
  ],
  [
    "Error (criu/proc_parse.c:118): handle_device_vma plugin failed: No such file or directory\nError (criu/proc_parse.c:672): Can't handle non-regular mapping on 2919696's map 7fc08d672000\nError (criu/cr-dump.c:1589): Collect mappings (pid: 2919696) failed with -1",
    'cuda_plugin',
  ],
  [
    "(00.006847) Error (criu/mount.c:757): mnt: 637:./usr/lib/firmware/nvidia/550.127.05/gsp_tu10x.bin doesn't have a proper root mount",
    '--external mnt',
  ],
  [
    "(00.018191) Error (compel/src/lib/infect.c:713): Unable to connect a transport socket: Permission denied\n(00.018200) Error (compel/src/lib/ptrace.c:73): POKEDATA failed: No such process\n(00.018202) Error (compel/src/lib/ptrace.c:96): Can't poke 192578 @ 0x55887f472000 from 0x7ffc2ad59a58 sized 8",
    'AppArmor',
  ],
  ["Error (criu/files-ext.c:94): Can't dump file 17 of that type [20666] (chr 195:255)", 'cuda-checkpoint'],
  [
    '(00.007567) Error (criu/mount.c:625): mnt: FS mnt ./sys/kernel/config dev 0x23 root / unsupported id 3017',
    '--external mnt',
  ],
  [
    "pie: 9203: Error (criu/pie/parasite.c:429): can't dump unpriviliged task whose /proc doesn't belong to it\npie: 9203: Error (criu/pie/parasite.c:618): can't get /proc fd\n(00.008875) Error (compel/src/lib/infect-rpc.c:72): Command 76 for daemon failed with -1",
    '--mount-proc',
  ],
  [
    '(00.048903) Error (compel/src/lib/infect.c:261): The criu itself is within dumped tree.',
    'start CRIU from elsewhere',
  ],
  [
    'Error (criu/cr-dump.c:1447): Timeout reached. Try to interrupt: 0\nError (compel/src/lib/infect.c:363): Unable to detach from 75195: No such process',
    '--timeout',
  ],
])('a user asked: %.90s', (words, helps) => {
  const { outcome, lines } = explainLog(`${words}\nError (criu/cr-dump.c:2130): Dumping FAILED.`);
  expect([outcome, lines[0]?.line, lines[0]?.role]).toEqual(['dump', 1, 'cause']);
  expect(lines[0]?.remedy).toContain(helps);
});

// What engines say; of threads in which users of runc, Podman, Docker and crictl asked.
test.each([
  [
    'Error: `/usr/bin/runc checkpoint --image-path /v/checkpoint --work-path /v abc` failed: exit status 1',
    'dump.log',
  ],
  [
    'CRIU checkpointing failed -52.  Please check CRIU logfile /run/containers/x/dump.log',
    '/run/containers/x/dump.log',
  ],
  [
    'Error response from daemon: Cannot checkpoint container foo: runc did not terminate successfully: exit status 1: criu failed: type NOTIFY errno 0 path= /run/containerd/abc/criu-dump.log: unknown',
    '/run/containerd/abc/criu-dump.log',
  ],
  [
    'rpc error: code = Unimplemented desc = method CheckpointContainer not implemented',
    'enable_criu_support',
  ],
])('an engine: %s', (words, helps) => {
  const { outcome, lines } = explainLog(words);
  expect([outcome, lines[0]?.role]).toEqual(['dump', 'cause']);
  expect(lines[0]?.remedy).toContain(helps);
});

/** A format with something in the place of each conversion. */
const example = (format: string): string =>
  format
    .replace(
      /%[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|j|z|t|L)?([diouxXcsp%m])/g,
      (_, kind: string) =>
        kind === '%'
          ? '%'
          : 'diou'.includes(kind)
            ? '1'
            : 'xX'.includes(kind)
              ? 'a1'
              : kind === 'p'
                ? '0x1'
                : 'x',
    )
    .trim();

const endings = [
  '',
  ': Operation not permitted',
  ': File exists',
  ': No such device or address',
  ': No such process',
];
const printed = listedMessages.flatMap(({ format, hasErrno }) =>
  (hasErrno ? endings : ['']).map((ending) => example(format) + ending),
);
/** What rows ask of the words that stand for conversions. */
const special = [
  'inet: Unsupported proto 262 for socket 1',
  'send_fds failed (-22)',
  'POKEDATA failed: Input/output error',
  'Unknown shit 600 (anon_inode:[io_uring])',
  'parse_fdinfo_pid_s: error parsing [clockid: 9] for 17: Success',
  'Unknown shit 100600 (/secretmem (deleted))',
  "Can't lookup mount=18 for fd=4 path=/memfd:hm (deleted)",
  'Unseizable non-zombie 1 found, state D, err -1/4',
  "Can't dump file 4 of that type [20600] (chr 10:229)",
  "Can't dump file 4 of that type [600] (anon anon_inode:[x])",
  "Can't dump file 4 of that type [20600] (chr 10:259)",
  "Can't dump file 4 of that type [20666] (chr 195:255)",
  "Can't dump file 4 of that type [20660] (chr 226:128)",
  'Unable to connect a transport socket: Permission denied',
];

// Words that no release prints explain nothing.
test.each(dumpMessages.map(({ says }) => says))('CRIU prints %s', (says) =>
  expect([...printed, ...special].some((words) => says.test(words))).toBe(true),
);
