/** Every kind of input × every command and the library × by its path and through a pipe: no cell lacks its wiring. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crConvert } from '../cli/convert/command.ts';
import { convertSpec } from '../cli/convert/spec.ts';
import { crCrit } from '../cli/crit/command.ts';
import { critSpec } from '../cli/crit/spec.ts';
import { crInspect } from '../cli/inspect/command.ts';
import { inspectSpec } from '../cli/inspect/spec.ts';
import type { CommandSpec } from '../cli/options.ts';
import { crRestoreSim } from '../cli/restore-sim/command.ts';
import { restoreSimSpec } from '../cli/restore-sim/spec.ts';
import { type Main, runCommand } from '../cli/run.ts';
import { crValidate } from '../cli/validate/command.ts';
import { validateSpec } from '../cli/validate/spec.ts';
import { ImageError } from '../diagnostic.ts';
import { openImage } from '../open-image.ts';
import {
  below,
  blobDirectory,
  checkpointImage,
  containerdCheckpoint,
  dockerArchive,
  engineFiles,
  type Files,
  imageFiles,
  podCheckpoint,
  tarOf,
  writeTree,
} from '../test-support/containers.ts';
import { projectRoot, sample } from '../test-support/images.ts';

const place = mkdtempSync(join(tmpdir(), 'cr-open-test-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const at = (name: string) => join(place, name);

const commands = {
  inspect: [inspectSpec, crInspect, ['ps']],
  validate: [validateSpec, crValidate, ['--fail-on-nothing']],
  'restore-sim': [restoreSimSpec, crRestoreSim, []],
  convert: [convertSpec, crConvert, ['--plan']],
  cores: [convertSpec, crConvert, ['--to', 'core', '--plan']],
} as const satisfies Record<string, readonly [CommandSpec, Main, readonly string[]]>;

async function run(spec: CommandSpec, main: Main, args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const streams = { isOutTty: false, isErrTty: false, columns: 80, env: {} };
  const status = await runCommand(
    spec,
    args,
    { out: (text) => out.push(text), err: (text) => err.push(text), ...streams },
    main,
  );
  return { status, out: out.join(''), err: err.join('') };
}

/** Kind → its path; filled before the tests. */
const kinds: Record<string, string> = {};
/** What holds several containers needs a word more. */
const chosen: Record<string, readonly string[]> = {
  'a pod directory': ['--container', 'b'],
  'a pod tar': ['--container', 'a'],
};

beforeAll(async () => {
  const images = await imageFiles('counter.tar.gz');
  const cpt = readFileSync(sample('2.6.18-counter'));
  const write = (kind: string, name: string, bytes: Uint8Array) => {
    writeFileSync(at(name), bytes);
    kinds[kind] = at(name);
  };
  kinds['a CPT image'] = sample('2.6.18-counter');
  write('a CPT image in gzip', 'image.cpt.gz', gzipSync(cpt));
  write('a CPT image in a tar', 'cpt.tar', tarOf({ 'dump/ct101.cpt': cpt, 'notes.txt': 'x' }));
  kinds['a CRIU directory'] = writeTree(at('img'), images);
  kinds['one file of it'] = at('img/pstree.img');
  const archive = tarOf(engineFiles(images, 'app'));
  write('a tar', 'app.tar', archive);
  write('a tar.gz', 'app.tar.gz', gzipSync(archive));
  kinds['a tar.zst'] = join(projectRoot, 'samples/criu/podman-counter.tar.gz').replace(
    'counter.tar.gz',
    'tree.tar.zst',
  );
  kinds['an OCI layout'] = writeTree(at('oci'), checkpointImage(images, 'app'));
  write('an OCI tar', 'oci.tar', tarOf(containerdCheckpoint(images, 'app')));
  write('a saved image', 'saved.tar', tarOf(dockerArchive(archive, 'localhost/app:1')));
  kinds['a saved image, unpacked in a directory'] = writeTree(
    at('unpacked'),
    dockerArchive(archive, 'localhost/app:1'),
  );
  kinds['a saved directory'] = writeTree(at('saved'), blobDirectory(archive));
  kinds['a pod directory'] = writeTree(at('pod'), podCheckpoint(images, ['a', 'b'], 'cri-o'));
  write('a pod tar', 'pod.tar.gz', gzipSync(tarOf(podCheckpoint(images, ['a', 'b'], 'containerd'))));
  const stream = await run(convertSpec, crConvert, [
    '--to',
    'linux-cr',
    sample('2.6.32-counter'),
    at('stream.ckpt'),
  ]);
  expect(stream.status).toBe(0);
  kinds['a linux-cr stream'] = at('stream.ckpt');
  write('a linux-cr stream in gzip', 'stream.ckpt.gz', gzipSync(readFileSync(at('stream.ckpt'))));
  for (const [kind, from] of [
    ['the JSON of a CPT image', sample('2.6.18-counter')],
    ['the JSON of a CRIU directory', at('img')],
    ['the JSON of a linux-cr stream', at('stream.ckpt')],
  ] as const) {
    const { status, err } = await run(convertSpec, crConvert, ['--inline-payload', from, at(`${kind}.json`)]);
    expect([status, err]).toEqual([0, '']);
    kinds[kind] = at(`${kind}.json`);
  }
});

