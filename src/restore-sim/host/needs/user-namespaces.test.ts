/** A container with a user namespace of its own, each row as CRIU 4.2.1 took it on Linux 6.18. */
import { expect, test } from 'vitest';
import { type ConditionCode, type ConditionFacts, condition } from '../../conditions.ts';
import type { Host } from '../host.ts';
import type { RootEntry, RootView } from '../root-view.ts';
import { judge } from './index.ts';

const stateOf = (
  code: ConditionCode,
  facts: ConditionFacts,
  host: Omit<Host, 'schemaVersion'>,
  root?: RootView,
) =>
  judge(condition(code, '', '', { file: 'x.img' }, facts), {
    host: { schemaVersion: 1, ...host },
    options: undefined,
    root,
    rootPath: '/ctr',
    hostRoot: undefined,
  }).state;

// "Unable to apply root mount options: Operation not permitted"
test.each([
  ['relatime', 'rw,relatime', 'met'],
  ['relatime', 'rw,nosuid,relatime', 'unmet'],
  ['nosuid,relatime', 'rw,nosuid,relatime', 'met'],
  ['nosuid,relatime', 'rw,relatime', 'met'],
  ['relatime', 'ro,relatime', 'unmet'],
  ['relatime', 'rw,noatime', 'unmet'],
  ['relatime', 'rw,nodiratime,relatime', 'unmet'],
])('a root of %s on a mount of %s: %s', (flags, options, state) => {
  const mounts = [
    { point: '/', type: 'ext4', options: 'ro' },
    { point: '/ctr', type: 'ext4', options },
  ];
  expect(stateOf('locked-mount', { flags }, { mounts })).toBe(state);
});

// "Can't open file out on restore: Permission denied"
const one = { uidMap: '0:0:1', gidMap: '0:0:1' };
const shifted = { uidMap: '0:100000:65536', gidMap: '0:100000:65536' };
test.each([
  [one, { uid: 0, gid: 0, mode: 0o400 }, 'met'],
  [one, { uid: 0, gid: 1000, mode: 0o644 }, 'met'],
  [one, { uid: 1000, gid: 1000, mode: 0o644 }, 'unmet'],
  [one, { uid: 1000, gid: 1000, mode: 0o666 }, 'met'],
  [shifted, { uid: 0, gid: 0, mode: 0o644 }, 'unmet'],
  [shifted, { uid: 100033, gid: 100033, mode: 0o400 }, 'met'],
  // Maps that the image does not tell.
  [{}, { uid: 1000, gid: 1000, mode: 0o600 }, 'met'],
])('%j, a file %j', (maps, owned, state) => {
  const entry: RootEntry = { type: 'file', size: 0, rdev: { major: 0, minor: 0 }, path: '/out', ...owned };
  const facts = { path: '/out', isWritten: 1, isOfOtherUsers: 1, ...maps };
  expect(stateOf('file-needed', facts, {}, { stat: () => entry, read: () => undefined })).toBe(state);
});

// "Unable to write into gid_map: Operation not permitted"
const [setGid, setUid] = [1n << 6n, 1n << 7n];
test.each([
  [{ isOwnUid: 1 }, setUid, 'met'],
  [{ isOwnUid: 1 }, setGid, 'unmet'],
  [{}, setUid, 'unmet'],
  [{}, 0n, 'met'],
] as const)('maps %j, written without 0x%x', (facts, missing, state) => {
  const effective = `0x${(0x1ff_ffff_ffffn & ~missing).toString(16)}`;
  const host = { restorer: { capabilities: { effective } }, sysctls: { 'user.max_user_namespaces': '9' } };
  expect(stateOf('user-namespace', { sysctls: 'user.max_user_namespaces', ...facts }, host)).toBe(state);
});
