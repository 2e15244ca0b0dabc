/** The page on which images are dropped: nothing of Node.js in it, and in a real browser it shows what a report shows. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BundledPage, bundlePage } from '../../scripts/build/inspect-page.ts';
import { crInspect } from '../cli/inspect/command.ts';
import { inspectSpec } from '../cli/inspect/spec.ts';
import { runCommand } from '../cli/run.ts';
import { openTree } from '../parse/criu/index.ts';
import { chromium, openPage, type Page } from '../test-support/chromium.ts';
import { writeTree } from '../test-support/containers.ts';
import { projectRoot, sample } from '../test-support/images.ts';

const place = mkdtempSync(join(tmpdir(), 'cr-page-test-'));
const at = (name: string) => join(place, name);
afterAll(() => rmSync(place, { recursive: true, force: true }));

let bundled: BundledPage;
beforeAll(async () => {
  bundled = await bundlePage(projectRoot, '0.0.0');
  writeFileSync(at('inspect.html'), bundled.page);
});

const codeOf = (name: string) =>
  readFileSync(join(projectRoot, name), 'utf8').replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '');

test('nothing in it is of Node.js', () => {
  const own = bundled.inputs.filter((name) => name.startsWith('src/'));
  expect(own.length).toBeGreaterThan(300);
  expect(own.filter((name) => /\bBuffer\.|: Buffer\b|\bprocess\.(env|cwd|std)/.test(codeOf(name)))).toEqual(
    [],
  );
  expect(bundled.inputs.filter((name) => /^src\/(cli|inspect-tui|conversion)\//.test(name))).toEqual([]);
});

test('it asks nobody for anything', () => {
  const { page } = bundled;
  const [head = ''] = page.split('<script type="text/plain"');
  expect(head).toContain('connect-src &#39;none&#39;');
  expect(head).not.toMatch(/\b(?:src|href)="(?!#)|@import|url\((?!#)/);
  // The engine is a text that ends where it ends.
  expect(page.match(/<\/script>/g)).toHaveLength(2);
});

describe.skipIf(chromium === undefined)('in a browser (skipped: no chromium)', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(`file://${at('inspect.html')}`, at('profile'));
  });
  afterAll(() => page?.close());

  const choose = async (selector: string, files: readonly string[]) => {
    await page.evaluate('delete document.body.dataset.done');
    await page.choose(selector, files);
    await page.until('document.body.dataset.done !== undefined');
  };
  const list = () => page.evaluate(`document.getElementById('list').innerText.split('\\n')`);
  const shown = () => page.evaluate(`document.getElementById('shown').textContent`);

  const partsOf = `[...document.querySelectorAll('section > *:not(h1)')].map((one) => one.textContent.trim())`;

  async function partsOfReport(path: string): Promise<unknown> {
    const out = at('report.html');
    const terminal = { isOutTty: false, isErrTty: false, columns: 80, env: {}, out() {}, err() {} };
    await runCommand(inspectSpec, [path, 'report', '-f', '-o', out], terminal, crInspect);
    const report = await openPage(`file://${out}`, at('profile-of-report'));
    const parts = (await report.evaluate(partsOf)) as string[];
    await report.close();
    return parts;
  }

  test.each([
    ['tar.gz', join(projectRoot, 'samples/criu/podman-counter.tar.gz')],
    ['tar.zst', join(projectRoot, 'samples/criu/podman-tree.tar.zst')],
    ['CPT', sample('2.6.32-files-sockets')],
    ['linux-cr', join(projectRoot, 'samples/linux-cr/tree-002.ckpt')],
  ])('%s: what the report of cr-inspect says', async (_kind, path) => {
    await choose('#file', [path]);
    const parts = (await page.evaluate(partsOf)) as string[];
    expect(parts.length).toBeGreaterThan(20);
    // The page knows names, no paths.
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const wanted = ((await partsOfReport(path)) as string[]).map((part) => part.replaceAll(folder, ''));
    expect(parts).toEqual(wanted);
    expect(page.complaints).toEqual([]);
  });

  test('several files are a list; what is no image says what it is', async () => {
    const packed = readFileSync(join(projectRoot, 'samples/criu/podman-counter.tar.gz'));
    writeFileSync(at('cut.tar.gz'), packed.subarray(0, 9000));
    writeFileSync(at('notes.txt'), 'hello\n');
    writeFileSync(at('empty'), '');
    await choose('#file', [sample('2.6.18-tree'), at('cut.tar.gz'), at('notes.txt'), at('empty')]);
    expect(await list()).toEqual([
      expect.stringMatching(/^2\.6\.18-tree\.cpt: restores/),
      expect.stringMatching(/^cut\.tar\.gz: /),
      'notes.txt: not read',
      'empty: not read',
    ]);
    const text = await shown();
    expect(text).toMatch(/archive-unreadable: gzip data is damaged after \d+ unpacked bytes/);
    expect(text).toMatch(/not-an-image: no image: it is a text \(notes\.txt, offset 0x0\)/);
    expect(text).toMatch(/empty-file/);
  });

  test('a directory of images', async () => {
    const root = await openTree(join(projectRoot, 'samples/criu/counter.tar.gz'), () => {});
    const images = root.directory('img');
    const files: Record<string, Uint8Array> = {};
    for (const { name, kind } of images?.list() ?? []) {
      const source = kind === 'file' ? images?.open(name) : undefined;
      if (source !== undefined) files[name] = Uint8Array.from(source.view(0, source.size));
    }
    root.close();
    const directory = writeTree(at('dump'), files);
    await choose('#folder', [directory]);
    expect(await list()).toEqual([expect.stringMatching(/^dump: restores/)]);
    // Its files alone are the same image.
    await choose(
      '#file',
      Object.keys(files).map((name) => join(directory, name)),
    );
    expect(await list()).toEqual([expect.stringMatching(/^the files: restores/)]);
    await choose('#file', [join(directory, 'pstree.img')]);
    expect(await list()).toEqual(['pstree.img: not read']);
    expect(await shown()).toContain('is one file of a CRIU checkpoint, alone, and the others are needed');
  });

  test('text of an image is no markup, and tables sort', async () => {
    const image = readFileSync(sample('2.6.18-counter'));
    const old = Buffer.from('counter\0');
    for (let found = image.indexOf(old); found !== -1; found = image.indexOf(old, found + 1))
      image.write('<img/x>\0', found, 'latin1');
    writeFileSync(at('<b>.cpt'), image);
    await choose('#file', [at('<b>.cpt')]);
    expect(await shown()).toContain('<img/x>');
    expect(await page.evaluate(`document.querySelectorAll('#shown img, #shown b, #list b').length`)).toBe(0);
    expect(await page.evaluate(`document.querySelectorAll('#shown th[tabindex]').length`)).toBeGreaterThan(5);
  });

  test('what was dropped last is shown, however long the names of what came before take', async () => {
    await page.evaluate(`
      const drop = (name, given) => {
        const entry = { isFile: true, fullPath: '/' + name, file: (done) => given.then(() => done(new File(['hello'], name))) };
        const event = new Event('drop', { cancelable: true });
        event.dataTransfer = { items: [{ webkitGetAsEntry: () => entry }] };
        dispatchEvent(event);
      };
      const slow = new Promise((resolve) => { window.giveNames = resolve; });
      delete document.body.dataset.done;
      drop('slow.txt', slow);
      drop('last.txt', Promise.resolve());`);
    await page.until('document.body.dataset.done !== undefined');
    await page.evaluate('giveNames(); new Promise((resolve) => setTimeout(resolve))');
    await page.until('document.body.dataset.done !== undefined');
    expect(await list()).toEqual(['last.txt: not read']);
  });

  test('a file that was changed is read again when it is chosen again', async () => {
    await choose('#file', [at('notes.txt')]);
    expect(await page.evaluate(`document.getElementById('file').files.length`)).toBe(0);
  });

  test('no address but its own was asked for', () => {
    expect(
      page.asked.filter((address) => !/^(file:\/\/\/\S+inspect\.html|blob:null\/)/.test(address)),
    ).toEqual([]);
  });
});
