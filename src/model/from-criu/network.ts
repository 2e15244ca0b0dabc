/**
 * Network namespaces, each by its number: devices are messages of CRIU, addresses, routes, rules and packet filters
 * what iproute2, iptables and nft wrote.
 */

import { machines } from '../../abi/machines.ts';
import { hexText, latin1Text } from '../../byte-text.ts';
import { fileName, type ImageTypeName } from '../../parse/criu/index.ts';
import type { NetDeviceEntry } from '../../parse/generated/criu-descriptors.ts';
import type { NetDevice } from '../checkpoint.ts';
import { connectionsOf } from '../conntrack-messages.ts';
import { addressesOf, routesOf, rulesOf } from '../rtnetlink.ts';
import { type Context, fileRange } from './draft.ts';
import { entriesOf, firstOf, textOf } from './image.ts';
import { idsOfType } from './ipc.ts';

// images/netdev.proto: enum nd_type.
const deviceKinds: readonly string[] = [
  ...['', 'loopback', 'veth', 'tun', 'external', 'venet', 'bridge', 'macvlan', 'sit'],
];

const fileTypes = [
  ...(['NETNS', 'NETDEV', 'IFADDR', 'ROUTE', 'ROUTE6', 'RULE', 'IPTABLES', 'IP6TABLES', 'NFTABLES'] as const),
  'NETNF_CT',
] satisfies ImageTypeName[];

export function collectNetwork(context: Context): void {
  const ids = new Set(fileTypes.flatMap((type) => idsOfType(context.image, type)));
  for (const id of [...ids].sort((a, b) => a - b)) collectNamespace(context, id);
}

function collectNamespace(context: Context, id: number): void {
  const { image, model } = context;
  const { network } = model;
  const entry = firstOf(image, 'NETNS', 'netns_entry', id);
  const order = { isLittleEndian: !machines[model.image.architecture].isBigEndian };
  const listed = contentOf(context, 'NETNF_CT', id);
  const tracked = listed === undefined ? [] : connectionsOf(listed.bytes, order);
  network.namespaces.push({
    at: entry?.at ?? 0,
    file: fileName('NETNS', id),
    number: id,
    externalKey: textOf(entry?.fields.ext_key) || undefined,
    connections: tracked.length,
    ...(tracked.length > 0 && { tracked }),
  });
  for (const { fields, at, file } of entriesOf(image, 'NETDEV', 'net_device_entry', id))
    network.devices.push({ ...deviceOf(fields), at, file, namespace: id });
  const placed = { namespace: id };
  const addresses = contentOf(context, 'IFADDR', id);
  if (addresses)
    for (const address of addressesOf(addresses.bytes, magicBytes, addresses.offset, order))
      network.addresses.push({ ...address, ...placed, file: addresses.file });
  for (const type of ['ROUTE', 'ROUTE6'] as const) {
    const routes = contentOf(context, type, id);
    if (routes === undefined) continue;
    const { file, offset, length, bytes } = routes;
    const entries = routesOf(bytes, magicBytes, offset, order).map((route) => ({
      ...route,
      ...placed,
      file,
    }));
    network.routes.push({ at: offset, file, ...placed, messages: { offset, length }, entries });
  }
  const rules = contentOf(context, 'RULE', id);
  if (rules)
    for (const rule of rulesOf(rules.bytes, magicBytes, rules.offset, order))
      network.rules.push({ ...rule, ...placed, file: rules.file });
  collectFilters(context, id);
}

/** iproute2 begins a file with a word of its own. */
const magicBytes = 4;
/** Larger ones are not looked into; a namespace with a hundred thousand routes has 8 MiB of them. */
const contentBytesMax = 64 << 20;

function contentOf(context: Context, type: ImageTypeName, id: number) {
  const file = fileName(type, id);
  const range = fileRange(context, file);
  const source = range && range.length <= contentBytesMax ? context.image.directory.open(file) : undefined;
  if (range === undefined || source === undefined) return undefined;
  try {
    return { ...range, file, bytes: source.view(0, source.size).slice() };
  } finally {
    source.close();
  }
}

function deviceOf(fields: NetDeviceEntry): Omit<NetDevice, 'at'> {
  const { type = 0, ifindex = 0, mtu, flags = 0, name, address, master, peer_ifindex, peer_nsid } = fields;
  const kind = deviceKinds[type] || `type ${type}`;
  return {
    index: ifindex,
    name: textOf(name) ?? (kind === 'loopback' ? 'lo' : ''),
    flags,
    mtu,
    kind,
    hardwareAddress: address && hexText(address),
    master: master || undefined,
    peerIndex: peer_ifindex,
    peerNamespace: peer_nsid,
  };
}

const filters = [
  { type: 'IPTABLES', family: 'inet', count: countSaved },
  { type: 'IP6TABLES', family: 'inet6', count: countSaved },
  { type: 'NFTABLES', family: 'all', count: countRuleset },
] as const;

interface RuleCount {
  readonly rules: number;
  readonly hasDumpLock: boolean;
}

/** net.c: CRIU writes an empty file where the tool that makes it has nothing to say. */
function collectFilters(context: Context, id: number): void {
  for (const { type, family, count } of filters) {
    const content = contentOf(context, type, id);
    if (content === undefined || content.length === 0) continue;
    const { file, offset, length, bytes } = content;
    const { rules, hasDumpLock } = count(latin1Text(bytes).split('\n'));
    const filter = { at: offset, file, namespace: id, family, text: { offset, length }, rules, hasDumpLock };
    context.model.network.packetFilters.push(filter);
  }
}

/** criu/netfilter.c: the chain that CRIU fills, and jumps to, while it dumps. */
const lockChain = 'CRIU';

/** `-A CHAIN …` of iptables-save(8). */
function countSaved(lines: readonly string[]): RuleCount {
  const added = lines.filter((line) => /^(?:\[\d+:\d+\] )?-[AI] /.test(line));
  const own = added.filter((line) => !new RegExp(`-[AI] ${lockChain} |-j ${lockChain}\\b`).test(line));
  return { rules: own.length, hasDumpLock: own.length < added.length };
}

/** Lines of a chain of nft(8) that are neither its kind and policy nor part of a set. */
function countRuleset(lines: readonly string[]): RuleCount {
  let rules = 0;
  let hasDumpLock = false;
  let table = '';
  let chain: string | undefined;
  for (const line of lines) {
    const [, word, name = ''] =
      /^\s*(table|chain|set|map|flowtable)\s+(?:\w+\s+(?=\S+ \{))?(\S+) \{/.exec(line) ?? [];
    if (word === 'table') table = name;
    if (word !== undefined) chain = word === 'chain' ? name : undefined;
    else if (/^\t\}/.test(line)) chain = undefined;
    else if (chain !== undefined && !/^\s*(type \w+ hook|policy |comment |$)/.test(line)) {
      // Since 3.19 it may be a table of its own: criu/netfilter.c, nftables_init_connection_lock.
      const isLock = chain === lockChain || /^CRIU-\d+$/.test(table) || /\bjump CRIU\b/.test(line);
      if (isLock) hasDumpLock = true;
      else rules++;
    }
  }
  return { rules, hasDumpLock };
}
