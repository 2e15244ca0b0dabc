/**
 * Output of `ip addr save`, `ip route save`, `ip rule save` and `nft list ruleset`, which CRIU gives back to
 * the programs unread. Messages of netlink are checked for their frame, filters for braces and first words.
 */
import { latin1Text } from '../../../byte-text.ts';
import type { CriuImage } from '../../../model/from-criu/image.ts';
import { fileName, type ImageTypeName } from '../../../parse/criu/index.ts';
import { fails } from './stop.ts';

interface DumpRow {
  readonly type: ImageTypeName;
  readonly command: string;
  /** iproute2: the word that such a file begins with. */
  readonly magic: number;
  /** rtnetlink(7): RTM_NEWADDR, RTM_NEWROUTE, RTM_NEWRULE, and the bytes before the attributes. */
  readonly message: number;
  readonly headBytes: number;
}

const dumps: readonly DumpRow[] = [
  { type: 'IFADDR', command: 'addr', magic: 0x4736_1222, message: 20, headBytes: 8 },
  { type: 'ROUTE', command: 'route', magic: 0x4531_1224, message: 24, headBytes: 12 },
  { type: 'ROUTE6', command: 'route', magic: 0x4531_1224, message: 24, headBytes: 12 },
  { type: 'RULE', command: 'rule', magic: 0x7170_6986, message: 32, headBytes: 12 },
];

/** Numbers of devices, and whether each has IPv6. */
export type Devices = ReadonlyMap<number, boolean>;

export function checkDumps(image: CriuImage, id: number, devices: Devices): void {
  for (const row of dumps) {
    const bytes = bytesOf(image, fileName(row.type, id));
    const wrong = bytes && wrongMessage(row, bytes, devices);
    if (wrong === undefined) continue;
    const at = { file: fileName(row.type, id), offset: wrong.offset };
    fails('criu-network-dump', at, `CRIU: "net: IP tool failed on ${row.command} restore"; ${wrong.why}`);
  }
  checkFilters(image, fileName('NFTABLES', id));
}

const dumpBytesMax = 16 << 20;

function bytesOf({ directory, sizes }: CriuImage, file: string): Uint8Array | undefined {
  const source = (sizes.get(file) ?? dumpBytesMax) < dumpBytesMax ? directory.open(file) : undefined;
  if (source === undefined) return undefined;
  try {
    return source.view(0, source.size).slice();
  } finally {
    source.close();
  }
}

const halfWordAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
const wordAt = (bytes: Uint8Array, at: number): number =>
  (halfWordAt(bytes, at) | (halfWordAt(bytes, at + 2) << 16)) >>> 0;

interface Wrong {
  readonly offset: number;
  readonly why: string;
}

const frameBytes = 16;
const aligned = (length: number): number => (length + 3) & ~3;

/** NLMSG_MIN_TYPE: what is below is of netlink itself, and does nothing here. */
const ownMessages = 16;

function wrongMessage(row: DumpRow, bytes: Uint8Array, devices: Devices): Wrong | undefined {
  if (bytes.length < 4) return { offset: 0, why: `it has ${bytes.length} bytes` };
  if (wordAt(bytes, 0) !== row.magic) {
    return { offset: 0, why: 'its first word is not that of such a file' };
  }
  for (let offset = 4; offset < bytes.length; ) {
    const left = bytes.length - offset;
    const length = left < frameBytes ? 0 : wordAt(bytes, offset);
    if (length < frameBytes || length > left) return { offset, why: 'a message is cut or too short' };
    const kind = halfWordAt(bytes, offset + 4);
    if (kind >= ownMessages) {
      if (kind !== row.message) return { offset, why: 'a message is of another kind' };
      const body = bytes.subarray(offset + frameBytes, offset + length);
      if (body.length < row.headBytes) return { offset, why: 'a message is too short' };
      const why = wrongBody(row, body, devices);
      if (why !== undefined) return { offset, why };
    }
    offset += aligned(length);
  }
  return undefined;
}

/** Attributes up to the first that is cut: the kernel says nothing of the rest. */
function attributesOf(body: Uint8Array, start: number): ReadonlyMap<number, Uint8Array> {
  const found = new Map<number, Uint8Array>();
  for (let offset = start; offset + 4 <= body.length; ) {
    const length = halfWordAt(body, offset);
    if (length < 4 || length > body.length - offset) break;
    found.set(halfWordAt(body, offset + 2), body.subarray(offset + 4, offset + length));
    offset += aligned(length);
  }
  return found;
}

