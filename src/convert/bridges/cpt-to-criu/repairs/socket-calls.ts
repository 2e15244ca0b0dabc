/** Calls on sockets as code: connect, send, shut down. Addresses and data stand behind the code. */
import type { Registers, SocketAddress } from '../../../../model/checkpoint.ts';
import { addressBytes } from '../files/addresses.ts';
import { type Bits, call, callNumber, immediate, socketCall } from './assembler.ts';
import { restoreAll, withData } from './fragment.ts';
import { bitsOf } from './syscall-restart.ts';

export type SocketOperation =
  | { readonly name: 'connect'; readonly fd: number; readonly address: readonly number[] }
  | {
      readonly name: 'sendto';
      readonly fd: number;
      readonly data: readonly number[];
      /** Empty on a connected socket. */
      readonly address: readonly number[];
    }
  | { readonly name: 'shutdown'; readonly fd: number; readonly how: bigint };

/** A failed call must not stop the program: no signal, and no waiting for room. */
const sendFlags = 0x4000n | 0x40n;

/** Makes the calls and puts every register back. */
export function socketCode(
  registers: Registers,
  entryAx: bigint,
  operations: readonly SocketOperation[],
): (at: bigint) => readonly number[] {
  const bits = bitsOf(registers);
  const make = (dataAt: bigint) => assemble(bits, operations, dataAt);
  const codeAt = (dataAt: bigint) => [...make(dataAt).code, ...restoreAll(registers, entryAx)];
  return (at) => {
    // The data hold addresses of themselves, but their length does not depend on the place.
    const { data } = make(0n);
    const dataAt = at + BigInt(withData(at, data, codeAt).length - data.length);
    return withData(at, make(dataAt).data, codeAt);
  };
}

/** 32-bit programs hand the arguments over in memory: socketcall(2). */
function assemble(bits: Bits, operations: readonly SocketOperation[], dataAt: bigint) {
  const code: number[] = [];
  const data: number[] = [];
  const place = (bytes: readonly number[]) => {
    const at = dataAt + BigInt(data.length);
    for (const byte of bytes) data.push(byte);
    return at;
  };
  for (const operation of operations) {
    const parameters = parametersOf(operation, place);
    if (bits === 64) code.push(...call(64, callNumber[64][operation.name], parameters));
    else {
      const at = place(parameters.flatMap((value) => immediate(value, 4)));
      code.push(...call(32, callNumber[32].socketcall, [socketCall[operation.name], at]));
    }
  }
  return { code, data };
}

function parametersOf(
  operation: SocketOperation,
  place: (bytes: readonly number[]) => bigint,
): readonly bigint[] {
  const fd = BigInt(operation.fd);
  switch (operation.name) {
    case 'connect':
      return [fd, place(operation.address), BigInt(operation.address.length)];
    case 'shutdown':
      return [fd, operation.how];
    case 'sendto': {
      const { data, address } = operation;
      const to = address.length === 0 ? 0n : place(address);
      return [fd, place(data), BigInt(data.length), sendFlags, to, BigInt(address.length)];
    }
  }
}

/** struct sockaddr_in or sockaddr_in6: ip(7), ipv6(7). */
export function socketAddress(address: SocketAddress | undefined): readonly number[] {
  if (address?.family !== 'inet' && address?.family !== 'inet6') return [];
  const bytes = [...addressBytes(address.address)];
  const port = [address.port >> 8, address.port & 0xff];
  if (address.family === 'inet') return [2, 0, ...port, ...bytes, 0, 0, 0, 0, 0, 0, 0, 0];
  return [10, 0, ...port, 0, 0, 0, 0, ...bytes, ...immediate(BigInt(address.scopeId), 4)];
}
