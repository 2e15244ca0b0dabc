/** What a policy denies in memory is found at the same address in every family, however its pages are stored. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ConvertOptions } from '../../conversion/options.ts';
import { convertImage } from '../../convert-image.ts';
import { openImage, validateImage } from '../../open-image.ts';
import { sample } from '../../test-support/images.ts';
import { policyFrom } from '../config.ts';

const folder = mkdtempSync(join(tmpdir(), 'policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The environment of the first process, on its stack: HOME=/ for all that it started. */
const policies = [policyFrom({ name: 'p', deny: { memory: [{ name: 'a home', text: 'HOME=' }] } })];
const held = 'process 1 (init) holds a home at 0x7fffa649ffe9';

async function foundIn(path: string): Promise<readonly string[]> {
  const image = await openImage(path);
  try {
    const { findings } = validateImage(image, { policies, layers: ['policy'] });
    return findings.map(({ code, message }) => `${code} ${message}`);
  } finally {
    image.close();
  }
}

test('an OpenVZ image', async () => {
  expect(await foundIn(sample('2.6.18-counter'))).toEqual([`policy-memory policy "p": ${held}`]);
});

test.each<[string, string, ConvertOptions]>([
  ['a stream of linux-cr', 'counter.ckpt', { to: 'linux-cr' }],
  ['a CRIU directory', 'counter.d', { to: 'criu' }],
])('%s', async (_name, name, options) => {
  const output = join(folder, name);
  await convertImage(sample('2.6.18-counter'), output, options);
  expect(await foundIn(output)).toContain(`policy-memory policy "p": ${held}`);
});

test.each(['page', 'block'] as const)('compressed pages, by %s', async (compress) => {
  const plain = join(folder, `plain-${compress}.d`);
  const output = join(folder, `${compress}.d`);
  await convertImage(sample('2.6.18-counter'), plain, { to: 'criu' });
  await convertImage(plain, output, { compress });
  expect(await foundIn(output)).toContain(`policy-memory policy "p": ${held}`);
});

test('pages that stayed with a page server: that nothing was found there is no answer', async () => {
  const output = join(folder, 'lazy.d');
  await convertImage(sample('2.6.18-counter'), output, { to: 'criu' });
  const path = join(output, 'pagemap-1.img');
  const pagemap = readFileSync(path);
  // The flags of the last entry, which is the stack: pagemap.proto, `flags = 4`, PE_PRESENT to PE_LAZY.
  pagemap[pagemap.lastIndexOf(Buffer.of(0x20, 4)) + 1] = 2;
  writeFileSync(path, pagemap);
  const [unread, ...others] = (await foundIn(output)).filter((text) => text.includes('process 1 ('));
  expect([unread, others]).toEqual([
    expect.stringMatching(
      /^policy-memory-unread \d+ KiB of memory were not searched, of process 1 \(init\): left with the page server/,
    ),
    [],
  ]);
});
