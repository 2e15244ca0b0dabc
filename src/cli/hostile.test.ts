/**
 * What strangers' inputs must not do, command by command: each row is a kind that once hung, filled the memory, was
 * shown as a bug of ours, or reached beyond its place.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { tarOf } from '../test-support/containers.ts';
import { projectRoot, sample } from '../test-support/images.ts';
import { runHere } from '../test-support/run-here.ts';
import { crConvert } from './convert/command.ts';
import { convertSpec } from './convert/spec.ts';
import { crCrit } from './crit/command.ts';
import { critSpec } from './crit/spec.ts';
import { crInspect } from './inspect/command.ts';
import { inspectSpec } from './inspect/spec.ts';
import type { CommandSpec } from './options.ts';
import { crRestoreSim } from './restore-sim/command.ts';
import { restoreSimSpec } from './restore-sim/spec.ts';
import type { Main } from './run.ts';
import { crValidate } from './validate/command.ts';
import { validateSpec } from './validate/spec.ts';

const commands = {
  'cr-convert': [convertSpec, crConvert],
  'cr-inspect': [inspectSpec, crInspect],
  'cr-validate': [validateSpec, crValidate],
  'cr-restore-sim': [restoreSimSpec, crRestoreSim],
  'cr-crit': [critSpec, crCrit],
} as const satisfies Record<string, readonly [CommandSpec, Main]>;
type Command = keyof typeof commands;

const base = mkdtempSync(join(tmpdir(), 'cr-hostile-test-'));
let place = base;
let count = 0;
beforeEach(() => {
  count += 1;
  place = join(base, String(count));
  mkdirSync(place);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const hostile = (name: string): string => join(projectRoot, 'samples', 'hostile', name);
const image = sample('2.6.18-counter');

async function run(command: Command, ...args: readonly string[]) {
  const [spec, main] = commands[command];
  const { status, out, err } = await runHere(spec, main, args);
  const said = out + err;
  expect(said).not.toMatch(/\n {4}at .*:\d+|this is a bug/);
  // These must not reach a terminal.
  expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  return { status, out, err, said };
}

/** Every command that reads a checkpoint, with what it needs besides the name. */
const readers: readonly (readonly [command: Command, after: readonly string[]])[] = [
  ['cr-inspect', ['ps']],
  ['cr-validate', []],
  ['cr-restore-sim', []],
  ['cr-convert', ['--plan']],
];

describe('words that a table has from elsewhere are not known', () => {
  const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const uses: readonly (readonly [command: Command, args: (word: string) => readonly string[]])[] = [
    ['cr-convert', (word) => ['--to', word, image, 'out']],
    ['cr-convert', (word) => ['--from', word, image, 'out']],
    ['cr-convert', (word) => ['--allow', word, image, 'out']],
    ['cr-convert', (word) => ['--restore-on', word, '--to', 'criu', image, 'out']],
    ['cr-validate', (word) => ['--explain', word]],
    ['cr-validate', (word) => ['--ignore', word, image]],
    ['cr-validate', (word) => ['--layer', word, image]],
    ['cr-validate', (word) => ['--format', word, image]],
    ['cr-restore-sim', (word) => ['--kernel', word, image]],
    ['cr-inspect', (word) => [image, word]],
    ['cr-crit', (word) => [word, image]],
    ['cr-crit', (word) => ['x', image, word]],
  ];
  test.each(uses.map(([command, args]) => ({ command, args, shown: args('WORD').join(' ') })))(
    '$command $shown',
    async ({ command, args }) => {
      for (const word of words) expect((await run(command, ...args(word))).status).toBe(2);
    },
  );
});

