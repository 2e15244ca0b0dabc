/** Broken samples of the semantics layer: files, network, container. */
import type { AnyRecord } from '../../../parse/cpt/record.ts';
import { contentType, mountFlag, sectionType } from '../../../parse/generated/cpt-records.ts';
import { headerBytesMax } from '../rules/header-lengths.ts';
import { drop, find, inOrder, insert, makeObject, setField, setHead, setPayload } from './edit.ts';
import { addSection, isSection } from './framing.ts';
import { type RecipeTable, recipe } from './recipe.ts';
import { address, connection, name } from './references.ts';

const none = 0xffffffffffffffffn;
const inFile = { kind: 'file', where: (record: AnyRecord) => record.parent?.kind === 'section' } as const;
const isFileName = (record: AnyRecord) => record.kind === 'name' && record.parent?.kind === 'file';
const isSocket = (record: AnyRecord) => record.kind === 'socket';

/** The first that fits, alone. */
const dropFirst =
  (fits: (record: AnyRecord, image: Uint8Array) => boolean) =>
  (image: Uint8Array): Uint8Array => {
    let found: AnyRecord | undefined;
    return drop((record) => {
      if (!found && fits(record, image)) found = record;
      return record === found;
    })(image);
  };

export const fileRecipes: RecipeTable = {
  'file-without-name': recipe('counter', 'name of a FILE left out', dropFirst(isFileName)),
  'empty-name': recipe(
    'counter',
    'name of a FILE zeroed',
    setPayload({ kind: 'name', where: isFileName }, 0, new Uint8Array(8)),
  ),
  'deleted-without-inode': recipe('counter', 'a FILE marked as deleted', setField(inFile, 'lflags', 1)),
  'hardlinked-file': recipe('counter', 'a FILE marked as hard-linked', setField(inFile, 'lflags', 0x400)),
  'terminal-without-object': recipe(
    'pipes',
    'a terminal without TTY',
    inOrder(
      insert(
        ({ kind }) => kind === 'inode',
        () => [makeObject({ kind: 'ref', depth: 2, hdrlen: 24, fields: { pos: none } })],
      ),
      setField(inFile, 'iMode', 0o020620),
      setField(inFile, 'priv', none),
      setField(inFile, 'inode', (image) => find(image, { kind: 'inode' }).offset),
    ),
  ),
  'pipe-content-twice': recipe(
    'pipes',
    'a second buffer in a pipe',
    insert(
      (record) => record.kind === 'bits' && record.parent?.kind === 'inode',
      () => [
        makeObject({
          kind: 'bits',
          depth: 2,
          hdrlen: 24,
          content: contentType.data,
          fields: { size: 8 },
          payload: new Uint8Array(8),
        }),
      ],
    ),
  ),
  'descriptor-beyond-table': recipe(
    'counter',
    'a descriptor of number 5000',
    setField({ kind: 'filedesc' }, 'fd', 5000),
  ),
  'descriptor-table-size': recipe(
    'counter',
    'max_fds set to 2^30',
    setField({ kind: 'files' }, 'maxFds', 2 ** 30),
  ),
  'socket-buffer-size': recipe(
    'network',
    'len of a buffer increased',
    setField({ kind: 'skb' }, 'len', (image) => find(image, { kind: 'skb' }).fields.len + 1),
  ),
  'filter-length': recipe(
    'network',
    'a filter of 12 bytes',
    insert(isSocket, () => [
      makeObject({
        kind: 'skfilter',
        depth: 2,
        hdrlen: 24,
        fields: { size: 12 },
        payload: new Uint8Array(16),
      }),
    ]),
  ),
  'multicast-family': recipe(
    'network',
    'a multicast group of family 16',
    insert(isSocket, () => [
      makeObject({
        kind: 'sock_mcaddr',
        depth: 2,
        hdrlen: headerBytesMax.sock_mcaddr,
        fields: { family: 16 },
      }),
    ]),
  ),
  'packet-options': recipe(
    'network',
    'packet options on an IP socket',
    insert(isSocket, () => [
      makeObject({ kind: 'sock_packet', depth: 2, hdrlen: headerBytesMax.sock_packet, content: 1 }),
    ]),
  ),
  'address-family': recipe(
    'counter',
    'an address of family 7',
    insert(isSection('net_ifaddr'), () => [address(1, 7)]),
  ),
  'device-statistics': recipe(
    'counter',
    'hdrlen of NET_STATS set to 224',
    setHead({ kind: 'net_stats' }, 'hdrlen', 224),
  ),
  'route-message': recipe(
    'counter',
    'a route of 8 bytes',
    setPayload({ kind: 'net_route' }, 0, Uint8Array.of(8, 0, 0, 0)),
  ),
  'connection-direction': recipe(
    'new',
    'a connection of two replies',
    addSection(sectionType.net_conntrack, connection(1, 1)),
  ),
  'snmp-table': recipe(
    'new',
    'counters with content STACK',
    setHead(
      { kind: 'bits', where: (record) => record.parent?.kind === 'section' },
      'content',
      contentType.stack,
    ),
  ),
  'firewall-text': recipe(
    'counter',
    'rules that are none',
    addSection(sectionType.net_iptables, name(1, 'no rules at all')),
  ),
  'host-names': recipe(
    'counter',
    'a host name of 70 characters',
    insert(isSection('utsname'), () => [name(1, 'h'.repeat(70))]),
  ),
  'beancounter-resources': recipe('new', '40 resources', setField({ kind: 'ubc' }, 'ubResources', 40)),
  'mount-names': recipe(
    'counter',
    'the last name of a mount left out',
    dropFirst(
      (record, image) =>
        record.offset ===
        find(image, { kind: 'name', number: 2, where: (other) => other.parent?.kind === 'vfsmount' }).offset,
    ),
  ),
  'mount-data': recipe(
    'new',
    'a mount marked as delayed',
    setField(
      { kind: 'vfsmount' },
      'mntflags',
      (image) => find(image, { kind: 'vfsmount' }).fields.mntflags + mountFlag.delayfs,
    ),
  ),
  'archive-content': recipe(
    'tmpfs',
    'first member of the archive damaged',
    setPayload(
      { kind: 'name', where: (record) => record.content === contentType.data },
      150,
      Uint8Array.of(0x78, 0x78),
    ),
  ),
  'duplicate-record': recipe(
    'counter',
    'a second VEINFO',
    insert(
      ({ kind }) => kind === 'veinfo',
      (record) => [{ ...record, offset: -1 } as AnyRecord],
    ),
  ),
};
