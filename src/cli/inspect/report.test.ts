/** The page about an image: complete in itself, nothing of an image unescaped, and a real browser opens it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { projectRoot, sample } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import { crInspect } from './command.ts';
import { inspectSpec } from './spec.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-report-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const err: string[] = [];
  const terminal = { isOutTty: false, isErrTty: false, columns: 80, env: {} };
  const streams = { out: () => {}, err: (text: string) => void err.push(text) };
  const status = await runCommand(inspectSpec, args, { ...terminal, ...streams }, crInspect);
  return { status, err: err.join('') };
}

async function pageOf(path: string, name: string): Promise<string> {
  const out = join(directory, name);
  const { status, err } = await run(path, 'report', '-o', out);
  expect([status, err]).toEqual([0, '']);
  return readFileSync(out, 'utf8');
}

/** An image whose process has a name that is markup. */
function hostileImage(comm: string): string {
  const image = readFileSync(sample('2.6.18-counter'));
  const old = Buffer.from('counter\0');
  for (let at = image.indexOf(old); at !== -1; at = image.indexOf(old, at + 1))
    image.write(`${comm}\0`, at, 'latin1');
  const path = join(directory, 'hostile.cpt');
  writeFileSync(path, image);
  return path;
}

describe('the page', () => {
  test('has the rights in lines, as the view has', async () => {
    const page = await pageOf(join(projectRoot, 'samples', 'trust', 'keys-exchanged.tar.gz'), 'rights.html');
    const [, text = ''] = /<pre>(no container|container [^<]*)<\/pre>/.exec(page) ?? [];
    expect(text.split('\n').length).toBeGreaterThan(20);
    expect(text).toMatch(/\nruns as\n {2}1 /);
    expect(text).toMatch(/\n {2}\S+: \d+ files?, \d+ bytes?, \d+ links?, to a tmpfs\n/);
    expect(text).not.toContain('\\x0a');
  });

  test('asks nobody for anything', async () => {
    const page = await pageOf(sample('2.6.32-files-sockets'), 'alone.html');
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/@import|url\((?!#)/);
    expect(page).toContain('default-src &#39;none&#39;');
  });

  test('says what the views say: verdict, processes, memory, connections', async () => {
    const page = await pageOf(sample('2.6.32-files-sockets'), 'says.html');
    expect(page).toMatch(/restores, if \d+ conditions are met/);
    expect(page).toContain('7 e-share');
    expect(page).toContain('6 e-main → 7 e-share: pipe');
    expect(page).toContain('listens on unix stream /sock1');
    expect(page).toMatch(/<rect class="stored"/);
  });

  test('text of an image is no markup', async () => {
    const page = await pageOf(hostileImage(`<b onload="x">`), 'hostile.html');
    expect(page).not.toContain('<b ');
    expect(page).toContain('&#60;b onload=&#34;x&#34;&#62;');
  });

  test('of several containers there is a section each', async () => {
    const page = await pageOf(join(projectRoot, 'samples/criu/podman-tree.tar.zst'), 'podman.html');
    expect(page).toContain('tree-root');
    expect(page.match(/<section/g)).toHaveLength(1);
  });
});

describe('the command', () => {
  test.each([
    ['no output', ['report'], 'needs -o'],
    ['one process', ['report', '-o', 'x.html', '--pid', '1'], '--pid does not apply'],
    ['JSON', ['report', '-o', 'x.html', '--json'], 'does not apply'],
    ['an output of a view', ['ps', '-o', 'x.txt'], 'does not apply'],
    ['more words', ['report', 'all', '-o', 'x.html'], 'unexpected'],
  ])('%s', async (_name, args, text) => {
    const { status, err } = await run(sample('2.6.18-tree'), ...args);
    expect([status, err.includes(text)]).toEqual([2, true]);
  });

  test('a file that is there stays, unless --force is given', async () => {
    const out = join(directory, 'there.html');
    writeFileSync(out, 'mine');
    expect((await run(sample('2.6.18-tree'), 'report', '-o', out)).status).not.toBe(0);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await run(sample('2.6.18-tree'), 'report', '-o', out, '--force')).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('<!DOCTYPE html>');
  });
});

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

describe.skipIf(browser === undefined)('in a browser (skipped: no chromium)', () => {
  const domOf = (path: string) => {
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${join(directory, 'b')}`,
    ];
    const { stdout } = spawnSync(browser ?? '', [...options, '--dump-dom', `file://${path}`]);
    return stdout.toString();
  };

  test('the script runs under the policy of the page, and no markup came out of the image', async () => {
    await pageOf(hostileImage('<img src=x>'), 'browser.html');
    const dom = domOf(join(directory, 'browser.html'));
    // Heads of tables can be reached by the keyboard once the script ran.
    expect(dom).toContain('tabindex="0"');
    expect(dom).not.toContain('<img');
    expect(dom).toContain('&lt;img src=x&gt;');
    expect(dom.match(/<svg/g)?.length).toBeGreaterThan(2);
  });
});