describe('devices and pipes in place of a file', () => {
  test.each(readers)('%s', async (command, after) => {
    const fifo = join(place, 'fifo');
    execFileSync('mkfifo', [fifo]);
    for (const input of [fifo, '/dev/zero', '/dev/null'])
      expect((await run(command, input, ...after)).status).toBe(3);
  });

  test('documents', async () => {
    const link = join(place, 'host.json');
    symlinkSync('/dev/zero', link);
    for (const args of [
      ['--on', link, image],
      ['replay', link],
    ])
      expect((await run('cr-restore-sim', ...args)).status).toBeGreaterThan(1);
    for (const option of ['--config', '--baseline'])
      expect((await run('cr-validate', option, link, image)).status).toBeGreaterThan(1);
  });

  test('standard input that is a directory', () => {
    const folder = openSync(place, 'r');
    const said = (name: string, ...words: readonly string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', join(projectRoot, 'src/cli', `${name}.ts`), ...words], {
        cwd: projectRoot,
        encoding: 'utf8',
        stdio: [folder, 'pipe', 'pipe'],
      });
    expect(said('cr-inspect', '-', 'ps')).toMatchObject({
      status: 3,
      stdout: '',
      stderr: 'cr-inspect: standard input: is a directory, not an image file (EISDIR)\n',
    });
    closeSync(folder);
  });

  test('a socket as a document is refused with a sentence', async () => {
    const socket = join(place, 'socket');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    const { status, said } = await run('cr-restore-sim', '--on', socket, image);
    server.close();
    expect(status).toBe(3);
    expect(said).toContain('socket: a socket, or nobody writes to this pipe (ENXIO)');
  });
});

describe('archives', () => {
  test.each([
    ['paxnul2.tar.gz', /archive-unsafe-name: a member is called img\/core\\x00-9\.img/],
    ['paxnulparent.tar.gz', /archive-unsafe-name: img\/parent leads to \.\.\\x00\/x/],
    ['paxlong.tar.gz', /archive-unsafe-name: .* \(5008 characters\)/],
    ['quadlink.tar.gz', /archive-unsafe-name/],
    ['pathbomb40.tar.gz', /archive-unsafe-name/],
  ])('%s: the odd name is said, the rest is converted', async (name, said) => {
    const { status, err } = await run('cr-convert', '--to', 'criu-3.19', hostile(name), join(place, 'out'));
    expect(status).toBe(0);
    expect(err).toMatch(said);
    expect(err.length).toBeLessThan(5_000);
  });

  test.each(['trunc.tar.zst', 'badsum.tar.zst', 'flip.tar.zst'])('%s is damaged', async (name) => {
    for (const [command, after] of readers) {
      const { status, said } = await run(command, hostile(name), ...after);
      expect(status).toBe(1);
      expect(said).toContain('archive-unreadable');
      expect(said).not.toContain('no tar archive');
    }
  });

  test('nothing of one is written elsewhere, and its way out is not copied', async () => {
    const out = join(place, 'out');
    const { status, err } = await run('cr-convert', '--to', 'criu-3.19', hostile('trav.tar.gz'), out);
    expect(status).toBe(0);
    expect(err).toContain('criu-bad-parent');
    expect(lstatSync(join(out, 'parent'), { throwIfNoEntry: false })).toBeUndefined();
  });

  test.each([
    ['xz', Buffer.from('fd377a585a000004', 'hex')],
    ['zip', Buffer.from('504b030414000000', 'hex')],
    ['bzip2', Buffer.from('425a683931415926', 'hex')],
  ])('%s is named', async (name, bytes) => {
    const path = join(place, 'image');
    writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(600)]));
    const { status, said } = await run('cr-inspect', path, 'ps');
    expect(status).toBe(1);
    expect(said).toContain(name);
  });

  // RFC 8878: magic, a descriptor without content size, the exponent of a window, blocks of one repeated byte.
  const frame = (windowLog: number, blocks: number) =>
    Buffer.concat([
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, (windowLog - 10) << 3]),
      ...Array.from({ length: blocks }, (_, index) =>
        Buffer.from([index === blocks - 1 ? 3 : 2, 0, 0x10, 0x78]),
      ),
    ]);

  test.each([
    ['256 MiB, whatever is in it', frame(28, 1), 268435456],
    ['128 MiB and fills it', frame(27, 1024), 134217728],
    [
      '128 MiB, once, and fills half of it in another frame',
      Buffer.concat([frame(27, 1), frame(27, 513)]),
      67239936,
    ],
  ])('a frame that asks for %s is refused before', async (_, bytes, needed) => {
    const path = join(place, 'wide.tar.zst');
    writeFileSync(path, bytes);
    const { status, said } = await run('cr-inspect', path, 'ps');
    expect(status).toBe(1);
    expect(said).toContain(`archive-too-large: ${path} has a zstd frame that needs ${needed} bytes`);
    expect(said).toContain('zstd -d');
  });

  test('a frame that asks for 128 MiB and has little is unpacked', async () => {
    const path = join(place, 'wide.tar.zst');
    writeFileSync(path, frame(27, 2));
    expect((await run('cr-inspect', path, 'ps')).said).toContain('holds no tar archive');
  });
});

