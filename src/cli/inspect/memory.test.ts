/** memory, search, strings and extract, on real images with planted text. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { convertImage } from '../../convert-image.ts';
import { openInput } from '../../open/open.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import { crInspect } from './command.ts';
import { inspectSpec } from './spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'cr-inspect-memory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await runCommand(
    inspectSpec,
    args,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      isOutTty: false,
      isErrTty: false,
      columns: 80,
      env: {},
    },
    crInspect,
  );
  return { code, out, err };
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
async function json(schema: string, ...args: string[]) {
  const { out } = await run(...args, '--json');
  const document = JSON.parse(out);
  const text = readFileSync(join(projectRoot, 'formats', `${schema}.schema.json`), 'utf8');
  const parsed = JSON.parse(text);
  const check = ajv.getSchema(parsed.$id) ?? ajv.compile(parsed);
  expect(check(document), JSON.stringify(check.errors)).toBe(true);
  return document;
}

const counter = sample('2.6.18-counter');

test('areas have the same names in every view', async () => {
  const image = join(projectRoot, 'samples', 'criu', 'counter.tar.gz');
  const { memories } = await json('inspect-maps', image, 'maps');
  const { items } = await json('inspect-extract', image, 'extract', '--list');
  type Area = { readonly start: string; readonly end: string; readonly name: string };
  const named = memories[0].areas.map(({ start, end, name }: Area) => [
    `area/1/${start.slice(2)}-${end.slice(2)}`,
    name || 'anonymous',
  ]);
  const listed = items.map(({ name, title }: { name: string; title: string }) => [name, title]);
  expect(listed.filter(([name]: [string]) => name.startsWith('area/'))).toEqual(named);
  // The kernel of the dump lists it apart (/proc/PID/maps of its truth).
  const [range, clock] = named.find(([, name]: [string, string]) => name === '[vvar_vclock]');
  const { out } = await run(image, 'memory', `0x${range.split('/')[2].split('-')[0]}`);
  expect(out).toContain(clock);
});

// The name that /proc/PID/maps has says of a file that it is deleted; people know it by its own.
test.each(['/dev/zero (deleted)', '/dev/zero', 'zero'])('an area can be called %s', async (name) => {
  const image = sample('2.6.32-counter');
  const wanted = await run(image, 'memory', '--pid', '1', '0x7f7f6fcde000', '16');
  expect(wanted.code).toBe(0);
  expect(await run(image, 'memory', '--pid', '1', name, '16')).toEqual(wanted);
});

// The section VSYSCALL holds the one page that all 32-bit tasks see (rst_mm.c); 64-bit ones have another.
test.each([
  ['6', 'shared 4 KiB', '7f 45 4c 46', / \[vdso\] /],
  ['1', '', 'filled in by the kernel', /^0 hits/],
])('the vdso of task %s, 32-bit or not', async (pid, stored, bytes, hits) => {
  const image = sample('2.6.32-counter-32bit');
  const maps = await run(image, 'maps', '--pid', pid);
  expect(maps.out).toMatch(new RegExp(`${stored} +\\[vdso\\]`));
  expect((await run(image, 'memory', '--pid', pid, '[vdso]', '4')).out).toContain(bytes);
  expect((await run(image, 'search', '--pid', pid, 'linux-gate.so')).out).toMatch(hits);
});

test('a text is found where it is, and memory there is that text', async () => {
  const { hits } = await json('inspect-search', counter, 'search', 'HOME=/');
  expect(hits.length).toBeGreaterThan(0);
  for (const { pid, address, area } of hits) {
    expect(area).toBe('[stack]');
    const { ranges } = await json('inspect-memory', counter, 'memory', '--pid', String(pid), address, '6');
    expect(Buffer.from(ranges[0].base64, 'base64').toString()).toBe('HOME=/');
    const { strings } = await json(
      'inspect-strings',
      counter,
      'strings',
      '--pid',
      String(pid),
      '--area',
      '[stack]',
    );
    expect(strings.some(({ text }: { text: string }) => text.includes('HOME=/'))).toBe(true);
  }
});

test('what a search has no bytes for is said, with the areas', async () => {
  const image = join(projectRoot, 'samples', 'criu', 'counter.tar.gz');
  const { memories } = await json('inspect-maps', image, 'maps');
  type Area = { readonly name: string; readonly coverage: { readonly absentBytes: string } };
  const absent = new Map<string, bigint>();
  for (const { name, coverage } of memories[0].areas as Area[])
    if (name.startsWith('/')) absent.set(name, (absent.get(name) ?? 0n) + BigInt(coverage.absentBytes));
  const inFile = [...absent]
    .filter(([, bytes]) => bytes > 0n)
    .map(([name, bytes]) => [name, [1], String(bytes)]);
  for (const words of [['search', 'x'], ['strings']]) {
    const { notSearched } = await json(`inspect-${words[0]}`, image, ...words);
    const rows = notSearched.filter(({ why }: { why: string }) => why === 'in-file');
    expect(rows.map(({ area, pids, bytes }: Record<string, unknown>) => [area, pids, bytes]).sort()).toEqual(
      inFile.sort(),
    );
  }
  const { out } = await run(image, 'search', 'nowhere in this image');
  expect(out).toMatch(/^0 hits\nnot searched: .* only in the mapped file.*: \//);
  // All of a stack that was never touched is zeros, and all of it was searched.
  expect((await run(image, 'search', 'nowhere', '--area', '[stack]')).out).toBe('0 hits\n');
});

test('what --list names is saved under the name that the user gives', async () => {
  const image = sample('2.6.18-sysv-ipc');
  const { items } = await json('inspect-extract', image, 'extract', '--list');
  const message = items.find(({ kind }: { kind: string }) => kind === 'message');
  const output = join(folder, 'message');
  expect((await run(image, 'extract', message.name, '-o', output)).code).toBe(0);
  expect(String(readFileSync(output).length)).toBe(message.size);
  // Not over what is there.
  expect((await run(image, 'extract', message.name, '-o', output)).code).toBe(3);
});

test.each([
  [['search'], 'needs a pattern'],
  [['search', 'x', '--hex'], 'hexadecimal'],
  [['search', '(', '--regex'], '--regex'],
  [['search', 'a', '--hex', '--regex'], 'choose one'],
  [['search', 'caf\ufffd'], 'not UTF-8'],
  [['memory', '0x1', '--pid', '1'], 'nothing is mapped'],
  [['memory', '[nowhere]', '--pid', '1'], 'no address and no area'],
  [['extract', 'file/9999', '-o', '-'], 'nothing is called'],
  [['extract'], '--list'],
  [['ps', '--regex'], 'does not apply'],
  [['strings', '--min', 'x'], '--min'],
])('%s is wrong usage', async (words, said) => {
  const { code, err } = await run(counter, ...words);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

test('pages from one image to the next', async () => {
  const { out, code } = await run(counter, sample('2.6.18-tree'), counter, '--stat', '--json');
  const schema = JSON.parse(readFileSync(join(projectRoot, 'formats', 'inspect-stat.schema.json'), 'utf8'));
  const { rounds } = JSON.parse(out);
  expect(ajv.validate(schema, JSON.parse(out)), JSON.stringify(ajv.errors)).toBe(true);
  expect(code).toBe(1);
  // What is new on the way there is gone on the way back.
  expect(rounds[1].addedPages).toBe(rounds[2].gonePages);
  expect(rounds[1].rewrittenPages).toBe(rounds[2].rewrittenPages);
  expect((await run(counter, counter, '--stat')).code).toBe(0);
});

// Which pages there were is in the file that is missing: nobody knows that they were zeros.
test('memory whose pagemap is missing is not taken for zeros', async () => {
  const images = join(folder, 'incomplete');
  await convertImage(join(projectRoot, 'samples', 'criu', 'sysvipc.tar.gz'), images);
  const pagemaps = readdirSync(images).filter((name) => name.startsWith('pagemap-'));
  expect(pagemaps.some((name) => name.startsWith('pagemap-shmem-'))).toBe(true);
  for (const name of pagemaps) {
    const [from, to] = [join(images, name), join(folder, name)];
    renameSync(from, to);
    const found = await run(images, 'search', 'nowhere in this image', '--json');
    expect(JSON.parse(found.out).notSearched.map(({ why }: { why: string }) => why)).toContain('elsewhere');
    expect([found.code, found.err]).toEqual([1, expect.stringContaining(`missing-file: ${name} is missing`)]);
    renameSync(to, from);
  }
});

test('pages of an older image that is missing may be the same, or not', async () => {
  const [base, delta, copy] = ['base', 'delta', 'copy'].map((name) => join(folder, name));
  await convertImage(join(projectRoot, 'samples', 'criu', 'counter.tar.gz'), base);
  const [{ content }] = (await openInput(base!)).images;
  await convertImage(base!, delta!, { delta: { base: content, link: '../base' } });
  renameSync(base!, copy!);
  for (const [a, b] of [
    [copy!, delta!],
    [delta!, copy!],
  ] as const) {
    const { memory, comparedBytes, notHereBytes } = await json('inspect-diff', a, b);
    type Change = Readonly<Record<string, string>>;
    const pages = (name: string) => memory.reduce((sum: number, row: Change) => sum + Number(row[name]), 0);
    expect([pages('differentPages'), pages('onlyAPages'), pages('onlyBPages')]).toEqual([0, 0, 0]);
    expect(pages('notHerePages')).toBe(Number(notHereBytes) / 4096);
    expect(Number(notHereBytes)).toBeGreaterThan(0);
    expect(Number(comparedBytes)).toBeGreaterThan(0);
    const { out } = await run(a, b);
    expect(out).toMatch(/memory +the same where both images have it, .* compared, .* not: in an older image/);
    const { rounds } = await json('inspect-stat', a, b, '--stat');
    const { rewrittenPages, addedPages, gonePages, notHerePages } = rounds[1];
    expect([rewrittenPages, addedPages, gonePages]).toEqual(['0', '0', '0']);
    expect(Number(notHerePages)).toBeGreaterThan(0);
    expect((await run(a, b, '--stat')).out).toMatch(/ NOT HERE\n/);
  }
  const { out, code } = await run(delta!, delta!);
  expect([out, code]).toEqual([expect.stringContaining('the same where both images have it'), 1]);
});

const cases = join(projectRoot, '..', 'shared', 'cases', 'memory', 'regions-dyn');

interface Marker {
  readonly marker: string;
  readonly encoding: string;
  readonly pid: number | null;
  readonly address: string | null;
  readonly stored: string;
  readonly area: string | null;
}

describe.skipIf(!existsSync(cases))('text planted in memory of every kind', () => {
  const image = join(cases, 'image.tar.zst');
  const markers: Marker[] = existsSync(cases)
    ? JSON.parse(readFileSync(join(cases, 'markers.json'), 'utf8'))
    : [];
  // The page with constants is in the image once; the other place shows the page of the file.
  const known = markers.filter(
    ({ stored, area }) => !/only in the mapped/.test(stored) && !area?.includes('r--p 00002000'),
  );

  test.each(['ascii', 'utf-16le'])('%s: each exactly where it was, and once', async (encoding) => {
    const wide = encoding === 'ascii' ? [] : ['--utf16'];
    const { hits } = await json('inspect-search', image, 'search', 'CRmk-', ...wide);
    const wanted = known.filter((marker) => marker.encoding === encoding);
    for (const { marker, pid, address } of wanted) {
      const text = Buffer.from(marker, encoding === 'ascii' ? 'utf8' : 'utf16le').toString('latin1');
      const own = hits.filter(({ context }: { context: string }) =>
        Buffer.from(context, 'base64').toString('latin1').includes(text.slice(0, 30)),
      );
      const places = own.map((hit: { pid: number; address: string }) => [hit.pid, hit.address]);
      const isQueue = ['pipes-data.img', 'sk-queues.img'].some(
        (file) => file === markers.find((one) => one.marker === marker)?.stored,
      );
      expect(places, marker).toEqual(pid === null ? (isQueue ? [[null, '0x0']] : []) : [[pid, address]]);
    }
  });
});
