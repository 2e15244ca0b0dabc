/** Which engines get which flags. Seen on Node.js 20.20, 22.23, 23.11, 24.21, 25.9 and 26.10. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type EngineFlag, isKnownTo } from './engine-flags.ts';

test.each([
  ['11.3.244.8-node.33', true, true],
  ['12.4.254.21-node.57', false, true],
  ['12.9.202.28-node.14', false, true],
  ['13.6.233.17-node.53', false, true],
  ['14.1.146.11-node.25', false, true],
  ['14.6.202.34-node.34', false, true],
  // Nobody has seen it.
  ['15.0.0.0-node.1', false, false],
])('V8 %s: budget of interrupts %s, heap %s', (version, budget, heap) => {
  const known = (flag: EngineFlag) => isKnownTo(version, flag);
  expect(known('--interrupt-budget')).toBe(budget);
  expect(known('--heap-growing-percent')).toBe(heap);
  expect(known('--semi-space-growth-factor')).toBe(heap);
  expect(known('--no-allocation-site-pretenuring')).toBe(heap);
});

test.each([
  '--interrupt-budget=264000',
  '--heap-growing-percent=20',
  '--semi-space-growth-factor=1',
  '--no-allocation-site-pretenuring',
])('the engine that runs this test is quiet about %s, or does not get it', (words) => {
  const flag = words.replace(/=.*/, '') as EngineFlag;
  const code = `require('v8').setFlagsFromString(${JSON.stringify(words)})`;
  const { stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  if (isKnownTo(process.versions.v8, flag)) expect(stderr).toBe('');
});
