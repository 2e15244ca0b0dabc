/** Which options `criu restore` takes: each line was given to CRIU 4.2.1, with a good image. */
import { expect, test } from 'vitest';
import { shellWords } from '../../../shell-words.ts';
import { criuOptions } from './parse-options.ts';

const refusedOf = (text: string): readonly string[] =>
  criuOptions(shellWords(`-d ${text}`) as readonly string[]).refused.map(({ says }) => says);

test.each([
  ['-t 500'],
  ['-s'],
  ['-R'],
  ['-S'],
  ['--cpu-cap=none'],
  ['--weak-sysctls'],
  ['--mntns-compat-mode'],
  ['--network-lock nftables'],
  ['--external foo'],
  ['--external foo[bar]'],
  ['--external mnt[x]:/nowhere'],
  ['--external mnt[]'],
  ['--external mnt[]:sm'],
  ['--tcp-close --tcp-established'],
  ['--ghost-limit foo'],
  ['--timeout foo'],
  ['--manage-cgroups=ignore'],
  ['--cgroup-root memory:/x'],
  ['--enable-fs foo'],
  ['-J uts:1'],
  ['-J time:1'],
  ['-J mnt:/proc/self/ns/mnt'],
  ['--verbosity=foo'],
  ['--tcp-e'],
  ['--no-tcp-established'],
])('taken: %s', (text) => expect(refusedOf(text)).toEqual([]));

test.each([
  ['--no-default-config', '--no-default-config', true],
  ['--tcp-established --no-tcp-established', '--tcp-established', false],
  ['--no-tcp-established --tcp-established', '--tcp-established', true],
] as const)('given: %s', (text, option, isGiven) =>
  expect(criuOptions(shellWords(text) as readonly string[]).has(option)).toBe(isGiven),
);

test.each([
  ['--foo', /unrecognized option/],
  ['--orphan-pts-master', /unrecognized option/],
  ['--tcp', /ambiguous/],
  ['--cpu-cap=foo', /foo/],
  ['--exec-cmd -- /bin/true', /cannot be used together/],
  ['--network-lock foo', /Invalid value for --network-lock/],
  ['--external mnt[]:x', /mnt\[\]:x/],
  ['--manage-cgroups=foo', /Unknown cgroups mode/],
  ['--lsm-profile foo:a', /unknown lsm/],
  ['--inherit-fd foo', /Invalid inherit fd argument/],
  ['--empty-ns ipc', /Unsupported empty namespace/],
  ['-J pid:1', /join-ns/],
  ['-J cgroup:1', /join-ns/],
  ['-J uts:', /join-ns/],
  ['-J net:1 --empty-ns net', /Conflicting flags/],
  ['--port foo', /--port/],
  ['--status-fd foo', /--status-fd/],
  ['--file-validation foo', /Unknown file validation method/],
  ['--pre-dump-mode foo', /--pre-dump-mode/],
  ['--veth-pair a', /--veth-pair/],
  ['--ext-mount-map foo', /--ext-mount-map/],
  ['--ms', /deprecated/],
  ['surplus', /excessive parameter/],
  ['--root', /requires an argument/],
  // They end with 0, and restore nothing.
  ['--help', /nothing is restored/],
  ['-V', /nothing is restored/],
])('refused: %s', (text, says) => expect(refusedOf(text)).toEqual([expect.stringMatching(says)]));

// Both forms restored the same image, with CRIU 4.2.1.
test.each([
  ['--ext-mount-map vol:/srv', 'mnt[vol]:/srv'],
  ['--ext-mount-map a=b:/srv:x', 'mnt[a=b]:/srv:x'],
  ['--ext-mount-map auto', 'mnt[]'],
  ['--veth-pair eth0=out0', 'veth[eth0]:out0'],
  ['--veth-pair eth0:1=out0', 'veth[eth0:1]:out0'],
])('an older form of --external: %s', (text, value) =>
  expect(criuOptions(shellWords(text) as readonly string[]).values('--external')).toEqual([value]),
);
