/** Conditions held against facts of a host. */
import { describe, expect, test } from 'vitest';
import { type ConditionCode, type ConditionFacts, condition } from '../../conditions.ts';
import type { Host } from '../host.ts';
import type { RootEntry, RootView } from '../root-view.ts';
import { judge } from './index.ts';

const judged = (code: ConditionCode, facts: ConditionFacts, host: Omit<Host, 'schemaVersion'>) =>
  judge(condition(code, '', '', { file: 'x.img' }, facts), {
    host: { schemaVersion: 1, ...host },
    ...{ options: undefined, root: undefined, rootPath: undefined, hostRoot: undefined },
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