const kindNames = [
  ...[
    'a CPT image',
    'a CPT image in gzip',
    'a CPT image in a tar',
    'a CRIU directory',
    'one file of it',
    'a tar',
    'a tar.gz',
  ],
  ...[
    'a tar.zst',
    'an OCI layout',
    'an OCI tar',
    'a saved image',
    'a saved directory',
    'a saved image, unpacked in a directory',
    'a pod directory',
    'a pod tar',
    'the JSON of a CPT image',
    'the JSON of a CRIU directory',
  ],
  ...['a linux-cr stream', 'a linux-cr stream in gzip', 'the JSON of a linux-cr stream'],
];

/** Their manifests in one index. */
const layoutOf = (layouts: readonly Files[]): Files => ({
  ...Object.assign({}, ...layouts),
  'index.json': JSON.stringify({
    schemaVersion: 2,
    manifests: layouts.flatMap((files) => JSON.parse(String(files['index.json'])).manifests),
  }),
});

/** Runs `use` with a named pipe that the file comes through. */
async function piped<Result>(path: string, use: (pipe: string) => Promise<Result>): Promise<Result> {
  const pipe = at(`pipe-${Math.trunc(performance.now() * 1000)}`);
  execFileSync('mkfifo', [pipe]);
  const writer = spawn('sh', ['-c', 'cat "$1" >"$2"', 'sh', path, pipe], { stdio: 'ignore' });
  try {
    // The writer waits for somebody to open the pipe, and the reader for it to be opened.
    await new Promise((resolve) => setTimeout(resolve, 30));
    return await use(pipe);
  } finally {
    writer.kill();
  }
}

