/** Conditions held against facts of a host. */
import { describe, expect, test } from 'vitest';
import { type ConditionCode, type ConditionFacts, condition } from '../../conditions.ts';
import type { Host } from '../host.ts';
import type { RootEntry, RootView } from '../root-view.ts';
import { judge } from './index.ts';

const judged = (code: ConditionCode, facts: ConditionFacts, host: Omit<Host, 'schemaVersion'>) =>
  judge(condition(code, '', '', { file: 'x.img' }, facts), {
    host: { schemaVersion: 1, ...host },
    options: undefined,
    root: undefined,
    rootPath: undefined,
    hostRoot: undefined,
  });

describe('a feature of the kernel', () => {
  // MAP_DROPPABLE came with Linux 6.11, without a setting of its own; CONFIG_X86_USER_SHADOW_STACK is one.
  test.each([
    ['droppable', 6011, { kernel: { release: '6.18.5' } }, 'met'],
    ['droppable', 6011, { kernel: { release: '6.11.0-rc1' } }, 'met'],
    ['droppable', 6011, { kernel: { release: '6.10.9' } }, 'unmet'],
    ['droppable', 6011, { kernel: { release: '6.18.5' }, features: { droppable: false } }, 'unmet'],
    ['droppable', 6011, {}, 'open'],
    ['shadow-stack', 6006, { kernel: { release: '6.18.5' } }, 'open'],
  ] as const)('%s %s %j', (feature, since, host, state) =>
    expect(judged('kernel-feature', { feature, since }, host).state).toBe(state),
  );
});

describe('what helps against a file that is another one', () => {
  const file = { path: '/f', type: 'file', size: 5, mode: 0o644, rdev: { major: 0, minor: 0 } } as const;
  const against = (facts: ConditionFacts, entry: RootEntry | undefined) => {
    const root = { stat: () => entry } as unknown as RootView;
    const one = condition('file-needed', '', 'put it back', { file: 'x.img' }, { path: '/f', ...facts });
    return judge(one, { host: undefined, options: undefined, root, rootPath: '', hostRoot: root }).remedy;
  };
  // criu(8): --skip-file-rwx-check leaves out the bits rwx, and nothing else.
  test.each([
    [{ size: '6' }, file, 'put it back'],
    [{}, undefined, 'put it back'],
    [{ mode: '0100600' }, file, 'chmod 600 it, or give --skip-file-rwx-check'],
    [{ mode: '0104755' }, file, 'chmod 4755 it'],
  ] as const)('%j', (facts, entry, remedy) => expect(against(facts, entry)).toBe(remedy));
});

describe('a port', () => {
  const tcp = { protocol: 'tcp', address: '0.0.0.0', port: 80 } as const;
  const udp = { ...tcp, protocol: 'udp' } as const;
  const v6 = { ...tcp, address: '::' };
  // Who has the port. Most rows were seen with CRIU 4.2.1 on Linux 6.18, the others follow from its source
  // (criu/sk-inet.c, open_inet_sk); the mapped address was not tried.
  test.each([
    ['one that listens', tcp, [{ ...tcp, isListening: true }], 'unmet', '0.0.0.0:80 is in use'],
    ['of a document that does not say', tcp, [tcp], 'unmet', '0.0.0.0:80 is in use'],
    ['another address', { ...tcp, address: '127.0.0.1' }, [{ ...tcp, address: '10.0.0.1' }], 'met', null],
    ['another protocol', tcp, [udp], 'met', null],
    ['IPv6 only in the image', { ...v6, isV6Only: 1 }, [tcp], 'met', null],
    ['both families in the image', v6, [tcp], 'unmet', '0.0.0.0:80 is in use'],
    ['IPv6 on the host', tcp, [v6], 'open', '[::]:80 is in use, and may be taken or shared'],
    [
      'connected',
      tcp,
      [{ ...tcp, isListening: false }],
      'open',
      '0.0.0.0:80 is in use, and may be taken or shared',
    ],
    ['shared', { ...udp, isShared: 1 }, [udp], 'open', '0.0.0.0:80 is in use, and may be taken or shared'],
    ['UDP that is not shared', udp, [udp], 'unmet', '0.0.0.0:80 is in use'],
    [
      'mapped',
      { ...tcp, address: '::ffff:127.0.0.1' },
      [tcp],
      'open',
      '0.0.0.0:80 is in use, and may be taken or shared',
    ],
  ] as const)('%s', (_, facts, listening, state, found) =>
    expect(judged('port-free', facts, { network: { listening } })).toMatchObject({ state, found }),
  );
});

test.each([
  ['stream', 'unmet'],
  ['datagram', 'met'],
] as const)('abstract names are apart by type: %s', (type, state) => {
  const unixSockets = [{ name: '@a', type: 'stream' }] as const;
  expect(judged('unix-name-free', { path: '@a', type }, { network: { unixSockets } }).state).toBe(state);
});

test('lo that is down only hangs without what CRIU knows of the kernel already', () => {
  const host: Host = { schemaVersion: 1, network: { interfaces: [{ name: 'lo', isUp: false }] } };
  const stateWith = (entry: object | undefined) => {
    const hostRoot = { stat: () => entry } as unknown as RootView;
    const situation = { host, options: undefined, root: undefined, rootPath: undefined, hostRoot };
    return judge(condition('loopback-up', '', '', { file: 'x.img' }), situation).state;
  };
  expect([stateWith(undefined), stateWith({ type: 'file' })]).toEqual(['unmet', 'open']);
});
