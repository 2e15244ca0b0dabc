/** Repairs as they stand in converted images, and what an image looks like without them. */
import { describe, expect, test } from 'vitest';
import { simulateCriuRestore } from '../../../../restore-sim/restorers/criu/index.ts';
import { sample } from '../../../../test-support/images.ts';
import { convertFile } from '../testing/converted.ts';
import { runCode } from '../testing/run-code.ts';

const given64 = Array.from({ length: 16 }, (_, index) => 0x1000n + BigInt(index));

test('frames of a task inside a handler get the selectors of current kernels', () => {
  const converted = convertFile(sample('2.6.18-signal-handler'));
  const [handler] = converted.messages('core_entry', 'CORE', 1204);
  expect(handler?.tc?.comm).toBe('handler');
  const pagemap = converted.messages('pagemap_entry', 'PAGEMAP', 1204);
  const [head] = converted.messages('pagemap_head', 'PAGEMAP', 1204);
  const pages = converted.bytes('PAGES', head?.pages_id);
  // struct rt_sigframe: the code selector stands 48 + 144 bytes behind the address of the restorer.
  const restorer = handler?.tc?.sigactions?.find(({ restorer: address }) => address !== 0n)?.restorer ?? 0n;
  const mark = Buffer.alloc(8);
  mark.writeBigUInt64LE(restorer);
  const at = Buffer.from(pages).indexOf(mark);
  expect(pagemap.length).toBeGreaterThan(0);
  expect(new DataView(pages.buffer, pages.byteOffset).getUint16(at + 48 + 144, true)).toBe(0x33);
});

test('without code: sleeps end early, adjustments and connections are lost, and it is said', () => {
  const plain = convertFile(sample('2.6.18-sysv-ipc'), { injectedCode: false });
  const lost = plain.result.losses.map((loss) => loss.class);
  expect(plain.result.injected).toEqual([]);
  expect(lost).toEqual(expect.arrayContaining(['sleep-remainder', 'semaphore-undo', 'shm-destroy']));
  const tcp = convertFile(sample('2.6.18-tcp-udp'), { injectedCode: false }).result.losses;
  expect(tcp.map((loss) => loss.class)).toEqual(
    expect.arrayContaining(['unaccepted-connection', 'udp-queue']),
  );
  const threads = convertFile(sample('2.6.32-threads'), { injectedCode: false });
  expect(threads.result.ok).toBe(false);
});

test('connections that nobody accepted are made again with what waits in them', () => {
  const converted = convertFile(sample('2.6.18-tcp-udp'));
  const repairs = converted.result.injected.map(({ repair }) => repair);
  expect(repairs.filter((repair) => repair === 'connection')).toHaveLength(2);
  expect(repairs).toContain('datagrams');
  expect(converted.result.losses.map((loss) => loss.class)).not.toContain('udp-queue');
  const sleep = converted.result.injected.find(({ repair, tid }) => repair === 'connection' && tid === 1204);
  const [head] = converted.messages('pagemap_head', 'PAGEMAP', 1204);
  const page = { start: (sleep?.address ?? 0n) & ~0xfffn, bytes: converted.bytes('PAGES', head?.pages_id) };
  const run = runCode(page, sleep?.address ?? 0n, 64, given64);
  const numbers = run.calls.map(({ number }) => number);
  // connect, send 10 bytes; connect and close for writing; two datagrams; sleep.
  expect(numbers).toEqual([42n, 44n, 42n, 48n, 44n, 44n, 35n]);
  expect(run.calls[1]?.parameters[2]).toBe(10n);
});

test('a wait on a futex of 2.6.18 ends with 0, behind its call', () => {
  const converted = convertFile(sample('2.6.18-threads-32bit'));
  const waiter = converted.messages('core_entry', 'CORE', 1208)[0]?.thread_info?.gpregs;
  // The image: eax -4, eip behind `int 0x80` or the kernel's page.
  expect(waiter?.ax).toBe(0n);
  expect(converted.result.losses.find((loss) => loss.class === 'futex-wait')).toMatchObject({
    count: 1,
    example: 'task 1208',
  });
});

describe('the page of x86-64 2.6.18 kernels for 32-bit programs', () => {
  const converted = convertFile(sample('2.6.18-counter-32bit'));
  const areas = converted.messages('mm_entry', 'MM', 1204)[0]?.vmas ?? [];
  const area = areas.find(({ start }) => start === 0xffffe000n);
  const pagemap = converted.messages('pagemap_entry', 'PAGEMAP', 1204);
  const [head] = converted.messages('pagemap_head', 'PAGEMAP', 1204);
  const pages = converted.bytes('PAGES', head?.pages_id);
  const page = { start: 0xffffe000n, bytes: pages.subarray(pages.length - 4096) };

  test('is private, readable and executable, and the last', () => {
    expect(area).toMatchObject({ end: 0xfffff000n, prot: 5, flags: 0x22, pgoff: 0n });
    expect(pagemap.at(-1)).toMatchObject({ vaddr: 0xffffe000n });
  });

  // Numbers of i386: sigreturn 119, rt_sigreturn 173; the addresses are those of handlers without a restorer.
  test.each([
    [0xffffe500n, 119n],
    [0xffffe600n, 173n],
  ])('a handler returns to 0x%x', (entry, number) => {
    const at = Number(entry - page.start);
    const code = Buffer.from(page.bytes.subarray(at, at + 8)).toString('hex');
    const takeNumber = `b8${Number(number).toString(16)}000000cd80`;
    expect(code.startsWith(number === 119n ? `58${takeNumber}`.slice(0, 16) : takeNumber)).toBe(true);
  });

  test('a system call goes through it', () => {
    const code = Buffer.from(page.bytes.subarray(0x400, 0x403)).toString('hex');
    expect(code).toBe('cd80c3');
  });

  test('is said, and left out with the rest of the code', () => {
    expect(converted.result.injected.filter(({ repair }) => repair === 'kernel-functions')).toHaveLength(2);
    const plain = convertFile(sample('2.6.18-counter-32bit'), { injectedCode: false });
    expect(plain.messages('mm_entry', 'MM', 1204)[0]?.vmas?.some(({ start }) => start === 0xffffe000n)).toBe(
      false,
    );
    expect(plain.result.losses.map((loss) => loss.class)).toContain('vdso-functions');
  });

  test('not for 64-bit programs, nor where a later kernel gave the program its own', () => {
    for (const name of ['2.6.18-counter', '2.6.32-counter-32bit', '2.6.18-i386-sysv-ipc']) {
      const other = convertFile(sample(name));
      const pids = other.result.checkpoint.processes.map(({ pid }) => pid);
      const all = pids.flatMap((pid) => other.messages('mm_entry', 'MM', pid)[0]?.vmas ?? []);
      expect(
        all.some(({ start }) => start === 0xffffe000n),
        name,
      ).toBe(false);
    }
  });
});

test.each([
  ['2.6.18-counter', true],
  ['2.6.32-counter', true],
  ['2.6.18-counter-32bit', false],
])('%s: the vsyscall page is a condition: %s', (name, isAsked) => {
  const { conditions } = simulateCriuRestore(convertFile(sample(name)).directory);
  expect(conditions.some(({ code }) => code === 'vsyscall-page')).toBe(isAsked);
});