const families = { ipv4: 2, ipv6: 10 } as const;

function wrongBody(row: DumpRow, body: Uint8Array, devices: Devices): string | undefined {
  const attributes = attributesOf(body, row.headBytes);
  if (row.type === 'IFADDR') return wrongAddress(body, attributes, devices);
  return row.type === 'RULE' ? wrongRule(body, attributes) : undefined;
}

/** rtnetlink(7): struct ifaddrmsg, IFA_ADDRESS, IFA_LOCAL and IFA_CACHEINFO. */
function wrongAddress(
  body: Uint8Array,
  attributes: ReadonlyMap<number, Uint8Array>,
  devices: Devices,
): string | undefined {
  const [family = 0] = body;
  const index = wordAt(body, 4);
  if (!devices.has(index)) return `an address is one of device ${index}, which is not in the image`;
  const [address, local, times] = [attributes.get(1), attributes.get(2), attributes.get(6)];
  if (family === families.ipv4) {
    if (local?.length !== 4) return 'an address of IPv4 has no local part';
  } else if (family !== families.ipv6) {
    return `an address is of family ${family}`;
  } else if ((local ?? address)?.length !== 16) {
    return 'an address of IPv6 has not 16 bytes';
  } else if (devices.get(index) === false) {
    return `an address of IPv6 is one of device ${index}, which has disable_ipv6 set`;
  }
  if (times === undefined || times.length < 8) return undefined;
  const [preferred, valid] = [wordAt(times, 0), wordAt(times, 4)];
  return valid === 0 || preferred > valid ? 'an address is preferred longer than it is valid' : undefined;
}

/** linux/fib_rules.h: struct fib_rule_hdr, FRA_DST and FRA_SRC. */
function wrongRule(body: Uint8Array, attributes: ReadonlyMap<number, Uint8Array>): string | undefined {
  const [family = 0, target = 0, source = 0] = body;
  if (family !== families.ipv4 && family !== families.ipv6) {
    return family < 128 || family > 129 ? `a rule is of family ${family}` : undefined;
  }
  const bits = family === families.ipv4 ? 32 : 128;
  for (const [length, attribute] of [
    [target, 1],
    [source, 2],
  ] as const) {
    const bytes = attributes.get(attribute)?.length;
    if (length > 0 && (length > bits || bytes !== bits / 8)) return 'a rule is for an address that it lacks';
  }
  return undefined;
}

/** The ruleset is a C string of tables; what stands in them is left to nft. */
function checkFilters(image: CriuImage, file: string): void {
  const bytes = bytesOf(image, file);
  if (bytes === undefined) return;
  const end = bytes.indexOf(0);
  const text = latin1Text(bytes.subarray(0, end === -1 ? bytes.length : end));
  const wrong = wrongRuleset(text);
  if (wrong === undefined) return;
  const at = { file, offset: wrong.offset };
  fails('criu-network-dump', at, `CRIU: "net: nft command error: syntax error"; ${wrong.why}`);
}

const tableLine = /^\s*table\s+(?:(?:ip|ip6|inet|arp|bridge|netdev)\s+)?([^\s{}]+)\s*(?:\{|$)/;
const family = /^(?:ip|ip6|inet|arp|bridge|netdev)$/;

function isOutside(code: string): boolean {
  const name = tableLine.exec(code)?.[1];
  return code.trim() === '' || (name !== undefined && !family.test(name));
}

function wrongRuleset(text: string): Wrong | undefined {
  let depth = 0;
  let offset = 0;
  for (const line of text.split('\n')) {
    const code = line.replace(/"[^"]*"/g, '').replace(/#.*/, '');
    if (/[^\t\r\x20-\x7e]/.test(code)) return { offset, why: 'a line is no text' };
    if (depth === 0 && !isOutside(code)) return { offset, why: 'a line outside of the tables begins none' };
    for (const letter of code) if (letter === '{' || letter === '}') depth += letter === '{' ? 1 : -1;
    if (depth < 0) return { offset, why: 'a brace is closed that is not open' };
    offset += line.length + 1;
  }
  return depth === 0
    ? undefined
    : { offset: Math.max(0, text.length - 1), why: 'the text ends inside of a table' };
}
