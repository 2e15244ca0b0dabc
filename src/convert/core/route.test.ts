/** Cores as a target of conversions like every other: the same options, outputs and report. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { convertImage } from '../../convert-image.ts';
import { openImage } from '../../open-image.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { setField } from '../../validate/cpt/broken/edit.ts';
import { criuToCore } from '../bridges/criu-to-core/runner.ts';
import { coresOf } from './cores-of.ts';
import { coreDifference } from './verify.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-core-route-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const at = (name: string) => join(directory, name);
const criu = join(projectRoot, 'samples', 'criu', 'counter.tar.gz');
const tree = join(projectRoot, 'samples', 'criu', 'podman-tree.tar.zst');
const codes = ({ diagnostics }: Awaited<ReturnType<typeof convertImage>>) =>
  diagnostics.map(({ code }) => code);

test('a directory, an archive, one file: the same cores', async () => {
  const done = await convertImage(criu, at('cores'), { to: 'core' });
  expect([done.written, done.verified, done.to, codes(done)]).toEqual([true, true, 'core', []]);
  const names = readdirSync(at('cores')).filter((name) => !name.startsWith('.'));
  const core = names.find((name) => name.startsWith('core.')) ?? '';
  const bytes = readFileSync(join(at('cores'), core));
  const archive = await convertImage(criu, at('cores.tar.gz'), { to: 'core' });
  expect(archive.verified).toBe(true);
  const tar = gunzipSync(readFileSync(at('cores.tar.gz')));
  expect(tar.toString('latin1', 0, 100).replace(/\0.*/s, '')).toBe(core);
  expect(tar.subarray(512, 512 + bytes.length).equals(bytes)).toBe(true);
  await convertImage(criu, at('one.core'), { to: 'core', pids: [Number(core.slice(5))] });
  expect(readFileSync(at('one.core')).equals(bytes)).toBe(true);
});

test('a plan says the same and writes nothing', async () => {
  const plan = await convertImage(criu, undefined, { to: 'core', plan: true });
  const done = await convertImage(criu, at('planned'), { to: 'core' });
  expect([plan.isPlan, plan.written, plan.lines]).toEqual([true, false, done.lines]);
});

test('what engines keep beside images is no loss of a core', async () => {
  const done = await convertImage(tree, at('strict'), { to: 'core', strict: true });
  expect([done.written, codes(done)]).toEqual([true, []]);
});

test('many processes are not one file', async () => {
  await expect(convertImage(tree, at('many.core'), { to: 'core' })).rejects.toThrow(
    /choose with --pid, as in --pid \d+, or name a directory, as in "cr-convert --to core INPUT cores"/,
  );
  await expect(convertImage(tree, at('none'), { to: 'core', pids: [9999] })).rejects.toThrow(
    /no such process/,
  );
  expect([existsSync(at('many.core')), existsSync(at('none'))]).toEqual([false, false]);
});

test('an option of another route is refused', async () => {
  await expect(convertImage(criu, at('hz'), { to: 'core', hz: 100 })).rejects.toThrow(/--hz does not apply/);
  await expect(convertImage(criu, at('pid'), { pids: [1] })).rejects.toThrow(/--pid does not apply/);
});

test('pages that are cut off: what is there is written, what is lost is said, and --strict refuses it', async () => {
  await convertImage(criu, at('cut-images'));
  truncateSync(join(at('cut-images'), 'pages-2.img'), 4096);
  const done = await convertImage(at('cut-images'), at('cut'), { to: 'core' });
  expect([done.written, done.verified, codes(done).includes('core-memory-lost')]).toEqual([true, true, true]);
  const strict = await convertImage(at('cut-images'), at('cut-strict'), { to: 'core', strict: true });
  expect([strict.refused, existsSync(at('cut-strict'))]).toEqual([true, false]);
});

test('of an image that ends before its processes there is none, and nothing is written', async () => {
  writeFileSync(at('cut.cpt'), readFileSync(sample('2.6.18-counter')).subarray(0, 5000));
  const done = await convertImage(at('cut.cpt'), at('no-cores'), { to: 'core' });
  expect([done.refused, codes(done).at(-1), existsSync(at('no-cores'))]).toEqual([true, 'core-none', false]);
});

test('streams of linux-cr, with the registers of the image that they came from', async () => {
  await convertImage(sample('2.6.32-counter-32bit'), at('stream.ckpt'), { to: 'linux-cr' });
  const a = await convertImage(sample('2.6.32-counter-32bit'), at('a'), { to: 'core' });
  const done = await convertImage(at('stream.ckpt'), at('b'), { to: 'core' });
  expect([a.verified, done.verified, codes(done)]).toEqual([true, true, []]);
  const names = readdirSync(at('a')).filter((name) => name.startsWith('core.'));
  expect(names.length).toBeGreaterThan(0);
  expect(readdirSync(at('b')).filter((name) => name.startsWith('core.'))).toEqual(names);
});

test.each(['plain', 'compressed'])(
  'read back, %s: a byte that differs, a core that ends early',
  async (form) => {
    if (form === 'compressed') await convertImage(criu, at(form), { compress: 'block' });
    const input = form === 'compressed' ? at(form) : criu;
    const image = await openImage(input);
    try {
      const { content, source } = image;
      const checkpoint = image.checkpoint();
      const [one] = coresOf({ content, source, checkpoint }, criuToCore.facts, [], () => {}).cores;
      await convertImage(input, at(`read-back-${form}`), { to: 'core' });
      const bytes = new Uint8Array(readFileSync(join(at(`read-back-${form}`), `core.${one?.core.pid}`)));
      const differs = (core: Uint8Array) =>
        one && coreDifference(memorySource(core), { checkpoint, source, core: one.core, filled: undefined });
      expect(differs(bytes)).toBeUndefined();
      expect(differs(bytes.subarray(0, bytes.length - 4096))).toMatch(/ends inside of segment/);
      const changed = bytes.slice();
      changed[bytes.length - 1] = (changed.at(-1) ?? 0) ^ 1;
      expect(differs(changed)).toMatch(/other bytes at 0x/);
      // Segments that begin one page too early or too late, as a table would have it that does not fit what was written.
      for (const by of [-4096, 4096]) {
        const moved = bytes.slice();
        moved.copyWithin(8192 + by, 8192, bytes.length - 4096);
        expect(differs(moved)).toMatch(/other bytes at 0x/);
      }
    } finally {
      image.close();
    }
  },
);

test('a header that says pages of no bytes', async () => {
  const bytes = Buffer.from(readFileSync(sample('2.6.18-counter')));
  const path = at('no-page-size.cpt');
  writeFileSync(path, setField({ kind: 'image' }, 'pagesize', 0)(bytes));
  const done = await convertImage(path, at('cores-of-no-page-size'), { to: 'core' });
  expect([done.written, done.verified]).toEqual([true, true]);
});
