/** Plans carried out on the running kernel. Root, Linux and perl are needed; without them it is said and skipped. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import { crRestoreSim } from './command.ts';
import { restoreSimSpec } from './spec.ts';

const agent = join(projectRoot, 'restore-agent.pl');
const canUnshare = () =>
  spawnSync('perl', [agent], { input: '', encoding: 'utf8', timeout: 10_000 }).stdout?.includes('end') ===
  true;
const isPossible = process.platform === 'linux' && process.geteuid?.() === 0 && canUnshare();
const folder = mkdtempSync(join(tmpdir(), 'for-real-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const status = await runCommand(
    restoreSimSpec,
    argv,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      isOutTty: false,
      isErrTty: false,
      columns: 100,
      env: {},
    },
    crRestoreSim,
  );
  return { status, out, err };
}

const images = [
  'criu/sysvipc.tar.gz',
  'criu/podman-tree.tar.zst',
  'criu/v1.5-tree.tar.gz',
  'cpt/2.6.18-tree.cpt',
  'cpt/2.6.18-pty.cpt',
  'cpt/2.6.18-sysv-ipc.cpt',
  'cpt/2.6.32-threads.cpt',
];

describe.skipIf(!isPossible)('on this kernel', () => {
  test.each(images)('%s equals its image', async (name) => {
    const { status, out } = await run('--for-real', join(projectRoot, 'samples', name));
    expect(out).toContain('all is as in the image');
    expect(status).toBe(0);
  });

  test('as JSON that fits its schema', async () => {
    const { out } = await run('--for-real', '--json', join(projectRoot, 'samples', images[0]!));
    const schema = JSON.parse(readFileSync(join(projectRoot, 'formats', 'restore-real.schema.json'), 'utf8'));
    const check = new Ajv({ strict: false }).compile(schema);
    expect([check(JSON.parse(out)), check.errors]).toEqual([true, null]);
  });

  test('the script does the same', async () => {
    const { out } = await run(
      '--plan',
      '--format',
      'sh',
      '--kernel',
      'linux-6.18',
      join(projectRoot, 'samples', images[0]!),
    );
    const path = join(folder, 'plan.sh');
    writeFileSync(path, out);
    const said = execFileSync('sh', [path], { encoding: 'utf8' });
    expect(said).toContain('\nend\n');
    expect(said).not.toContain('\tfail\t');
    expect(said.split('\n').filter((line) => line.startsWith('process\t'))).toHaveLength(2);
  });

  test('what is refused is said', () => {
    const steps = '1\t0\tfork\t5\ta\t0\t5\n2\t0\tfork\t6\tb\t0\t5\n3\t6\tsetsid\n';
    const { stdout } = spawnSync('perl', [agent], { input: steps, encoding: 'utf8' });
    expect(stdout).toContain(
      'step\t1\tok\t5\nstep\t2\tfail\tEEXIST\tFile exists\nstep\t3\tskip\tnobody is there to do it\n',
    );
  });

  /** Names of processes that the steps make, which no other process has. */
  const mark = `fr${process.pid}`.slice(0, 14);
  const alive = () =>
    readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commOf(pid).startsWith(mark)).length;
  const commOf = (pid: string): string =>
    existsSync(`/proc/${pid}/comm`) ? readOr(`/proc/${pid}/comm`) : '';
  const readOr = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  };
  const until = async (isIt: () => boolean) => {
    for (let tries = 0; tries < 100 && !isIt(); tries++) await new Promise((done) => setTimeout(done, 20));
    return isIt();
  };

  test.each([
    ['the process that waits', (child: ChildProcess) => child.kill('SIGKILL')],
    ['its input', (child: ChildProcess) => child.stdin?.end()],
    ['politely', (child: ChildProcess) => child.kill('SIGTERM')],
  ])('nothing stays when it is ended: %s', async (_, end) => {
    const child = spawn('perl', [agent], { stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin?.on('error', () => {});
    child.stdin?.write(`1\t0\tfork\t5\t${mark}\t${0x2800_0000}\t1\n2\t5\tfork\t7\t${mark}\t0\t7\n`);
    expect(await until(() => alive() === 2)).toBe(true);
    end(child);
    expect(await until(() => alive() === 0)).toBe(true);
  });

  test('nothing stays when whoever started it is killed', async () => {
    const steps = `1\t0\tfork\t5\t${mark}\t0\t5\n`;
    const shell = spawn('sh', ['-c', `(printf '%s' "$1"; sleep 3) | perl "$0"; :`, agent, steps], {
      stdio: 'ignore',
    });
    expect(await until(() => alive() === 1)).toBe(true);
    shell.kill('SIGKILL');
    expect(await until(() => alive() === 0)).toBe(true);
  });
});

test.skipIf(isPossible)('without root or perl it is left out, visibly', async () => {
  const { status, err } = await run('--for-real', join(projectRoot, 'samples', images[0]!));
  expect([status, err.includes('--for-real is left out') || err.includes('cannot be carried out')]).toEqual([
    3,
    true,
  ]);
});
