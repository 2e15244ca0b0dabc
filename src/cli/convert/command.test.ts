/** cr-convert as a user runs it: real files, exit codes and what is printed; the built program where a process matters. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allFamilies } from '../../families/index.ts';
import { buildCommand } from '../../test-support/built.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { runHere } from '../../test-support/run-here.ts';
import { crConvert } from './command.ts';
import { convertSpec } from './spec.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-convert-test-'));
const start = process.cwd();
let program = '';

beforeAll(async () => {
  program = await buildCommand('cr-convert', directory);
  process.chdir(directory);
});
afterAll(() => {
  process.chdir(start);
  rmSync(directory, { recursive: true, force: true });
});

const run = (args: readonly string[]) => runHere(convertSpec, crConvert, args);

/** As it is installed, with pipes. */
function runProgram(args: readonly string[], input?: Uint8Array) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: directory,
    input,
  });
  return { status, bytes: stdout, err: stderr.toString('utf8') };
}

const schemaCheck = (name: string) =>
  new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(projectRoot, 'formats', name), 'utf8')));

test('an image is converted, verified and explained', async () => {
  const { status, out, err } = await run([sample('2.6.18-tree'), 'tree.img']);
  expect([status, err]).toEqual([0, '']);
  expect(out).toContain('cpt-2.6.18.2 (version word 0x302)');
  expect(out).toContain('T6   stopped tasks given the state number of the target: 1');
  expect(out).toContain('lost: nothing');
  expect(out).toContain('Verified and written to tree.img.');
});

test('--quiet leaves errors, and what a loss is refused for', async () => {
  const engine = join(projectRoot, 'samples', 'criu', 'podman-counter.tar.gz');
  expect((await run(['--plan', engine])).err).toContain('warning container-lost');
  expect(await run(['--plan', '-q', engine])).toEqual({ status: 0, out: '', err: '' });
  const refused = await run(['--plan', '-q', '--strict', engine]);
  expect(refused).toMatchObject({ status: 1, out: '', err: expect.stringContaining('container-lost') });
});

test('what is refused is not said to become something', async () => {
  const { status, out } = await run(['--plan', '--strict', '--to', '0x000', sample('2.6.32-tmpfs')]);
  expect(status).toBe(1);
  expect(out).toContain('asked for: cpt-2.6.8');
  expect(out).toContain('This conversion would be refused.');
  expect(out).not.toContain('would become');
});

test('files are those of the input, however many the result has', async () => {
  const tree = join(projectRoot, 'samples', 'criu', 'v1.5-tree.tar.gz');
  const { out } = await run(['--plan', tree]);
  // tar tzf: 150 names below img/, the folder itself not counted, and truth.json beside it.
  expect(out).toMatch(/: written in the form of CRIU 1\.4, 150 files\n/);
});

test('one of a thing is told in the singular', async () => {
  const counter = join(projectRoot, 'samples', 'criu', 'counter.tar.gz');
  expect((await run(['--plan', '--to', 'core', counter])).out).toMatch(/, 1 process$/m);
});

test('the report as JSON fits its schema', async () => {
  const { status, out } = await run(['--json', sample('2.6.18-tree'), 'tree-json.img']);
  const report = JSON.parse(out);
  const check = schemaCheck('convert-report.schema.json');
  expect([status, check(report), check.errors]).toEqual([0, true, null]);
  expect(report).toMatchObject({
    from: 'cpt-2.6.18.2',
    to: 'cpt-2.6.32.3/042stab113.5',
    verified: true,
    written: true,
  });
});

test('--list names every variant with its evidence, as text and as JSON', async () => {
  expect((await run(['--list'])).out).toMatch(/cpt-2\.6\.18\.2 +0x302 +real images/);
  const check = schemaCheck('convert-list.schema.json');
  const list = JSON.parse((await run(['--list', '--json'])).out);
  expect([check(list), check.errors]).toEqual([true, null]);
  const of = (family: string) => list.variants.filter((each: { family: string }) => each.family === family);
  expect([of('cpt').length, of('criu').length > 10]).toEqual([25, true]);
});

test('--plan writes nothing', async () => {
  const before = readdirSync(directory);
  const { status, out } = await run(['--plan', sample('2.6.18-tree')]);
  expect(status).toBe(0);
  expect(out).toContain('Nothing was written.');
  expect(readdirSync(directory)).toEqual(before);
});

test('the target can stand in the name of the output', async () => {
  await run([sample('2.6.18-counter'), 'counter.0x303.img']);
  expect(readFileSync(join(directory, 'counter.0x303.img')).readUInt16LE(6)).toBe(0x303);
});

