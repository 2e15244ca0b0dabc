/** S8: the two forms of TCP control blocks, with the values of a real loopback connection. */
import { describe, expect, test } from 'vitest';
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import type { HopContext } from '../step.ts';
import { controlBlockToIpv4, controlBlockToIpv6 } from './tcp-control-block.ts';

const context = { changed: () => {}, lost: () => {} } as unknown as HopContext;

function skb(len: number, cb: readonly bigint[], type = 1): ObjectRecord<'skb'> {
  const socket = { kind: 'socket', fields: { family: 2, type } };
  return { kind: 'skb', parent: socket, fields: { len, cb } } as unknown as ObjectRecord<'skb'>;
}

// seq and end_seq of segments in the receive queue of a real 2.6.18 image, the flags byte 0 as over loopback.
const rows: readonly (readonly [string, number, bigint])[] = [
  ['data', 10, 0x50de564f_50de5645n],
  ['an empty segment with FIN', 0, 0x517498f1_517498f0n],
  ['a thousand bytes', 1000, 0x50b1a823_50b1a43bn],
];

describe.each(rows)('%s', (_name, len, sequence) => {
  const ipv6 = [0n, 0n, 0n, sequence, 0n];
  const ipv4 = [0n, 0n, sequence, 0n, 0n];

  test('down and up again', () => {
    const down = controlBlockToIpv4(skb(len, ipv6), context);
    expect(down.fields.cb).toEqual(ipv4);
    expect(controlBlockToIpv6(down, context).fields.cb).toEqual(ipv6);
  });

  test('what has the wanted form already is left alone', () => {
    expect(controlBlockToIpv6(skb(len, ipv6), context).fields.cb).toEqual(ipv6);
    expect(controlBlockToIpv4(skb(len, ipv4), context).fields.cb).toEqual(ipv4);
  });

  test('datagrams are not touched', () => {
    expect(controlBlockToIpv4(skb(len, ipv6, 2), context).fields.cb).toEqual(ipv6);
  });
});
