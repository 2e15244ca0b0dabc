/** Conditions held against facts of a host. */
import { describe, expect, test } from 'vitest';
import { type ConditionCode, type ConditionFacts, condition } from '../../conditions.ts';
import type { Host } from '../host.ts';
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
