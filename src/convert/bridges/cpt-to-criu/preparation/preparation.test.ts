/** Needed paths of every real image against what was seen inside; images that no kernel would write. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Checkpoint, Id, Socket } from '../../../../model/checkpoint.ts';
import { imagesWithTruth, type TruthProcess } from '../../../../model/testing/truth.ts';
import { projectRoot } from '../../../../test-support/images.ts';
import { preparation, preparationJson, preparationText } from './index.ts';
import { checkpointOf, checkpointOfSample, withMount, withOpenFile } from './testing/checkpoints.ts';
import type { NeededPath, Preparation, PreparationTarget } from './types.ts';

const schema = JSON.parse(readFileSync(join(projectRoot, 'formats', 'preparation.schema.json'), 'utf8'));
const isValid = new Ajv({ strict: false }).compile(schema);
const targets: readonly PreparationTarget[] = ['criu', 'openvz-2.6.32', 'openvz-2.6.18'];

const forCriu = (checkpoint: Checkpoint): Preparation => preparation(checkpoint, { target: 'criu' });
const pathsOf = ({ paths }: Preparation): readonly string[] => paths.map(({ path }) => path);
const find = ({ paths }: Preparation, wanted: string): NeededPath | undefined =>
  paths.find(({ path }) => path === wanted);
const holdersOf = (needed: NeededPath | undefined, ...kinds: readonly string[]) =>
  (needed?.uses ?? []).filter(({ kind }) => kinds.includes(kind)).flatMap(({ holders }) => holders);

describe.each(imagesWithTruth)('$name', ({ path, truth }) => {
  let prepared: Preparation;
  beforeAll(() => {
    prepared = forCriu(checkpointOf(path));
  });

  const isMade = (name: string): boolean =>
    prepared.mounts.some(
      ({ madeBy, mountpoint }) => madeBy === 'restore' && name.startsWith(`${mountpoint}/`),
    );
  const isNeeded = (name: string): boolean =>
    name.startsWith('/') && !/\(deleted\)|\/[^/]*SYSV[0-9a-f]{8}/.test(name) && !isMade(name);
  const alive = (): readonly TruthProcess[] => truth.processes.filter(({ state }) => state !== 'Z');

  test('every open file is needed, for its process and descriptor', () => {
    for (const { pid, fds } of alive()) {
      for (const { fd, link } of fds.filter((entry) => isNeeded(entry.link))) {
        const holder = holdersOf(find(prepared, link), 'open').find((entry) => entry.pid === pid);
        expect([link, holder?.fds.includes(fd)]).toEqual([link, true]);
      }
    }
  });

  test('every mapped file is needed, for its process', () => {
    for (const { pid, maps } of alive()) {
      for (const { path: name } of maps.filter((entry) => isNeeded(entry.path))) {
        const pids = holdersOf(find(prepared, name), 'program', 'mapped').map((holder) => holder.pid);
        expect([name, pids.includes(pid)]).toEqual([name, true]);
      }
    }
  });

  test('nothing else is needed for descriptors and programs', () => {
    const seen = new Set(
      alive().flatMap(({ fds, maps }) => [...fds.map(({ link }) => link), ...maps.map((m) => m.path)]),
    );
    const said = prepared.paths.filter(({ uses }) =>
      uses.some(({ kind }) => ['open', 'mapped', 'program'].includes(kind)),
    );
    expect(said.map((needed) => needed.path).filter((name) => !seen.has(name))).toEqual([]);
  });

  test('as JSON it fits its schema, for every target', () => {
    const checkpoint = checkpointOf(path);
    for (const target of targets) {
      const json = JSON.parse(preparationJson(preparation(checkpoint, { target })));
      expect([isValid(json), isValid.errors]).toEqual([true, null]);
    }
  });
});

test('paths, types and reasons of a real image', () => {
  const prepared = forCriu(checkpointOfSample('2.6.32-files-sockets'));
  expect(
    prepared.paths.map(({ path, type, mode, device }) => [path, type, mode?.toString(8), device]),
  ).toEqual([
    ['/', 'directory', '755', undefined],
    ['/appfile', 'file', '600', undefined],
    ['/dev/null', 'character-device', '666', { major: 1, minor: 3 }],
    ['/fifo1', 'fifo', '640', undefined],
    ['/lockfile', 'file', '644', undefined],
    ['/proc', 'directory', undefined, undefined],
    ['/regfile', 'file', '644', undefined],
    ['/sbin/init', 'file', '755', undefined],
  ]);
  expect(prepared.absent.map(({ path, kind }) => [path, kind])).toEqual([
    ['/proc', 'mount'],
    ['/sock1', 'socket'],
  ]);
  expect(prepared.options).toEqual([{ option: '--file-locks', why: 'file locks: 3' }]);
  expect(prepared.brought.map(({ what, count, bytes }) => [what, count, bytes])).toEqual([
    ['deleted files', 1, 8192n],
    ['pipes, with unread data', 1, 5000n],
    ['unread data of FIFOs', 1, 9n],
    ['data queued in sockets', 10, 81n],
  ]);
});

test.each([
  ['2.6.18-tcp-udp', ['--tcp-established'], ['unaccepted-connections', 'datagrams']],
  ['2.6.32-files-sockets', ['--file-locks'], ['shared-memory-name']],
  ['2.6.18-counter', [], []],
  ['2.6.18-sysv-ipc', [], ['undo-code', 'ipc-times', 'shm-destroy-mark']],
  ['2.6.18-tree', [], ['zombie-signals']],
])('%s: options %j, differences %j', (name, options, differences) => {
  const prepared = forCriu(checkpointOfSample(name));
  expect(prepared.options.map(({ option }) => option)).toEqual(options);
  const ofAll = ['start-times', 'last-pid', 'cpu-times', 'venet', 'beancounters'];
  const own = prepared.differences.map(({ code }) => code).filter((code) => !ofAll.includes(code));
  expect(own).toEqual(differences);
});

test('what a conversion found to be lost is told in its words', () => {
  const differences = [{ code: 'udp-queue', count: 2, text: 'Datagrams in receive queues.' }];
  const prepared = preparation(checkpointOfSample('2.6.18-tcp-udp'), { target: 'criu', differences });
  expect(prepared.differences).toEqual(differences);
  expect(preparationText(prepared)).toContain('Datagrams in receive queues. (2) [udp-queue]');
});

test('ip is needed where an image is handed to it', () => {
  const checkpoint = checkpointOfSample('2.6.18-pipes');
  // It has a list of routes, none of which is kept.
  expect(checkpoint.network.routes.length).toBeGreaterThan(0);
  const needs = (...files: string[]) =>
    preparation(checkpoint, { target: 'criu', files }).helpers.map(({ name, why }) => `${name}: ${why}`);
  expect(needs('netdev-10.img', 'netns-10.img')).toEqual([]);
  expect(needs('route-10.img')).toEqual(['ip: addresses and routes: route-10.img']);
});

test('what lies in a tmpfs comes with the image; its unpacker is named', () => {
  const checkpoint = checkpointOfSample('2.6.32-tmpfs');
  const criu = forCriu(checkpoint);
  expect(pathsOf(criu)).toContain('/tmpfs');
  expect(pathsOf(criu).filter((path) => path.startsWith('/tmpfs/'))).toEqual([]);
  expect(criu.helpers.filter(({ where }) => where === 'host').map(({ name }) => name)).toEqual([
    'tar',
    'gzip',
  ]);
  const openvz = preparation(checkpoint, { target: 'openvz-2.6.32' });
  expect(openvz.helpers).toEqual([{ name: 'tar', where: 'root', why: 'tmpfs content to be unpacked: 1' }]);
  expect(find(openvz, '/bin/tar')?.uses[0]?.kind).toBe('helper');
});

test('32-bit tasks need a kernel and a CRIU that run them', () => {
  const names = (sample: string) => forCriu(checkpointOfSample(sample)).kernel.map(({ config }) => config);
  expect(names('2.6.18-counter-32bit')).toContain('CONFIG_IA32_EMULATION');
  expect(names('2.6.18-i386-sysv-ipc')).toContain('CONFIG_IA32_EMULATION');
  expect(names('2.6.18-counter')).not.toContain('CONFIG_IA32_EMULATION');
});

test('what is below a bind mount is needed where it comes from', () => {
  const bound = withMount(checkpointOfSample('2.6.32-counter'), {
    mountpoint: '/srv',
    isBind: true,
    bindSource: '/data/srv',
  });
  const prepared = forCriu(withOpenFile(bound, 90, { path: '/srv/log', name: '/srv/log' }));
  expect(pathsOf(prepared)).toEqual(expect.arrayContaining(['/data/srv', '/data/srv/log', '/srv']));
  expect(pathsOf(prepared)).not.toContain('/srv/log');
});

test('bind mounts that lead to each other come to an end', () => {
  const one = withMount(checkpointOfSample('2.6.32-counter'), {
    mountpoint: '/a',
    isBind: true,
    bindSource: '/b',
  });
  const both = withMount(one, { mountpoint: '/b', isBind: true, bindSource: '/a' });
  const prepared = forCriu(withOpenFile(both, 90, { path: '/a/x', name: '/a/x' }));
  expect(pathsOf(prepared)).toContain('/a/x');
});

test('mounts of the host are named, and what lies in them is needed', () => {
  const checkpoint = withMount(checkpointOfSample('2.6.32-counter'), {
    mountpoint: '/export',
    isExternal: true,
  });
  const prepared = forCriu(withOpenFile(checkpoint, 90, { path: '/export/x', name: '/export/x' }));
  expect(prepared.mounts.find(({ mountpoint }) => mountpoint === '/export')?.madeBy).toBe('host');
  expect(pathsOf(prepared)).toEqual(expect.arrayContaining(['/export', '/export/x']));
  expect(prepared.remarks.join()).toContain('The host mounted /export (tmpfs)');
});

test('a deleted file with another name needs that one, with the size that the image has', () => {
  const checkpoint = checkpointOfSample('2.6.32-files-sockets');
  const deleted = [...checkpoint.files.values()].find(({ path }) => path === '/delfile')!;
  const inode = { ...checkpoint.inodes.get(deleted.inode!)!, otherPath: '/kept', nlink: 1 };
  const prepared = forCriu({ ...checkpoint, inodes: new Map([...checkpoint.inodes, [inode.id, inode]]) });
  expect(find(prepared, '/kept')).toMatchObject({ sizeBytes: 5000n, mode: 0o600, type: 'file' });
  expect(find(prepared, '/kept')?.uses).toEqual([{ kind: 'other-name', holders: [], details: ['/delfile'] }]);
  expect(prepared.brought.map(({ what }) => what)).not.toContain('deleted files');
  expect(prepared.differences.map(({ code }) => code)).toContain('deleted-name');
});

test('an OpenVZ kernel replaces a left-over socket; CRIU does not', () => {
  const checkpoint = checkpointOfSample('2.6.32-files-sockets');
  const socket = (target: PreparationTarget) =>
    preparation(checkpoint, { target }).absent.find(({ kind }) => kind === 'socket');
  expect([socket('criu')?.isRefused, socket('openvz-2.6.32')?.isRefused]).toEqual([true, false]);
});

test('hard limits above the usual ones, the highest of each', () => {
  const checkpoint = checkpointOfSample('2.6.32-counter');
  const [first] = checkpoint.signals.values();
  const limits = first!.rlimits.map((limit, number) => (number === 7 ? { ...limit, max: 100_000n } : limit));
  const signals = new Map([...checkpoint.signals, [first!.id, { ...first!, rlimits: limits }]]);
  expect(forCriu(checkpoint).limits).toEqual([]);
  expect(forCriu({ ...checkpoint, signals }).limits).toEqual([
    { resource: 'RLIMIT_NOFILE', hard: 100_000n, usual: 4096n, pids: [1] },
  ]);
});

describe('names that no honest program uses', () => {
  const hostile = '/tmp/a\nb\'c"$(touch /x)`y`\u001b[31m\u202e\\';
  const open = (path: string) => withOpenFile(checkpointOfSample('2.6.32-counter'), 90, { path, name: path });

  test('control characters are shown as escapes, never as themselves', () => {
    const checkpoint = open(hostile);
    const tasks = checkpoint.tasks.map((task) => ({ ...task, comm: 'x\u001b[2J\n' }));
    const processes = checkpoint.processes.map((one) => ({
      ...one,
      leader: { ...one.leader!, comm: 'x\u001b[2J\n' },
    }));
    const text = preparationText(forCriu({ ...checkpoint, tasks, processes }));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(text).toContain('/tmp/a\\x0ab\'c"$(touch /x)`y`\\x1b[31m\\x202e\\\\');
  });

  test('in JSON they are exact', () => {
    const json = JSON.parse(preparationJson(forCriu(open(hostile))));
    expect(json.paths.map((needed: NeededPath) => needed.path)).toContain(hostile);
  });

  test('what is no UTF-8 is marked', () => {
    const prepared = forCriu(open('/tmp/\ufffd'));
    expect(find(prepared, '/tmp/\ufffd')?.isExact).toBe(false);
    expect(preparationText(prepared)).toContain('not the exact name');
  });

  test('a file without a path is counted, not looked for', () => {
    const prepared = forCriu(open('no path at all'));
    expect(pathsOf(prepared)).not.toContain('no path at all');
    expect(prepared.remarks.join()).toContain('Open files without a path that could be looked for: 1.');
  });

  test('a socket in a missing mount, an empty name, a relative name', () => {
    const checkpoint = checkpointOfSample('2.6.32-files-sockets');
    const socketNamed = (name: string): Socket => ({
      ...[...checkpoint.sockets.values()][0]!,
      id: (3_000_000 + name.length) as Id<'socket'>,
      local: { family: 'unix', name, isAbstract: false },
    });
    const added = ['', 'here', '/proc/x'].map(socketNamed);
    const sockets = new Map([...checkpoint.sockets, ...added.map((one) => [one.id, one] as const)]);
    const prepared = forCriu({ ...checkpoint, sockets });
    expect(prepared.absent.map(({ path }) => path)).toEqual(['/proc', '/sock1']);
    expect(prepared.remarks.join()).toContain('relative name');
  });
});