describe.each(kindNames)('%s', (kind) => {
  const isDirectory = /directory|layout/.test(kind) && !kind.startsWith('the JSON');
  const more = chosen[kind] ?? [];

  test.each(Object.keys(commands) as (keyof typeof commands)[])('%s', async (command) => {
    const [spec, main, words] = commands[command];
    const args = words.filter((word) => word !== '--fail-on-nothing');
    const check = async (path: string) => {
      const { status, out, err } = await run(spec, main, [...more, path, ...args]);
      expect([status, err.includes('error'), out.length > 0]).toEqual([0, false, true]);
      return out;
    };
    const byPath = await check(kinds[kind] ?? '');
    if (isDirectory || kind === 'one file of it') return;
    const through = await piped(kinds[kind] ?? '', check);
    // Whoever reads a pipe is told the same of it.
    if (command === 'inspect') expect(through).toBe(byPath);
  });

  test('crit', async () => {
    const isCriu = !/CPT|linux-cr/.test(kind);
    // One file of a directory is what crit shows; of all else the file is named.
    const file = kind === 'one file of it' ? [] : ['pstree.img'];
    const show = async (path: string) => await run(critSpec, crCrit, [...more, 'show', path, ...file]);
    const check = async (path: string) => {
      const { status, out, err } = await show(path);
      if (isCriu) expect([status, err, /"magic": "PSTREE"/.test(out)]).toEqual([0, '', true]);
      else expect([status === 0, out, err]).toEqual([false, '', expect.stringContaining(path)]);
    };
    await check(kinds[kind] ?? '');
    if (!isDirectory) await piped(kinds[kind] ?? '', check);
  });

  test('library', async () => {
    const container = more[1];
    const image = await openImage(kinds[kind] ?? '', container === undefined ? {} : { container });
    try {
      expect(image.checkpoint().processes.length).toBeGreaterThan(0);
      expect(
        image.validate.judge(image.content, {}).findings.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
    } finally {
      image.close();
    }
  });
});

test('standard input is read like a pipe', () => {
  const program = join(projectRoot, 'src/cli/cr-inspect.ts');
  const input = readFileSync(kinds['a pod tar'] ?? '');
  const args = ['--import', 'tsx', program, '--container', 'b', '-', 'summary'];
  expect(execFileSync(process.execPath, args, { input, encoding: 'utf8', cwd: projectRoot })).toMatch(
    /name +b/,
  );
});

test('one file of a directory through a pipe: the same words and code of each command that needs all of it', async () => {
  const file = kinds['one file of it'] ?? '';
  const rows: readonly (readonly [CommandSpec, Main, (path: string) => readonly string[]])[] = [
    [inspectSpec, crInspect, (path) => [path]],
    [validateSpec, crValidate, (path) => [path]],
    [restoreSimSpec, crRestoreSim, (path) => [path]],
    [convertSpec, crConvert, (path) => [path, at('alone.out')]],
    [convertSpec, crConvert, (path) => ['--to', 'core', path, at('alone.out')]],
  ];
  const packed = at('pstree.img.gz');
  writeFileSync(packed, gzipSync(readFileSync(file)));
  for (const [spec, main, words] of rows) {
    for (const { status, out, err } of [
      await piped(file, (pipe) => run(spec, main, words(pipe))),
      await run(spec, main, words(packed)),
    ])
      expect([status, out + err]).toEqual([
        1,
        expect.stringMatching(
          /is one file of a CRIU checkpoint, alone, .* name their directory.* cr-crit show/,
        ),
      ]);
  }
  expect(existsSync(at('alone.out'))).toBe(false);
  expect(await piped(file, (pipe) => run(critSpec, crCrit, ['show', pipe]))).toMatchObject({ status: 0 });
  expect(await piped(file, (pipe) => run(inspectSpec, crInspect, [pipe, 'records']))).toMatchObject({
    status: 0,
  });
});

test('several containers: which one is asked for, and one that is not there is named', async () => {
  for (const [words, said] of [
    [[], /holds images of 2 containers: a, b.*--container/],
    [['--container', 'c'], /no container "c".*a, b/],
  ] as const) {
    const { status, err } = await run(inspectSpec, crInspect, [
      ...words,
      kinds['a pod directory'] ?? '',
      'ps',
    ]);
    expect([status, said.test(err)]).toEqual([2, true]);
  }
  const { status, out } = await run(validateSpec, crValidate, ['--json', kinds['a pod directory'] ?? '']);
  expect([status, JSON.parse(out).images.length]).toEqual([0, 2]);
});

describe('several: which one is asked for, by every command that takes one', () => {
  const rows: readonly (readonly [what: string, make: (images: Files) => Files, names: string])[] = [
    ['a pod', (images) => podCheckpoint(images, ['a', 'b'], 'cri-o'), 'a, b'],
    [
      'a layout of two',
      (images) => layoutOf([checkpointImage(images, 'a'), checkpointImage(images, 'b')]),
      'a, b',
    ],
    [
      'a dump, and an image that is a file',
      (images) => ({ ...below('x/dump', images), 'old.img': readFileSync(sample('2.6.18-counter')) }),
      'x/dump, old.img',
    ],
    ['two dumps', (images) => ({ ...below('x/dump', images), ...below('y/dump', images) }), 'x/dump, y/dump'],
  ];
  const words: readonly (readonly [CommandSpec, Main, (path: string) => readonly string[]])[] = [
    [inspectSpec, crInspect, (path) => [path]],
    [inspectSpec, crInspect, (path) => [path, 'records']],
    [inspectSpec, crInspect, (path) => [path, 'extract', 'pipe/1', '-o', at('several.out')]],
    [inspectSpec, crInspect, (path) => [path, 'memory', '--pid', '1', '0', '-o', at('several.out')]],
    [restoreSimSpec, crRestoreSim, (path) => [path]],
    [restoreSimSpec, crRestoreSim, (path) => ['--plan', path]],
    [convertSpec, crConvert, (path) => [path, at('several.out')]],
    [convertSpec, crConvert, (path) => ['--to', 'core', path, at('several.out')]],
    [convertSpec, crConvert, (path) => ['--check-root', '/', path]],
    [critSpec, crCrit, (path) => ['decode', path, '--out', at('several.out')]],
    [critSpec, crCrit, (path) => ['show', path, 'pstree.img']],
  ];

  test.each(rows)('%s', async (what, make, names) => {
    const files = make(await imageFiles('counter.tar.gz'));
    const archive = at(`several ${what}.tar`);
    writeFileSync(archive, tarOf(files));
    for (const path of [writeTree(at(`several ${what}`), files), archive]) {
      for (const [spec, main, wordsFor] of words) {
        const { status, err } = await run(spec, main, wordsFor(path));
        const said = new RegExp(
          `: ${path} holds images of 2 \\w+: ${names}; say which \\(--container NAME\\)\n`,
        );
        expect([status, err]).toEqual([2, expect.stringMatching(said)]);
        expect(existsSync(at('several.out'))).toBe(false);
      }
      for (const name of names.split(', ')) {
        const { status, err } = await run(restoreSimSpec, crRestoreSim, [path, '--container', name]);
        expect([status, err]).toEqual([0, '']);
      }
      // Two dumps of a directory of the host are two inputs of cr-validate.
      const { status, out } = await run(validateSpec, crValidate, ['--json', path]);
      expect([status, JSON.parse(out).images.length]).toEqual([0, 2]);
    }
  });

  test('of equal names, by their numbers; in a pod by the names of its manifest', async () => {
    const images = await imageFiles('counter.tar.gz');
    const other = { ...images, 'dump.log': new Uint8Array(1) };
    const index = at('equal.tar');
    writeFileSync(index, tarOf(layoutOf([checkpointImage(images, 'web'), checkpointImage(other, 'web')])));
    const { status, err } = await run(inspectSpec, crInspect, [index, 'ps']);
    expect([status, err]).toEqual([2, expect.stringContaining('of 2 checkpoints: web#1, web#2; say which')]);
    for (const command of [
      [index, 'ps'],
      [index, 'rights'],
    ]) {
      const found = await run(inspectSpec, crInspect, ['--container', 'web#2', ...command]);
      expect([found.status, found.err]).toEqual([0, '']);
      const several = await run(inspectSpec, crInspect, ['--container', 'web', ...command]);
      expect([several.status, several.err]).toEqual([2, expect.stringContaining('web#1, web#2; say which')]);
      const none = await run(inspectSpec, crInspect, ['--container', 'web#3', ...command]);
      expect([none.status, none.err]).toEqual([2, expect.stringContaining('there are web#1, web#2')]);
    }
    const pod = kinds['a pod tar'] ?? '';
    const rights = await run(inspectSpec, crInspect, ['--container', 'b', pod, 'rights']);
    expect([rights.status, rights.out]).toEqual([0, expect.stringContaining('container b')]);
  });

  test('of a series of one process the last is meant', async () => {
    const images = await imageFiles('counter.tar.gz');
    const path = writeTree(at('series'), { ...below('1', images), ...below('2', images) });
    symlinkSync('../1', join(path, '2', 'parent'));
    const { status, err } = await run(convertSpec, crConvert, ['--plan', path]);
    expect([status, err]).toEqual([0, `${path} holds 2 checkpoints; this is ${join(path, '2')}\n`]);
  });
});

test('an archive that ends before its images is called cut, not one without them', async () => {
  const whole = readFileSync(kinds['a tar'] ?? '');
  const path = at('cut.tar');
  // Behind the three documents of the engine, inside of the header of the first image.
  writeFileSync(path, whole.subarray(0, 3200));
  for (const [spec, main, words] of Object.values(commands)) {
    const args = [path, ...words.filter((word) => word !== '--fail-on-nothing')];
    const { status, out, err } = await run(spec, main, args);
    expect([status, out + err]).toEqual([
      1,
      expect.stringMatching(/ends early, before any image: .*it has config.dump, deleted.files, spec.dump/),
    ]);
    expect(out + err).not.toMatch(/without the checkpoint/);
  }
});

test('what an engine says of a container', async () => {
  const facts = async (kind: string, container?: string) => {
    const image = await openImage(kinds[kind] ?? '', container === undefined ? {} : { container });
    const {
      engine,
      name,
      pod,
      image: made,
      runtime,
      hostname,
      addresses,
      deletedFiles,
    } = image.container() ?? {};
    image.close();
    return [engine, name, pod, made, runtime, hostname, addresses, deletedFiles];
  };
  const own = ['reg/app:1', 'crun', 'host-of-pod', ['10.1.2.3'], ['/etc/motd']];
  expect(await facts('a tar')).toEqual(['cri-o', 'app', 'web', ...own]);
  expect(await facts('an OCI layout')).toEqual(['cri-o', 'app', 'web', ...own]);
  expect(await facts('a pod directory', 'b')).toEqual(['cri-o', 'b', 'web', ...own]);
  const ofClient = ['docker.io/library/app:1', 'io.containerd.runc.v2', 'h', [], []];
  expect(await facts('an OCI tar')).toEqual(['containerd', 'app', undefined, ...ofClient]);
  expect(await facts('a pod tar', 'a')).toEqual(['containerd', 'a', 'web', ...ofClient]);
});

describe('wrong things are called by their name, in each command and the library', () => {
  const elf = Buffer.alloc(64);
  elf.write('\x7fELF\x02\x01\x01', 0, 'latin1');
  elf[16] = 4;
  const rows: readonly (readonly [what: string, bytes: Uint8Array, said: RegExp])[] = [
    ['xz', Buffer.from('fd377a585a000004', 'hex'), /packed with xz: unpack it/],
    ['lz4', Buffer.from('04224d18', 'hex'), /packed with lz4/],
    ['zip', Buffer.from('504b030414', 'hex'), /zip archive/],
    [
      'torn tar',
      Buffer.concat([Buffer.alloc(257, 1), Buffer.from('ustar\0' + '00')]),
      /tar archive whose first header/,
    ],
    ['an ELF core', elf, /ELF core file/],
    [
      'a log',
      Buffer.from('(00.000050) Version: 4.2 (gitid 0)\n(00.000123) Running on host\n'),
      /a log of CRIU/,
    ],
    ['a text', Buffer.from('hello\n'), /it is a text/],
    ['a JSON of others', Buffer.from('{"a":1}'), /JSON document of another kind/],
    ["crit's JSON", Buffer.from('{"magic":"CORE","entries":[]}'), /crit's JSON/],
    ['a text in gzip', gzipSync('hello'), /no tar archive and no image: it is a text/],
    ['archives', tarOf({ 'a.tar.zst': 'a' }), /it has archives \(a\.tar\.zst\): name one of them/],
    ['an archive of texts', tarOf({ 'a.txt': 'a' }), /holds no CRIU images: it has a\.txt/],
    [
      'an ordinary OCI image',
      tarOf({ 'oci-layout': '{}', 'index.json': '{"manifests":[]}', 'blobs/sha256/x': '' }),
      /OCI layout/,
    ],
    ['nothing', Buffer.alloc(0), /empty/],
    ['zeros', Buffer.alloc(4096), /zeros/],
  ];
  test.each(rows)('%s', async (what, bytes, said) => {
    const path = at(`wrong ${what}`);
    writeFileSync(path, bytes);
    const found = await openImage(path).catch((error) => error);
    expect(found).toBeInstanceOf(ImageError);
    expect(found.message).toMatch(said);
    for (const [spec, main, words] of Object.values(commands)) {
      const args = [path, ...words.filter((word) => word !== '--fail-on-nothing')];
      const { status, out, err } = await run(spec, main, args);
      expect([status, said.test(out + err), out + err]).toEqual([1, true, expect.any(String)]);
    }
    for (const verb of ['show', 'decode', 'info']) {
      const { status, out, err } = await run(critSpec, crCrit, [verb, path]);
      expect([status, out, err]).toEqual([1, '', expect.stringMatching(said)]);
    }
  });
});

test('what holds nothing, and what is cut, is told in one line by every command', async () => {
  const lines = '{"op":"fork","pid":1}\n{"op":"exit"}\n';
  const whole = tarOf({ 'pages-1.img': new Uint8Array(4096), ...(await imageFiles('counter.tar.gz')) });
  const rows: readonly (readonly [name: string, bytes: Uint8Array, said: RegExp])[] = [
    [
      'nothing.gz',
      gzipSync(''),
      /^error empty-file: it is empty when it is unpacked \(.*nothing\.gz, offset 0x0\)\n$/,
    ],
    ['none.tar', tarOf({}), /zeros at its start: an empty tar archive, .*\(.*none\.tar, offset 0x0\)\n$/],
    ['cut.tar', whole.subarray(0, 700), /^error archive-truncated: .*cut\.tar ends early, .*\n$/],
    [
      'cut.ckpt',
      readFileSync(at('stream.ckpt')).subarray(0, 30),
      /^error stream-header: .*cut\.ckpt, offset 0x0\)\n$/,
    ],
    [
      'plans.jsonl',
      Buffer.from(lines),
      /a JSON document a line: .* replay \(.*plans\.jsonl, offset 0x0\)\n$/,
    ],
    [
      'plans.jsonl.gz',
      gzipSync(lines),
      /a JSON document a line: .* replay \(.*plans\.jsonl\.gz, offset 0x0\)\n$/,
    ],
    ['two.json', Buffer.from('{"a":1} {"b":2}'), /^error json-malformed: [^\n]*two\.json, offset 0x8\)\n$/],
  ];
  for (const [name, bytes, said] of rows) {
    writeFileSync(at(name), bytes);
    for (const [command, [spec, main, words]] of Object.entries(commands)) {
      if (command === 'validate') continue;
      const { status, out, err } = await run(spec, main, [at(name), ...words]);
      expect([command, status, out, err.replace(/[^\n]/g, '')]).toEqual([command, 1, '', '\n']);
      expect(err).toMatch(said);
    }
  }
});

