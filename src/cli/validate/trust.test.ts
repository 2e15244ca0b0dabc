/** The trust layer, manifests and policies of containers through the command. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { dockerArchive, tarOf } from '../../test-support/containers.ts';
import { projectRoot } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import { crValidate } from './command.ts';
import { validateSpec } from './spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'cr-validate-trust-'));
const sample = (name: string) => join(projectRoot, 'samples', 'trust', `${name}.tar.gz`);
const made = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { isOutTty: false, isErrTty: false, columns: 80, env: {} };
  const write = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const status = await runCommand(validateSpec, args, { ...write, ...terminal }, crValidate);
  return { status, out: out.join(''), err: err.join('') };
}

async function codes(...args: readonly string[]) {
  const { status, out, err } = await run('--json', '--no-config', '--no-sim', ...args);
  expect(err).toBe('');
  const report = JSON.parse(out);
  const found: readonly { code: string; severity: string; layer: string }[] = report.images[0].diagnostics;
  return {
    status,
    found: found.filter(({ layer }) => layer === 'trust').map(({ code, severity }) => `${severity} ${code}`),
  };
}

test.each<[string, readonly string[], number, string]>([
  ['warnings by default', [], 0, 'warning trust-uid'],
  ['errors where it is asked for', ['--layer', 'trust'], 1, 'error trust-uid'],
  ['strict beside the other layers', ['--trust', 'strict'], 1, 'error trust-uid'],
  ['a gate for warnings', ['--fail-on', 'warning'], 1, 'warning trust-uid'],
])('%s', async (_name, args, status, finding) => {
  expect(await codes(...args, sample('root-in-one-thread'))).toEqual({ status, found: [finding] });
});

// Of a kernel without /proc/sysrq-trigger; the runtime makes read-only what is there. Without CAP_SYS_RAWIO a
// /proc/kcore that is not masked is nothing that a task could open.
const absentThere = ['warning trust-mask'];
test.each([
  ['podman-counter', [...absentThere, 'note trust-spec-privileged']],
  ['podman-terminal', absentThere],
  ['containerd-counter', absentThere],
])('%s, as an engine and runc wrote it, is ordinary', async (name, found) => {
  const archive = join(projectRoot, 'samples', 'criu', 'engines', `${name}.tar.gz`);
  expect(await codes(archive)).toEqual({ status: 0, found });
});

test('an engine’s archive is judged in each form in which people hand it over', async () => {
  const archive = readFileSync(join(projectRoot, 'samples', 'criu', 'engines', 'podman-terminal.tar.gz'));
  const saved = join(folder, 'saved.tar');
  writeFileSync(saved, tarOf(dockerArchive(gunzipSync(archive), 'localhost/ckpt:1')));
  expect(await codes(saved)).toEqual({ status: 0, found: absentThere });
  const directory = join(folder, 'unpacked');
  mkdirSync(directory);
  execFileSync('tar', ['-xzf', '-', '-C', directory], { input: archive });
  expect(await codes(directory)).toEqual({ status: 0, found: absentThere });
  // Bare images are what criu dump leaves: nobody granted anything.
  expect(await codes(join(directory, 'checkpoint'))).toEqual({ status: 0, found: [] });
});

// As Podman 5.8.6 writes --device /dev/null:/dev/mynull and --ipc host.
test.each<
  [string, (config: Record<string, unknown>, spec: ReturnType<typeof JSON.parse>) => void, readonly string[]]
>([
  [
    'a device at another path',
    (config, spec) => {
      config['device_host_src'] = [{ path: '/dev/null:/dev/mynull', type: '', major: 0, minor: 0 }];
      spec.linux.devices = [{ path: '/dev/mynull', type: 'c', major: 1, minor: 3 }];
    },
    [],
  ],
  [
    'a device that the spec has not',
    (config, spec) => {
      config['device_host_src'] = [{ path: '/dev/null:/dev/other', type: '', major: 0, minor: 0 }];
      spec.linux.devices = [{ path: '/dev/mynull', type: 'c', major: 1, minor: 3 }];
    },
    ['warning trust-config-privileged'],
  ],
  [
    'the IPC of the host',
    (config, spec) => {
      config['ShmDir'] = '/dev/shm';
      spec.linux.namespaces = spec.linux.namespaces.filter(({ type }: { type: string }) => type !== 'ipc');
    },
    [],
  ],
  [
    'the shared memory of the host alone',
    (config) => {
      config['ShmDir'] = '/dev/shm';
    },
    ['warning trust-config-path'],
  ],
])('%s in the configuration of Podman', async (name, change, wanted) => {
  const directory = join(folder, name.replaceAll(' ', '-'));
  mkdirSync(directory);
  execFileSync('tar', [
    '-xzf',
    join(projectRoot, 'samples/criu/engines/podman-terminal.tar.gz'),
    '-C',
    directory,
  ]);
  const read = (file: string) => JSON.parse(readFileSync(join(directory, file), 'utf8'));
  const [config, spec] = [read('config.dump'), read('spec.dump')];
  change(config, spec);
  writeFileSync(join(directory, 'config.dump'), JSON.stringify(config));
  writeFileSync(join(directory, 'spec.dump'), JSON.stringify(spec));
  const { found } = await codes(directory);
  expect(found.filter((text) => text.includes('trust-config'))).toEqual(wanted);
});

test('off', async () => {
  expect(await codes('--trust', 'off', sample('root-in-one-thread'))).toEqual({ status: 0, found: [] });
});

const pod = (context: string) => `# a service comes first
apiVersion: v1
kind: Service
metadata: {name: web}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
  - name: c
    image: wl
    securityContext: {${context}}
`;

describe('--spec', () => {
  test.each<[string, string, readonly string[]]>([
    ['a pod as it is', 'runAsUser: 0', []],
    ['another user', 'runAsUser: 1000', ['error trust-given-rights', 'error trust-uid']],
    [
      'no rights to gain',
      'allowPrivilegeEscalation: false',
      ['error trust-given-rights', 'error trust-no-new-privs'],
    ],
    [
      'fewer capabilities',
      'capabilities: {drop: [KILL]}',
      ['error trust-given-rights', 'error trust-bounding-set', 'error trust-capability'],
    ],
  ])('%s', async (_name, context, expected) => {
    const path = made('pod.yaml', pod(context));
    const { found } = await codes('--layer', 'trust', '--spec', path, sample('honest-cri-o'));
    expect([...found].sort()).toEqual([...expected].sort());
  });

  test.each([
    ['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 'neither'],
    ['a: [', 'pod.yaml: '],
    ['', 'no document'],
    ['# nothing\n', 'no document'],
    ['---\n', 'neither'],
    ['{"a": 1, "a": 2}', 'stands twice'],
    [`spec:\n${'- []\n'.repeat(20_000)}`, 'words of YAML'],
    [`spec:\n  ${'- '.repeat(20_000)}x`, 'levels of nesting'],
    [`${'- '.repeat(20_000)}x`, 'levels of nesting'],
    [`spec: ${'['.repeat(300)}${']'.repeat(300)}`, 'levels of nesting'],
    [`spec: ${'{a: '.repeat(300)}1${'}'.repeat(300)}`, 'levels of nesting'],
    [Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'levels of nesting'],
    [`{"a":[${'[],'.repeat(500_000)}1]}`, 'values'],
  ])('what is none: %#', async (text, message) => {
    const { status, err } = await run('--spec', made('pod.yaml', text), sample('honest-cri-o'));
    expect([status, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('what the package for YAML warns of is not printed', async () => {
    const warned: string[] = [];
    const hear = (warning: Error) => warned.push(warning.message);
    process.on('warning', hear);
    await run('--spec', made('pod.yaml', '? {a: b}\n: c\n'), sample('honest-cri-o'));
    await new Promise(setImmediate);
    process.off('warning', hear);
    expect(warned).toEqual([]);
  });

  test('without the layer it has no effect, which is said', async () => {
    const path = made('pod.yaml', pod(''));
    expect((await run('--spec', path, '--layer', 'framing', sample('honest-cri-o'))).status).toBe(2);
  });
});

describe('manifests', () => {
  const path = join(folder, 'manifest.json');
  const archive = join(folder, 'a.tar.gz');
  const check = (...args: readonly string[]) => codes('--layer', 'trust', '--manifest', path, ...args);

  test('nothing altered, packed anew, altered', async () => {
    copyFileSync(sample('honest-podman'), archive);
    expect(await run('--write-manifest', path, archive)).toEqual({ status: 0, out: '', err: '' });
    const schema = join(projectRoot, 'formats', 'validate-manifest.schema.json');
    const document = JSON.parse(readFileSync(path, 'utf8'));
    expect(new Ajv({ strict: false }).validate(JSON.parse(readFileSync(schema, 'utf8')), document)).toBe(
      true,
    );
    expect(await check(archive)).toEqual({ status: 0, found: [] });
    writeFileSync(archive, gunzipSync(readFileSync(archive)));
    expect(await check(archive)).toEqual({ status: 0, found: ['note trust-repacked'] });
    const bytes = readFileSync(archive);
    bytes[600] = (bytes[600] ?? 0) ^ 1;
    writeFileSync(archive, bytes);
    expect((await check(archive)).found).toContain('error trust-altered');
    copyFileSync(sample('ghost-disk'), archive);
    expect((await check(archive)).found).toContain('error trust-added');
    expect((await check(sample('honest-cri-o'))).found).toEqual(['error trust-added']);
  });

  test('a directory', async () => {
    const directory = join(folder, 'images');
    mkdirSync(directory);
    const names = ['inventory.img', 'x'];
    for (const name of names) writeFileSync(join(directory, name), name);
    await run('--write-manifest', path, '--force', directory);
    writeFileSync(join(directory, 'inventory.img'), 'other');
    rmSync(join(directory, 'x'));
    const { found } = await check(directory);
    expect(found.filter((finding) => /altered|missing|added/.test(finding))).toEqual([
      'error trust-altered',
      'error trust-missing',
    ]);
  });
});

test('policies of containers, and rules that nobody ignores', async () => {
  const policies = [
    {
      name: 'p',
      deny: {
        environment: ['PATH'],
        files: ['/bin/*'],
        images: ['quay.io/**'],
        labels: ['io.kubernetes.pod.name=web'],
      },
    },
    {
      name: 'q',
      require: { noNewPrivileges: true, nonRoot: true, seccomp: true, labels: ['team'], rules: ['trust-*'] },
    },
  ];
  const config = made('config.json', JSON.stringify({ schemaVersion: 1, policies }));
  const shown = async (...args: readonly string[]) =>
    JSON.parse((await run('--json', '--config', config, ...args)).out).images[0].diagnostics.map(
      ({ code, severity }: { code: string; severity: string }) => `${severity} ${code}`,
    );
  const found = await shown('--layer', 'policy', sample('honest-cri-o'));
  expect([...new Set(found)].sort()).toEqual([
    'error policy-environment',
    'error policy-file',
    'error policy-image',
    'error policy-label',
    'error policy-rights',
  ]);
  const ignored = await shown('--ignore', 'trust-uid', sample('root-in-one-thread'));
  expect(ignored).toContain('error trust-uid');
});

test('policies that a choice of layers leaves out are told of, and the gates of the documents judge them', async () => {
  const policies = [{ name: 'p', require: { nonRoot: true } }];
  const config = made('gate.json', JSON.stringify({ schemaVersion: 1, policies }));
  const gate = (...layers: readonly string[]) =>
    run('--config', config, '--fail-on', 'warning', ...layers, sample('honest-cri-o'));
  expect(await gate('--layer', 'trust')).toMatchObject({
    status: 0,
    err: expect.stringMatching(/policies .* are not judged: --layer policy/),
  });
  expect(await gate('--layer', 'trust', '--layer', 'policy')).toMatchObject({ status: 1, err: '' });
  const document = readFileSync(join(projectRoot, 'docs', 'trust.md'), 'utf8').replaceAll('\\\n', ' ');
  const gates = document.split('\n').filter((line) => /cr-validate .*--config \S+policy\.json/.test(line));
  expect(gates.length).toBeGreaterThan(2);
  for (const line of gates) expect(line).toContain('--layer policy');
});

const packed = (name: string, from: string, what: string): string => {
  execFileSync('tar', ['-czf', join(folder, name), '-C', from, what]);
  return join(folder, name);
};

test.each<[string, (root: string) => string]>([
  ['an archive', (root) => packed('plain.tar.gz', root, '.')],
  ['unpacked', (root) => root],
  ['unpacked, in a folder that is searched', (root) => dirname(root)],
  ['in a folder of an archive', (root) => packed('wrapped.tar.gz', dirname(root), 'web')],
])('what an engine would do is the same wherever its files lie: %s', async (_name, placed) => {
  const root = join(mkdtempSync(join(folder, 'placed-')), 'web');
  mkdirSync(root);
  execFileSync('tar', ['-xzf', sample('root-in-one-thread'), '-C', root]);
  writeFileSync(join(root, 'deleted.files'), '["../../etc/passwd"]');
  const { found } = await codes('--layer', 'trust', placed(root));
  expect(found).toEqual(['error trust-deleted-path', 'error trust-uid']);
});
