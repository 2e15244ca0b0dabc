/** cr-restore-sim as a user runs it, in this process: what is printed, exit codes, schemas. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { kernelProfileNames } from '../../restore-sim/kernel/index.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { crConvert } from '../convert/command.ts';
import { convertSpec } from '../convert/spec.ts';
import { crCrit } from '../crit/command.ts';
import { critSpec } from '../crit/spec.ts';
import { runCommand } from '../run.ts';
import { crRestoreSim } from './command.ts';
import { restoreSimSpec } from './spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'restore-sim-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const inSamples = (...parts: readonly string[]) => join(projectRoot, 'samples', ...parts);
const host = (name: string) => inSamples('hosts', `${name}.json`);
const traces = inSamples('traces');

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    isOutTty: false,
    isErrTty: false,
    columns: 100,
    env: {},
  };
  const status = await runCommand(restoreSimSpec, argv, terminal, crRestoreSim);
  return { status, out, err };
}

const ajv = new Ajv({ strict: false });
for (const name of ['restore-report', 'restore-plan', 'restore-list', 'restore-replay', 'host']) {
  ajv.addSchema(JSON.parse(readFileSync(join(projectRoot, 'formats', `${name}.schema.json`), 'utf8')));
}

async function json(schema: string, ...argv: string[]) {
  const { status, out, err } = await run(...argv);
  const document = JSON.parse(out);
  const check = ajv.getSchema(`urn:cr-tools:schema:${schema}:1`)!;
  expect([err, check(document), check.errors]).toEqual(['', true, null]);
  return { status, document };
}

/** What a dump from the same control group gives where the root is in a namespace of its own: CRIU 4.2.1, seen. */
test('a task in the control groups of whoever dumped it: the option that restores it is asked for', async () => {
  const place = mkdtempSync(join(tmpdir(), 'restore-sim-test-'));
  const image = join(place, 'of-dumper');
  const quiet = { isOutTty: false, isErrTty: false, columns: 80, env: {}, out: () => {}, err: () => {} };
  const archive = inSamples('criu', 'programs', 'container.tar.gz');
  await runCommand(convertSpec, [archive, image], quiet, crConvert);
  await runCommand(critSpec, ['set', join(image, 'core-42.img'), 'thread_core.cg_set=1'], quiet, crCrit);
  const asked = async (...args: readonly string[]) => {
    const { conditions, failures, command } = JSON.parse((await run(image, '--json', ...args)).out);
    expect(failures.map(({ code }: { code: string }) => code)).not.toContain('criu-cgroup-set');
    const one = conditions.find(({ code }: { code: string }) => code === 'cgroup-of-dumper');
    return [one.state, one.at.file, command.filter((word: string) => word.startsWith('--manage'))];
  };
  expect(await asked()).toEqual(['open', 'core-42.img', ['--manage-cgroups=ignore']]);
  expect(await asked('--with', '--manage-cgroups=ignore')).toEqual([
    'met',
    'core-42.img',
    ['--manage-cgroups=ignore'],
  ]);
  expect((await asked('--with', '--shell-job'))[0]).toBe('unmet');
  rmSync(place, { recursive: true });
});

const tree = sample('2.6.18-tree');
const threads = sample('2.6.32-threads');
const ipc = sample('2.6.18-sysv-ipc');

