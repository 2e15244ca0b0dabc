/** Repairs as they stand in converted images, and what an image looks like without them. */
import { expect, test } from 'vitest';
import { sample } from '../../../test-support/images.ts';
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
