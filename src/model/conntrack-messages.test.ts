/**
 * The file that CRIU 4.2.1 wrote of a network namespace with a rule over `ct state`: a datagram from port 5555 to 5556
 * that nobody answered, and a TCP connection to port 7777, both over lo.
 */
import { expect, test } from 'vitest';
import { connectionsOf } from './conntrack-messages.ts';

const listed = Uint8Array.from(
  Buffer.from(
    [
      'a400000000010200686000001e1f0000020000003400018014000180080001007f000001080002007f000001',
      '1c00028005000100110000000600020015b300000600030015b400003400028014000180080001007f000001',
      '080002007f0000011c00028005000100110000000600020015b400000600030015b300000800030000000008',
      '080008000000000008000c00409845e308000b00000000010800070000000019d40000000001020068600000',
      '1e1f0000020000003400018014000180080001007f000001080002007f0000011c0002800500010006000000',
      '06000200b17a0000060003001e6100003400028014000180080001007f000001080002007f0000011c000280',
      '0500010006000000060002001e61000006000300b17a0000080003000000000e080008000000000008000c00',
      '67d82f2508000b0000000001080007000006977b300004802c0001800500010003000000050002000a000000',
      '050003000a00000006000400230000000600050023000000',
    ].join(''),
    'hex',
  ),
);
const little = { isLittleEndian: true };

const shown = (bytes: Uint8Array): readonly string[] =>
  connectionsOf(bytes, little).map(({ tuples }) =>
    tuples
      .map(
        ({ protocol, source, sourcePort, destination, destinationPort }) =>
          `${protocol} ${source}:${sourcePort} ${destination}:${destinationPort}`,
      )
      .join(', '),
  );

test('both connections, each with both ways', () => {
  expect(shown(listed)).toEqual([
    '17 127.0.0.1:5555 127.0.0.1:5556, 17 127.0.0.1:5556 127.0.0.1:5555',
    '6 127.0.0.1:45434 127.0.0.1:7777, 6 127.0.0.1:7777 127.0.0.1:45434',
  ]);
});

test('what is cut, or is something else, ends the list', () => {
  for (let length = 0; length < listed.length; length++) {
    const count = shown(listed.subarray(0, length)).length;
    expect(count).toBe(length < 164 ? 0 : 1);
  }
  expect(shown(listed.slice().fill(0xff))).toEqual([]);
});