describe('an image', () => {
  test('is rehearsed under the kernel line that wrote it', async () => {
    const { status, out } = await run(tree);
    expect(status).toBe(0);
    expect(out).toMatch(
      /2\.6\.18-tree\.cpt: restores under openvz-2\.6\.18, if \d+ conditions are met\n {2}18 processes, 18 threads\n/,
    );
    expect(out).toContain('  file file-needed: A file is opened by its name. (else it fails)\n    /');
  });

  test('is rehearsed as a plan under other kernels', async () => {
    const { status, out } = await run('--kernel', 'linux-6.18', ipc);
    expect(status).toBe(0);
    expect(out).toContain(
      ' conditions are met\n  6 processes, 6 threads, 3 semaphore sets, 2 message queues, 3 segments',
    );
    expect(out).toContain('creator-lost: creator and last user of 3 segments become those of the restore');
  });

  test('fails with errno, place and what would help', async () => {
    const { status, out, err } = await run('--kernel', 'linux-2.6.25-next-id', threads);
    expect([status, err]).toEqual([1, '']);
    expect(out).toContain(
      'fails under linux-2.6.25-next-id\nEINVAL pid-out-of-range: c-leader: pid 6 at level 1 is not',
    );
    expect(out).toMatch(/\(step 11, offset 0x[0-9a-f]+, task 6\)\n/);
    // Once for those that the same helps.
    expect(out).toContain('\n  what helps: ');
  });

  test('says nothing but failures when it has to be quiet', async () => {
    expect(await run('-q', '--kernel', 'linux-6.18', tree)).toEqual({ status: 0, out: '', err: '' });
    const { status, out, err } = await run('-q', '--kernel', 'linux-2.6.25-next-id', threads);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^EINVAL pid-out-of-range: /);
  });

  test.each([
    ['cpt, its own kernel', [tree]],
    ['cpt, a plan', ['--kernel', 'linux-5.5', ipc]],
    ['cpt, a plan that fails', ['--kernel', 'linux-2.6.25-next-id', threads]],
    ['cpt, every step', ['--trace', '--kernel', 'linux-3.9', ipc]],
    ['criu', [inSamples('criu', 'sysvipc.tar.gz')]],
    ['criu, as a plan', ['--kernel', 'linux-cr', inSamples('criu', 'pipes.tar.gz')]],
  ])('as JSON fits the schema: %s', async (_, args) => {
    const { status, document } = await json('restore-report', '--json', ...args);
    expect(document.verdict).toBe(status === 0 ? 'restores' : 'fails');
    expect('operations' in document).toBe(args.includes('--trace'));
  });

  test('from CRIU is restored by CRIU', async () => {
    const { status, out } = await run(inSamples('criu', 'sysvipc.tar.gz'));
    expect(status).toBe(0);
    expect(out).toMatch(/restores under linux-6\.18, if \d+ conditions are met\n {2}2 processes/);
  });

  test('that is cut off does not restore', async () => {
    const cut = join(folder, 'cut.cpt');
    writeFileSync(cut, readFileSync(tree).subarray(0, 0x27000));
    const { status, out } = await run('--kernel', 'linux-6.18', cut);
    expect(status).toBe(1);
    expect(out).toContain('error image-damaged: the image cannot be read');
    expect((await run(cut)).status).toBe(1);
  });

  test('gives the same bytes twice', async () => {
    const args = ['--json', '--trace', '--kernel', 'linux-3.9', ipc];
    expect(await run(...args)).toEqual(await run(...args));
  });
});