test('an OCI layout of indexes that list one of the next level very often', async () => {
  const files: Record<string, string> = { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}' };
  const put = (text: string) => {
    const hash = createHash('sha256').update(text).digest('hex');
    files[`blobs/sha256/${hash}`] = text;
    return { digest: `sha256:${hash}`, size: text.length };
  };
  const indexType = 'application/vnd.oci.image.index.v1+json';
  let descriptor: object = {
    mediaType: 'application/vnd.containerd.container.criu.checkpoint.criu.tar',
    ...put('\0'.repeat(1024)),
  };
  const indexOf = (one: object) =>
    JSON.stringify({ schemaVersion: 2, manifests: Array.from({ length: 400 }, () => one) });
  for (let depth = 0; depth < 3; depth++) descriptor = { mediaType: indexType, ...put(indexOf(descriptor)) };
  files['index.json'] = indexOf(descriptor);
  const path = join(place, 'oci.tar');
  writeFileSync(path, tarOf(files));
  // 400 × 400 × 400 visits took 8 GiB.
  for (const [command, after] of readers) {
    if (command === 'cr-convert') continue;
    const { status, said } = await run(command, path, ...after);
    expect([command, status]).toEqual([command, 1]);
    expect(said.length).toBeLessThan(100_000);
  }
});

describe('a parent link', () => {
  function dump(name: string, parent: string): string {
    const out = join(place, name);
    mkdirSync(out, { recursive: true });
    execFileSync('tar', [
      ...['-xzf', join(projectRoot, 'samples', 'criu', 'podman-counter.tar.gz')],
      ...['--strip-components=2', '-C', out, './checkpoint'],
    ]);
    symlinkSync(parent, join(out, 'parent'));
    return out;
  }

  test('that leaves the tree is not followed, and not written', async () => {
    mkdirSync(join(place, 'secret'));
    writeFileSync(join(place, 'secret', 'pstree.img'), 'private words');
    for (const parent of ['../../secret', join(place, 'secret')]) {
      const input = dump(`a/${parent.length}`, parent);
      const shown = await run('cr-inspect', input, 'record', 'parent/pstree.img');
      expect(shown.status).toBeGreaterThan(0);
      expect(shown.said).not.toContain('private words');
      expect((await run('cr-validate', input)).said).toContain('parent leads to');
      const out = join(place, `out-${parent.length}`);
      await run('cr-convert', '--to', 'criu-3.19', input, out);
      expect(existsSync(join(out, 'parent'))).toBe(false);
    }
  });

  test('that leads around has no end, which is found at the first round', async () => {
    const itself = dump('itself', '.');
    const round = dump('round/one', '../two');
    dump('round/two', '../one');
    const packed = join(place, 'itself.tar');
    execFileSync('tar', ['-cf', packed, '-C', place, 'itself']);
    for (const input of [itself, round, packed]) {
      const { status, out } = await run('cr-restore-sim', input);
      expect(status).toBe(1);
      expect(out).toContain('EMFILE');
      expect(out).toContain('an image of the chain itself');
      expect(out).not.toContain('parent/parent/parent');
      expect((await run('cr-validate', input)).said).toContain('an image of the chain itself');
    }
    const out = join(place, 'flat');
    expect((await run('cr-convert', '--to', 'criu', '--flatten', itself, out)).status).toBe(0);
    expect(existsSync(join(out, 'parent'))).toBe(false);
  });

  test('to the directory beside stays', async () => {
    const input = dump('one', '../two');
    dump('two', 'nowhere');
    await run('cr-convert', '--to', 'criu-4.2', '--no-verify', input, join(place, 'three'));
    expect(readlinkSync(join(place, 'three', 'parent'))).toBe('../two');
  });
});

