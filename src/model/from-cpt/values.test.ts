/** Decoding of single values. */
import { describe, expect, test } from 'vitest';
import {
  bytesOf32,
  bytesOf64,
  inet,
  inet6,
  signed32,
  swap16,
  text,
  timespecNs,
  timevalNs,
} from './values.ts';

describe('times', () => {
  test.each([
    [0n, 0n],
    [1n, 1n],
    // 78.07 ms, the start of the first process of 2.6.32/b.
    [0x4a75244n, 78_074_436n],
    [1n << 32n, 1_000_000_000n],
    [(1_795_420_832n << 32n) | 244_150_000n, 1_795_420_832_244_150_000n],
    // A negative second decodes as unsigned on 64-bit kernels.
    [0xffffffff_00000000n, 4_294_967_295_000_000_000n],
  ])('timespec %s is %s ns', (code, ns) => expect(timespecNs(code)).toBe(ns));

  test('timeval counts microseconds', () => expect(timevalNs((2n << 32n) | 3n)).toBe(2_000_003_000n));
});

test.each([
  [[], ''],
  [[0x61, 0, 0x62], 'a'],
  [[0x61, 0x62], 'ab'],
  [[0xc3, 0xa9], 'é'],
  [[0xff], '\ufffd'],
])('text %j', (bytes, expected) => expect(text(Uint8Array.from(bytes))).toBe(expected));

test.each([
  [0xffffffff, -1],
  [0x7fffffff, 2147483647],
  [5, 5],
])('signed32 of %i', (value, expected) => expect(signed32(value)).toBe(expected));

test('a port in network order', () => expect(swap16(0x8813)).toBe(0x1388));

test('IPv4', () => expect(inet(bytesOf32([0x0100007f]))).toBe('127.0.0.1'));

describe('IPv6 as RFC 5952 writes it', () => {
  const address = (digits: string) =>
    Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

  test.each([
    ['00000000000000000000000000000000', '::'],
    ['00000000000000000000000000000001', '::1'],
    ['fe800000000000000000000000000001', 'fe80::1'],
    ['20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
    // One zero group is not shortened.
    ['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
    ['20010db8000100010001000100010000', '2001:db8:1:1:1:1:1:0'],
    ['00010000000000000000000000000000', '1::'],
  ])('%s', (digits, expected) => expect(inet6(address(digits))).toBe(expected));

  test('from two 64-bit words', () => expect(inet6(bytesOf64([0n, 1n << 56n]))).toBe('::1'));
});
