/**
 * What messages of rtnetlink(7) say of addresses, routes and rules: the kernel's own form, which CPT images store and
 * iproute2 writes to a file (`ip addr save`, `ip route save`, `ip rule save`). Whether a kernel would take them is said
 * elsewhere; what cannot be read is left out.
 */
import type { NetAddress, Route, RoutingRule } from './checkpoint.ts';
import { inet, inet6 } from './inet-address.ts';

/** linux/rtnetlink.h: RTM_NEWADDR, RTM_NEWROUTE, RTM_NEWRULE, and the bytes of the fixed part of each. */
const messageKinds = { address: 20, route: 24, rule: 32 } as const;
const fixedBytes = { address: 8, route: 12, rule: 12 } as const;
const frameBytes = 16;

const aligned = (length: number): number => (length + 3) & ~3;

interface Message {
  readonly at: number;
  readonly type: number;
  readonly body: DataView;
}

export interface Order {
  /** Of the machine that wrote them; addresses are bytes in the order of the network. */
  readonly isLittleEndian: boolean;
}

/** Messages one after the other, up to the first that cannot be one. `at` counts from the first byte. */
export function* messagesOf(bytes: Uint8Array, start: number, { isLittleEndian }: Order): Generator<Message> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = start; at + frameBytes <= bytes.length; ) {
    const length = view.getUint32(at, isLittleEndian);
    if (length < frameBytes || length > bytes.length - at) return;
    const body = new DataView(bytes.buffer, bytes.byteOffset + at + frameBytes, length - frameBytes);
    yield { at, type: view.getUint16(at + 4, isLittleEndian), body };
    at += aligned(length);
  }
}

/** Attributes by number; of several with one number the last counts, as in the kernel. */
export class Attributes {
  readonly #found = new Map<number, DataView>();
  readonly #order: Order;

  constructor(body: DataView, start: number, order: Order) {
    this.#order = order;
    const { isLittleEndian } = order;
    for (let at = start; at + 4 <= body.byteLength; ) {
      const length = body.getUint16(at, isLittleEndian);
      if (length < 4 || length > body.byteLength - at) break;
      // NLA_F_NESTED and NLA_F_NET_BYTEORDER are no part of the number.
      const type = body.getUint16(at + 2, isLittleEndian) & 0x3fff;
      this.#found.set(type, new DataView(body.buffer, body.byteOffset + at + 4, length - 4));
      at += aligned(length);
    }
  }

  view(type: number): DataView | undefined {
    return this.#found.get(type);
  }

