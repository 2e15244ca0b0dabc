/** capture-host.sh on this machine, by each shell that is there: a document that fits, with what Node knows as well. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../test-support/images.ts';
import { checkHost } from './index.ts';

const script = join(projectRoot, 'capture-host.sh');
const schema = JSON.parse(readFileSync(join(projectRoot, 'formats', 'host.schema.json'), 'utf8'));
const validate = new Ajv({ strict: false }).compile(schema);
const shells = [['sh'], ['busybox', 'sh'], ['dash'], ['bash', '--posix']].filter(
  ([name = '', ...more]) => spawnSync(name, [...more, '-c', ':']).status === 0,
);

describe.skipIf(process.platform !== 'linux')('capture-host.sh', () => {
  test.each(shells.map((shell) => [shell.join(' '), shell] as const))('%s', (_, [name = 'sh', ...more]) => {
    const { stdout, stderr, status } = spawnSync(name, [...more, script], {
      encoding: 'utf8',
      input: '',
      maxBuffer: 1 << 26,
    });
    expect([status, stderr]).toEqual([0, '']);
    const host = JSON.parse(stdout);
    expect([validate(host), validate.errors]).toEqual([true, null]);
    expect(checkHost(host)).toBe(host);
    expect(host.restorer).toMatchObject({ uid: process.getuid?.(), isOnTerminal: false });
    const own = host.processes.find(({ pid }: { pid: number }) => pid === process.pid);
    expect(own.threads.length).toBeGreaterThan(0);
    const addresses = Object.values(networkInterfaces()).flatMap(
      (list) => list?.map(({ address }) => address) ?? [],
    );
    for (const address of addresses) expect(host.network.addresses).toContain(address);
    expect(host.mounts.some(({ point }: { point: string }) => point === '/proc')).toBe(true);
  });
});
