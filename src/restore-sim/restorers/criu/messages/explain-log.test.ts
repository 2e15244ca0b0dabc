import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasRecordedHosts, hostsFolder, recordedRestores } from '../../../host/testing/recorded-restores.ts';
import { explainLog } from './explain-log.ts';
import { explanations } from './explanations/index.ts';
import { findMessage, isVague, listedMessages } from './message-list.ts';
import { topicOf } from './topics.ts';

/** A line as printf(3) would make it. */
const printed = (format: string): string =>
  format.replace(
    /%[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|j|z|t|L)?([diouxXcsp%m])/g,
    (_, kind: string) =>
      kind === 's' || kind === 'm' ? 'word' : kind === '%' ? '%' : kind === 'p' ? '0x7f00' : '7',
  );

describe('what CRIU 4.2 can print', () => {
  // Counted in its sources: pr_err, pr_perror, pr_warn, pr_pwarn, pr_msg; once for each file.
  test('is all there', () => expect(listedMessages.length).toBeGreaterThan(2700));

  const told = listedMessages.filter((message) => !isVague(message));
  test('few are only conversions', () => expect(listedMessages.length - told.length).toBeLessThan(15));

  test('each message is found again by its file and words', () => {
    const lost = told.filter(({ file, prefix, format, hasErrno }) => {
      const words = `${prefix}${printed(format)}${hasErrno ? ': No such file or directory' : ''}`;
      return findMessage(file, words.trim()) === undefined;
    });
    expect(lost.map(({ file, format }) => `${file}: ${format}`)).toEqual([]);
  });

  test('each has a code, a cause and a remedy', () => {
    const unsaid = told.filter(({ file, prefix, format, isError, hasErrno }) => {
      const words = `${prefix}${printed(format)}${hasErrno ? ': Operation not permitted' : ''}`;
      const [line] = explainLog(`(00.1) ${isError ? 'Error' : 'Warn '} (${file}:1): ${words}`).lines;
      return line === undefined || line.code === 'unknown-message' || line.cause === '' || line.remedy === '';
    });
    expect(unsaid.map(({ file, format }) => `${file}: ${format}`)).toEqual([]);
  });

  test('no file is without a topic, no row without words', () => {
    for (const { file } of listedMessages) expect(topicOf(file).cause).toContain(file);
    for (const { cause, remedy } of explanations)
      expect([cause.length > 9, remedy.length > 4]).toEqual([true, true]);
  });
});

const check = (text: string) => {
  const { lines, outcome } = explainLog(text);
  return [outcome, ...lines.map(({ line, role, code }) => `${line} ${role} ${code}`)];
};

const missing =
  "(00.030197)    502: Error (criu/files-reg.c:2353): Can't open file data/log on restore: No such file or directory";
const failed = '(00.030198) Error (criu/cr-restore.c:2331): Restoring FAILED.';

