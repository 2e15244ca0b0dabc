/** Addresses of all families, and the list of socket fields. */
import { describe, expect, test } from 'vitest';
import { socketAddress } from './socket-address.ts';
import { noSocketFieldIsForgotten } from './socket-fields.ts';

const check = (bytes: readonly number[], length: number, expected: unknown) =>
  expect(socketAddress(Uint8Array.from(bytes), length)).toEqual(expected);

test('every socket field has a place', () => expect(noSocketFieldIsForgotten).toBe(true));

describe('addresses', () => {
  const stale = [0xff, 0xff, 0xff];

  test('none', () => {
    check([1, 0], 0, undefined);
    check([1, 0], 1, undefined);
  });
  test('unix: unbound, path, abstract', () => {
    check([1, 0, ...stale], 2, { family: 'unix', isAbstract: false });
    check([1, 0, 0x2f, 0x73, 0, ...stale], 5, { family: 'unix', name: '/s', isAbstract: false });
    // Stale bytes behind a path without a NUL are not part of it.
    check([1, 0, 0x2f, 0x73, ...stale], 4, { family: 'unix', name: '/s', isAbstract: false });
    check([1, 0, 0, 0x61, 0, 0x62, ...stale], 6, { family: 'unix', name: 'a\0b', isAbstract: true });
  });
  test('inet', () => {
    check([2, 0, 0x13, 0x88, 127, 0, 0, 1, ...stale], 16, {
      family: 'inet',
      address: '127.0.0.1',
      port: 5000,
    });
  });
  test('inet6', () => {
    const address = [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    check([10, 0, 0, 80, 0, 0, 0, 5, ...address, 3, 0, 0, 0], 28, {
      family: 'inet6',
      address: 'fe80::1',
      port: 80,
      flowInfo: 5,
      scopeId: 3,
    });
  });
  test('netlink, packet, others', () => {
    check([16, 0, 0, 0, 7, 0, 0, 0, 1, 0, 0, 0], 12, { family: 'netlink', pid: 7, groups: 1 });
    check([17, 0, 8, 0, 2, 0, 0, 0], 20, { family: 'packet', protocol: 0x0800, ifindex: 2 });
    check([99, 0, 1, 2, ...stale], 4, { family: 'other', number: 99, hex: '0102' });
  });
});
