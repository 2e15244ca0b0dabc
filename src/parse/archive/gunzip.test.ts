/** What is unpacked at once is what a stream gives; all that is odd is left to the stream. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBytes } from '../../byte-text.ts';
import { gunzipAtOnce, gunzipHead, gunzipped } from './gunzip.ts';

const content = new TextEncoder().encode('the pages of a process\n'.repeat(9_000));
const packed = new Uint8Array(gzipSync(content));
const lengthMax = 1024 * 1024;

function atOnce(bytes: Uint8Array, most = lengthMax): Uint8Array | undefined {
  let found: Uint8Array | undefined;
  const isDone = gunzipAtOnce(bytes, most, (unpacked) => {
    found = unpacked.slice();
  });
  expect(isDone).toBe(found !== undefined);
  return found;
}

async function streamed(bytes: Uint8Array): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of gunzipped([bytes])) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/** The comparison of vitest takes seconds. */
const isSame = (a: Uint8Array | undefined, b: Uint8Array) => a !== undefined && compareBytes(a, b) === 0;

const with32 = (bytes: Uint8Array, fromEnd: number, value: number): Uint8Array => {
  const changed = bytes.slice();
  new DataView(changed.buffer).setUint32(changed.length - fromEnd, value, true);
  return changed;
};

describe('at once', () => {
  test('one member', () => expect(isSame(atOnce(packed), content)).toBe(true));

  test('of the largest length that is allowed', () => {
    expect(isSame(atOnce(packed, content.length), content)).toBe(true);
    expect(atOnce(packed, content.length - 1)).toBeUndefined();
  });

  test('what is handed out is gone afterwards', () => {
    let kept: Uint8Array = content;
    gunzipAtOnce(packed, lengthMax, (unpacked) => {
      kept = unpacked;
    });
    expect(kept.length).toBe(0);
  });

  test('what its user throws', () => {
    const refuse = () => {
      throw new Error('no image');
    };
    expect(() => gunzipAtOnce(packed, lengthMax, refuse)).toThrow('no image');
  });

  test.each([
    ['nothing', new Uint8Array(0)],
    ['an empty member', gzipSync('')],
    ['a length that is too small', with32(packed, 4, content.length - 1)],
    ['a length that is too large', with32(packed, 4, content.length + 1)],
    ['a wrong checksum', with32(packed, 8, 0)],
    ['cut off', packed.subarray(0, packed.length - 9)],
    ['two members', Buffer.concat([packed, packed])],
    ['zeros behind it', Buffer.concat([packed, new Uint8Array(1000)])],
    ['something behind it', Buffer.concat([packed, Buffer.from('something')])],
  ])('%s is left to the stream', (_, bytes) => expect(atOnce(new Uint8Array(bytes))).toBeUndefined());

  test('whatever changes: what it gives is what the stream gives', async () => {
    const change = fc.record({ at: fc.nat(packed.length - 1), bits: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 2 }), async (changes) => {
        const bytes = new Uint8Array(packed);
        for (const { at, bits } of changes) bytes[at] = (bytes[at] as number) ^ bits;
        const found = atOnce(bytes);
        if (found !== undefined) expect(isSame(found, await streamed(bytes))).toBe(true);
      }),
    );
  });
});

test('the first bytes of a piece', () => {
  expect(gunzipHead(packed.subarray(0, 200), 512)).toEqual(content.subarray(0, 512));
  expect(gunzipHead(packed.subarray(0, 12), 512)).toEqual(new Uint8Array(0));
  expect(gunzipHead(new Uint8Array(200), 512)).toEqual(new Uint8Array(0));
});