describe('a log', () => {
  test('first cause, then what follows, then what is harmless', () =>
    expect(
      check(
        [
          "(00.01) Error (criu/util.c:1534): rlimit: Can't setup RLIMIT_NOFILE for self: Operation not permitted",
          missing,
          '(00.03)    502: Error (criu/files.c:1221): Unable to open fd=3 id=0x7',
          failed,
        ].join('\n'),
      ),
    ).toEqual([
      'failed',
      '2 cause file-needed',
      '3 follows about-files',
      '4 follows restore-failed',
      '1 harmless harmless',
    ]));

  test('a child that died of SIGSEGV is the cause, one that ended is none', () =>
    expect(
      [11, 256].map(
        (status) =>
          explainLog(
            `(00.015572) Error (criu/util.c:1510): Can't wait or bad status: errno=0, status=${status}\n`,
          ).lines[0]?.code,
      ),
    ).toEqual(['stack-limit', 'follows']));

  test('a host without /dev/net/tun is not the cause', () => {
    const tun = '(00.01) Error (criu/tun.c:85): tun: Unable to create tun: No such file or directory';
    expect(check([tun, missing].join('\n'))).toEqual([
      'failed',
      '2 cause file-needed',
      '1 harmless harmless',
    ]);
  });

  test('of a restore that succeeded has no causes', () =>
    expect(check(`${missing}\n(00.04) Restore finished successfully. Tasks resumed.`)).toEqual([
      'restored',
      '1 harmless file-needed',
    ]));

  // Seen with CRIU 4.2.1: a program in a control group namespace of its own, dumped from the group that it was in.
  test('groups that CRIU was in itself', () =>
    expect(check(`(00.09) 28915: Error (criu/cgroup.c:1373): cg: No set 1 found\n${failed}`)[1]).toBe(
      '1 cause cgroup-of-dumper',
    ));

  // criu/crtools.c prints it first; -v0 and cut logs have none.
  test('the release that wrote it, where the log names one', () => {
    expect(explainLog(`(00.000045) Version: 4.2.1 (gitid 0)\n${missing}`).logRelease).toBe('4.2.1');
    expect(explainLog(missing).logRelease).toBeUndefined();
  });

  test('a message that is not known says so', () =>
    expect(check('(00.1) Error (criu/files-reg.c:1): Something that no release says')).toEqual([
      'failed',
      '1 unknown unknown-message',
    ]));

  test('inside of what engines say', () => {
    const escaped = missing.replaceAll('"', '\\"');
    expect(check(`time="2026-01-01" level=error msg="criu failed: ${escaped}\\n${failed}\\n"`)).toEqual([
      'failed',
      '1 cause file-needed',
      '1 follows restore-failed',
    ]);
    expect(
      check(
        `Error: OCI runtime error: crun: CRIU restoring failed -52. Please check CRIU logfile /run/x/restore.log`,
      ),
    ).toEqual(['failed', '1 cause engine-message']);
    expect(check(`{"type":"Warning","message":"Error: ${escaped}"}`)[1]).toBe('1 cause file-needed');
  });

  test('without an error: what its last line waits for', () => {
    expect(check('(00.01) net: \tLD: Got link 1, type 772\n(00.02) net: \tLD: Got link 10, type 1')).toEqual([
      'unfinished',
      '2 cause loopback-up',
    ]);
    expect(check('(00.01) Opened something')).toEqual(['unfinished', '1 cause criu-waits']);
    const limit =
      "(00.01) Error (criu/util.c:1534): rlimit: Can't setup RLIMIT_NOFILE for self: Operation not permitted";
    expect(check(`${limit}\n(00.02) Opened something`)[0]).toBe('unfinished');
    expect(check('nothing of it')).toEqual(['no-log']);
  });

  test('of a dump says so', () => {
    const tty =
      '(00.01) Error (criu/tty.c:1861): tty: Found dangling tty with sid 3155 pgid 3181 (pts) on peer fd 0.';
    const [outcome, first] = check(`${tty}\n(00.02) Error (criu/cr-dump.c:1768): Dumping FAILED.`);
    expect([outcome, first]).toEqual(['dump', '1 cause dump-message']);
  });

  // Of issues of users, whose logs are of other releases and often of errors only.
  test.each([
    ["(criu/soccr.c:563): Can't connect inet socket back: Cannot assign requested address", 'port-free'],
    [
      "(criu/sk-inet.c:1): inet: Can't bind inet socket (id 1): Cannot assign requested address",
      'address-there',
    ],
    [
      '(cuda_plugin.c:246): cuda_plugin: Failed to launch cuda-checkpoint to retrieve restore tid',
      'about-plugins',
    ],
    ['(criu/plugin.c:110): Failed to load plugin "/x/cuda_plugin.so": undefined symbol: y', 'plugin-needed'],
    ['(criu/util.c:712): exited, status=3', 'follows'],
    ['(cgroup.c:978): cg: Failed closing cpuset/x/cpuset.cpus: Invalid argument', 'about-groups'],
    ['(mount.c:2172): New root and old root are the same', 'root-directory'],
    ['(pie/restorer.c:442): Thread pid mismatch 9844/9843', 'pids-free'],
    ['(criu/pie/restorer.c:1839): prctl failed @1839 with -1', 'right-to-restore'],
    ["(criu/files-reg.c:1189): Can't link dev/null.cr.1.ghost -> dev/null: File exists", 'ghost-name-free'],
  ])('%s', (words, code) => {
    expect(explainLog(`(00.1) 1: Error ${words}\n${failed}`).lines[0]?.code).toBe(code);
  });

  // Printed by CRIU 4.2.1 on Linux 6.18, of a host with one thing changed.
  test.each([
    [
      '(criu/sockets.c:495): sockets: Unable to set socket SO_SNDBUFFORCE/SO_RCVBUFFORCE: Operation not permitted',
      'network-capability',
    ],
    ['(criu/util.c:642): execvp("/nosuch", ...) failed: No such file or directory', 'option-file'],
    ['(criu/util.c:642): execvp("tar", ...) failed: No such file or directory', 'program-needed'],
    ['(criu/net.c:1617): net: a macvlan parent for mv0 is required', 'macvlan-parent'],
    ['(criu/libnetlink.c:54): -95 reported by netlink: Operation not supported', 'device-number-free'],
    [
      '(criu/mount-v2.c:482): mnt-v2: Unable to apply root mount options: Operation not permitted',
      'locked-mount',
    ],
    [
      "(criu/util.c:927): couldn't mkdirpat directory unified/a/x: Resource temporarily unavailable",
      'cgroup-directory',
    ],
    ["(criu/util.c:927): couldn't mkdirpat directory /srv/t/gd: Read-only file system", 'directory-needed'],
    ['(criu/mem.c:964): Unable to map ANON_VMA: Operation not permitted', 'file-needed'],
    ['(criu/kerndat.c:732): Unable to connect a socket: Network is unreachable', 'loopback-up'],
  ])('%s', (words, code) => {
    expect(explainLog(`(00.1) 1: Error ${words}\n${failed}`).lines[0]?.code).toBe(code);
  });

  // Printed by CRIU 4.2.1 on Linux 6.18, which lacked the right or had the limit that the code is about.
  test.each([
    [
      '(criu/util.c:1029): Unable to change [-100]//d/g.cr.1.ghost ownership (0, 0) to (1000, 1000): Operation not permitted',
      'owner-capability',
    ],
    [
      '(criu/util.c:1054): Unable to set perms 100666 on [-100]//d/g.cr.1.ghost: Operation not permitted',
      'owner-capability',
    ],
    [
      "(criu/files-reg.c:423): Can't set access and modification times on ghost /d/g.cr.1.ghost: Operation not permitted",
      'owner-capability',
    ],
    ["(criu/files-reg.c:467): Can't create node for ghost dev: Operation not permitted", 'owner-capability'],
    [
      "(criu/tty.c:890): tty: Can't setup uid 1000 gid 5 on 0x21: Operation not permitted",
      'owner-capability',
    ],
    ["(criu/tty.c:890): tty: Can't setup uid 0 gid 0 on 0x12: Read-only file system", 'mount-needed'],
    ["(criu/sk-inet.c:1059): inet: Can't bind inet socket (id 30): Permission denied", 'port-capability'],
    [
      "(criu/sk-unix.c:1328): unix: Can't change working dir /d/q: No such file or directory",
      'unix-name-free',
    ],
    ["(criu/fsnotify.c:565): fsnotify: Can't add watch for 0x3 with 0x1: Permission denied", 'file-needed'],
    ["(criu/tun.c:231): tun: Can't open tun device: No such file or directory", 'device-needed'],
    ["(criu/net.c:3892): net: Can't get index of vout: No such device", 'interface-there'],
    [
      "(criu/net.c:3899): net: Can't add interface vout to bridge lo: Operation not supported",
      'interface-there',
    ],
    ["(criu/pie/restorer.c:1293): Can't create posix timer - 0: -11", 'signal-count'],
    ['(criu/pie/restorer.c:492): Unable to send siginfo 34 0xffffffff with code -11', 'signal-count'],
    [
      "(criu/pie/restorer.c:1883): Can't restore 0x55e391614000 mapping with 0xfffffffffffffff5",
      'locked-memory',
    ],
    ['(criu/pie/restorer.c:2080): sys_prctl(PR_SET_MM, PR_SET_MM_MAP) failed with -13', 'file-needed'],
    ['(criu/kerndat.c:732): Unable to connect a socket: Connection refused', 'loopback-open'],
    ['(criu/pie-util-vdso.c:62): vdso: Invalid ELF magic', 'image-damaged'],
  ])('%s', (words, code) =>
    expect(explainLog(`(00.1) 1: Error ${words}\n${failed}`).lines[0]?.code).toBe(code),
  );

  // Printed by CRIU 4.2.1: a script that ends with 1, and what the options name that is not there.
  test.each([
    ['(criu/action-scripts.c:94): Script /tmp/s.sh exited with -1', 'option-file'],
    [
      '(criu/image.c:742): Invalid parent image directory provided: No such file or directory',
      'directory-of-restore',
    ],
    [
      '(criu/plugin.c:228): Unable to open directory /nosuch: No such file or directory',
      'directory-of-restore',
    ],
    ["(criu/log.c:416): pidfile: Can't open /nosuch/p: No such file or directory", 'pid-file'],
    ["(criu/sk-inet.c:889): inet: Can't create inet socket: Permission denied", 'ping-group'],
    [
      "(criu/files-reg.c:2353): Can't open file ile[80:212035] on restore: No such file or directory",
      'external-file',
    ],
  ])('%s', (words, code) =>
    expect(explainLog(`(00.1) 1: Error ${words}\n${failed}`).lines[0]?.code).toBe(code),
  );

  test.each(['(flock)flag: 2, type: 1, cmd: 2, pid: 501, fd: 3', '(posix)flag: 1, type: 1, pid: 501, fd: 3'])(
    'a log that ends where a lock is taken: %s',
    (last) => expect(explainLog(`(00.1)    501: ${last}`).lines[0]?.code).toBe('lock-free'),
  );

  test('no room in a control group is an empty cpuset, no full disk', () => {
    const [line] = explainLog(
      `(00.1) 1: Error (criu/cgroup.c:1092): cg: Can't move 1 into cpuset//x/cgroup.procs (-1/6): No space left on device\n${failed}`,
    ).lines;
    expect(line).toMatchObject({
      code: 'cpuset-filled',
      remedy: expect.stringContaining('cpuset.cpus'),
    });
  });

  test('what the restorer prints in pieces is one line', () =>
    expect(
      check(
        [
          '(00.189574)pie: 1: Error (criu/pie/restorer.c:273): Unable to restore capabil>',
          '(00.189574)pie: 1: ities: -1',
          failed,
        ].join('\n'),
      ),
    ).toEqual(['failed', '1 cause capabilities', '3 follows restore-failed']));

  test('a dump that refuses is one, with its last lines or without', () =>
    expect(
      explainLog(
        '(00.60) Error (amdgpu_plugin.c:1203): amdgpu_plugin: fstat error for /dev/kfd: No such file or directory\n(00.61) Error (criu/cr-dump.c:1681): Dump files (pid: 35) failed with -1',
      ).outcome,
    ).toBe('dump'));

  test('an engine that names the log of CRIU', () =>
    expect(
      explainLog('level=error msg="criu failed: type NOTIFY errno 0\\nlog file: /run/x/restore.log"').lines[0]
        ?.remedy,
    ).toContain('explain /run/x/restore.log,'));

  // Each printed by CRIU 4.2.1, where one thing of host, options or image was changed.
  test.each([
    ['criu/memfd.c:224', 'Unable to find the 1 memfd inode', 'image-damaged'],
    ['criu/plugin.c:114', 'Unable to load /l/x_plugin.so: /l/x_plugin.so: file too short', 'plugin-needed'],
    [
      'criu/cgroup.c:1541',
      'cg: Failed writing 0 to cpuset/a/b/cpuset.cpus: Permission denied',
      'cpuset-above',
    ],
    ['criu/cgroup.c:1541', 'cg: Failed writing 9 to cpu/a/cpu.shares: Permission denied', 'about-groups'],
    ['criu/cgroup.c:1955', "cg: Can't open cgyard: No such file or directory", 'directory-of-restore'],
    ['criu/file-lock.c:661', 'Can not set ofd lock!', 'lock-free'],
    ['criu/file-lock.c:516', "Can't set lease: Resource temporarily unavailable", 'lock-free'],
    ['criu/files-reg.c:2379', "Can't restore file pos: Illegal seek", 'file-needed'],
    [
      'criu/util.c:458',
      "Can't transfer data to ghost file from image: No space left on device",
      'space-needed',
    ],
    [
      'criu/files-reg.c:2258',
      "Can't link d/g.cr.1.ghost -> d/e/g: No such file or directory",
      'directory-needed',
    ],
  ])('%s: %s', (source, words, code) =>
    expect(check(`(00.1)    501: Error (${source}): ${words}`)[1]).toBe(`1 cause ${code}`),
  );

  test('a death is the cause only where nothing else is', () => {
    const death = '(00.05) Error (criu/cr-restore.c:1269): 503 killed by signal 11: Segmentation fault';
    expect(check(`${death}\n${failed}`)[1]).toBe('1 cause task-died');
    expect(check(`${missing}\n${death}`)[1]).toBe('1 cause file-needed');
    // A control group of 30 MiB, and 40 MiB to restore (4.2.1); what is left is killed after the restore has failed.
    const killed = '(01.5) Error (criu/cr-restore.c:1269): 501 killed by signal 9: Killed';
    expect(check(`${killed}\n${failed}`)[1]).toBe('1 cause memory-needed');
    expect(check(`${failed}\n${killed}`)).not.toContain('2 cause memory-needed');
    expect(check(`${missing}\n${killed}\n${failed}`)[1]).toBe('1 cause file-needed');
    // A log of errors only, of a user (CRIU 3.14): the descriptor is what can be looked up.
    const descriptor = ' 45859: Error (criu/files.c:1210): Unable to open fd=9 id=0x4d';
    expect(check(`${descriptor}\n${death}\n${failed}`)[1]).toBe('1 cause about-files');
  });
});

