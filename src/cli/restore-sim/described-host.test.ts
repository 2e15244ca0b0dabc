/**
 * A process as it was dumped, on the host that it was dumped on, described by a document and a copy of its files: the
 * answer is yes, and CRIU 4.2.1 restored it there. Then one thing is changed, and has to be named.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { Host } from '../../restore-sim/host/index.ts';
import { elfWith } from '../../restore-sim/host/testing/listed-root.ts';
import { projectRoot } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import { crRestoreSim } from './command.ts';
import { restoreSimSpec } from './spec.ts';

const sample = join(projectRoot, 'samples', 'hosts', 'plain-server');
const image = join(sample, 'image.tar.gz');
const folder = mkdtempSync(join(tmpdir(), 'described-host-'));
afterAll(() => rmSync(folder, { recursive: true }));

const imagePid = 9699;

interface SampleFile {
  readonly path: string;
  readonly type: 'file' | 'directory';
  readonly mode: string;
  readonly size?: number;
  readonly buildId?: string;
}
const files: readonly SampleFile[] = readFileSync(join(sample, 'files.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Files of the same size, mode and build-id; the rest of them CRIU does not look at. */
function makeRoot(root: string): void {
  for (const { path, type, mode, size, buildId } of files) {
    const place = join(root, path);
    mkdirSync(type === 'directory' ? place : join(place, '..'), { recursive: true });
    if (type === 'file') {
      const file = openSync(place, 'w');
      if (buildId !== undefined) writeSync(file, elfWith(buildId));
      ftruncateSync(file, size ?? 0);
      closeSync(file);
    }
    chmodSync(place, Number.parseInt(mode, 8));
  }
  mkdirSync(join(root, 'dev'));
  // Only its being there counts: a device needs rights that a test has not.
  writeFileSync(join(root, 'dev', 'null'), '');
}

type Writable<Value> = { -readonly [Key in keyof Value]: Writable<Value[Key]> };
type Change = (host: Writable<Required<Host>>, root: string) => void;

const run = async (change: Change, options = '') => {
  const place = mkdtempSync(join(folder, 'host-'));
  const root = join(place, 'root');
  makeRoot(root);
  const host = JSON.parse(readFileSync(join(sample, 'host.json'), 'utf8'));
  change(host, root);
  const document = join(place, 'host.json');
  writeFileSync(document, JSON.stringify(host));
  return ask(image, '--on', document, '--root', root, '--with', options);
};

const ask = async (...words: readonly string[]) => {
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: () => {},
    isOutTty: false,
    isErrTty: false,
    columns: 100,
    env: {},
  };
  const status = await runCommand(restoreSimSpec, [...words, '--json'], terminal, crRestoreSim);
  return { status, report: JSON.parse(out) };
};

test('as it was: yes', async () => {
  const { status, report } = await run(() => {});
  expect(report.conditions.filter(({ state }: { state: string }) => state !== 'met')).toEqual([]);
  expect([status, report.answer, report.verdict]).toEqual([0, 'yes', 'restores']);
});

