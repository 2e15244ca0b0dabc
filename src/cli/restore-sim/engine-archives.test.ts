/**
 * Archives of Podman 5.8.6 with runc 1.3.6, and what `podman container restore --import` did with them: through the
 * files of their image, on a host that is described. And images of runc alone, with what `runc restore` did.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { HostEngine } from '../../restore-sim/host/host.ts';
import { elfWith } from '../../restore-sim/host/testing/listed-root.ts';
import { projectRoot } from '../../test-support/images.ts';
import { runHere } from '../../test-support/run-here.ts';
import { crRestoreSim } from './command.ts';
import { restoreSimSpec } from './spec.ts';

const sample = (name: string) => join(projectRoot, 'samples', 'criu', 'engines', `${name}.tar.gz`);
/** What the command says as JSON. */
const reportOf = async (...words: readonly string[]) =>
  JSON.parse((await runHere(restoreSimSpec, crRestoreSim, [...words, '--json'])).out);

const folder = mkdtempSync(join(tmpdir(), 'podman-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

const busybox = { size: 2063232, buildId: '14d64410ddb305165197b4fff8e7617e25c62d94' };

/** The files of the image as far as the restore looks at them. */
function imageRoot(): string {
  const root = mkdtempSync(join(folder, 'root-'));
  for (const name of ['bin', 'data/plain-dir', 'data/target-dir', 'etc', 'proc', 'dev', 'sys', 'run'])
    mkdirSync(join(root, name), { recursive: true });
  const file = openSync(join(root, 'bin/busybox'), 'w', 0o755);
  writeSync(file, elfWith(busybox.buildId));
  ftruncateSync(file, busybox.size);
  closeSync(file);
  writeFileSync(join(root, 'etc/target-file'), 'important\n');
  symlinkSync('/etc/target-file', join(root, 'etc/link-file'));
  writeFileSync(join(root, 'data/plain-file'), 'f\n');
  return root;
}

const image = 'localhost/bb:latest';
const empty = {
  ...{ containers: [], images: [image], volumes: [], secrets: ['s1'], networks: ['podman'], addresses: [] },
};

async function ask(name: string, podman: HostEngine | undefined, ...words: readonly string[]) {
  const host = join(mkdtempSync(join(folder, 'host-')), 'host.json');
  const network = {
    showsBound: true,
    listening: [{ protocol: 'tcp', address: '0.0.0.0', port: 8091, isListening: true }],
  };
  writeFileSync(host, JSON.stringify({ schemaVersion: 1, network, ...(podman && { podman }) }));
  const report = await reportOf(sample(name), '--engine', 'podman', '--on', host, ...words);
  const isOfEngine = ({ kind, code }: { kind: string; code: string }) =>
    [
      'container',
      'image',
      'volume',
      'secret',
      'file',
      'directory',
      'mount-point',
      'port',
      'address',
    ].includes(kind) ||
    ['pod-needed', 'volume-content', 'external-mount', 'cpuset-above', 'network-there'].includes(code);
  const conditions: { code: string; state: string; wanted: string; found: string; kind: string }[] =
    report.conditions.filter(isOfEngine);
  return {
    report,
    isMet: (code: string) =>
      conditions.filter((one) => one.code === code).every(({ state }) => state === 'met'),
    states: conditions
      .filter(({ state }) => state !== 'met')
      .map(({ code, state, wanted, found }) => `${state} ${code} ${wanted}: ${found}`),
  };
}

describe('what the archive brings', () => {
  // It was restored: files on a volume, in /dev/shm, and one that was made since the image.
  test('is there for files of tasks', async () => {
    const { states } = await ask('podman-brought', empty, '--root', imageRoot());
    expect(states).toEqual([
      'unmet deleted-link /etc/link-file deleted as it was, and no more than that: a symbolic link: /etc/target-file is removed in its place, and the link stays',
    ]);
  });

  test('is there where no root is known', async () => {
    const { states } = await ask('podman-brought', empty);
    expect(states.map((text) => text.split(':')[0])).toEqual([
      'open deleted-link no symbolic link among 2 deleted',
      'open file-needed /bin/busybox',
      'open directory-needed /data/plain-dir',
    ]);
  });

  // "File data/new.log has bad …", "Can't open file vol/f": CRIU found none of them.
  test('is not there where Podman is told to leave it', async () => {
    const { states } = await ask('podman-brought', empty, '--root', imageRoot(), '--with', '--ignore-rootfs');
    expect(states).toEqual(['unmet file-needed /data/new.log: mode 0644: nothing']);
    const volumes = await ask('podman-brought', empty, '--root', imageRoot(), '--with', '--ignore-volumes');
    expect(volumes.states.map((text) => text.split(':')[0])).toContain('open file-needed /vol/f');
    const { conditions } = volumes.report;
    const remedy = conditions.find(({ wanted }: { wanted: string }) => wanted.startsWith('/vol/f'))?.remedy;
    expect(remedy).toMatch(/^put it on the mount from outside that it was on/);
  });
});

describe('what is in the way on the host', () => {
  const id = '7b1c42483c17f0227fd4fee29b3a416b43d0c0df2a58a9412b3e1c087a17ea98';
  const without = (podman: HostEngine | undefined, ...words: string[]) =>
    ask('podman-brought', podman, '--root', imageRoot(), ...words).then(({ states }) =>
      states.filter((text) => !text.includes('deleted-link')),
    );

  test.each<[what: string, podman: HostEngine, words: string[], found: RegExp | undefined]>([
    // "creating container storage: that ID is already in use"
    ['the container', { ...empty, containers: [{ id, name: 'other' }] }, [], /^unmet container-free .*other/],
    [
      'its name',
      { ...empty, containers: [{ id: 'a'.repeat(64), name: 'brought' }] },
      [],
      /^unmet container-free/,
    ],
    [
      'its id, under a new name',
      { ...empty, containers: [{ id, name: 'brought' }] },
      ['--name other'],
      undefined,
    ],
    // "volume with name … already exists. Use --ignore-volumes to not restore content of volumes"
    ['a volume', { ...empty, volumes: ['content'] }, [], /^unmet volume-free no volume content/],
    // "unable to copy from source docker://localhost/bb:latest"
    ['no image', { ...empty, images: [] }, [], /^unmet image-there localhost\/bb:latest/],
    // "cannot listen on the TCP port: listen tcp4 :8086: bind: address already in use"
    ['a port', empty, ['--publish 8091:80'], /^unmet published-port tcp 8091/],
    // "unable to find network with name or ID mynet: network not found"
    ['no network', { ...empty, networks: ['other'] }, [], /^unmet network-there the network podman/],
    // "IPAM error: requested ip address 10.88.0.77 is already allocated to container ID …"
    [
      'its address',
      { ...empty, addresses: ['10.88.0.63'] },
      [],
      /^unmet container-address 10\.88\.0\.63 free/,
    ],
    [
      'its address, not asked for',
      { ...empty, addresses: ['10.88.0.63'] },
      ['--ignore-static-ip'],
      undefined,
    ],
    ['ports in a row', empty, ['--publish 8085-8095:80-90'], /^unmet published-port tcp 8085-8095 .*8091/],
    ['another port', empty, ['--publish 8092:80'], undefined],
  ])('%s', async (_, podman, words, found) => {
    const states = await without(podman, ...words.flatMap((text) => ['--with', text]));
    if (found === undefined) expect(states).toEqual([]);
    else expect(states).toEqual([expect.stringMatching(found)]);
  });

  test('nobody knows of a host that was not asked', async () => {
    const states = await without(undefined);
    expect(states.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'open container-free',
      'open image-there',
      'open network-there',
      'open container-address',
      'open volume-free',
    ]);
  });
});

// "mnt-v2: Can't stat mountpoint …/s1: No such file or directory", with and without the secret.
test('a container with a secret is not restored', async () => {
  const { states } = await ask('podman-secret', { ...empty, secrets: [] }, '--root', imageRoot());
  expect(states).toEqual([
    'unmet secret-there the secret s1: no such secret',
    'unmet mount-point-needed /run/secrets/s1: nothing',
  ]);
});

// "cannot restore pod container without --pod"; with it, in its pod or another, it was restored.
test('a member of a pod', async () => {
  const alone = await ask('podman-pod-member', empty, '--root', imageRoot());
  expect(alone.states).toEqual([expect.stringMatching(/^unmet pod-needed --pod/)]);
  expect(alone.report.command.slice(-2)).toEqual(['--pod', 'NAME']);
  const inPod = await ask('podman-pod-member', empty, '--root', imageRoot(), '--with', '--pod p2');
  expect(inPod.states).toEqual([]);
  expect(inPod.report.command.slice(-2)).toEqual(['--pod', 'p2']);
});

describe('an archive within the archive', () => {
  const unpacked = mkdtempSync(join(folder, 'unpacked-'));
  spawnSync('tar', ['-xzf', sample('podman-brought'), '-C', unpacked]);
  const rootfs = join(unpacked, 'rootfs-diff.tar');
  const whole = readFileSync(rootfs);
  const said = async (bytes: Uint8Array) => {
    writeFileSync(rootfs, bytes);
    const { conditions } = await reportOf(unpacked, '--engine', 'podman', '--root', imageRoot());
    return conditions
      .filter(({ code }: { code: string }) => code === 'engine-file-needed')
      .map(({ state, found }: { state: string; found: string }) => `${state}: ${found}`);
  };

  // CRApplyRootFsDiffTar of libpod and CRI-O: "failed to apply root file-system diff file", and no restore.
  test('is damaged', async () => {
    expect(await said(whole)).toEqual([]);
    expect(await said(whole.subarray(0, 700))).toEqual([expect.stringMatching(/^unmet: it ends inside of/)]);
  });

  // Podman unpacks it; nothing is known of what it has.
  test('has more than is looked at', async () => {
    const root = mkdtempSync(join(folder, 'deep-'));
    mkdirSync(join(root, 'd/'.repeat(200)), { recursive: true });
    writeFileSync(join(root, 'd/'.repeat(200), 'f'), '');
    const { stdout } = spawnSync('tar', ['-c', '-C', root, '.']);
    expect(await said(stdout)).toEqual(['open: null']);
  });
});

// Control groups of version 1 where Podman was never used: runc fills cpusets that it makes.
test('cpusets are filled by the runtime', async () => {
  const host = join(folder, 'fresh.json');
  const groups = { directories: ['cpuset:/', 'memory:/'], groups: [], hierarchies: [] };
  writeFileSync(host, JSON.stringify({ schemaVersion: 1, cgroups: groups }));
  const outcome = async (...words: string[]) => {
    const { conditions } = await reportOf(sample('podman-brought'), '--on', host, ...words);
    return conditions
      .filter(({ code }: { code: string }) => code === 'cpuset-above')
      .map(({ state }: { state: string }) => state);
  };
  expect(await outcome('--engine', 'podman')).toEqual(['met']);
  expect(await outcome('--with', '--root /ctr')).toEqual(['unmet']);
});

describe('runc', () => {
  const conditions = (...words: string[]) => reportOf(sample('runc-connected'), '--engine', 'runc', ...words);

  // "Can't connect inet socket back: Network is unreachable": runc has a network of its own made empty, also lo is down.
  test('connections of a network that is not in the image', async () => {
    const { answer, conditions: all } = await conditions('--with', '--tcp-established');
    expect(answer).toBe('if');
    expect(all.map(({ code }: { code: string }) => code)).toContain('network-reachable');
    const closed = await conditions('--with', '--tcp-close');
    expect(closed.conditions.map(({ code }: { code: string }) => code)).not.toContain('network-reachable');
  });

  // "Abort restore of existing cgroups" with strict; restored with full and ignore.
  test.each([
    ['--manage-cgroups=full', /--manage-cgroups-mode full/],
    ['--manage-cgroups', /^(?!.*--manage-cgroups)/],
    ['--empty-ns net', /^(?!.*--empty-ns)/],
  ])('%s stays in the command, unless runc passes it by itself', async (options, command) => {
    expect((await conditions('--with', options)).command.join(' ')).toMatch(command);
  });
});

// `ctr containers restore --rw --live` restored it: the changed files are a layer, with names for what was removed.
test('containerd lays the changes of the root over the image', async () => {
  const root = imageRoot();
  const states = async (...words: string[]) => {
    const report = await reportOf(sample('containerd-changed'), '--root', root, ...words);
    return report.conditions
      .filter(({ code }: { code: string }) => code === 'file-needed')
      .map(({ wanted, state }: { wanted: string; state: string }) => `${state} ${wanted.split(':')[0]}`)
      .sort();
  };
  expect(await states('--engine', 'containerd')).toEqual(['met /bin/busybox', 'met /data/new.log']);
  expect(await states('--engine', 'runc')).toEqual(['met /bin/busybox', 'unmet /data/new.log']);
});