test('what is wrong inside of a file is said with its name', async () => {
  const path = at('short.cpt');
  writeFileSync(path, readFileSync(sample('2.6.18-counter')).subarray(0, 100));
  for (const command of ['inspect', 'convert'] as const) {
    const [spec, main, words] = commands[command];
    const { status, err } = await run(spec, main, [path, ...words]);
    expect([status, err]).toEqual([1, expect.stringContaining(`(${path}, offset 0x50, `)]);
  }
});

test('a directory of images that are files says which there are', async () => {
  const images = {
    'a.cpt': readFileSync(sample('2.6.18-counter')),
    'b.ckpt': readFileSync(at('stream.ckpt')),
  };
  const path = writeTree(at('several'), { ...images, 'notes.txt': 'x' });
  const said = /several holds no .*; a\.cpt is a CPT image, b\.ckpt is a linux-cr stream: name one/;
  for (const [name, [spec, main, words]] of Object.entries(commands)) {
    if (name === 'validate') continue;
    const { status, out, err } = await run(spec, main, [path, ...words]);
    expect([status, out, err]).toEqual([1, '', expect.stringMatching(said)]);
  }
});

test('pods and layouts that mean harm', async () => {
  const manifest = (archive: string) =>
    JSON.stringify({ version: 2, containers: [{ name: 'a', id: 'x', archive }] });
  const layout = (digest: string) => ({
    'oci-layout': '{}',
    'index.json': JSON.stringify({
      manifests: [{ digest, mediaType: 'application/vnd.oci.image.index.v1+json' }],
    }),
    'blobs/sha256/x': '',
  });
  writeFileSync(at('outside.tar'), 'x');
  const rows: readonly (readonly [name: string, files: Files, said: RegExp])[] = [
    ['up', { 'checkpoint-manifest.json': manifest('../outside.tar') }, /without the archive/],
    ['absolute', { 'checkpoint-manifest.json': manifest('/etc/passwd') }, /without the archive/],
    ['itself', { 'checkpoint-manifest.json': manifest('checkpoint-manifest.json') }, /no tar archive/],
    ['no JSON', { 'checkpoint-manifest.json': '[[[' }, /holds no CRIU images/],
    ['digest', layout('sha256:../../../etc/passwd'), /holds no CRIU images/],
    ['loop', layout(`sha256:${'0'.repeat(64)}`), /holds no CRIU images/],
  ];
  for (const [name, files, said] of rows) {
    for (const path of [writeTree(at(`harm-${name}`), files), at(`harm-${name}.tar`)]) {
      if (path.endsWith('.tar')) writeFileSync(path, tarOf(files));
      const error = await openImage(path).catch((thrown) => thrown);
      expect([name, error instanceof ImageError, said.test(error.message)]).toEqual([name, true, true]);
    }
  }
});