describe('the JSON form', () => {
  test('goes there and back, byte for byte, and fits its schema', async () => {
    copyFileSync(sample('2.6.18-sysv-ipc'), join(directory, 'ipc.img'));
    expect((await run(['ipc.img', 'ipc.json'])).status).toBe(0);
    const check = schemaCheck('cpt/cpt-json.schema.json');
    const valid = check(JSON.parse(readFileSync(join(directory, 'ipc.json'), 'utf8')));
    expect([valid, check.errors]).toEqual([true, null]);
    expect((await run(['ipc.json', 'ipc-again.img'])).status).toBe(0);
    expect(
      readFileSync(join(directory, 'ipc-again.img')).equals(readFileSync(sample('2.6.18-sysv-ipc'))),
    ).toBe(true);
  });

  test('elsewhere than beside the image it holds all payloads itself', async () => {
    mkdirSync(join(directory, 'away'));
    expect((await run(['ipc.img', 'away/ipc.json'])).status).toBe(0);
    expect(JSON.parse(readFileSync(join(directory, 'away/ipc.json'), 'utf8')).image).toBe(null);
    expect((await run(['away/ipc.json', 'away/ipc.img'])).status).toBe(0);
    expect(
      readFileSync(join(directory, 'away/ipc.img')).equals(readFileSync(sample('2.6.18-sysv-ipc'))),
    ).toBe(true);
  });

  test('refuses another image than it was made from, and any file that is not beside it', async () => {
    const document = JSON.parse(readFileSync(join(directory, 'ipc.json'), 'utf8'));
    for (const name of ['away/ipc.img', '../ipc.img', '/etc/passwd', 'link', 'fifo', 'missing']) {
      symlinkSync('ipc.img', join(directory, 'link'));
      spawnSync('mkfifo', [join(directory, 'fifo')]);
      writeFileSync(
        join(directory, 'leak.json'),
        JSON.stringify({ ...document, image: { ...document.image, name } }),
      );
      const { status, err } = await run(['leak.json', 'leak.img']);
      expect([name, status, existsSync(join(directory, 'leak.img'))]).toEqual([name, 1, false]);
      expect(err).toMatch(/json-payload|json-malformed/);
      rmSync(join(directory, 'link'));
      rmSync(join(directory, 'fifo'));
    }

    writeFileSync(join(directory, 'ipc.img'), 'something else');
    const { status, err } = await run(['--to', '0x302', 'ipc.json', 'other.img']);
    expect([status, existsSync(join(directory, 'other.img'))]).toEqual([1, false]);
    expect(err).toContain('json-payload');
  });
});

test('standard input and output', async () => {
  const bytes = readFileSync(sample('2.6.18-counter'));
  const { status, bytes: result, err } = runProgram(['--to', '0x303', '-', '-'], bytes);
  expect([status, result.length]).toEqual([0, bytes.length]);
  expect(result.readUInt16LE(6)).toBe(0x303);
  expect(err).toContain('Verified and written to standard output.');
});

test('a family by itself is its newest variant that is restored, whichever family it is', async () => {
  const named = async (words: readonly string[]) => {
    const { status, out } = await run(['--plan', '--json', ...words, sample('2.6.18-counter')]);
    return status === 0 ? JSON.parse(out).to : status;
  };
  expect(await named(['--to', 'cpt'])).toBe(await named([]));
  const bridged = allFamilies.map(({ id }) => id);
  for (const id of bridged) expect(await named(['--to', id])).toMatch(new RegExp(`^${id}-`));
});

test('quiet: an error alone, and losses only where they are what is refused', async () => {
  const quiet = async (...words: readonly string[]) =>
    (await run(['--quiet', ...words, sample('2.6.18-counter'), join(directory, 'quiet.ckpt')])).err;
  const refused = await quiet('--to', 'linux-cr-2009-10-03');
  expect(refused).toMatch(/^error linux-cr-cannot-express: [^\n]*\n$/);
  expect(await quiet('--strict', '--to', 'linux-cr')).toMatch(/^(warning linux-cr-value-lost: [^\n]*\n)+$/);
});

test('what no step leads to is listed as such', async () => {
  const { out } = await run(['--list']);
  expect(out).toMatch(/Family linux-cr .*along the chain; no step leads to linux-cr-2008-11-13:/);
  expect(out).toMatch(/Family cpt .*along the chain:/);
  expect(out).toMatch(/Family criu .*along the chain:/);
});

