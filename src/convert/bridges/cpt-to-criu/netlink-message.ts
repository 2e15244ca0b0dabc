/**
 * rtnetlink(7) messages, as `ip addr save` and `ip route save` of iproute2 write them to a file; CRIU hands
 * such files to `ip addr restore` and `ip route restore`.
 */

/** The first word of a file: iproute2, ip/ipaddress.c and ip/iproute.c. */
export const fileMagic = { addresses: 0x47361222, routes: 0x45311224 } as const;

export const messageType = { newAddress: 20, newRoute: 24 } as const;
const multiFlag = 2;
export const headerBytes = 16;
const attributeHeaderBytes = 4;

/** Messages and attributes begin at multiples of 4. */
export const aligned = (length: number): number => (length + 3) & ~3;

export interface Attribute {
  readonly type: number;
  readonly data: Uint8Array;
}

export function netlinkMessage(
  type: number,
  fixed: readonly number[],
  attributes: readonly Attribute[],
): Uint8Array {
  const parts = attributes.map(attributeBytes);
  const length = headerBytes + aligned(fixed.length) + parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(aligned(length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length, true);
  view.setUint16(4, type, true);
  view.setUint16(6, multiFlag, true);
  bytes.set(fixed, headerBytes);
  let at = headerBytes + aligned(fixed.length);
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function attributeBytes({ type, data }: Attribute): Uint8Array {
  const bytes = new Uint8Array(aligned(attributeHeaderBytes + data.length));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, attributeHeaderBytes + data.length, true);
  view.setUint16(2, type, true);
  bytes.set(data, attributeHeaderBytes);
  return bytes;
}

/** A message of a dump. */
export interface StoredMessage {
  readonly type: number;
  /** Whole, padding left out. */
  readonly bytes: Uint8Array;
}

/** Messages one after the other, up to the first that cannot be one. */
export function* messagesOf(bytes: Uint8Array): Generator<StoredMessage> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const length = view.getUint32(at, true);
    if (length < headerBytes || at + length > bytes.length) return;
    yield { type: view.getUint16(at + 4, true), bytes: bytes.subarray(at, at + length) };
    at += aligned(length);
  }
}

/** The data of an attribute, which begin at `start` of a message. */
export function attributeOf({ bytes }: StoredMessage, start: number, type: number): DataView | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = start; at + attributeHeaderBytes <= bytes.length; ) {
    const length = view.getUint16(at, true);
    if (length < attributeHeaderBytes || at + length > bytes.length) return undefined;
    if (view.getUint16(at + 2, true) === type) {
      const offset = bytes.byteOffset + at + attributeHeaderBytes;
      return new DataView(bytes.buffer, offset, length - attributeHeaderBytes);
    }
    at += aligned(length);
  }
  return undefined;
}