describe('a world that is not empty', () => {
  test('what is in a prepared namespace is in the way', async () => {
    const { status, document } = await json('restore-report', '--json', '--on', host('busy-namespace'), tree);
    const failures = document.failures as { code: string; errno: string; culprit: string; message: string }[];
    expect([status, document.kernel]).toEqual([1, 'linux-6.18']);
    expect(failures.map(({ code, errno, culprit }) => [code, errno, culprit])).toEqual([
      ['pid-taken', 'EEXIST', 'sshd'],
      ['pid-taken', 'EEXIST', 'cron'],
    ]);
    expect(failures[0]?.message).toContain('pid 1204 is taken by `sshd`');
  });

  test('keys and slots of IPC objects, too', async () => {
    const { out } = await run('--on', host('busy-namespace'), ipc);
    expect(out).toContain(
      'EEXIST ipc-key-exists: semaphore key 0x1234 exists: semaphore set 5 (key 0x1234) of postgres',
    );
    expect(out).toContain('EEXIST ipc-id-taken: the slot of segment 0 is taken by segment 32768 of redis');
    expect(out).toContain('pid 1204 is taken by `sshd`');
  });

  test('an OpenVZ kernel answers with its own errno', async () => {
    const path = join(folder, 'namespace.json');
    writeFileSync(
      path,
      '{"schemaVersion":1,"processes":[{"pid":6,"comm":"sshd"},{"pid":1204,"comm":"cron"}]}',
    );
    const answer = async (kernel: string, image: string) => {
      const args = ['--json', '--on', path, '--kernel', kernel, image];
      const { document } = await json('restore-report', ...args);
      const [failure] = document.failures;
      return [document.kernel, failure?.code, failure?.errno, failure?.culprit];
    };
    expect(await answer('openvz-2.6.18', tree)).toEqual(['openvz-2.6.18', 'pid-taken', 'EEXIST', 'cron']);
    expect(await answer('openvz-2.6.32', threads)).toEqual(['openvz-2.6.32', 'pid-taken', 'ENOMEM', 'sshd']);
  });

  test('namespaces of their own do not meet the host, but share its pid_max', async () => {
    // Its files are nowhere described: it restores if they are there.
    const free = await run('--on', host('debian-server'), tree);
    expect([free.status, free.out.includes('pid 1204 is taken by `sshd` on the host')]).toEqual([1, true]);
    expect(free.out).toMatch(/: restores under linux-6\.18, if \d+ conditions? (is|are) met/);
    const full = await run('--on', host('small-pid-max'), tree);
    expect(full.status).toBe(1);
    expect(full.out).toContain('restores under linux-5.5'.replace('restores', 'fails'));
    expect(full.out).toContain('EINVAL pid-out-of-range: pid 1204 ≥ pid_max 1200');
    expect(full.out).toContain('what helps: sysctl kernel.pid_max=1205');
  });

  test('--into host takes the namespaces of the host', async () => {
    const { status, out } = await run('--on', host('debian-server'), '--into', 'host', tree);
    expect(status).toBe(1);
    expect(out).toContain('EEXIST pid-taken: pid 1 is taken by `systemd`, so init cannot have it');
  });

  test('this host can be described and used', async () => {
    const path = join(folder, 'host.json');
    expect(await run('--capture-host', path)).toEqual({ status: 0, out: '', err: '' });
    expect((await run('--capture-host', path)).status).toBe(3);
    expect((await run('--capture-host', '--force', path)).status).toBe(0);
    const { document } = await json('host', '--capture-host');
    expect(document.processes.length).toBeGreaterThan(0);
    const answers = [path, 'this-host'].map(async (on) => {
      const args = ['--json', '--kernel', 'linux-6.18', '--on', on, tree];
      return (await json('restore-report', ...args)).document.answer;
    });
    expect(await Promise.all(answers)).toEqual(['if', 'if']);
  });

  test('options and engines', async () => {
    const image = inSamples('criu', 'programs', 'container.tar.gz');
    const answer = async (...args: string[]) => {
      const { document } = await json('restore-report', '--json', ...args, image);
      return [document.failures[0]?.code, document.command.slice(4).join(' ')];
    };
    const externals = '--external mnt[resolv]:/etc/resolv.conf --external mnt[data]:/srv';
    const inside = '--external veth[eth0]:DEVICE';
    expect(await answer('--with', `--root /ctr ${externals}`)).toEqual([
      'veth-peer',
      `--root /ctr ${externals} ${inside}`,
    ]);
    expect(await answer('--with', '--roo=/ctr --external mnt[other]:/srv')).toEqual([
      'external-mount',
      `--root /ctr --external mnt[other]:/srv --external mnt[resolv]:PATH --external mnt[data]:PATH ${inside}`,
    ]);
    expect(await answer('--with', '--no-such')).toEqual(['option-understood', expect.any(String)]);
    // Mounts come from the specification of the container; veth has no word there.
    expect(await answer('--engine', 'crun')).toEqual(['veth-peer', expect.any(String)]);
    // Podman makes the container from its own documents in the archive, and runc reads what descriptors were.
    expect(await answer('--engine', 'podman')).toEqual(['engine-file-needed', image]);
    const lackedIn = async (engine: string, archive: string) => {
      const { document } = await json('restore-report', '--json', '--engine', engine, archive);
      return document.conditions
        .filter(({ code }: { code: string }) => code === 'engine-file-needed')
        .map(({ wanted, state }: { wanted: string; state: string }) => [wanted, state]);
    };
    const unmet = (...names: string[]) => names.map((name) => [name, 'unmet']);
    expect(await lackedIn('podman', image)).toEqual(unmet('config.dump', 'spec.dump'));
    expect(await lackedIn('podman', inSamples('criu', 'podman-counter.tar.gz'))).toEqual([]);
    expect(await lackedIn('runc', inSamples('criu', 'podman-counter.tar.gz'))).toEqual(
      unmet('descriptors.json'),
    );
    expect((await run('--engine', 'docker', image)).status).toBe(2);
    expect((await run('--with', '"--root', image)).status).toBe(2);
  });

  test('a file that is no host is wrong usage', async () => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, '{"schemaVersion":1,"processes":[{"pid":0,"comm":"a"}]}');
    const { status, err } = await run('--on', path, tree);
    expect(status).toBe(2);
    expect(err).toContain('/processes/0/pid must be a whole number');
    writeFileSync(path, 'no');
    expect((await run('--on', path, tree)).status).toBe(2);
    expect((await run('--on', join(folder, 'none.json'), tree)).status).toBe(3);
  });
});

