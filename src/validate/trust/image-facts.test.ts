/** The rules take facts of whatever family, and say where its records have them. */
import { expect, test } from 'vitest';
import { criuFields } from '../criu/trust/fields.ts';
import { readGrants } from './grants/read.ts';
import type { ImageFacts, ProcessRights } from './image-facts.ts';
import { judgeTrust } from './judge.ts';
import type { ContainerSubject } from './subject.ts';

const root: ProcessRights = {
  pid: 7,
  ppid: 0,
  comm: 'sh',
  threads: [
    {
      tid: 7,
      file: 'stream',
      offset: 64,
      credentials: {
        uids: [1000, 1000, 0, 1000],
        gids: [1000, 1000, 1000, 1000],
        groups: [],
        bounding: 0n,
        permitted: 0n,
        effective: 0n,
        inheritable: 0n,
        ambient: 0n,
        securebits: 0,
        noNewPrivileges: false,
        label: undefined,
      },
      seccompMode: 0,
      seccompFilter: undefined,
      schedPolicy: 0,
      nice: 0,
      ip: undefined,
      rseq: undefined,
    },
  ],
  hardLimits: [],
  oomScoreAdj: undefined,
  personality: 0,
  namespaces: undefined,
  areasAt: { file: 'stream', offset: 128 },
  pagesAt: { file: 'stream', offset: 256 },
  exeFileId: undefined,
  oddHandlers: [],
  writableCode: 0,
  machine: 0,
};

const images: ImageFacts = {
  prefix: 'images/',
  fields: { ...criuFields, uids: ['task.ruid', 'task.euid', 'task.suid', 'task.fsuid'] },
  processes: [root],
  mountTable: 'stream',
  mounts: [],
  namespaces: {
    ofDumper: {},
    unsaid: undefined,
    known: new Set(),
    foreign: new Set(),
    external: [],
    emptyNetworks: new Set(),
    users: [],
    userFile: () => 'stream',
  },
  filterTable: { file: 'stream', offset: 0 },
  filters: [],
  policies: undefined,
  files: () => [],
  regular: new Map(),
  memfds: new Set(),
  links: [],
  judgeRecords: ({ engine }, report) =>
    report('trust-of-family', { member: 'images/stream', offset: 64 }, `of ${engine ?? 'nobody'}`, 'note'),
};

test('a fact leads to the field that the family names, and what it says itself stands behind', () => {
  const spec = { ociVersion: '1.0.0', process: { user: { uid: 1000, gid: 1000 }, noNewPrivileges: false } };
  const subject: ContainerSubject = {
    engine: undefined,
    prefix: '',
    members: [],
    documents: {},
    tars: [],
    images,
    otherImages: [],
    grants: readGrants(spec, 'config.json')?.(undefined, undefined) ?? [],
  };
  expect(judgeTrust(subject).map(({ code, severity, at }) => [code, severity, at.path])).toEqual([
    ['trust-uid', 'error', 'images/stream/task.suid'],
    ['trust-of-family', 'note', 'images/stream'],
  ]);
});