describe('what goes wrong', () => {
  const rows: readonly (readonly [string, readonly string[], number, string])[] = [
    ['no arguments', [], 2, 'an input image is missing'],
    ['no output', [sample('2.6.18-counter')], 2, 'an output name is missing'],
    ['an unknown option', ['--nonsense'], 2, '--nonsense'],
    ['an unknown variant', ['--to', '2.6.19', sample('2.6.18-counter'), 'x.img'], 2, '2.6.19'],
    ['a misspelt family', ['--to', 'cru', sample('2.6.18-counter'), 'x.img'], 2, 'did you mean "criu"'],
    [
      'a misspelt variant',
      ['--from', 'cpt-2.6.81.2', '--to', 'json', sample('2.6.18-counter'), 'x.img'],
      2,
      'did you mean "cpt-2.6.18.2"',
    ],
    ['an unknown allowance', ['--allow', 'all', sample('2.6.18-counter'), 'x.img'], 2, 'detach-traced'],
    ['a missing file', ['missing.img', 'x.img'], 3, 'does not exist'],
    ['a directory without images', ['.', 'x.img'], 1, 'criu-no-inventory'],
    ['an output folder that is not there', [sample('2.6.18-counter'), 'nowhere/x.img'], 3, 'does not exist'],
    ['something else', [join(projectRoot, 'package.json'), 'x.img'], 1, 'not-an-image'],
    ['too small pids', ['--to', '2.6.18', sample('2.6.32-threads'), 'x.img'], 1, 'cannot-express'],
    [
      'a loss under --strict',
      ['--strict', '--to', '0x303', sample('2.6.32-counter'), 'x.img'],
      1,
      'value-lost',
    ],
  ];
  test.each(rows)('%s', async (_name, args, code, text) => {
    const { status, err } = await run(args);
    expect([status, err.includes(text), /\n\s+at /.test(err)]).toEqual([code, true, false]);
    expect(existsSync(join(directory, 'x.img'))).toBe(false);
    expect(readdirSync(directory).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('damage: empty, cut, wrong signature, wrong version', async () => {
    const good = readFileSync(sample('2.6.18-counter'));
    const version = Buffer.from(good);
    version.writeUInt16LE(0x999, 6);
    const cases = {
      empty: good.subarray(0, 0),
      cut: good.subarray(0, 20000),
      signature: Buffer.from(good).fill(0, 0, 4),
      version,
    };
    const codes = {
      empty: 'empty-file',
      cut: 'section-length',
      signature: 'not-an-image',
      version: 'unknown-version',
    };
    for (const [name, bytes] of Object.entries(cases)) {
      writeFileSync(join(directory, `${name}.img`), bytes);
      const { status, err } = await run([`${name}.img`, 'x.img']);
      expect([name, status, err.includes(codes[name as keyof typeof codes])]).toEqual([name, 1, true]);
      expect(existsSync(join(directory, 'x.img'))).toBe(false);
    }
  });

  test('an output that exists is kept, unless --force says otherwise', async () => {
    writeFileSync(join(directory, 'kept.img'), 'precious');
    expect((await run([sample('2.6.18-counter'), 'kept.img'])).status).toBe(3);
    expect(readFileSync(join(directory, 'kept.img'), 'utf8')).toBe('precious');
    expect((await run(['--force', sample('2.6.18-counter'), 'kept.img'])).status).toBe(0);
  });

  test('an output that is a directory', async () => {
    mkdirSync(join(directory, 'folder'), { recursive: true });
    expect((await run(['--force', sample('2.6.18-counter'), 'folder'])).status).toBe(3);
  });
});

test.each([
  ['--hz', ['--hz', '250', '--to', 'criu', '--plan']],
  ['--end-futex-waits', ['--end-futex-waits', '--to', 'criu', '--plan']],
  ['--from', ['--from', '0x302', '--to', 'criu', '--plan']],
  ['--hz', ['--hz', '250', '--to', 'json', '--plan']],
  ['--no-injected-code', ['--no-injected-code', '--to', '0x303', '--plan']],
])('an option without an effect is wrong usage: %s', async (name, args) => {
  const { status, err } = await run([...args, sample('2.6.18-tree')]);
  expect([status, err]).toEqual([2, expect.stringContaining(`${name} does not apply`)]);
});

test('--plan --strict to CRIU says that the losses refuse it', async () => {
  const { status, out } = await run(['--plan', '--strict', '--to', 'criu', sample('2.6.18-tree')]);
  expect([status, out]).toEqual([1, expect.stringContaining('This conversion would be refused.')]);
});

test('the tick rate that is named is that of the input', async () => {
  const { out } = await run(['--plan', '--hz', '1000', sample('2.6.18-hz250-counter')]);
  expect(out).toMatch(/word 0x302\), HZ 250, .* records\n/);
});

test('--help shows examples and exit codes', async () => {
  const { status, out } = await run(['--help']);
  expect([status, out.includes('Examples:'), out.includes('Exit codes:')]).toEqual([0, true, true]);
});

describe('CRIU images', () => {
  test('an OpenVZ image becomes a directory that CRIU tools read, and a script', async () => {
    const { status, out } = await run(['--to', 'criu', sample('2.6.18-sysv-ipc'), 'criu-images']);
    expect([status, out.includes('Rehearsed: restores.')]).toEqual([0, true]);
    const names = readdirSync(join(directory, 'criu-images'));
    expect(names).toEqual(
      expect.arrayContaining(['inventory.img', 'pstree.img', 'core-1.img', 'restore.sh']),
    );
    expect(readdirSync(directory).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('a directory that exists is kept', async () => {
    mkdirSync(join(directory, 'full'));
    writeFileSync(join(directory, 'full', 'precious'), '');
    expect((await run(['--to', 'criu', '--force', sample('2.6.18-counter'), 'full'])).status).toBe(3);
    expect(readdirSync(join(directory, 'full'))).toEqual(['precious']);
  });

  test('--strict and --plan write nothing', async () => {
    expect((await run(['--to', 'criu', '--strict', sample('2.6.18-counter'), 'none'])).status).toBe(1);
    expect((await run(['--to', 'criu', '--plan', sample('2.6.18-counter')])).out).toContain(
      'Nothing was written.',
    );
    expect(existsSync(join(directory, 'none'))).toBe(false);
  });

  test('--check-root needs no output and says what a root lacks', async () => {
    mkdirSync(join(directory, 'empty-root'));
    const { status, out } = await run([
      '--to',
      'criu',
      '--check-root',
      'empty-root',
      sample('2.6.18-counter'),
    ]);
    // The truth file of the image has /bin/wl as the program of every process.
    expect([status, out.includes('/bin/wl')]).toEqual([1, true]);
  });

  test('--list names the releases', async () => {
    expect((await run(['--list'])).out).toContain('criu-1.5 to criu-4.2');
  });

  test('the way back is refused with the reason', async () => {
    const { status, err } = await run(['--to', '2.6.32', 'criu-images', 'back.img']);
    expect([status, err.includes('cannot-express')]).toEqual([1, true]);
  });
});

describe('CRIU images to another release', () => {
  const archive = join(projectRoot, 'samples', 'criu', 'sysvipc.tar.gz');

  test('are verified, and every hop says by row what it changed', async () => {
    const { status, out, err } = await run(['--to', 'criu-3.19', archive, 'images-3.19']);
    expect([status, err]).toEqual([
      0,
      expect.stringContaining('netns_entry.ipv4_sysctl (CRIU 4.1) [R18, newer]'),
    ]);
    expect(out).toContain('    R16  page counts put into the old field: 1');
    expect(out).toContain('Verified and written to images-3.19.');
    expect((await run(['--to', 'criu', 'images-3.19', 'images-4.2'])).out).toContain('lost: nothing');
  });

  test('the report as JSON fits its schema', async () => {
    const { status, out } = await run(['--to', 'criu-2.12', '--plan', '--json', archive]);
    const check = schemaCheck('convert-report.schema.json');
    const report = JSON.parse(out);
    expect([status, check(report), check.errors]).toEqual([0, true, null]);
    expect(report).toMatchObject({ from: 'criu', to: 'criu-2.12', verified: false, written: false });
    const hops = report.hops.filter(({ changes }: { changes: unknown[] }) => changes.length > 0);
    expect(hops.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['4.2', '3.4', '3.0']),
    );
  });

  test.each([
    ['an option of other ways', ['--hz', '250', archive, 'x']],
    ['a loss of other ways', ['--allow', 'detach-traced', archive, 'x']],
    ['a release that is none', ['--to', 'criu-9.9', archive, 'x']],
  ])('wrong usage: %s', async (_, args) => {
    expect((await run(args)).status).toBe(2);
  });

  test('--check-root says what cr-restore-sim --root says', async () => {
    mkdirSync(join(directory, 'bare'));
    const { status, out } = await run(['--check-root', 'bare', archive]);
    expect([status, out]).toEqual([1, expect.stringContaining('/bin/wl')]);
    expect(JSON.parse((await run(['--check-root', 'bare', '--json', archive])).out)).toMatchObject({
      answer: 'no',
    });
  });

  const compat = join(projectRoot, '..', 'shared', 'images', 'criu', 'i386-tree.tar.gz');
  test.skipIf(!existsSync(compat))('what cannot be had leaves nothing', async () => {
    const { status, err } = await run(['--to', 'criu-2.12', compat, 'none']);
    expect([status, err]).toEqual([1, expect.stringContaining('cannot-express')]);
    expect(existsSync(join(directory, 'none'))).toBe(false);
  });
});