  /** Attributes that an attribute holds. */
  inside(type: number): Attributes | undefined {
    const view = this.#found.get(type);
    return view && new Attributes(view, 0, this.#order);
  }

  number(type: number): number | undefined {
    const view = this.#found.get(type);
    return view !== undefined && view.byteLength >= 4
      ? view.getUint32(0, this.#order.isLittleEndian)
      : undefined;
  }

  text(type: number): string | undefined {
    const view = this.#found.get(type);
    if (view === undefined) return undefined;
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    return new TextDecoder().decode(bytes).replace(/\0.*$/s, '');
  }

  address(type: number): string | undefined {
    const view = this.#found.get(type);
    return view && addressOf(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  }
}

/** An address of 4 or 16 bytes. */
function addressOf(bytes: Uint8Array): string | undefined {
  if (bytes.length === 4) return inet(bytes);
  return bytes.length === 16 ? inet6(bytes) : undefined;
}

const families: ReadonlyMap<number, Route['family']> = new Map([
  [2, 'inet'],
  [10, 'inet6'],
]);
const familyOf = (number: number): Route['family'] => families.get(number) ?? 'other';

/** linux/if_addr.h: struct ifaddrmsg and IFA_*. `base` is added to each place. */
export function addressesOf(bytes: Uint8Array, start: number, base: number, order: Order): NetAddress[] {
  const found: NetAddress[] = [];
  for (const { at, type, body } of messagesOf(bytes, start, order)) {
    if (type !== messageKinds.address || body.byteLength < fixedBytes.address) continue;
    const attributes = new Attributes(body, fixedBytes.address, order);
    const peer = attributes.address(1);
    const local = attributes.address(2) ?? peer;
    if (local === undefined) continue;
    const times = attributes.view(6);
    const isKnown = times !== undefined && times.byteLength >= 8;
    found.push({
      at: base + at,
      index: body.getUint32(4, order.isLittleEndian),
      family: familyOf(body.getUint8(0)),
      address: local,
      masklen: body.getUint8(1),
      scope: body.getUint8(3),
      flags: attributes.number(8) ?? body.getUint8(2),
      peer: peer ?? local,
      broadcast: attributes.address(4) ?? '',
      label: attributes.text(3) ?? '',
      validLft: isKnown ? times.getUint32(4, order.isLittleEndian) : undefined,
      preferedLft: isKnown ? times.getUint32(0, order.isLittleEndian) : undefined,
    });
  }
  return found;
}

/** linux/rtnetlink.h: struct rtmsg and RTA_*. */
export function routesOf(bytes: Uint8Array, start: number, base: number, order: Order): Route[] {
  const found: Route[] = [];
  for (const { at, type, body } of messagesOf(bytes, start, order)) {
    if (type !== messageKinds.route || body.byteLength < fixedBytes.route) continue;
    const attributes = new Attributes(body, fixedBytes.route, order);
    const destination = attributes.address(1);
    found.push({
      at: base + at,
      family: familyOf(body.getUint8(0)),
      destination: destination === undefined ? undefined : `${destination}/${body.getUint8(1)}`,
      gateway: attributes.address(5),
      source: attributes.address(7),
      device: attributes.number(4),
      metric: attributes.number(6),
      table: attributes.number(15) ?? body.getUint8(4),
      protocol: body.getUint8(5),
      scope: body.getUint8(6),
      type: body.getUint8(7),
      flags: body.getUint32(8, order.isLittleEndian),
      hops: hopsOf(attributes.view(9), order),
    });
  }
  return found;
}

/** struct rtnexthop: 8 bytes and attributes of its own. */
function hopsOf(view: DataView | undefined, order: Order): Route['hops'] {
  const hops: { device: number; gateway: string | undefined }[] = [];
  for (let at = 0; view !== undefined && at + 8 <= view.byteLength; ) {
    const length = view.getUint16(at, order.isLittleEndian);
    if (length < 8 || length > view.byteLength - at) break;
    const own = new DataView(view.buffer, view.byteOffset + at, length);
    const gateway = new Attributes(own, 8, order).address(5);
    hops.push({ device: own.getInt32(4, order.isLittleEndian), gateway });
    at += aligned(length);
  }
  return hops;
}

/** linux/fib_rules.h: struct fib_rule_hdr and FRA_*. */
export function rulesOf(bytes: Uint8Array, start: number, base: number, order: Order): RoutingRule[] {
  const found: RoutingRule[] = [];
  for (const { at, type, body } of messagesOf(bytes, start, order)) {
    if (type !== messageKinds.rule || body.byteLength < fixedBytes.rule) continue;
    const attributes = new Attributes(body, fixedBytes.rule, order);
    const side = (attribute: number, bits: number) => {
      const address = attributes.address(attribute);
      return address === undefined ? undefined : `${address}/${bits}`;
    };
    found.push({
      at: base + at,
      family: familyOf(body.getUint8(0)),
      priority: attributes.number(6) ?? 0,
      to: side(1, body.getUint8(1)),
      from: side(2, body.getUint8(2)),
      inputDevice: attributes.text(3),
      outputDevice: attributes.text(17),
      mark: attributes.number(10),
      table: attributes.number(15) ?? body.getUint8(4),
      action: body.getUint8(7),
    });
  }
  return found;
}