describe.skipIf(!hasRecordedHosts)('recorded logs', () => {
  const failing = recordedRestores.filter(
    ({ verdict, firstError, log }) =>
      !verdict.startsWith('restores') && firstError !== null && existsSync(hostsFolder + log),
  );
  test('the first error that the control does not have is the first cause', () => {
    const wrong = failing.filter(({ log, firstError }) => {
      const [first] = explainLog(readFileSync(hostsFolder + log, 'utf8')).lines;
      const words = /\.[ch]:\d+\): (.*)$/s.exec(firstError ?? '')?.[1] ?? firstError ?? '';
      return first === undefined || !first.text.includes(words) || first.code === 'unknown-message';
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('restores that succeeded are told', () => {
    const wrong = recordedRestores.filter(({ verdict, log, deviation }) => {
      // Its log could not be written.
      if (!verdict.startsWith('restores') || deviation.class === 'work-dir') return false;
      return explainLog(readFileSync(hostsFolder + log, 'utf8')).outcome !== 'restored';
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

// Each takes minutes where a pattern tries all ways to divide a line.
test.each([
  [`${' '.repeat(4000)}a`, 'no-log'],
  ['container with id '.repeat(227), 'no-log'],
  [`(00.1) Error (criu/net.c:1): Failed to ${' '.repeat(4000)}x`, 'failed'],
  [`(00.1) ${'1'.repeat(4000)}`, 'unfinished'],
  [`(00.1) Error (criu/x.c:1): ${'-'.repeat(4000)}is a fuse mount but not externa`, 'failed'],
])('long lines: %.40s', (line, outcome) => expect(explainLog(`${line}\n`.repeat(400)).outcome).toBe(outcome));

// Podman 5.8.6 with runc 1.3.6, of an archive without the file.
test('a runtime that does not find what it noted of standard streams', () => {
  const place = '/var/lib/containers/storage/vfs-containers/61b9/userdata/checkpoint/descriptors.json';
  const said = `Error: runc: open ${place}: no such file or directory: OCI runtime attempted to invoke a command that was not found`;
  expect(explainLog(said).lines.map(({ code, role }) => [code, role])).toEqual([
    ['engine-file-needed', 'cause'],
  ]);
});

// Podman 5.8.6, and CRIU 4.2.1 through it.
test.each([
  ['Error: creating container storage: that ID is already in use', 'container-free'],
  [
    'Error: volume with name myvol already exists. Use --ignore-volumes to not restore content of volumes',
    'volume-free',
  ],
  [
    'Error: failed to open volume file /x/userdata/volumes/v.tar: open /x: no such file or directory',
    'volume-content',
  ],
  ['Error: cannot restore pod container without --pod', 'pod-needed'],
  ['Error: no secret with name or id "s1": no such secret', 'secret-there'],
  ['Error: unable to find network with name or ID mynet: network not found', 'network-there'],
  [
    `Error: IPAM error: requested ip address 10.88.0.77 is already allocated to container ID ${'61'.repeat(32)}`,
    'container-address',
  ],
  ['Error: cannot listen on the TCP port: listen tcp4 :8086: bind: address already in use', 'published-port'],
  [
    'Error: unable to copy from source docker://localhost/bb:latest: initializing source docker://localhost/bb:latest: pinging container registry localhost: Get "https://localhost/v2/": dial tcp [::1]:443: connect: connection refused',
    'image-there',
  ],
  [
    'Error: runc: mount src=/srv/b, dst=/b, dstFd=/proc/thread-self/fd/15, flags=MS_BIND|MS_REC: no such file or directory: OCI runtime attempted to invoke a command that was not found',
    'external-path',
  ],
  [
    "(00.09)      1: Error (criu/mount-v2.c:413): mnt-v2: Can't remount /tmp/.criu.mntns.5BsjIC/mnt-0000000107 with MS_PRIVATE: Invalid argument",
    'external-path',
  ],
])('Podman refuses: %.60s', (line, code) =>
  expect(explainLog(line).lines.map((said) => [said.code, said.role])).toEqual([[code, 'cause']]),
);

// As containerd 2.1.9, Docker 28.5.2 and runc 1.3.6 said it.
test.each([
  ["ctr: OCI runtime restore failed: container's cgroup is not empty: 2 process(es) found", 'cgroup-free'],
  ['ctr: image name not found in index', 'engine-file-needed'],
  [`ctr: parent snapshot sha256:${'f4'.repeat(32)} does not exist: not found`, 'engine-message'],
  ['ctr: failed to resolve reference "ck1": object required', 'engine-message'],
  ['ctr: image "localhost/bb:latest": not found', 'engine-message'],
  ['ctr: snapshot "k1r": already exists', 'engine-message'],
  ['Error response from daemon: custom checkpointdir is not supported', 'option-understood'],
  ['Error response from daemon: checkpoint nope does not exist for container /d1', 'engine-message'],
  [
    'Error response from daemon: bind-mount /proc/0/ns/net -> /run/docker/netns/72a1: no such file or directory',
    'network-of-engine',
  ],
  [
    `Error response from daemon: failed to upload checkpoint to containerd: commit failed: content sha256:${'a7'.repeat(32)}: already exists`,
    'engine-message',
  ],
  ['level=error msg="JSON specification file config.json not found"', 'engine-file-needed'],
  ['level=error msg="criu is missing features: [MemTrack]"', 'memory-tracking'],
])('engines that refuse before CRIU: %.60s', (line, code) =>
  expect(explainLog(line).lines.map((said) => [said.code, said.role])).toEqual([[code, 'cause']]),
);