test('crit names files inside of any of them', async () => {
  for (const [path, ...words] of [
    [kinds['a CRIU directory'], 'pstree.img'],
    [kinds['a tar.gz'], 'pstree.img'],
    [kinds['a tar.gz'], 'checkpoint/pstree.img'],
    [kinds['an OCI tar'], 'pstree.img'],
    [kinds['a pod tar'], 'pstree.img', '--container', 'a'],
  ] as const) {
    const { status, out } = await run(critSpec, crCrit, ['info', path ?? '', ...words]);
    expect([status, JSON.parse(out).type ?? JSON.parse(out).magic]).toEqual([0, 'PSTREE']);
  }
});

test('image → JSON → image is byte for byte the same, by reference and inline', async () => {
  const odd = sample('2.6.9-jiffies-mislabelled');
  for (const args of [
    ['--inline-payload', odd, at('odd.json')],
    [at('odd.json'), at('odd.img')],
  ])
    expect(await run(convertSpec, crConvert, args)).toMatchObject({ status: 0 });
  expect(readFileSync(at('odd.img')).equals(readFileSync(odd))).toBe(true);
  const again = async (from: string, json: string, to: string, words: readonly string[]) => {
    for (const args of [
      [...words, from, json],
      [json, to],
    ])
      expect(await run(convertSpec, crConvert, args)).toMatchObject({ status: 0 });
  };
  for (const [index, words] of [[], ['--inline-payload']].entries()) {
    await again(at('img'), at(`img${index}.json`), at(`img-again-${index}`), words);
    const images = await imageFiles('counter.tar.gz');
    for (const [name, bytes] of Object.entries(images))
      expect(readFileSync(join(at(`img-again-${index}`), name)).equals(bytes as Uint8Array)).toBe(true);
  }
});
