/** The rights of containers, through the command, in the form that is published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { projectRoot } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import { crInspect } from './command.ts';
import { inspectSpec } from './spec.ts';

const sample = (name: string) => join(projectRoot, 'samples', name);

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
  expect([status, err]).toEqual([1, expect.stringContaining('no CRIU image')]);
});
