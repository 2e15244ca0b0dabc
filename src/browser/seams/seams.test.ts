/** What a page has in the place of Node.js does the same. */
import { createHash } from 'node:crypto';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as ofNode from '../../byte-text.ts';
import type * as gunzipOfNode from '../../parse/archive/gunzip.ts';
import type * as hashOfNode from '../../parse/bytes/hash.ts';
import * as ofPage from './byte-text.ts';
import * as gunzipOfPage from './gunzip.ts';
import { Sha256 } from './hash.ts';

const ofNodeByName: typeof ofNode = { ...ofNode };
// Whoever imports the one may be given the other: this is checked by the compiler.
const [byteText, hash, gunzip]: [typeof ofNode, typeof hashOfNode, typeof gunzipOfNode] = [
  ofPage,
  { Sha256 } as unknown as typeof hashOfNode,
  gunzipOfPage,
];

const bytes = fc.uint8Array({ maxLength: 300 });
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

describe('bytes and texts', () => {
  test.each(['utf8Text', 'latin1Text', 'hexText', 'base64Text'] as const)('%s', (name) => {
    fc.assert(fc.property(bytes, (given) => byteText[name](given) === ofNodeByName[name](given)));
  });

  test.each(['utf8Bytes', 'latin1Bytes', 'hexBytes', 'base64Bytes'] as const)('%s', (name) => {
    // Node.js takes the lower eight bits of what is no digit by far.
    const isDigits = /hex|base64/.test(name);
    const digits = fc.oneof(
      isDigits ? fc.stringMatching(/^[\w+/ -]*=?$/) : text,
      bytes.map(ofNode.hexText),
      bytes.map(ofNode.base64Text),
    );
    fc.assert(
      fc.property(digits, (given) => {
        expect(byteText[name](given)).toEqual(ofNodeByName[name](given));
      }),
    );
  });

  test('lengths, places and order', () => {
    const few = fc.uint8Array({ maxLength: 8, max: 2 });
    fc.assert(
      fc.property(text, few, few, fc.nat(8), (given, a, b, from) => {
        expect(byteText.utf8Length(given)).toBe(ofNode.utf8Length(given));
        expect(byteText.compareBytes(a, b)).toBe(ofNode.compareBytes(a, b));
        expect(byteText.joined([a, b])).toEqual(ofNode.joined([a, b]));
        if (b.length === 0) return;
        expect(byteText.placeOf(a, b, from)).toBe(ofNode.placeOf(a, b, from));
        expect(byteText.lastPlaceOf(a, b, from)).toBe(ofNode.lastPlaceOf(a, b, from));
      }),
    );
  });
});

test('SHA-256, in whatever pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), (pieces) => {
      const own = new hash.Sha256();
      for (const piece of pieces) own.update(piece);
      expect(own.hex()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
    }),
  );
  // The example of FIPS 180-2, appendix B.3.
  const million = new hash.Sha256().update(new Uint8Array(1_000_000).fill(0x61)).hex();
  expect(million).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
});

describe('gzip', () => {
  const all = async (pieces: readonly Uint8Array[]) => {
    const found: Uint8Array[] = [];
    for await (const piece of gunzip.gunzipped(pieces)) found.push(piece);
    return Buffer.concat(found);
  };
  const content = Buffer.alloc(300_000, 'some text ');
  const packed = gzipSync(content);

  test('in pieces', async () => {
    expect((await all([packed.subarray(0, 7), packed.subarray(7)])).equals(content)).toBe(true);
  });

  test.each([
    ['cut', packed.subarray(0, 200)],
    ['damaged', packed.map((byte, at) => (at === 40 ? byte ^ 0x55 : byte))],
    ['none', Buffer.from('what is no gzip')],
  ])('%s: an error with a code of zlib', async (_name, given) => {
    await expect(all([given])).rejects.toMatchObject({ code: expect.stringMatching(/^Z_/) });
  });

  const withLevel = (level: number) => gzipSync(content, { level });
  const noise = Uint8Array.from({ length: 90_000 }, (_, at) => Math.imul(at, 0x9e37_79b1) >>> 24);
  test.each([
    ['several members', [packed, gzipSync(noise), gzipSync(''), packed]],
    ['padding', [packed, new Uint8Array(70_000)]],
    ['blocks of each kind', [withLevel(0), gzipSync(content, { strategy: constants.Z_FIXED }), withLevel(9)]],
  ])('%s, as Node.js unpacks them', async (_name, members) => {
    const given = Buffer.concat(members);
    expect((await all([given])).equals(gunzipSync(given))).toBe(true);
    expect((await all(Array.from(given, (byte) => Uint8Array.of(byte)))).equals(gunzipSync(given))).toBe(
      true,
    );
  });

  test.each([
    ['junk', Buffer.concat([packed, Buffer.from('junk')]), 'incorrect header check'],
    [
      'wrong check',
      packed.map((byte, at) => (at === packed.length - 8 ? byte ^ 1 : byte)),
      'incorrect data check',
    ],
    [
      'wrong length',
      packed.map((byte, at) => (at === packed.length - 1 ? 1 : byte)),
      'incorrect length check',
    ],
    ['cut end', packed.subarray(0, -1), 'unexpected end of file'],
  ])('%s behind the content: all of it is given before it is said', async (_name, given, message) => {
    const found: Uint8Array[] = [];
    const read = async () => {
      for await (const piece of gunzip.gunzipped([given])) found.push(piece);
    };
    await expect(read()).rejects.toThrow(message);
    expect(Buffer.concat(found).equals(content)).toBe(true);
  });

  test('who wants no more gets no more', async () => {
    const pieces = gunzip.gunzipped([packed]);
    await pieces.next();
    expect((await pieces.return(undefined)).done).toBe(true);
  });
});
