import { expect, test } from 'vitest';
import { plainAddress } from './mapped-address.ts';

// A server at :: that a client reached by IPv4: its end is bound to 127.0.0.1, and CRIU restores it anywhere.
test.each([
  ['::ffff:7f00:1', '127.0.0.1'],
  ['::FFFF:c000:202', '192.0.2.2'],
  ['::ffff:192.0.2.2', '192.0.2.2'],
  ['::ffff:0:1', '0.0.0.1'],
  ['::1', '::1'],
  ['fd00::ffff:7f00:1', 'fd00::ffff:7f00:1'],
  ['192.0.2.2', '192.0.2.2'],
])('%s is %s', (address, plain) => expect(plainAddress(address)).toBe(plain));
