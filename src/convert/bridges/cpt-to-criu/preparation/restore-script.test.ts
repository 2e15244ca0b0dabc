/** restore.sh as a user runs it, with a stand-in for criu, in roots of our own. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { allImages } from '../../../../test-support/images.ts';
import { preparation, restoreScript } from './index.ts';
import { checkpointOf, checkpointOfSample } from './testing/checkpoints.ts';
import type { NeededPath, Preparation } from './types.ts';

const directory = mkdtempSync(join(tmpdir(), 'restore-script-test-'));
const bin = join(directory, 'bin');
const log = join(directory, 'log');
let root: string;
let turn = 0;

beforeAll(() => {
  mkdirSync(bin);
  // One argument a line, as names may hold anything else.
  for (const name of ['criu', 'mount']) {
    const program = `#!/bin/sh\n{ echo ${name}; printf '<%s>\\n' "$@"; } >>'${log}'\n`;
    writeFileSync(join(bin, name), program);
    chmodSync(join(bin, name), 0o755);
  }
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));
beforeEach(() => {
  root = join(directory, `root ${turn++}`);
  mkdirSync(root);
});
afterEach(() => rmSync(log, { force: true }));

const nothing: Preparation = {
  target: 'criu',
  hostname: '',
  paths: [],
  absent: [],
  mounts: [],
  brought: [],
  options: [],
  capabilities: [],
  limits: [],
  kernel: [],
  helpers: [],
  remarks: [],
  differences: [],
};

const needed = (path: string, changes: Partial<NeededPath> = {}): NeededPath => ({
  path,
  type: 'file',
  isExact: true,
  positionBytes: 0n,
  textEndBytes: 0n,
  storedText: [],
  uses: [{ kind: 'open', holders: [{ pid: 5, comm: 'x', fds: [3] }], details: [] }],
  ...changes,
});

const socketAt = (path: string): Partial<Preparation> => ({
  absent: [{ path, isExact: true, kind: 'socket', isRefused: true, why: '' }],
});

function run(prepared: Partial<Preparation>, ...args: readonly string[]) {
  const script = join(directory, 'restore.sh');
  writeFileSync(script, restoreScript({ ...nothing, ...prepared }));
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
  const { status, stdout, stderr } = spawnSync('/bin/sh', [script, ...args], { env, cwd: directory });
  const calls = existsSync(log) ? readFileSync(log, 'utf8') : '';
  return { status, out: stdout.toString(), err: stderr.toString(), calls };
}

test.each(allImages.map(({ name, path }) => [name, path]))('%s: the script is one for a shell', (_, path) => {
  const script = restoreScript(preparation(checkpointOf(path), { target: 'criu' }));
  const { status, stderr } = spawnSync('/bin/sh', ['-n'], { input: script });
  expect([status, stderr.toString()]).toEqual([0, '']);
});

test('a whole root: CRIU is started with what the image needs, then what the user adds', () => {
  const checkpoint = checkpointOfSample('2.6.32-files-sockets');
  const prepared = preparation(checkpoint, { target: 'criu' });
  // Making device nodes needs privileges that a test has not everywhere.
  const paths = prepared.paths.filter(({ type }) => type !== 'character-device');
  for (const name of ['sbin', 'proc']) mkdirSync(join(root, name));
  for (const name of ['appfile', 'lockfile', 'regfile', 'sbin/init']) writeFileSync(join(root, name), '');
  spawnSync('mkfifo', [join(root, 'fifo1')]);
  const { status, err, calls } = run({ ...prepared, paths }, '--bind-root', root, '--', '-v4', '-o', 'a b');
  const lines = [
    `mount\n<--bind>\n<-->\n<${root}>\n<${root}>`,
    `criu\n<restore>\n<--images-dir>\n<${directory}>`,
  ];
  const options = `<--root>\n<${root}>\n<--file-locks>\n<-v4>\n<-o>\n<a b>\n`;
  expect([status, calls]).toEqual([0, `${lines.join('\n')}\n${options}`]);
  expect(err).toContain('mounting the root on itself');
});

test('detached with a log: CRIU gets both, and its first process is said', () => {
  writeFileSync(
    join(bin, 'criu'),
    `#!/bin/sh
{ echo criu; printf '<%s>\\n' "$@"; } >>'${log}'
while [ $# -gt 0 ]; do if [ "$1" = --pidfile ]; then echo 4711 >"$2"; fi; shift; done
`,
  );
  const { status, err, calls } = run({}, '--bind-root', '--detach', '--log', '/l o g', root, '-d');
  expect(status).toBe(0);
  expect(err).toContain('the first process of the container is 4711');
  expect(calls).toMatch(
    /<--restore-detached>\n<--pidfile>\n<.*\/pid>\n<--log-file>\n<\/l o g>\n<-v4>\n<-d>\n$/,
  );
  expect(run({}, '--network', 'br0', root).status).toBe(2);
});

test('what is missing, or is something else, is said with its reason; nothing is started', () => {
  mkdirSync(join(root, 'a'));
  writeFileSync(join(root, 'c'), '');
  const paths = [
    needed('/a'),
    needed('/b', { type: 'directory' }),
    needed('/c', { type: 'fifo' }),
    needed('/c/d', { type: 'any' }),
  ];
  const { status, err, calls } = run({ paths }, '--bind-root', root);
  expect([status, calls]).toEqual([1, '']);
  expect(err.split('\n')).toEqual([
    'restore.sh: /a is a directory, not a file (open: fd 3 of pid 5 (x))',
    'restore.sh: /b is missing: directory (open: fd 3 of pid 5 (x))',
    'restore.sh: /c is a file, not a FIFO (open: fd 3 of pid 5 (x))',
    'restore.sh: /c/d is missing: any (open: fd 3 of pid 5 (x))',
    'restore.sh: problems: 4; nothing was restored',
    '',
  ]);
});

test('a root that is no mount point is refused without --bind-root', () => {
  const { status, err, calls } = run({}, root);
  expect([status, calls]).toEqual([1, '']);
  expect(err).toContain('the root is no mount point');
});

test('a device node has to be the same device', () => {
  mkdirSync(join(root, 'dev'));
  symlinkSync('/dev/null', join(root, 'dev', 'outside'));
  const device = { type: 'character-device', device: { major: 1, minor: 3 } } as const;
  // With / as the root the machine's own nodes are looked at.
  const own = run({ paths: [needed('/dev/null', device), needed('/dev/zero', device)] }, '--check', '/');
  expect(own.err).toContain('/dev/zero is device 1:5, not 1:3');
  expect(own.err).not.toContain('/dev/null');
  // An absolute link leads to the root's own /dev, which has none.
  const inside = run({ paths: [needed('/dev/outside', device)] }, '--check', '--bind-root', root);
  expect(inside.err).toContain('/dev/outside is missing');
});

describe('symbolic links', () => {
  test('lead to places inside the root', () => {
    mkdirSync(join(root, 'usr', 'lib'), { recursive: true });
    writeFileSync(join(root, 'usr', 'lib', 'x'), '');
    symlinkSync('usr/lib', join(root, 'lib'));
    symlinkSync('/lib', join(root, 'absolute'));
    symlinkSync('../../../../usr', join(root, 'up'));
    symlinkSync('end\n', join(root, 'newline'));
    writeFileSync(join(root, 'end\n'), '');
    const paths = ['/lib/x', '/absolute/x', '/up/lib/x', '/../usr/lib/x', '/newline'].map((path) =>
      needed(path),
    );
    const { status, err } = run({ paths }, '--check', '--bind-root', root);
    expect([err, status]).toEqual(['restore.sh: everything that can be checked here is in place\n', 0]);
  });

  test('never lead outside, nor in circles', () => {
    symlinkSync('/etc/passwd', join(root, 'passwd'));
    symlinkSync('loop', join(root, 'loop'));
    const { err } = run({ paths: [needed('/passwd'), needed('/loop')] }, '--check', '--bind-root', root);
    expect(err).toContain('/passwd is missing');
    expect(err).toContain('/loop: too many symbolic links');
  });
});

describe('left-over sockets', () => {
  let server: Server;
  const path = () => join(root, 's');
  beforeEach(
    () =>
      new Promise<void>((done) => {
        // Listening makes a socket file; a relative name keeps it short enough.
        server = createServer().listen(path(), done);
      }),
  );
  afterEach(
    () =>
      new Promise<void>((done) => {
        server.close(() => done());
      }),
  );

  test('are refused', () => {
    const { status, err } = run(socketAt('/s'), '--bind-root', root);
    expect([status, existsSync(path())]).toEqual([1, true]);
    expect(err).toContain('/s is a socket left over from before; remove it, or give --remove-sockets');
  });

  test('are removed when asked, and told', () => {
    const { status, err, calls } = run(socketAt('/s'), '--bind-root', '--remove-sockets', root);
    expect([status, existsSync(path())]).toEqual([0, false]);
    expect(err).toContain('removing the left-over socket /s');
    expect(calls).toContain('criu\n<restore>');
  });

  test('are kept when something else is wrong, and with --check', () => {
    run({ ...socketAt('/s'), paths: [needed('/missing')] }, '--bind-root', '--remove-sockets', root);
    run(socketAt('/s'), '--check', '--bind-root', '--remove-sockets', root);
    expect(existsSync(path())).toBe(true);
  });
});

test('what is no socket is never removed', () => {
  writeFileSync(join(root, 's'), 'precious');
  const { status, err } = run(socketAt('/s'), '--bind-root', '--remove-sockets', root);
  expect([status, readFileSync(join(root, 's'), 'utf8')]).toEqual([1, 'precious']);
  expect(err).toContain('/s is a file; a socket is bound here');
});

describe('names that no honest program uses', () => {
  const names = [
    '/$(touch PWNED)',
    '/`touch PWNED`',
    "/a'; touch PWNED; '",
    '/a"b\\',
    '/with\nnewline\nEND_OF_USAGE\ntouch PWNED',
    '/-rf',
    '/*',
    '/~',
    '/\u001b[31mred',
    '/ü \u202eevil',
    '/trailing newline\n',
    '/!history',
    '/%s%n\\0101',
  ];

  test('are found by exactly that name', () => {
    for (const name of names) writeFileSync(join(root, name.slice(1)), '');
    const { status, err } = run({ paths: names.map((name) => needed(name)) }, '--check', '--bind-root', root);
    expect([err, status]).toEqual(['restore.sh: everything that can be checked here is in place\n', 0]);
    expect(existsSync(join(directory, 'PWNED'))).toBe(false);
  });

  test('run nothing and print no control character when they are missing', () => {
    const comm = "'$(touch PWNED)\n\u001b";
    const uses = [{ kind: 'open', holders: [{ pid: 1, comm, fds: [] }], details: [] }] as const;
    const absent = names.map((path) => ({ ...socketAt(path).absent![0]!, path }));
    const { status, err } = run({ paths: names.map((path) => needed(path, { uses })), absent }, root);
    expect(status).toBe(1);
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
    expect(err.trim().split('\n')).toHaveLength(names.length + 2);
    expect(existsSync(join(directory, 'PWNED'))).toBe(false);
  });

  test('that are no UTF-8 are told, not guessed', () => {
    const { status, err } = run(
      { paths: [needed('/\ufffd', { isExact: false })] },
      '--check',
      '--bind-root',
      root,
    );
    expect([status, err.includes('cannot be checked')]).toEqual([0, true]);
  });

  test('of the root and of the images are kept whole', () => {
    const strange = join(root, "it's $HOME\n");
    mkdirSync(strange);
    const script = restoreScript(nothing, { imagesDir: "/images of 'x'" });
    const { stderr } = spawnSync('/bin/sh', ['-s', '--', '--bind-root', `${strange}//`], {
      input: script,
      env: { ...process.env, PATH: `${bin}:${process.env['PATH']}` },
    });
    expect(stderr.toString()).toContain('mounting');
    const calls = readFileSync(log, 'utf8');
    expect(calls).toContain(`<--images-dir>\n</images of 'x'>\n<--root>\n<${strange}>`);
  });
});

test('usage, and what is no usage', () => {
  expect(run({}, '--help')).toMatchObject({ status: 0, err: '' });
  expect(run({}, '--help').out).toContain('Usage: restore.sh [OPTIONS] ROOT');
  expect(run({}).status).toBe(2);
  expect(run({}, '--what', root).err).toContain('unknown option --what');
  expect(run({}, join(root, 'none')).err).toContain('is no directory');
});

test('there is no script for OpenVZ', () => {
  expect(() => restoreScript({ ...nothing, target: 'openvz-2.6.32' })).toThrow('no script');
});
