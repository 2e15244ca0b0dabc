/** capture-host.sh on this machine, by each shell that is there: a document that fits, with what Node knows as well. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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
const hasPerl = spawnSync('perl', ['-MSocket', '-e', '1']).status === 0;

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
    expect(host.restorer.devices).toContain('/dev/null');
    const own = host.processes.find(({ pid }: { pid: number }) => pid === process.pid);
    expect(own.threads.length).toBeGreaterThan(0);
    const addresses = Object.values(networkInterfaces()).flatMap(
      (list) => list?.map(({ address }) => address) ?? [],
    );
    for (const address of addresses) expect(host.network.addresses).toContain(address);
    if (hasPerl && networkInterfaces()['lo'] !== undefined) expect(host.network.loopback).toBe('open');
    expect(host.mounts.some(({ point }: { point: string }) => point === '/proc')).toBe(true);
    // Mounts that are private have no optional fields before the dash (proc_pid_mountinfo(5)).
    if (/ \/ \/sys\/fs\/cgroup\S* \S+ (\S+ )*- cgroup2? /.test(readFileSync('/proc/self/mountinfo', 'utf8')))
      expect(host.cgroups.directories.filter((name: string) => name.endsWith(':/'))).not.toEqual([]);
  });

  test.each(shells.map((shell) => [shell.join(' '), shell] as const))(
    '%s: descriptors that it was given, and none of its own',
    (_, [name = 'sh', ...more]) => {
      const words = ['-c', 'exec "$@" 3</dev/null 5</dev/null', 'sh', name, ...more, script];
      const { stdout } = spawnSync('sh', words, { encoding: 'utf8', input: '', maxBuffer: 1 << 26 });
      const all: readonly { fd: number; type: string }[] = JSON.parse(stdout).restorer.descriptors;
      expect(all.filter(({ fd }) => fd > 2 && fd < 20).map(({ fd, type }) => [fd, type])).toEqual([
        [3, 'device'],
        [5, 'device'],
      ]);
    },
  );

  // That of Debian has ip and tar in itself; CRIU looks through PATH all the same.
  test('programs that the shell has in itself are where PATH has them', () => {
    const words = ['-c', 'tar() { :; }; . "$0"', script];
    const { stdout } = spawnSync('sh', words, { encoding: 'utf8', input: '', maxBuffer: 1 << 26 });
    expect(JSON.parse(stdout).programs.tar).toMatch(/^\/.*\/tar$/);
  });

  test('without tr settings have their names', () => {
    const words = ['-c', 'tr() { return 127; }; . "$0"', script];
    const { stdout } = spawnSync('sh', words, { encoding: 'utf8', input: '', maxBuffer: 1 << 26 });
    expect(checkHost(JSON.parse(stdout))).toMatchObject({
      sysctls: { 'vm.max_map_count': expect.anything() },
    });
  });

  test('without awk it says so', () => {
    const shell = spawnSync('sh', ['-c', 'command -v sh'], { encoding: 'utf8' }).stdout.trim();
    const { stdout, stderr, status } = spawnSync(shell, [script], {
      encoding: 'utf8',
      env: { PATH: '/nosuch' },
    });
    expect([stdout, status, stderr]).toEqual(['', 1, 'capture-host.sh: awk cannot be run here\n']);
  });

  const isRoot = process.getuid?.() === 0;
  // SO_REUSEPORT and SO_REUSEADDR; who is bound only, newer kernels and releases of ss tell.
  const showsBound = spawnSync('sh', ['-c', '[ -n "$(ss -tnHBe)" ] || ss -tnHB']).status === 0;
  const ways: readonly (readonly [option: number, isListening: number, isShared: boolean])[] = [
    [15, 1, true],
    [2, 1, false],
    [2, 0, true],
  ];
  test.skipIf(!isRoot || !hasPerl).each(ways.slice(0, showsBound ? 3 : 2))(
    'who sets the option %i, and listens (%i), shares its port: %s',
    async (option, isListening, isShared) => {
      const listens = `socket(S, AF_INET, SOCK_STREAM, 0); setsockopt(S, SOL_SOCKET, ${option}, 1);
      bind(S, sockaddr_in(0, INADDR_LOOPBACK)); listen(S, 1) if ${isListening}; $| = 1;
      print +(sockaddr_in(getsockname S))[0], "\n"; sleep 60`;
      const child = spawn('perl', ['-MSocket', '-e', listens], { stdio: ['ignore', 'pipe', 'ignore'] });
      try {
        const [port] = await once(child.stdout, 'data');
        const { stdout } = spawnSync('sh', [script], { encoding: 'utf8', input: '', maxBuffer: 1 << 26 });
        const { network } = JSON.parse(stdout);
        const one = network.listening.find((listener: { port: number }) => listener.port === Number(port));
        if (isListening === 1 || network.showsBound === true)
          expect(one).toMatchObject({ isListening: isListening === 1, isShared });
      } finally {
        child.kill();
      }
    },
  );
});
