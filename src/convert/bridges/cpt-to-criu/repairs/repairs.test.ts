/** Repairs one by one: their bytes against hand-assembled listings, their effect by running them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Registers, Task } from '../../../../model/checkpoint.ts';
import { registerNames } from '../../../../model/registers.ts';
import { runCode } from '../testing/run-code.ts';
import { copyAxToCx, jump, jumpIfCxZero, move, systemCall } from './assembler.ts';
import { makeCodePage } from './code-page.ts';
import { deadLeaderFragment } from './dead-leader.ts';
import type { Fragment } from './fragment.ts';
import { pollFragment, pollLeftMs } from './poll-continuation.ts';
import { semUndoFragment, splitCalls, undoOperations } from './sem-undo.ts';
import { sleepFragment } from './sleep-continuation.ts';
import { callOf, interruptionOf, restarted, returned } from './syscall-restart.ts';

const hex = (bytes: readonly number[]) => Buffer.from(bytes).toString('hex');

function registersWith(layout: 'i386' | 'x86_64', values: Readonly<Record<string, bigint>>): Registers {
  const names = registerNames[layout];
  return { at: 0, layout, values: BigUint64Array.from(names.map((name) => values[name] ?? 0n)) };
}

describe('instructions, as `as` of binutils assembles them', () => {
  test.each<[string, readonly number[], string]>([
    ['mov rax, 0x23', move(64, 'ax', 0x23n), '48b82300000000000000'],
    ['mov rdi, 0x1122334455667788', move(64, 'di', 0x1122334455667788n), '48bf8877665544332211'],
    ['mov r10, 1', move(64, 'r10', 1n), '49ba0100000000000000'],
    ['mov ebx, 0xbfe04318', move(32, 'bx', 0xbfe04318n), 'bb1843e0bf'],
    ['syscall', systemCall(64), '0f05'],
    ['int 0x80', systemCall(32), 'cd80'],
    ['mov rcx, rax', copyAxToCx(64), '4889c1'],
    ['jrcxz +42', jumpIfCxZero(42), 'e32a'],
    ['jmp [rip+0]', jump(64, 0x1000n, 0x40a6d9n), 'ff2500000000d9a6400000000000'],
    ['jmp [0x1006]', jump(32, 0x1000n, 0x8050890n), 'ff250610000090080508'],
  ])('%s', (_, bytes, expected) => expect(hex(bytes)).toBe(expected));
});

describe('interrupted system calls', () => {
  const task = { pid: 5, sigpending: 0n, sigblocked: 0n } as Task;
  const checkpoint = { signals: new Map(), sighands: new Map(), image: {} } as never;
  // Numbers and results: linux/errno.h; 35 is nanosleep, 202 futex, 65 semop, 7 poll, 0 read.
  test.each<[string, bigint, bigint, string]>([
    ['outside of a call', -1n, 5n, 'resume'],
    ['a call that has ended', 0n, 12n, 'resume'],
    ['read, ERESTARTSYS', 0n, -512n, 'restart'],
    ['read, ERESTARTNOINTR', 0n, -513n, 'restart'],
    ['read, ERESTARTNOHAND', 0n, -514n, 'restart'],
    ['nanosleep without a restart block', 35n, -516n, 'interrupted'],
    ['semop, EINTR from the freezer', 65n, -4n, 'restart'],
    ['poll, EINTR from the freezer', 7n, -4n, 'resume'],
  ])('%s', (_, number, result, expected) => {
    const registers = registersWith('x86_64', {
      origRax: BigInt.asUintN(64, number),
      rax: BigInt.asUintN(64, result),
    });
    expect(interruptionOf(checkpoint, task, registers)).toBe(expected);
  });

  // Operation, time limit, result: FUTEX_WAIT is 0, _WAKE 1, _LOCK_PI 6, _WAIT_BITSET 9, private 128, realtime 256.
  // Seen on 2.6.32 and CRIU 4.2: a wait that was not private sleeps for ever when its library wakes private.
  test.each<[string, bigint, bigint, bigint, string]>([
    ['2.6.18, from the freezer', 0n, 0n, -4n, 'futex'],
    ['2.6.18, with a time limit', 0n, 0x7fff1000n, -4n, 'futex'],
    ['2.6.32, not private', 0n, 0n, -512n, 'futex'],
    ['2.6.32, private', 128n, 0n, -512n, 'restart'],
    ['2.6.32, private with a time limit', 128n, 0x7fff1000n, -512n, 'futex'],
    ['2.6.32, a bitset against the wall clock', 393n, 0x7fff1000n, -512n, 'futex'],
    ['a mutex with priority inheritance', 6n, 0n, -513n, 'restart'],
    ['a wake-up', 1n, 0n, -4n, 'restart'],
    ['woken before the dump', 0n, 0n, 0n, 'resume'],
  ])('futex: %s', (_, operation, limit, result, expected) => {
    for (const layout of ['x86_64', 'i386'] as const) {
      const registers = registersWith(
        layout,
        layout === 'x86_64'
          ? { origRax: 202n, rax: BigInt.asUintN(64, result), rsi: operation, r10: limit }
          : { origEax: 240n, eax: BigInt.asUintN(32, result), ecx: operation, esi: limit },
      );
      expect(interruptionOf(checkpoint, task, registers), layout).toBe(expected);
    }
  });

  test('a restart is the call itself, two bytes before', () => {
    const call = callOf(registersWith('i386', { origEax: 0xf0n, eax: 0xfffffe00n, eip: 0x8050890n }));
    expect(restarted(call)).toEqual({ ax: 0xf0n, ip: 0x805088en });
    expect(returned(call, -4n)).toEqual({ ax: 0xfffffffcn, ip: 0x8050890n });
  });

  test('a handler that runs first makes of a restart an interruption', () => {
    const handlers = {
      at: 0,
      id: 1,
      actions: [{ at: 0, signo: 10, handler: 0x400000n, restorer: 0n, flags: 0n, mask: 0n }],
    };
    const withHandler = { ...(checkpoint as object), sighands: new Map([[1, handlers]]) } as never;
    const pending = { ...task, sighand: 1, sigpending: 1n << 9n } as unknown as Task;
    const registers = registersWith('x86_64', { origRax: 0n, rax: BigInt.asUintN(64, -512n) });
    expect(interruptionOf(withHandler, pending, registers)).toBe('interrupted');
    const blocked = { ...pending, sigblocked: 1n << 9n } as Task;
    expect(interruptionOf(withHandler, blocked, registers)).toBe('restart');
  });
});

const memory = { areas: [{ start: 0x400000n, end: 0x401000n, vmFlags: 0n }] } as never;
const given64 = Array.from({ length: 16 }, (_, index) => 0x1000n + BigInt(index));
const given32 = given64.slice(0, 8);

function runFragment(fragment: Fragment, bits: 32 | 64, answer?: Parameters<typeof runCode>[4]) {
  const task = { pid: 7, tgid: 7 } as Task;
  const page = makeCodePage(memory, [{ task, bits, fragments: [fragment], target: 0x400123n }]);
  if (!page) throw new Error('no room');
  const given = bits === 64 ? given64 : given32;
  return { page, run: runCode(page, page.entries.get(7) ?? 0n, bits, given, answer) };
}

const registers64 = registersWith('x86_64', {
  rax: 0x1000n,
  rcx: 0x1001n,
  rdx: 0x1002n,
  rsi: 0x1006n,
  rdi: 0x1007n,
  r8: 0x1008n,
  r9: 0x1009n,
  r10: 0x100an,
  r11: 0x100bn,
});
const registers32 = registersWith('i386', {
  eax: 0x1000n,
  ecx: 0x1001n,
  edx: 0x1002n,
  ebx: 0x1003n,
  esi: 0x1006n,
  edi: 0x1007n,
});

describe('sleeps', () => {
  const block = {
    kind: 'nanosleep',
    remainingNs: 3_500_000_000n,
    rmtp: 0x7fff0000n,
    isCompat: false,
  } as const;

  test('64 bits: nanosleep with what is left, then the program', () => {
    const { page, run } = runFragment(sleepFragment(registers64, block), 64);
    expect(run.calls).toHaveLength(1);
    const { number, parameters } = run.calls[0]!;
    expect([number, parameters[1]]).toEqual([35n, 0x7fff0000n]);
    const timespec = new DataView(page.bytes.buffer, Number((parameters[0] ?? 0n) - page.start));
    expect([timespec.getBigInt64(0, true), timespec.getBigInt64(8, true)]).toEqual([3n, 500_000_000n]);
    expect(run.ip).toBe(0x400123n);
    // All but the result, and what the instruction overwrites.
    const kept = (values: readonly bigint[]) => values.filter((_, index) => ![0, 1, 11].includes(index));
    expect(kept(run.registers)).toEqual(kept(given64));
  });

  test('32 bits', () => {
    const { page, run } = runFragment(sleepFragment(registers32, block), 32);
    const { number, parameters } = run.calls[0]!;
    expect([number, parameters[1]]).toEqual([162n, 0x7fff0000n]);
    const timespec = new DataView(page.bytes.buffer, Number((parameters[0] ?? 0n) - page.start));
    expect([timespec.getInt32(0, true), timespec.getInt32(4, true)]).toEqual([3, 500_000_000]);
    expect(run.registers.slice(1)).toEqual(given32.slice(1));
    expect(run.ip).toBe(0x400123n);
  });

  test('an interrupted sleep returns what the call says', () => {
    const { run } = runFragment(sleepFragment(registers64, block), 64, () => -4n);
    expect(run.registers[0]).toBe(BigInt.asUintN(64, -4n));
  });
});

describe('polls', () => {
  const block = { kind: 'poll', fds: 0x7fff1000n, count: 2, isDeadline: true } as const;
  // 300 s before the overflow of the tick counter is the start of the clock.
  const image = {
    family: 'cpt',
    architecture: 'x86_64',
    pageSizeBytes: 4096,
    hz: 1000,
    takenTicks: (1n << 32n) - 200_000n,
  } as const;
  const registers = registersWith('x86_64', { rdx: 5000n });

  test.each<[string, bigint | undefined, bigint | undefined]>([
    ['no limit', undefined, undefined],
    ['2 s after the dump', 102_000_000_000n, 2000n],
    ['over', 99_000_000_000n, 0n],
    ['never more than was asked for', 999_000_000_000n, 5000n],
  ])('%s', (_, timeoutNs, expected) => {
    expect(pollLeftMs(image, registers, { ...block, timeoutNs })).toBe(expected);
  });

  test('the call has the array, the count and the time left', () => {
    const { run } = runFragment(pollFragment(registers64, block, 2000n), 64);
    expect(run.calls[0]).toMatchObject({
      number: 7n,
      parameters: [0x7fff1000n, 2n, 2000n, 0x100an, 0x1008n, 0x1009n],
    });
    expect(run.ip).toBe(0x400123n);
  });
});

describe('SEM_UNDO', () => {
  test('every order keeps the value in bounds and leaves it as it was', () => {
    const value = fc.integer({ min: 0, max: 32767 });
    const adjust = fc.integer({ min: -32767, max: 32767 });
    fc.assert(
      fc.property(value, adjust, (start, wanted) => {
        let [current, undone] = [start, 0];
        for (const { change, flags } of undoOperations(0, start, wanted)) {
          current += change;
          expect(current).toBeGreaterThanOrEqual(0);
          expect(current).toBeLessThanOrEqual(32767);
          // ipc/sem.c: the undo flag takes the change off the adjustment.
          if ((flags & 0x1000) !== 0) undone -= change;
          expect(flags & 0o4000).toBe(0o4000);
        }
        expect([current, undone]).toEqual([start, wanted]);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test.each<[number, number, readonly [number, number][]]>([
    // The image d2: values 8 and 23 with adjustments 2 and -3.
    [
      8,
      2,
      [
        [-2, 0x1800],
        [2, 0x800],
      ],
    ],
    [
      23,
      -3,
      [
        [-3, 0x800],
        [3, 0x1800],
      ],
    ],
    [
      0,
      4,
      [
        [4, 0x800],
        [-4, 0x1800],
      ],
    ],
  ])('value %i, adjustment %i', (value, adjust, expected) => {
    const operations = undoOperations(1, value, adjust).map(({ change, flags }) => [change, flags]);
    expect(operations).toEqual(expected);
  });

  test('as many operations in a call as the namespace allows, in pairs', () => {
    const operations = [...undoOperations(0, 5, 1), ...undoOperations(1, 5, 1), ...undoOperations(2, 5, 1)];
    expect(splitCalls(3, operations, 5).map((call) => call.operations.length)).toEqual([4, 2]);
  });

  test.each([64, 32] as const)(
    '%i bits: one call, everything as it was; a second try if it fails',
    (bits) => {
      const registers = bits === 64 ? registers64 : registers32;
      const given = bits === 64 ? given64 : given32;
      const calls = splitCalls(0x10002, undoOperations(1, 23, -3), 32);
      const fragment = semUndoFragment(registers, 0x1000n, calls);
      const { page, run } = runFragment(fragment, bits);
      expect(run.calls).toHaveLength(1);
      expect(run.registers).toEqual(given);
      expect(run.ip).toBe(0x400123n);
      const { number, parameters } = run.calls[0]!;
      expect(number).toBe(bits === 64 ? 65n : 117n);
      const [id, count, place] = bits === 64 ? [0, 2, 1] : [1, 2, 4];
      expect([parameters[id], parameters[count]]).toEqual([0x10002n, 2n]);
      const sembufs = new DataView(page.bytes.buffer, Number((parameters[place] ?? 0n) - page.start));
      const words = Array.from({ length: 6 }, (_, index) => sembufs.getInt16(index * 2, true));
      expect(words).toEqual([1, -3, 0x800, 1, 3, 0x1800]);
      const again = runFragment(fragment, bits, () => -11n);
      expect(again.run.calls).toHaveLength(2);
      expect(again.run.registers).toEqual(given);
    },
  );
});

test.each([64, 32] as const)('a dead leader of %i bits exits, alone', (bits) => {
  const task = { exitCode: 7 << 8 } as Task;
  const { run } = runFragment(deadLeaderFragment(task, bits), bits);
  expect(run.calls[0]).toMatchObject({ number: bits === 64 ? 60n : 1n });
  expect(run.calls[0]?.parameters[0]).toBe(7n);
  expect(run.ip).toBeUndefined();
});

describe('pages of code', () => {
  const task = { pid: 7, tgid: 7 } as Task;
  const start = { task, bits: 64, fragments: [deadLeaderFragment({ exitCode: 0 } as Task, 64)] } as const;
  const placed = (areas: readonly object[]) => makeCodePage({ areas } as never, [start])?.start;

  test('below the lowest area', () => expect(placed([{ start: 0x400000n, end: 0x401000n }])).toBe(0x3ff000n));
  test('not below what a process may map', () =>
    expect(
      placed([
        { start: 0x10000n, end: 0x20000n },
        { start: 0x40000n, end: 0x50000n },
      ]),
    ).toBe(0x3f000n));
  test('not where a stack grows', () =>
    expect(
      placed([
        { start: 0x10000n, end: 0x20000n },
        { start: 0x200000n, end: 0x210000n, vmFlags: 0x100n },
      ]),
    ).toBe(0xff000n));
  test('nowhere', () => expect(placed([{ start: 0x10000n, end: 0x20000n }])).toBeUndefined());
});
