import { expect, test, vi } from 'vitest';
import { memorySource } from '../bytes/byte-source.ts';
import { unzstd } from './unzstd.ts';
import { ordinaryUnpacker } from './zstd-unpacker.ts';
import { largestWindow } from './zstd-window.ts';

const mib = 1024 * 1024;
const [raw, rle, damaged] = [0, 1, 3];

/** RFC 8878, 3.1.1: magic, no content size, Window_Descriptor, blocks. */
function frame(windowLog: number, blocks: readonly (readonly [type: number, size: number, data: Buffer])[]) {
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, (windowLog - 10) << 3]);
  const parts = blocks.map(([type, size, data], index) => {
    const header = Buffer.alloc(3);
    header.writeUIntLE((size << 3) | (type << 1) | (index === blocks.length - 1 ? 1 : 0), 0, 3);
    return Buffer.concat([header, data]);
  });
  return Buffer.concat([head, ...parts]);
}

async function unpacked(bytes: Buffer): Promise<Buffer> {
  const source = memorySource(bytes, 'a.zst');
  const pieces: Uint8Array[] = [];
  await unzstd(source, largestWindow(source).windowBytes, (chunk) => void pieces.push(chunk.slice()));
  return Buffer.concat(pieces);
}

const text = Buffer.from('what is unpacked');

test.each([17, 27])('frames with a window of 2^%d, one behind the other', async (windowLog) => {
  const frames = [
    frame(windowLog, [[raw, text.length, text]]),
    frame(windowLog, [[rle, 100_000, text.subarray(0, 1)]]),
  ];
  expect(await unpacked(Buffer.concat(frames))).toEqual(Buffer.concat([text, Buffer.alloc(100_000, 'w')]));
});

test.each([17, 27])('damage in a window of 2^%d is told as such', async (windowLog) => {
  const whole = frame(windowLog, [[raw, text.length, text]]);
  await expect(unpacked(frame(windowLog, [[damaged, 5, text]]))).rejects.toThrow(
    'zstd error 20 (a block is damaged)',
  );
  await expect(unpacked(whole.subarray(0, -1))).rejects.toThrow('the stream ends in the middle of a frame');
  await expect(unpacked(Buffer.concat([whole, text]))).rejects.toThrow(
    'zstd error 10 (no frame starts here)',
  );
});

test('many damaged streams, and wide windows at once, take the memory of one', async () => {
  const wide = frame(
    27,
    Array.from({ length: 1000 }, () => [rle, 128 * 1024, text.subarray(0, 1)] as const),
  );
  const narrow = frame(23, [
    ...Array.from({ length: 64 }, () => [rle, 128 * 1024, text.subarray(0, 1)] as const),
    [damaged, 5, text],
  ]);
  const lengthOf = async (bytes: Buffer) => {
    let length = 0;
    const source = memorySource(bytes, 'a.zst');
    const write = (chunk: Uint8Array) => {
      length += chunk.length;
    };
    await unzstd(source, largestWindow(source).windowBytes, write).catch(() => {});
    return length;
  };
  const before = process.memoryUsage.rss();
  const lengths = await Promise.all([wide, wide, wide, wide].map(lengthOf));
  expect(new Set(lengths)).toEqual(new Set([1000 * 128 * 1024]));
  for (let index = 0; index < 20; index++) await lengthOf(narrow);
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * mib);
});

test('a second copy of the decoder, as every file of tests loads one, finds the program that the first compiled', async () => {
  (await ordinaryUnpacker()).close();
  vi.resetModules();
  const again = await import('./zstd-unpacker.ts');
  expect(again.ordinaryUnpacker).not.toBe(ordinaryUnpacker);
  (await again.ordinaryUnpacker()).close();
});

test('a system that has no memory for the decoder says nothing of the stream, and may have some later', async () => {
  const packed = memorySource(frame(17, [[raw, text.length, text]]), 'a.zst');
  vi.resetModules();
  const { decompress } = await import('./decompress.ts');
  const { WebAssembly } = globalThis as unknown as { WebAssembly: { Instance: unknown } };
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class {
    constructor() {
      throw new RangeError('Cannot allocate Wasm memory for new instance');
    }
  };
  const said: unknown[] = [];
  const again = () => decompress(packed, 'zstd', (diagnostic) => said.push(diagnostic));
  await expect(again())
    .rejects.toMatchObject({ code: 'ENOMEM', path: 'a.zst' })
    .finally(() => {
      WebAssembly.Instance = Instance;
    });
  expect([(await again()).size > 0, said]).toEqual([true, []]);
});
