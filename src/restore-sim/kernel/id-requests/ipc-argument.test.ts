import { expect, test } from 'vitest';
import { create, createNew, type Driver, driver } from '../test-driver.ts';

test.each<[string, (kernel: Driver) => readonly string[], string]>([
  ['a semaphore set', (k) => [k.semget(0, 1, create, 'p0', 163841)], '163841'],
  ['a queue', (k) => [k.msgget(0, create, 'p0', 7)], '7'],
  ['a segment', (k) => [k.shmget(0, 4096, create, 'p0', 2147483647)], '2147483647'],
  ['the index is taken', (k) => [k.semget(), k.semget(0, 1, create, 'p0', 32768)], '0 EBUSY'],
  ['the key exists', (k) => [k.semget(9), k.semget(9, 1, createNew, 'p0', 5)], '0 EEXIST'],
  ['the counters do not move', (k) => [k.semget(), k.semget(0, 1, create, 'p0', 5), k.semget()], '0 5 32769'],
])('%s', (_title, calls, answers) => {
  expect(calls(driver('linux-cr')).join(' ')).toBe(answers);
});

test('the limit comes first', () => {
  const k = driver('linux-cr');
  k.limits({ msgmni: 1 });
  expect([k.msgget(), k.msgget(0, create, 'p0', 0)]).toEqual(['0', 'ENOSPC']);
});

test('other kernels have no such argument', () => {
  expect(driver('linux-3.9').semget(0, 1, create, 'p0', 5)).toBe('ENOSYS');
});
