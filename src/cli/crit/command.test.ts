/** cr-crit as a user runs it, in this process. Expected lines are those of crit on the same images. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findImageDirectories, openTree } from '../../parse/criu/index.ts';
import { runCommand } from '../run.ts';
import { crCrit } from './command.ts';
import { critSpec } from './spec.ts';

const schemaPath = new URL('../../../formats/criu-explore.schema.json', import.meta.url);
const validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(schemaPath, 'utf8')));
const samples = fileURLToPath(new URL('../../../samples/criu/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'crit-test-'));
const image = join(folder, 'img');
const at = (name: string) => join(image, name);

beforeAll(async () => {
  const root = await openTree(`${samples}sysvipc.tar.gz`, () => {});
  const [directory] = findImageDirectories(root, () => {});
  mkdirSync(image);
  for (const { name, kind } of directory?.list() ?? []) {
    const source = kind === 'file' ? directory?.open(name) : undefined;
    if (source) writeFileSync(at(name), source.view(0, source.size));
    source?.close();
  }
  root.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    isOutTty: false,
    isErrTty: false,
    columns: 80,
    env: {},
  };
  const code = await runCommand(critSpec, argv, terminal, crCrit);
  return { code, out, err };
}

test('the help has examples', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  expect(out).toContain('cr-crit x checkpoint.tar.zst ps');
});

test.each([[''], ['frobnicate'], ['x', 'dir'], ['x', 'dir', 'nothing'], ['show']])(
  'wrong usage: %s %s',
  async (...argv) => {
    expect((await run(...argv.filter((word) => word !== ''))).code).toBe(2);
  },
);

test('what is not there is an error of reading', async () => {
  expect((await run('show', join(folder, 'no-such.img'))).code).toBe(3);
});

test.each(['lossless', 'crit', 'pretty', 'refs'])(
  'every file is decoded and encoded again: %s',
  async (mode) => {
    for (const name of readdirSync(image)) {
      // crit has no JSON for files without messages.
      if (
        (mode === 'crit' || mode === 'pretty') &&
        /^(pages|route|rule|ifaddr|ip6?tables|nftables)/.test(name)
      )
        continue;
      // Raw data, as crit says.
      if (mode === 'lossless' && name.startsWith('pages-')) {
        expect(await run('decode', '-i', at(name)), name).toMatchObject({ code: 1, out: '' });
        continue;
      }
      const json = join(folder, `${mode}-${name}.json`);
      const options =
        { lossless: ['--lossless'], crit: [], pretty: ['--pretty'], refs: ['--refs'] }[mode] ?? [];
      expect(await run('decode', '-i', at(name), '-o', json, ...options), name).toMatchObject({ code: 0 });
      const back = join(folder, `${mode}-back`, name);
      mkdirSync(join(folder, `${mode}-back`), { recursive: true });
      const source = mode === 'refs' ? ['--image', at(name)] : [];
      expect(await run('encode', '-i', json, '-o', back, ...source), name).toMatchObject({
        code: 0,
        err: '',
      });
      expect(readFileSync(back).equals(readFileSync(at(name))), name).toBe(true);
    }
  },
);

test.each(['', '--lossless'])('all images of a directory at once, as one by one: %s', async (form) => {
  const options = form === '' ? [] : [form];
  const out = join(folder, `all${form}`);
  expect(await run('decode', image, '-o', out, ...options)).toMatchObject({ code: 0, out: '' });
  const names = readdirSync(out).filter((name) => !name.startsWith('.'));
  expect(names).toContain('core-1.img.json');
  expect(names.filter((name) => name.startsWith('pages-'))).toEqual([]);
  for (const name of names) {
    const json = join(folder, `one${form}.json`);
    await run('decode', '-i', at(name.replace(/\.json$/, '')), '-o', json, '--force', ...options);
    expect(readFileSync(join(out, name), 'utf8'), name).toBe(readFileSync(json, 'utf8'));
  }
  expect((await run('decode', image, '-o', out)).code).toBe(3);
  expect((await run('decode', image, '-o', out, '--force')).code).toBe(0);
});

test('a directory needs a place to go to; damage in one file does not stop the others', async () => {
  expect((await run('decode', image)).code).toBe(2);
  const damaged = join(folder, 'damaged');
  mkdirSync(damaged);
  for (const name of ['inventory.img', 'pstree.img', 'core-1.img']) {
    const bytes = readFileSync(at(name));
    writeFileSync(join(damaged, name), name === 'core-1.img' ? bytes.subarray(0, 40) : bytes);
  }
  const out = join(folder, 'of-damaged');
  const { code, err } = await run('decode', damaged, '-o', out, '--lossless');
  expect(code).toBe(1);
  expect(err).toContain('criu-truncated-record');
  const names = ['core-1.img.json', 'inventory.img.json', 'pstree.img.json'];
  expect(readdirSync(out).sort()).toEqual(['.cr-tools-files.json', ...names]);
  expect((await run('decode', damaged, '-o', `${out}-crit`)).err).toContain('nothing is written');
  expect(readdirSync(folder)).not.toContain('of-damaged-crit');
});

test('a regular file is replaced, as crit does, and nothing else', async () => {
  const kept = join(folder, 'kept');
  writeFileSync(kept, 'x');
  expect((await run('decode', '-i', at('pstree.img'), '-o', kept)).code).toBe(0);
  expect(readFileSync(kept, 'utf8')).toContain('PSTREE');
  expect((await run('encode', '-i', kept, '-o', kept)).code).toBe(3);
  symlinkSync('nowhere', join(folder, 'dangling'));
  expect((await run('decode', '-i', at('pstree.img'), '-o', join(folder, 'dangling'))).code).toBe(3);
});

test('a truncated payload is told with its place; crit JSON is refused, the lossless form is not', async () => {
  const cut = join(folder, 'ipcns-sem-11.img');
  writeFileSync(cut, readFileSync(at('ipcns-sem-11.img')).subarray(0, -8));
  const lossless = await run('decode', '--lossless', '-i', cut, '-o', join(folder, 'cut.json'));
  expect(lossless.code).toBe(1);
  expect(lossless.err).toMatch(/criu-truncated-payload.*ipcns-sem-11\.img, offset 0x/);
  const crit = await run('decode', '-i', cut, '-o', join(folder, 'cut-crit.json'));
  expect(crit.code).toBe(1);
  expect(readdirSync(folder)).not.toContain('cut-crit.json');
  await run('encode', '-i', join(folder, 'cut.json'), '-o', join(folder, 'cut.img'));
  expect(readFileSync(join(folder, 'cut.img')).equals(readFileSync(cut))).toBe(true);
});

test('x ps prints the tree of crit, out of an archive', async () => {
  const { out, code } = await run('x', `${samples}podman-tree.tar.zst`, 'ps');
  expect(code).toBe(0);
  expect(out.split('\n').slice(0, 8)).toEqual([
    '    PID   PGID    SID   COMM',
    '      1      1      1   tree-root',
    '      2      1      1       plain',
    '      3      3      3       newsid',
    '      4      4      1       newpgrp',
    '      5      5      5       sess-leader',
    '      9      9      5           sess-pg-leader',
    '     12      9      5           sess-pg-memb',
  ]);
});

test.each(['ps', 'fds', 'mems', 'rss', 'sk'])('x %s as JSON', async (what) => {
  const { out, code } = await run('x', image, what, '--json');
  expect(code).toBe(0);
  const json = JSON.parse(out);
  expect(json.schemaVersion).toBe(1);
  expect(Array.isArray(json[what])).toBe(true);
  validate(json);
  expect(validate.errors ?? []).toEqual([]);
});

test('x mems and rss in the layout of crit', async () => {
  const { out } = await run('x', image, 'mems');
  expect(out.split('\n')[1]).toBe(`\texe${' '.repeat(33)}    /bin/wl`);
  expect(out).toMatch(/^\t[0-9a-f]{8}-[0-9a-f]{8}\s+r-x \/bin\/wl \+ 0x1000$/m);
  expect(out).toMatch(/ ips\[1\]/);
  expect((await run('x', image, 'rss')).out).toMatch(/^\t401000 \/ \d+ +00401000 \/ 143 +\/bin\/wl$/m);
});

// With crit a line ends on standard output only.
test('a file has no end of line, as with crit', async () => {
  const json = join(folder, 'no-newline.json');
  expect(await run('decode', '-i', at('pstree.img'), '-o', json)).toMatchObject({ code: 0 });
  expect(readFileSync(json, 'utf8')).toMatch(/\]\}$/);
});

test('a queue without messages has a size, too', async () => {
  const queue = join(folder, 'ipcns-msg-1.img');
  const entry = { desc: { key: 1, uid: 0, gid: 0, cuid: 0, cgid: 0, mode: 420, id: 0 }, qbytes: 16384 };
  const json = join(folder, 'queue.json');
  writeFileSync(json, JSON.stringify({ magic: 'IPCNS_MSG', entries: [{ ...entry, qnum: 0, extra: [] }] }));
  await run('encode', '-i', json, '-o', queue);
  expect(JSON.parse((await run('show', '--nopl', queue)).out).entries[0].extra).toBe('... <0B>');
});

// crit 4.2 and 3.17 on this file: 14B, of which 4 are the ipc_msg in front of the 10 of the message.
test('the size of messages has their heads in it, as with crit', async () => {
  const queue = join(folder, 'ipcns-msg-2.img');
  const entry = { desc: { key: 136, uid: 0, gid: 0, cuid: 0, cgid: 0, mode: 420, id: 0 }, qbytes: 16384 };
  const extra = [{ mtype: 5, msize: 10 }, Buffer.from('message\0\0\0').toString('base64')];
  const json = join(folder, 'queue-2.json');
  writeFileSync(json, JSON.stringify({ magic: 'IPCNS_MSG', entries: [{ ...entry, qnum: 1, extra }] }));
  await run('encode', '-i', json, '-o', queue);
  expect(JSON.parse((await run('show', '--nopl', queue)).out).entries[0].extra).toBe('... <14B>');
});

// crit: "Unknown magic 0x47361222", exit code 1.
test.each(['decode', 'info', 'show'])('%s of a file without messages fails', async (verb) => {
  const raw = join(folder, 'ifaddr-10.img');
  writeFileSync(raw, Buffer.from('221236474c0000001400020031d30d6b', 'hex'));
  expect(await run(verb, raw)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('error criu-not-crit: ifaddr-10.img has no messages'),
  });
});

test('encode of a document of another kind says what it needs', async () => {
  const path = join(folder, 'other.json');
  writeFileSync(path, '{}');
  const { code, err } = await run('encode', '-i', path, '-o', join(folder, 'other.img'));
  expect([code, err]).toEqual([1, expect.stringContaining('crit\'s form has "magic" and "entries"')]);
  expect(existsSync(join(folder, 'other.img'))).toBe(false);
});

// An address space of 250,000 areas is one record of 30 MB.
test('encode of a record that is longer than any that is held', async () => {
  const [json, out] = [join(folder, 'long.json'), join(folder, 'long.img')];
  const name = readdirSync(image).find((file) => file.startsWith('mm-')) as string;
  await run('decode', '--lossless', '-i', at(name), '-o', json);
  const limit = 24 * 1024 * 1024;
  const value = '"0x7f",\n       ';
  const count = Math.ceil(limit / value.length);
  const text = readFileSync(json, 'utf8').replace('"mm_saved_auxv":[', `$&${value.repeat(count)}`);
  writeFileSync(json, text);
  expect(await run('encode', '-i', json, '-o', out)).toMatchObject({ code: 0, err: '' });
  // A tag and a value each.
  expect(statSync(out).size).toBe(statSync(at(name)).size + 2 * count);
  // What only the general reader knows has to fit as a whole.
  writeFileSync(json, text.replace('"vmas":', '"other":1,$&'));
  const { code, err } = await run('encode', '-i', json, '-o', out);
  expect([code, err]).toEqual([1, expect.stringContaining(`more than the ${limit} of any record`)]);
});

// TASK_COMM_LEN is 16, with the zero byte.
test('set of a name that a restore cuts says so', async () => {
  const out = join(folder, 'named.img');
  const set = (name: string) => run('set', at('core-1.img'), `tc.comm=${name}`, '-o', out);
  expect(await set('a'.repeat(15))).toMatchObject({ code: 0, err: '' });
  const { code, err } = await set('a'.repeat(16));
  expect([code, err]).toEqual([0, expect.stringContaining('keeps the first 15')]);
  expect((await run('show', out)).out).toContain(`"comm": "${'a'.repeat(16)}"`);
});

test('x of one file that nothing stands around says that the others are needed', async () => {
  const alone = join(folder, 'alone.bin');
  writeFileSync(alone, readFileSync(at('pstree.img')));
  const { code, out, err } = await run('x', alone, 'ps');
  expect([code, out, err]).toEqual([1, '', expect.stringContaining('the others are needed')]);
  expect((await run('x', at('pstree.img'), 'ps')).code).toBe(0);
});

test('encode of an image says that it is no JSON', async () => {
  const { code, err } = await run('encode', '-i', at('pstree.img'), '-o', join(folder, 'twice.img'));
  expect(code).toBe(1);
  expect(err).toMatch(/criu-bad-json: no JSON, .*cr-crit decode .*pstree\.img/);
});

test('a file beside the images that is none is not taken for the directory', async () => {
  const archive = at('tmpfs-dev-9.tar.gz.img');
  writeFileSync(archive, readFileSync(`${samples}podman-counter.tar.gz`));
  try {
    const out = join(folder, 'from-tmpfs');
    const ran = await run('decode', '-i', archive, '-o', out);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('tmpfs-dev-9.tar.gz.img');
    expect(existsSync(out)).toBe(false);
  } finally {
    rmSync(archive);
  }
});

test('show, info, and one image of an archive', async () => {
  const shown = await run('show', '--nopl', at('ipcns-msg-11.img'));
  expect(shown.out).toContain('"extra": "... <');
  const info = JSON.parse((await run('info', '--json', at('pstree.img'))).out);
  expect(info).toMatchObject({ type: 'PSTREE', count: 2, magics: ['0x54564319', '0x50273030'] });
  expect(JSON.parse((await run('info', at('pstree.img'))).out)).toEqual({
    magic: 'PSTREE',
    count: 2,
  });
  expect((await run('info', at('stats-dump'))).out).toBe('{\n    "magic": "STATS",\n    "count": 1\n}\n');
  const member = await run('show', `${samples}podman-tree.tar.zst`, 'pstree.img');
  expect(JSON.parse(member.out).entries).toHaveLength(15);
});

// crit 4.2.1: "Message pstree_entry is missing required fields: pgid,sid", and the like of core_entry.
test.each([
  ['PSTREE', { pid: 1, ppid: 0 }, 'pgid, sid'],
  [
    'CORE',
    { mtype: 'X86_64', tc: { task_state: 1 } },
    'tc.exit_code, tc.personality, tc.flags, tc.blk_sigset, tc.comm',
  ],
])('a record of crit without its required fields is refused: %s', async (magic, entry, missing) => {
  const json = join(folder, `${magic}-short.json`);
  writeFileSync(json, JSON.stringify({ magic, entries: [entry] }));
  const out = join(folder, `${magic}-short.img`);
  const { code, err } = await run('encode', '-i', json, '-o', out);
  expect(code).toBe(1);
  expect(err).toContain(`lacks ${missing}`);
  expect(readdirSync(folder)).not.toContain(`${magic}-short.img`);
});

test('the lossless form brings back a record as it was, and says what it lacks', async () => {
  const bytes = readFileSync(at('pstree.img'));
  // Only the pid of the first process: a size word, the tag of field 1, and 1.
  const short = Buffer.concat([bytes.subarray(0, 8), Buffer.from([2, 0, 0, 0, 8, 1])]);
  writeFileSync(join(folder, 'pstree.img'), short);
  await run('decode', '--loss', '-i', join(folder, 'pstree.img'), '-o', join(folder, 'lossless-short.json'));
  const { code, err } = await run(
    'encode',
    '-i',
    join(folder, 'lossless-short.json'),
    '-o',
    join(folder, 'again.img'),
  );
  expect([code, err]).toEqual([1, expect.stringContaining('lacks ppid, pgid, sid')]);
  expect(readFileSync(join(folder, 'again.img')).equals(short)).toBe(true);
});

test.each(['pstree.img', 'core-1.img', 'mm-1.img', 'files.img'])(
  'an image with the magic of its type alone needs no name: %s',
  async (name) => {
    writeFileSync(join(folder, 'no-name'), readFileSync(at(name)).subarray(4));
    const texts = ['no-name', name].map((file, index) => {
      const out = join(folder, `no-name-${index}-${name}.json`);
      return { path: index === 0 ? join(folder, file) : at(file), out };
    });
    for (const { path, out } of texts) {
      expect((await run('decode', '--input', path, '--output', out)).code).toBe(0);
    }
    const [nameless, named] = texts.map(({ out }) => readFileSync(out, 'utf8'));
    expect(nameless).toBe(named);
  },
);

test.each(['decode', 'info', 'show'])('%s of what is no image fails', async (verb) => {
  writeFileSync(join(folder, 'x.txt'), 'no image at all');
  const { code, out, err } = await run(verb, join(folder, 'x.txt'));
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/not-an-image: no image: it is a text .*x\.txt/);
});

test('a file of what has none: the door says what it is, packed or not', async () => {
  const image = readFileSync(join(samples, '..', 'cpt', '2.6.18-counter.cpt'));
  const [plain, packed] = [join(folder, 'a.cpt'), join(folder, 'a.cpt.gz')];
  writeFileSync(plain, image);
  writeFileSync(packed, gzipSync(image));
  for (const path of [plain, packed])
    expect((await run('show', path, 'pstree.img')).err).toContain(
      'a CPT image, and crit reads files of CRIU images',
    );
});

test('one file that is packed is read, and not written to', async () => {
  const packed = join(folder, 'pstree.img.gz');
  writeFileSync(packed, gzipSync(readFileSync(at('pstree.img'))));
  for (const verb of ['show', 'decode', 'info'])
    expect(await run(verb, packed)).toEqual(await run(verb, at('pstree.img')));
  const before = readFileSync(packed);
  expect(await run('set', packed, 'pid=7')).toMatchObject({
    code: 2,
    err: expect.stringContaining('name a new one with --out'),
  });
  expect(readFileSync(packed)).toEqual(before);
  const out = join(folder, 'changed.img');
  expect(await run('set', packed, 'pid=7', '-o', out)).toMatchObject({ code: 0, err: '' });
  expect((await run('show', out)).out).toContain('"pid": 7,');
});

test('a damaged file through a pipe is known by the name that is said', async () => {
  const file = join(folder, 'no-name');
  writeFileSync(file, Buffer.from([1, 2, 3, 4, ...readFileSync(at('core-1.img')).subarray(4)]));
  expect((await run('decode', '--lossless', '-i', file)).err).toContain('not-an-image');
  const named = await run('decode', '--lossless', '-i', file, '--name', 'core-1.img');
  expect(named.err).toContain('criu-wrong-magic: core-1.img has magic 0x4030201 at 0');
});

test.each([
  ['fd', 'fds'],
  ['mem', 'mems'],
])('go-crit says %s', async (theirs, ours) => {
  expect(await run('x', image, theirs)).toEqual(await run('x', image, ours));
});

test('sockets in words', async () => {
  const sockets = (await run('x', `${samples}podman-tree.tar.zst`, 'sk')).out.split('\n').slice(1, -1);
  for (const line of sockets)
    expect(line).toMatch(/^(unix|inet|netlink|packet) +\d+ +[A-Z]+ +[A-Z\d]+ +[-A-Z_\d]+/);
});

describe('set', () => {
  const changed = join(folder, 'changed', 'pstree.img');
  const entriesOf = async (path: string) => {
    const json = join(folder, 'entries.json');
    await run('decode', '-i', path, '-o', json);
    return JSON.parse(readFileSync(json, 'utf8')).entries;
  };
  const tree = () => entriesOf(changed);
  beforeAll(() => {
    mkdirSync(join(folder, 'changed'));
    writeFileSync(changed, readFileSync(at('pstree.img')));
  });

  test('changes a field in place, and nothing else', async () => {
    const before = await tree();
    expect((await run('set', changed, 'entries[1].pid=77', 'sid=0x5')).code).toBe(0);
    const [first, second] = before;
    expect(await tree()).toEqual([
      { ...first, sid: 5 },
      { ...second, pid: 77 },
    ]);
    expect((await run('set', changed, '[1].pid=2', `sid=${first.sid}`)).code).toBe(0);
    expect(readFileSync(changed).equals(readFileSync(at('pstree.img')))).toBe(true);
  });

  test.each([
    ['pdi=3', 'did you mean "pid"?'],
    ['pid', 'PATH=VALUE'],
    ['[9].pid=3', 'no such entry'],
    ['pid=many', 'should be an integer'],
    ['pid.x=1', 'has no fields'],
    ['threads[7]=1', 'there are 1 items'],
  ])('%s: %s, and nothing is written', async (change, words) => {
    const { code, err } = await run('set', changed, change);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(words);
    expect(readFileSync(changed).equals(readFileSync(at('pstree.img')))).toBe(true);
  });

  test('items, names of enumerations, and another file', async () => {
    const other = join(folder, 'core-1.img');
    const set = await run('set', at('core-1.img'), 'tc.comm=hugo', 'mtype=AARCH64', '-o', other);
    expect(set.code).toBe(0);
    const [core] = await entriesOf(other);
    expect([core.tc.comm, core.mtype]).toEqual(['hugo', 'AARCH64']);
    await run('set', changed, 'threads[0]=9');
    expect((await tree())[0].threads).toEqual([9]);
  });
});

test('an option of another verb is refused, and nothing is written', async () => {
  const before = readdirSync(image);
  const refused = [
    ['compress', image, '-o', join(folder, 'compressed')],
    ['info', '--pretty', at('pstree.img')],
    ['show', at('pstree.img'), '-o', join(folder, 'shown.json')],
    ['x', image, 'ps', '--lossless'],
    ['encode', '--pretty', '-i', join(folder, 'x.json')],
    ['decode', '--nopl', '-i', at('pstree.img')],
  ];
  for (const words of refused) {
    const { code, out, err } = await run(...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`--\\w+ does not apply to ${words[0]}\nUsage: cr-crit .*${words[0]}`));
  }
  expect(readdirSync(image)).toEqual(before);
});
