/** Broken samples of the references layer. */
import { latin1Bytes } from '../../../byte-text.ts';
import type { AnyRecord } from '../../../parse/cpt/record.ts';
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import { drop, find, insert, makeObject, setField } from './edit.ts';
import { addSection, isSection } from './framing.ts';
import { type RecipeTable, recipe } from './recipe.ts';

const none = 0xffffffffffffffffn;
/** In the middle of the first UBC. */
const nowhere = 0x1234;

export const text = (value: string): Uint8Array => {
  const padded = new Uint8Array(Math.ceil((value.length + 1) / 8) * 8);
  padded.set(latin1Bytes(value));
  return padded;
};

export const name = (depth: number, value: string) =>
  makeObject({ kind: 'name', depth, hdrlen: 16, content: 3, payload: text(value) });

const pids = (depth: number, ...list: number[]): AnyRecord => {
  const bytes = new Uint8Array(Uint32Array.from([...list, 0]).buffer);
  const payload = { bytes, length: bytes.length };
  return { kind: 'raw', offset: -1, depth, hdrlen: 0, extra: new Uint8Array(0), payload, fields: {} };
};

const group = (index: number, parent: number) =>
  makeObject({ kind: 'cgroup', depth: 2, hdrlen: 32, content: 1, fields: { index, parent } });

/** A hierarchy in the (empty) CGROUPS section of 2.6.32. */
const withGroups = (...groups: readonly AnyRecord[]) =>
  insert(isSection('cgroups'), () => [
    makeObject({ kind: 'cgroups', depth: 1, hdrlen: 16, content: 1 }),
    name(2, 'cpu'),
    ...groups,
  ]);

export const connection = (...dirs: readonly [number, number]) => {
  const made = makeObject({ kind: 'net_conntrack', depth: 1, hdrlen: 232, content: 1, fields: { index: 1 } });
  const { tuples } = (made as Extract<typeof made, { kind: 'net_conntrack' }>).fields;
  return {
    ...made,
    fields: {
      ...made.fields,
      tuples: tuples.map((tuple, at) => ({ ...tuple, dir: dirs[at] ?? 0, l3num: 2 })),
    },
  } as AnyRecord;
};

export const address = (index: number, family: number) =>
  makeObject({ kind: 'net_ifaddr', depth: 1, hdrlen: 96, fields: { index, family } });

export const referenceRecipes: RecipeTable = {
  'dangling-position': recipe(
    'counter',
    'fs of the task set to 0x1234',
    setField({ kind: 'task' }, 'fs', nowhere),
  ),
  'lost-position': recipe('counter', 'task_ub set to 0x1234', setField({ kind: 'task' }, 'taskUb', nowhere)),
  'null-position': recipe(
    'counter',
    'sighand of the task set to -1',
    setField({ kind: 'task' }, 'sighand', none),
  ),
  'forward-position': recipe(
    'counter',
    'parent of the UBC set to that of a later object',
    setField({ kind: 'ubc' }, 'parent', (image) => find(image, { kind: 'veinfo' }).offset + 0x2000),
  ),
  'own-parent': recipe(
    'counter',
    'parent of the UBC set to itself',
    setField({ kind: 'ubc' }, 'parent', (image) => find(image, { kind: 'ubc' }).offset),
  ),
  'unopened-file': recipe(
    'counter',
    'a FILE that nobody names',
    insert(isSection('files'), () => [
      makeObject({
        kind: 'file',
        depth: 1,
        hdrlen: 88,
        content: 1,
        fields: { iMode: 0o100644, inode: none, priv: none },
      }),
      name(2, '/etc/motd'),
    ]),
  ),
  'unwatched-file': recipe('events', 'descriptor of a watched file left out', (image) => {
    const { file } = find(image, { kind: 'epoll_file' }).fields;
    return drop((record) => record.kind === 'filedesc' && record.fields.file === file)(image);
  }),
  'unreferenced-object': recipe(
    'counter',
    'fs of the task set to -1',
    setField({ kind: 'task' }, 'fs', none),
  ),
  'shared-file': recipe(
    'network',
    'two sockets with one FILE',
    setField({ kind: 'socket', number: 1 }, 'file', (image) => find(image, { kind: 'socket' }).fields.file),
  ),
  'thread-group-signal': recipe(
    'ipc',
    'signal of the second task set to that of the first',
    setField({ kind: 'task', number: 1 }, 'signal', (image) => find(image, { kind: 'task' }).fields.signal),
  ),
  'duplicate-index': recipe(
    'ipc',
    'two descriptor tables with one index',
    setField({ kind: 'files', number: 1 }, 'index', (image) => find(image, { kind: 'files' }).fields.index),
  ),
  'duplicate-descriptor': recipe(
    'counter',
    'fd of the second descriptor set to that of the first',
    setField({ kind: 'filedesc', number: 1 }, 'fd', (image) => find(image, { kind: 'filedesc' }).fields.fd),
  ),
  'unknown-socket': recipe('network', 'peer of a socket set to 77', setField({ kind: 'socket' }, 'peer', 77)),
  'unknown-device': recipe(
    'counter',
    'an address of device 9',
    insert(isSection('net_ifaddr'), () => [address(9, 2)]),
  ),
  'unknown-lock-owner': recipe(
    'counter',
    'a lock of descriptor table 40',
    insert(
      (record) => record.kind === 'name' && record.parent?.kind === 'file' && record.depth === 2,
      () => [
        makeObject({
          kind: 'flock',
          depth: 2,
          hdrlen: 48,
          fields: { owner: 40, pid: 1, svid: undefined, pad1: undefined, lsid: undefined, pad2: undefined },
        }),
      ],
    ),
  ),
  'unknown-semaphore': recipe(
    'ipc',
    'undo record for set 999',
    setField({ kind: 'sysvsem_undo_rec' }, 'id', 999),
  ),
  'unknown-connection': recipe(
    'new',
    'an expectation of connection 12',
    addSection(
      sectionType.net_conntrack,
      connection(0, 1),
      makeObject({ kind: 'net_conntrack_expect', depth: 2, hdrlen: 96, fields: { siblingConntrack: 12 } }),
    ),
  ),
  'unknown-cgroup': recipe('new', 'a group whose parent is 9', withGroups(group(0, -1), group(1, 9))),
  'cgroup-root': recipe('new', 'two roots', withGroups(group(0, -1), group(1, -1))),
  'unknown-cgroup-member': recipe(
    'new',
    'a group that lists pid 999',
    withGroups(group(0, -1), pids(3, 1, 999)),
  ),
};
