/** The rights of containers, through the command, in the form that is published. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import {
  containerdCheckpoint,
  imageFiles,
  podCheckpoint,
  tarOf,
  writeTree,
} from '../../test-support/containers.ts';
import { projectRoot } from '../../test-support/images.ts';
import { runHere } from '../../test-support/run-here.ts';
import { crConvert } from '../convert/command.ts';
import { convertSpec } from '../convert/spec.ts';
import { runCommand } from '../run.ts';
import { crValidate } from '../validate/command.ts';
import { validateSpec } from '../validate/spec.ts';
import { crInspect } from './command.ts';
import { inspectSpec } from './spec.ts';

const sample = (name: string) => resolve(projectRoot, 'samples', name);

async function run(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { isOutTty: false, isErrTty: false, columns: 80, env: {} };
  const write = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const status = await runCommand(inspectSpec, args, { ...write, ...terminal }, crInspect);
  return { status, out: out.join(''), err: err.join('') };
}

async function rights(name: string) {
  const { status, out, err } = await run(sample(name), 'rights', '--json');
  expect([status, err]).toEqual([0, '']);
  const document = JSON.parse(out);
  const schema = JSON.parse(readFileSync(join(projectRoot, 'formats', 'inspect-rights.schema.json'), 'utf8'));
  const ajv = new Ajv({ strict: false });
  expect(ajv.validate(schema, document), JSON.stringify(ajv.errors)).toBe(true);
  return document.containers;
}

test('one thread of eight is another', async () => {
  const [container] = await rights('trust/root-in-one-thread.tar.gz');
  expect(container).toMatchObject({ name: 'c', engine: 'cri-o' });
  const users = container.identities.map(
    (identity: { uids: number[]; threads: { tid: number }[] }) =>
      [identity.uids[0], identity.threads.length] as const,
  );
  expect(users).toEqual([
    [1000, 11],
    [0, 1],
  ]);
  expect(container.specs[0]).toMatchObject({ uid: 1000, seccomp: 'profile', noNewPrivileges: true });
});

test('an OCI layout, and a directory packed as it is', async () => {
  expect((await rights('trust/honest-oci-layout.tar.gz'))[0].engine).toBe('containerd');
  expect((await rights('criu/counter.tar.gz'))[0]).toMatchObject({ engine: null, specs: [] });
});

test('what containerd’s client wrote, and a directory without a spec', async () => {
  const { out } = await run(sample('criu/engines/containerd-counter.tar.gz'), 'rights');
  expect(out).toMatch(/^container counter:ck, written by containerd\n/);
  const folder = mkdtempSync(join(tmpdir(), 'rights-'));
  try {
    const packed = sample('criu/engines/podman-counter.tar.gz');
    execFileSync('tar', ['-xzf', packed, '-C', folder, 'checkpoint']);
    const bare = await run(join(folder, 'checkpoint'), 'rights');
    expect(bare.out).toContain('from the host: ');
    expect(bare.out).not.toContain('in the spec');
    const task = join(folder, 'task.tar');
    const files = containerdCheckpoint(await imageFiles('counter.tar.gz'), 'app', { 'image.name': 'app:1' });
    writeFileSync(task, tarOf(files));
    expect((await run(task)).out).toMatch(/^engine +containerd$/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('as text: what the host gives and what is written', async () => {
  const { out } = await run(sample('trust/keys-exchanged.tar.gz'), 'rights');
  expect(out).toContain('by the key /data');
  expect(out).toMatch(/bind\.mounts: \d+ paths made on the host/);
});

test('what the engine is asked for', async () => {
  const [container] = await rights('trust/secret-of-host.tar.gz');
  expect(container.requests).toEqual([
    { kind: 'secret', field: 'secrets[0]', name: 'db-password', as: '/run/secrets/db-password' },
    { kind: 'port', field: 'newPortMappings[0]', name: '*:8080/tcp', as: 'port 80' },
    { kind: 'dns', field: 'dnsServer[0]', name: '203.0.113.53', as: '/etc/resolv.conf' },
    { kind: 'host', field: 'hostsAdd[0]', name: 'registry.example:203.0.113.7', as: '/etc/hosts' },
  ]);
  const { out } = await run(sample('trust/secret-of-host.tar.gz'), 'rights');
  expect(out).toContain('the secret db-password: /run/secrets/db-password');
});

test('an image of another family has none', async () => {
  const { status, err } = await run(sample('cpt/2.6.18-counter.cpt'), 'rights');
  expect([status, err]).toEqual([1, expect.stringContaining('is a CPT image')]);
});

describe('what lies at a path is decided as for every view', () => {
  const place = mkdtempSync(join(tmpdir(), 'cr-rights-test-'));
  afterAll(() => rmSync(place, { recursive: true }));

  test('one file of a directory, and the JSON form', async () => {
    const archive = sample('criu/counter.tar.gz');
    await runHere(convertSpec, crConvert, [archive, join(place, 'img')]);
    await runHere(convertSpec, crConvert, ['--inline-payload', archive, join(place, 'img.json')]);
    const own = await rights(archive);
    expect(await rights(join(place, 'img', 'pstree.img'))).toEqual(own);
    expect(await rights(join(place, 'img.json'))).toEqual(own);
  });

  test('what is none is called by its name', async () => {
    const path = join(place, 'a.tar.xz');
    writeFileSync(path, Buffer.from('fd377a585a000004', 'hex'));
    expect(await run(path, 'rights')).toMatchObject({
      status: 1,
      err: expect.stringContaining('packed with xz'),
    });
  });

  test('of several containers, one is named', async () => {
    const img = join(place, 'img');
    const files = Object.fromEntries(readdirSync(img).map((name) => [name, readFileSync(join(img, name))]));
    const path = writeTree(join(place, 'pod'), podCheckpoint(files, ['a', 'b'], 'cri-o'));
    expect(await run(path, 'rights')).toMatchObject({
      status: 2,
      err: expect.stringMatching(/a, b; say which/),
    });
  });

  test('of two dumps of one container, the first, and it is said', async () => {
    const path = sample('trust/two-images-in-layout.tar.gz');
    for (const view of ['rights', 'ps']) {
      const { status, err } = await run(path, view);
      expect([status, err]).toEqual([0, expect.stringMatching(/^warning archive-layout-twice: .* 2 dumps/)]);
    }
    const { out } = await runHere(validateSpec, crValidate, ['--json', '--no-config', path]);
    expect(out.match(/"code": ?"[a-z]+-layout-twice"/g)).toHaveLength(1);
  });
});
