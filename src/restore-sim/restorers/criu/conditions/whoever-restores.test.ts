/**
 * Rights and limits of whoever restores, against what an image was seen to need of them: each as CRIU 4.2.1 took it on
 * Linux 6.18, by root without CAP_SYS_RESOURCE.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  editImage,
  type FileEdit,
  type LooseFields,
} from '../../../../model/from-criu/testing/edit-image.ts';
import { type Host, judgeAll, type Restorer } from '../../../host/index.ts';
import { askOfAreas, nothingAsked } from '../asked.ts';
import { simulateCriuRestore } from '../simulate.ts';
import {
  type BaseName,
  closeBases,
  counter,
  entry,
  image,
  openBases,
  pipes,
  tc,
  vma,
} from '../testing/rule-rows.ts';
import { memoryLimits } from './limits.ts';

beforeAll(openBases);
afterAll(closeBases);

type Edits = Readonly<Record<string, FileEdit>>;

const root = { uid: 0, gid: 0 };
/** All but CAP_SYS_RESOURCE, and those that are named by their bit. */
const without = (...bits: number[]): Restorer => {
  const set = [24, ...bits].reduce((left, bit) => left & ~(1n << BigInt(bit)), 0x1ff_ffff_ffffn);
  return { ...root, capabilities: { effective: `0x${set.toString(16)}` } };
};
const limited = (name: string, value: string, restorer = without()): Restorer => ({
  ...restorer,
  limits: { [name]: { soft: value, hard: value } },
});

function stateOf(code: string, base: BaseName, edits: Edits, restorer: Restorer) {
  const host: Host = { schemaVersion: 1, restorer };
  const { conditions } = simulateCriuRestore(editImage(image(base), edits), { operations: false });
  const situation = { host, options: undefined, root: undefined, rootPath: undefined, hostRoot: undefined };
  const states = judgeAll(
    conditions.filter((one) => one.code === code),
    situation,
  ).map(({ state }) => state);
  return states.find((state) => state !== 'met') ?? states[0];
}

const [chown, fowner] = [0, 3];

describe('what comes back with its owner', () => {
  const memfd = (fields: object): Edits => entry('memfd.img', 0, () => fields);
  test.each([
    ['a memfd of root', memfd({ uid: 0, gid: 0, mode: 0o100777 }), without(chown), 'met'],
    // "Unable to change [3]/ ownership (0, 0) to (1000, 1000): Operation not permitted"
    ['a memfd', memfd({ uid: 1000, gid: 1000, mode: 0o100777 }), without(chown), 'unmet'],
    ['a memfd, and all rights', memfd({ uid: 1000, gid: 1000, mode: 0o100777 }), without(), 'met'],
    ['a memfd as it is made', memfd({ uid: 1000, gid: 1000, mode: 0o100777 }), without(fowner), 'met'],
    // "Unable to set perms 100600 on [3]/: Operation not permitted"
    ['a memfd of another mode', memfd({ uid: 1000, gid: 1000, mode: 0o100600 }), without(fowner), 'unmet'],
    ['a memfd of a group', memfd({ uid: 0, gid: 1000, mode: 0o100600 }), without(fowner), 'met'],
  ] as const)('%s', (_, edits, restorer, state) =>
    expect(stateOf('owner-capability', pipes, edits, restorer)).toBe(state),
  );
});

describe('limits', () => {
  const locked = vma(2, (old: LooseFields) => ({ flags: old.flags | 0x2000 }));
  const none = { isec: 0n, iusec: 0n, vsec: 0n, vusec: 0n };
  const timer = (id: number) => ({
    ...{ it_id: id, clock_id: 1, si_signo: 14, it_sigev_notify: 0, sival_ptr: 0n, overrun: 0 },
    ...{ isec: 0n, insec: 0n, vsec: 0n, vnsec: 0n },
  });
  const timers = tc(1, { timers: { real: none, virt: none, prof: none, posix: [timer(0), timer(1)] } });
  const queued = (signal: number) =>
    tc(1, { signals_s: { signals: [{ siginfo: Uint8Array.from([signal, ...Array(127).fill(0)]) }] } });
  const lowest = (name: string) => limited(name, '0', without(14));
  test.each([
    // "Can't restore 0x55e391614000 mapping with 0xfffffffffffffff5"
    ['locked memory', 'locked-memory', locked, lowest('RLIMIT_MEMLOCK'), 'unmet'],
    ['locked memory and CAP_IPC_LOCK', 'locked-memory', locked, limited('RLIMIT_MEMLOCK', '0'), 'met'],
    ['no locked memory', 'locked-memory', {}, lowest('RLIMIT_MEMLOCK'), undefined],
    // "Can't create posix timer - 0: -11"
    ['timers', 'signal-count', timers, limited('RLIMIT_SIGPENDING', '1'), 'unmet'],
    ['timers and room', 'signal-count', timers, limited('RLIMIT_SIGPENDING', '2'), 'met'],
    // "Unable to send siginfo 34 0xffffffff with code -11"
    ['a signal of real time', 'signal-count', queued(34), limited('RLIMIT_SIGPENDING', '0'), 'unmet'],
    ['another signal', 'signal-count', queued(10), limited('RLIMIT_SIGPENDING', '0'), undefined],
  ] as const)('%s', (_, code, edits, restorer, state) =>
    expect(stateOf(code, counter, edits, restorer)).toBe(state),
  );

  /**
   * A program of 72296 KiB in private areas, 63275008 bytes of them to write, was restored from RLIMIT_AS 91593261 and
   * RLIMIT_DATA 64025634 on; with 91398437 ("Unable to reserve memory (73965568 bytes)") and 63928222 ("Can't restore
   * 0x7f3bde4bf000 mapping with 0xfffffffffffffff4") it was not.
   */
  describe('of memory', () => {
    const area = (bytes: bigint, prot: number, flags: number) => ({ start: 0n, end: bytes, prot, flags });
    const stateWith = (code: string, limit: string, value: string) => {
      const asked = nothingAsked();
      const at = { file: 'mm-6.img' };
      const areas = [area(63_275_008n, 3, 2), area(10_690_560n, 1, 2)];
      askOfAreas(asked, areas, at);
      const host: Host = { schemaVersion: 1, restorer: limited(limit, value) };
      const situation = {
        host,
        options: undefined,
        root: undefined,
        rootPath: undefined,
        hostRoot: undefined,
      };
      return judgeAll([...memoryLimits(asked)], situation).find((one) => one.code === code)?.state;
    };
    test.each([
      ['address-space-limit', 'RLIMIT_AS', '85000000', 'unmet'],
      ['address-space-limit', 'RLIMIT_AS', '91500000', 'open'],
      ['address-space-limit', 'RLIMIT_AS', '97000000', 'met'],
      ['data-limit', 'RLIMIT_DATA', '63000000', 'unmet'],
      ['data-limit', 'RLIMIT_DATA', '64000000', 'open'],
      ['data-limit', 'RLIMIT_DATA', '70000000', 'met'],
    ])('%s: %s %s', (code, limit, value, state) => expect(stateWith(code, limit, value)).toBe(state));
  });
});