test('names that are not UTF-8, which Node.js cannot open', async () => {
  copyFileSync(image, Buffer.from(`${place}/\xe9.cpt`, 'latin1'));
  writeFileSync(join(place, 'good.cpt'), readFileSync(image));
  const all = await run('cr-validate', place);
  expect([all.status, all.err]).toEqual([3, expect.stringContaining('not UTF-8')]);
  expect(all.out).toContain('good.cpt');
  const written = await run('cr-convert', image, join(place, 'o\ufffd.json'));
  expect([written.status, written.err]).toEqual([3, expect.stringContaining('not UTF-8')]);
  expect(readdirSync(place)).toHaveLength(2);
});

describe('JSON forms', () => {
  test('a terabyte of nothing behind their beginning ends at once', async () => {
    for (const beginning of ['{"family":', '{"a":"']) {
      const path = join(place, 'big.json');
      writeFileSync(path, beginning);
      truncateSync(path, 2 ** 40);
      const { status, said } = await run('cr-inspect', path, 'ps');
      expect([status, said]).toEqual([1, expect.stringContaining('a control character')]);
    }
  });

  const forms: readonly string[] = [
    ...['5', '"x"', 'true', '[]', '{}', '{"path":5}', '{"path":"a\\u0000b","sha256":"x"}'].map(
      (named) => `{"schemaVersion":1,"family":"cpt","variant":"cpt-2.6.18.2","image":${named},"records":[]}`,
    ),
    ...['__proto__', 'constructor', '\\u001b[31mx'].map(
      (variant) => `{"schemaVersion":1,"family":"cpt","variant":"${variant}","image":null,"records":[]}`,
    ),
    ...['"constructor"', 'null', '{}', '"\\u202ex"', `"${'k'.repeat(5_000)}"`].map(
      (kind) =>
        `{"schemaVersion":1,"family":"cpt","variant":"cpt-2.6.18.2","image":null,"records":[{"kind":${kind}}]}`,
    ),
    `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    '{"schemaVersion":1,"family":"cpt","variant":"cpt-2.6.18.2","image":null,"recor\\u0064s":[{"kind":"raw"}]}',
  ];
  test.each(forms.map((text) => [text.slice(0, 120), text]))('%s', async (_, text) => {
    const path = join(place, 'image.json');
    writeFileSync(path, text);
    const { status, said } = await run('cr-convert', path, join(place, 'out.img'));
    expect([1, 2]).toContain(status);
    expect(said.length).toBeLessThan(2_000);
    expect(existsSync(join(place, 'out.img'))).toBe(false);
  });

  const criu = '"schemaVersion":1,"family":"criu","variant":"criu-4.2","image":null';
  const fs =
    '"schemaVersion":1,"family":"criu","file":"fs-1.img","type":"FS","magics":["0x54564319","0x51403912"]';
  const link = '{"kind":"link","file":"parent","target":"../a"}';
  test.each([
    ['convert', `{${criu}}`],
    ['convert', `{${criu},"records":{}}`],
    ['convert', `{${criu},"recor\\u0064s":[${link}]}`],
    ['convert', `{${criu.replace('1', '2')},"records":[${link}]}`],
    ['convert', `{${criu},"record":[],"records":[${link}]}`],
    ['convert', `{${criu},"records":[${link.replace('{', '{"fields":{},')}]}`],
    ['encode', `{${fs}}`],
    ['encode', `{${fs},"records":"x"}`],
    ['encode', `{${fs},"recor\\u0064s":[{"kind":"message","message":"fs_entry","fields":{}}]}`],
    ['encode', `{${fs},"entries":[],"records":[]}`],
    ['encode', '{"magic":"FS","entries":"x"}'],
    ['encode', '{"magic":"FS","records":[],"entries":[{"cwd_id":1,"root_id":1,"umask":1}]}'],
  ])('of CRIU from which records would be lost: %s %s', async (word, text) => {
    const [path, out] = [join(place, 'image.json'), join(place, 'fs-1.img')];
    writeFileSync(path, text);
    const { status, said } =
      word === 'convert'
        ? await run('cr-convert', path, out)
        : await run('cr-crit', 'encode', '-i', path, '-o', out);
    expect([status, existsSync(out)]).toEqual([1, false]);
    expect(said).toMatch(/^error criu-bad-json: .*\$/);
  });

  // A variant may be named with --from; a family that is none makes the document no image.
  test.each([
    ['variant-esc.json', 2],
    ['family-esc.json', 1],
  ])('%s', async (name, expected) => {
    expect((await run('cr-convert', hostile(name), join(place, 'out.img'))).status).toBe(expected);
  });

  test('refer to what lies beside them, by its hash, and to nothing else', async () => {
    writeFileSync(join(place, 'secret'), 'private words'.repeat(400));
    mkdirSync(join(place, 'in'));
    copyFileSync(image, join(place, 'in', 'a.img'));
    expect((await run('cr-convert', join(place, 'in', 'a.img'), join(place, 'in', 'a.json'))).status).toBe(0);
    const good = readFileSync(join(place, 'in', 'a.json'), 'utf8');
    for (const name of ['../secret', join(place, 'secret'), '/etc/shadow']) {
      writeFileSync(join(place, 'in', 'b.json'), good.replaceAll('a.img', name));
      const { status, said } = await run('cr-convert', join(place, 'in', 'b.json'), join(place, 'b.img'));
      expect([status, existsSync(join(place, 'b.img'))]).toEqual([1, false]);
      expect(said).not.toMatch(/\d+ bytes|private/);
    }
  });

  test('a pipe beside them is no image', async () => {
    execFileSync('mkfifo', [join(place, 'fifo')]);
    const sha256 = '0'.repeat(64);
    const text = `{"schemaVersion":1,"family":"cpt","variant":"cpt-2.6.18.2","image":{"name":"fifo","sha256":"${sha256}"},"records":[]}`;
    writeFileSync(join(place, 'image.json'), text);
    expect((await run('cr-convert', join(place, 'image.json'), join(place, 'out.img'))).status).toBe(1);
  });
});

describe('version words that the layouts are not of', () => {
  test.each([0x801, 0x802, 0x803])('%s', async (version) => {
    const bytes = readFileSync(sample('2.6.18-sysv-ipc'));
    bytes.writeUInt16LE(version, 8);
    const path = join(place, 'image.cpt');
    writeFileSync(path, bytes);
    for (const to of ['0x302', '0x803', '0x000'])
      expect((await run('cr-convert', '--plan', '--to', to, path)).status).toBeLessThan(2);
  });

  test('a mutated one', async () => {
    const { status } = await run('cr-convert', '--to', '0x803', hostile('cpt-82047.cpt'), join(place, 'out'));
    expect(status).toBeLessThan(2);
  });
});

describe('text of an image in reports', () => {
  const name = `a\u001b[31m\u202e\n::error::x%0a<&"\ufffe`;

  test.each(['text', 'github', 'junit', 'sarif', 'json'])('%s', async (format) => {
    const path = join(place, name);
    writeFileSync(path, readFileSync(image).subarray(0, 30_000));
    const { status, out } = await run('cr-validate', '--format', format, path);
    expect(status).toBe(1);
    if (format === 'github') expect(out.match(/^::/gm)).toHaveLength(out.trimEnd().split('\n').length);
    if (format === 'github') expect(out).not.toMatch(/^::error::x/m);
    if (format === 'json') expect(JSON.parse(out).images[0].path).toBe(path);
    if (format === 'sarif') expect(JSON.parse(out).version).toBe('2.1.0');
    if (format === 'junit') expect(out).not.toMatch(/\ufffe|&(?!amp;|lt;|gt;|quot;)/);
  });

  test.each(readers)('%s --json', async (command, after) => {
    const path = join(place, name);
    copyFileSync(image, path);
    const json = command === 'cr-validate' ? ['--format', 'json'] : ['--json'];
    const { out } = await run(command, path, ...after, ...json);
    JSON.parse(out);
  });
});

test('an archive that unpacks to more than is held in memory, and holds no image', async () => {
  const path = join(place, 'large.tar.gz');
  writeFileSync(path, gzipSync(tarOf({ 'notes.txt': Buffer.alloc(17 * 1024 * 1024, 'x') })));
  const { status, out } = await run('cr-validate', path);
  expect([status, out]).toEqual([1, expect.stringContaining('holds no CRIU images')]);
});