describe('a plan', () => {
  test('reads like a recipe', async () => {
    const { status, out } = await run('--plan', '--kernel', 'linux-3.9', tree);
    expect(status).toBe(0);
    expect(out).toMatch(/^Restore under linux-3\.9, into pid and IPC namespaces of its own\.\n/);
    expect(out).toContain('write 1203 to /proc/sys/kernel/ns_last_pid');
    expect(out).toContain('1204: setpgid(0, 1204)');
  });

  test.each(kernelProfileNames)('as JSON fits the schema under %s', async (kernel) => {
    for (const image of [tree, ipc, threads]) {
      const { status, document } = await json('restore-plan', '--plan', '--json', '--kernel', kernel, image);
      expect([status, document.kernel, document.problems]).toEqual([0, kernel, []]);
    }
  });

  test('can use typed words', async () => {
    const { out } = await run('--plan', '--typed-ids', '--kernel', 'linux-2.6.25-next-id', ipc);
    expect(out).toContain('write "IPC_SHM_ID 65538" to /proc/self/task/TID/next_id');
    expect(out).toContain('write "PID 1204" to /proc/self/task/TID/next_id');
  });
});

describe('replay', () => {
  test('of recordings of a real kernel finds no difference', async () => {
    const { status, out } = await run('replay', traces);
    expect(status).toBe(0);
    expect(out).toMatch(/\n\d+ traces, \d+ operations, \d+ states: all equal\n$/);
  });

  test('reports the first divergence of each trace', async () => {
    const good = readTrace();
    const changed = join(folder, 'changed.jsonl');
    writeFileSync(changed, good.replace('"ret":2', '"ret":3'));
    const { status, out, err } = await run('replay', traces, changed);
    expect(status).toBe(1);
    expect(err).toMatch(/trace-diverges.*\n {2}line \d+: .*\n {2}ret: recorded 3, simulated 2\n/s);
    expect(out).toContain('1 not equal');
    const { document } = await json('restore-replay', 'replay', '--json', changed);
    expect(document.traces[0].divergence).toMatchObject({ field: 'ret', expected: 3, got: 2 });
  });

  test('of no trace is reported', async () => {
    const path = join(folder, 'empty.jsonl');
    writeFileSync(path, 'what?\n');
    expect(await run('replay', path)).toMatchObject({
      status: 1,
      err: expect.stringContaining('trace-malformed'),
    });
  });
});

/** A trace in which the first fork gets number 2. */
function readTrace(): string {
  return readFileSync(join(traces, '01-set-tid.jsonl'), 'utf8');
}

test('--list names every kernel, as text and as JSON', async () => {
  const { out } = await run('--list');
  for (const name of kernelProfileNames) expect(out).toContain(name);
  const { document } = await json('restore-list', '--list', '--json');
  expect(document.kernels.map(({ name }: { name: string }) => name)).toEqual(kernelProfileNames);
});

test.each([
  [[], 'an image is missing'],
  [[tree, 'more'], 'unexpected argument "more"'],
  [['--kernel', 'linux-1.0', tree], 'there is no kernel "linux-1.0"'],
  [['--kernel', 'linux-6.18/hz250', tree], 'there is no kernel "linux-6.18/hz250"'],
  [
    ['--kernel', 'openvz-2.6.18', inSamples('criu', 'pipes.tar.gz')],
    'openvz-2.6.18 restores CPT images only',
  ],
  [['--into', 'nowhere', tree], '--into takes new, host'],
  [['replay'], 'a trace is missing'],
])('%j is wrong usage', async (args, message) => {
  const { status, err } = await run(...args);
  expect([status, err]).toEqual([2, expect.stringContaining(message)]);
});

test('what is no image', async () => {
  expect((await run(join(folder, 'missing.img'))).status).toBe(3);
  const { status, err } = await run(folder);
  expect([status, err]).toEqual([1, expect.stringContaining('holds no CRIU images')]);
});

test('of an archive it is said which of its directories criu restores from', async () => {
  const { out } = await run(inSamples('criu', 'counter.tar.gz'), '--json');
  const { before, command } = JSON.parse(out);
  expect(before).toMatch(/^unpack .*counter\.tar\.gz; IMAGES is its directory img, with inventory\.img$/);
  expect(command.slice(0, 4)).toEqual(['criu', 'restore', '--images-dir', 'IMAGES']);
});