const rows: readonly (readonly [
  what: string,
  code: string,
  words: RegExp,
  change: Change,
  options?: string,
])[] = [
  ['a file is gone', 'file-needed', /conf.*nothing/, (_, root) => rmSync(join(root, 'srv/app/conf'))],
  [
    'a file has grown',
    'file-needed',
    /conf.*14 bytes/,
    (_, root) => truncateSync(join(root, 'srv/app/conf'), 14),
  ],
  [
    'a library of the same size was built anew',
    'file-needed',
    /libc\.so\.6.*build-id 00/,
    (_, root) => {
      const file = openSync(join(root, 'usr/lib/x86_64-linux-gnu/libc.so.6'), 'r+');
      writeSync(file, elfWith('00'.repeat(20)));
      closeSync(file);
    },
  ],
  [
    'other permissions',
    'file-needed',
    /busybox.*mode 0100700/,
    (_, root) => chmodSync(join(root, 'usr/bin/busybox'), 0o700),
  ],
  [
    'a directory where a file was',
    'file-needed',
    /conf.*a directory/,
    (_, root) => {
      rmSync(join(root, 'srv/app/conf'));
      mkdirSync(join(root, 'srv/app/conf'));
    },
  ],
  [
    'the working directory was moved',
    'directory-needed',
    /run.*nothing/,
    (_, root) => renameSync(join(root, 'srv/app/run'), join(root, 'srv/app/other')),
  ],
  [
    'a restore that was killed left a file',
    'ghost-name-free',
    /gone\.cr\.1\.ghost/,
    (_, root) => writeFileSync(join(root, 'srv/app/gone.cr.1.ghost'), ''),
  ],
  [
    'its pid is taken',
    'criu-pid-taken',
    /taken, by other/,
    ({ processes }) => processes.push({ pid: imagePid, comm: 'other', pgid: 2, sid: 2 }),
  ],
  [
    'its port is taken',
    'port-free',
    /18400/,
    ({ network }) =>
      network.listening!.push({ protocol: 'tcp', address: '::', port: 18400, isListening: true }),
  ],
  [
    'few descriptors are allowed',
    'descriptor-limit',
    /RLIMIT_NOFILE 16/,
    ({ restorer }) => {
      restorer.limits!['RLIMIT_NOFILE'] = { soft: '16', hard: '16' };
    },
  ],
  [
    'a capability is missing',
    'capabilities',
    /CAP_MKNOD missing/,
    ({ restorer }) => {
      restorer.capabilities = { effective: '0x1fff6ffffff' };
    },
  ],
  [
    'lo is down',
    'loopback-up',
    /lo is down/,
    ({ network }) => {
      network.interfaces![0]!.isUp = false;
    },
  ],
  [
    'read-only',
    'file-needed',
    /log.*read-only/,
    ({ mounts }) => {
      mounts[0]!.options = 'ro,relatime';
    },
  ],
  [
    'the disk is full',
    'space-needed',
    /0 bytes free/,
    ({ mounts }) => {
      mounts[0]!.freeBytes = '0';
    },
  ],
  [
    'a filter of seccomp',
    'calls-allowed',
    /unshare refused/,
    ({ restorer }) => {
      restorer.seccomp = 2;
      restorer.deniedCalls = { unshare: 'EPERM' };
    },
  ],
  [
    'an older CRIU',
    'criu-release',
    /CRIU 3\.19/,
    ({ criu }) => {
      criu.version = '3.19';
    },
  ],
  ['an option that is none', 'option-understood', /--frobnicate/, () => {}, '--frobnicate'],
  ['a script that is not there', 'option-file', /\/nosuch/, () => {}, '--action-script /nosuch'],
];

describe('one thing changed', () => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', async (_, row) => {
    const [, code, words, change, options] = row;
    const { status, report } = await run(change, options);
    expect([status, report.answer]).toEqual([1, 'no']);
    const [first] = report.failures;
    expect([first.code, first.message]).toEqual([code, expect.stringMatching(words)]);
  });

  test('what makes no difference: another inode, a symbolic link to the same', async () => {
    const { report } = await run((_, root) => {
      const path = join(root, 'srv/app/conf');
      cpSync(path, `${path}.2`, { preserveTimestamps: true });
      rmSync(path);
      symlinkSync('conf.2', path);
    });
    expect(report.answer).toBe('yes');
  });
});

const hasCriu = process.getuid?.() === 0 && spawnSync('criu', ['check'], { stdio: 'ignore' }).status === 0;

// "Invalid parent image directory provided: No such file or directory"
test.skipIf(process.platform !== 'linux')('names of options are so to where the image lies', async () => {
  const directory = join(folder, 'placed', 'img');
  mkdirSync(directory, { recursive: true });
  execFileSync('tar', ['-xf', image, '-C', directory, '--strip-components=1']);
  const stateOf = async (name: string) => {
    const { report } = await ask(directory, '--on', 'this-host', '--with', `--prev-images-dir ${name}`);
    const path = `${directory}/${name}`;
    return report.conditions.find(({ facts }: { facts?: { path?: string } }) => facts?.path === path)?.state;
  };
  expect([await stateOf('../gone'), await stateOf('../img')]).toEqual(['unmet', 'met']);
});

describe.skipIf(!hasCriu)('on this host', () => {
  test('a process that was just dumped: yes, and CRIU restores it', async () => {
    const pid = Number(execFileSync('sh', ['-c', 'setsid sleep 1000 </dev/null >/dev/null 2>&1 & echo $!']));
    const directory = mkdtempSync(join(folder, 'dump-'));
    try {
      while (readFileSync(`/proc/${pid}/comm`, 'utf8') !== 'sleep\n') await setTimeout(10);
      execFileSync('criu', ['dump', '-t', String(pid), '-D', directory], { stdio: 'ignore' });
      while (existsSync(`/proc/${pid}`)) await setTimeout(10);
      const { status, report } = await ask(directory, '--on', 'this-host', '--with', '--restore-detached');
      expect([status, report.answer, report.failures]).toEqual([0, 'yes', []]);
      execFileSync('criu', ['restore', '-d', '-D', directory], { stdio: 'ignore' });
      expect(existsSync(`/proc/${pid}`)).toBe(true);
      const again = await ask(directory, '--on', 'this-host');
      expect([again.status, again.report.failures[0].code]).toEqual([1, 'criu-pid-taken']);
    } finally {
      if (existsSync(`/proc/${pid}`)) process.kill(pid, 'SIGKILL');
    }
  }, 30_000);
});
