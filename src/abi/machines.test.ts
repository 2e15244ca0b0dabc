import { constants } from 'node:os';
import { expect, test } from 'vitest';
import { machineOfCriu, machines, signalNameOf, splitFlags } from './machines.ts';

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'generic numbers are those of this machine',
  () => {
    for (const [name, number] of Object.entries(constants.errno)) {
      // Two names of one number: the table has the other one.
      if (['EWOULDBLOCK', 'ENOTSUP'].includes(name)) continue;
      expect(machines.x86_64.errors[number]).toBe(name);
    }
    for (const [name, number] of Object.entries(constants.signals)) {
      if (['SIGIOT', 'SIGPOLL', 'SIGUNUSED'].includes(name)) continue;
      expect(signalNameOf(machines.x86_64, number)).toBe(name);
    }
  },
);

test('numbers of images/core.proto', () => {
  const names = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => machineOfCriu(number)?.name);
  expect(names).toEqual([
    ...['x86_64', 'arm', 'aarch64', 'ppc64', 's390', 'mips', 'loongarch64', 'riscv64'],
    undefined,
  ]);
});

test('one bit has other names elsewhere, and a bit without a name stays a number', () => {
  const names = (machine: keyof typeof machines, value: number) =>
    splitFlags(machines[machine].openFlags, value);
  expect(names('x86_64', 0o40000)).toEqual({ names: ['O_DIRECT'], rest: 0 });
  expect(names('aarch64', 0o40000)).toEqual({ names: ['O_DIRECTORY'], rest: 0 });
  expect(names('ppc64', 0o400000)).toEqual({ names: ['O_DIRECT'], rest: 0 });
  expect(names('mips', 0x80)).toEqual({ names: ['O_NONBLOCK'], rest: 0 });
  expect(names('x86_64', 0x80000000)).toEqual({ names: [], rest: 0x80000000 });
  // O_SYNC contains O_DSYNC.
  expect(names('x86_64', 0o4010000)).toEqual({ names: ['O_SYNC'], rest: 0 });
  expect(signalNameOf(machines.mips, 18)).toBe('SIGCHLD');
  expect(signalNameOf(machines.mips, 127)).toBe('SIGRTMIN+93');
  expect(signalNameOf(machines.x86_64, 127)).toBe('SIG127');
});
