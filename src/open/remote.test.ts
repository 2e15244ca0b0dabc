/** Images on servers: what is asked for, and what is said of servers that do not behave. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
import { openImage, validateImage } from '../open-image.ts';
import { openTree } from '../parse/criu/index.ts';
import { checkpointImage, containerdCheckpoint, type Files } from '../test-support/containers.ts';
import { projectRoot, sample } from '../test-support/images.ts';
import { type RemoteServer, startServer, writeLargeArchive, writeRegistry } from '../test-support/remote.ts';

const place = mkdtempSync(join(tmpdir(), 'cr-remote-test-'));
const at = (name: string) => join(place, name);
let server: RemoteServer;
let images: Files;
let digest = '';

const largePages = 50_000;

async function imageFiles(): Promise<Files> {
  const root = await openTree(join(projectRoot, 'samples/criu/podman-counter.tar.gz'), () => {});
  const directory = root.directory('checkpoint');
  const files: Record<string, Uint8Array> = {};
  for (const { name, kind } of directory?.list() ?? []) {
    const source = kind === 'file' ? directory?.open(name) : undefined;
    if (source !== undefined) files[name] = Uint8Array.from(source.view(0, source.size));
  }
  root.close();
  return files;
}

beforeAll(async () => {
  images = await imageFiles();
  const packed = readFileSync(join(projectRoot, 'samples/criu/podman-counter.tar.gz'));
  writeFileSync(at('app.tar.gz'), packed);
  writeFileSync(at('app.tar'), gunzipSync(packed));
  writeFileSync(at('app.tar.zst'), readFileSync(join(projectRoot, 'samples/criu/podman-tree.tar.zst')));
  writeFileSync(at('old.cpt'), readFileSync(sample('2.6.18-counter')));
  writeFileSync(at('empty'), '');
  writeLargeArchive(at('large.tar'), images, largePages);
  digest = writeRegistry(place, checkpointImage(images, 'app'), 'packed');
  // Larger than what is fetched whole to be held against its digest.
  const many = { ...images, 'pages-9.img': new Uint8Array(2 ** 21) };
  writeRegistry(place, containerdCheckpoint(many, 'app'), 'containerd');
  server = await startServer(place);
});
beforeEach(() => server.log());
afterAll(() => {
  server?.stop();
  rmSync(place, { recursive: true, force: true });
});

const commands = {
  inspect: [inspectSpec, crInspect],
  validate: [validateSpec, crValidate],
  'restore-sim': [restoreSimSpec, crRestoreSim],
  convert: [convertSpec, crConvert],
  crit: [critSpec, crCrit],
} as const satisfies Record<string, readonly [CommandSpec, Main]>;

async function run(command: keyof typeof commands, ...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const streams = { isOutTty: false, isErrTty: false, columns: 80, env: {} };
  const terminal = {
    ...streams,
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
  };
  const [spec, main] = commands[command];
  const status = await runCommand(spec, args, terminal, main);
  return { status, out: out.join(''), err: err.join('') };
}

/** With variables of the environment for the time of `use`. */
async function withVariables<Result>(
  set: Record<string, string>,
  use: () => Promise<Result>,
): Promise<Result> {
  Object.assign(process.env, set);
  try {
    return await use();
  } finally {
    for (const name of Object.keys(set)) delete process.env[name];
  }
}

describe('what is fetched', () => {
  // What somebody asks of 200 MB of pages without looking into one.
  test.each([
    ['inspect', ['summary']],
    ['inspect', ['ps']],
    ['inspect', ['maps']],
    ['inspect', ['fds']],
    ['inspect', ['rights']],
    ['validate', []],
    ['restore-sim', []],
  ] as const)('%s %j of a large archive: no pages', async (command, words) => {
    const { status, err } = await run(command, server.address('ranges', 'large.tar'), ...words);
    expect([status, err]).toEqual([0, '']);
    const log = await server.log();
    const bytes = log.reduce((sum, entry) => sum + entry.bytes, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(1_000_000);
    expect(log.length).toBeLessThan(12);
    expect(log.every(({ range, encoding }) => range !== undefined && encoding === 'identity')).toBe(true);
  });

  test('list says what it says of the file itself', async () => {
    const rowOf = async (path: string) => {
      const { status } = await run('inspect', 'list', '-o', at('row.ndjson'), '--force', '--check', path);
      const { path: _, fileTime: _time, ...row } = JSON.parse(readFileSync(at('row.ndjson'), 'utf8'));
      return [status, row];
    };
    expect(await rowOf(server.address('ranges', 'large.tar'))).toEqual(await rowOf(at('large.tar')));
  });

  test.each(['files.img', 'pages-1.img'])(
    '%s alone is what such a file is in a directory of its own',
    async (name) => {
      const bytes = images[name];
      if (bytes === undefined) throw new Error(`the sample has no ${name}`);
      writeFileSync(at(name), bytes);
      mkdirSync(at(`alone-${name}`));
      writeFileSync(join(at(`alone-${name}`), name), bytes);
      const here = await run('inspect', join(at(`alone-${name}`), name), 'summary');
      expect(here.err).toContain('criu-no-inventory');
      expect(await run('inspect', server.address('ranges', name), 'summary')).toEqual(here);
    },
  );

  test('pages are fetched where they are asked for, and are the right ones', async () => {
    const of = async (path: string) => {
      const words = ['memory', '--pid', '1', '[stack]', '-f', '-o', at('stack')];
      expect((await run('inspect', path, ...words)).status).toBe(0);
      return readFileSync(at('stack'));
    };
    const here = await of(at('app.tar'));
    expect((await of(server.address('ranges', 'app.tar'))).equals(here)).toBe(true);
    expect(here.includes('WL=1')).toBe(true);
  });

  test.each([
    ['app.tar', 'ps'],
    ['app.tar.gz', 'ps'],
    ['app.tar.zst', 'maps'],
    ['old.cpt', 'fds'],
  ])('%s %s: what it is here', async (file, view) => {
    const here = await run('inspect', at(file), view);
    for (const manner of [
      'ranges',
      'whole',
      'chunked',
      'busy',
      'impatient',
      'cut-off',
      'redirect',
      'redirect-away',
    ]) {
      const { status, out } = await run('inspect', server.address(manner, file), view);
      expect([manner, status, out]).toEqual([manner, 0, here.out]);
    }
  });

  test('how far it is, for whoever wants to see it', async () => {
    const address = server.address('ranges', 'app.tar.gz');
    const { err } = await run('inspect', address, 'ps', '--progress', 'always');
    // The line is wiped before anything else is said.
    expect(err).toMatch(/^\rfetching +█+ 100 %\r +\r$/);
  });

  test.each([
    ['inspect', ['summary']],
    ['inspect', ['ps', '--json']],
    ['validate', []],
    ['validate', ['--format', 'sarif']],
    ['restore-sim', []],
    ['restore-sim', ['--json']],
    ['crit', ['info', 'nosuch.img']],
    ['convert', ['--plan', '--to', 'criu-3.12']],
  ] as const)('%s %j: an address is shown without its query, which may be a key', async (command, words) => {
    for (const file of ['app.tar', 'absent.tar']) {
      const address = `${server.address('ranges', file)}?signature=secret`;
      const [first, ...rest] = command === 'crit' ? words : [address, ...words];
      const { out, err } = await run(
        command,
        first ?? '',
        ...(command === 'crit' ? [address, ...rest] : rest),
      );
      expect((out + err).length).toBeGreaterThan(50);
      expect(out + err).not.toContain('secret');
    }
    const { status } = await run(
      'inspect',
      'list',
      '-f',
      '-o',
      at('r.ndjson'),
      `${server.address('ranges', 'app.tar')}?k=secret`,
    );
    expect([status, readFileSync(at('r.ndjson'), 'utf8').includes('secret')]).toEqual([0, false]);
  });

  test('every command and the library', async () => {
    const address = server.address('ranges', 'app.tar');
    expect(await run('convert', '--plan', '--to', 'json', address)).toMatchObject({ status: 0 });
    expect(await run('convert', '--to', 'criu', address, at('copy'))).toMatchObject({ status: 0 });
    expect(readFileSync(at('copy/pages-2.img')).equals(Buffer.from(images['pages-2.img'] ?? ''))).toBe(true);
    expect(JSON.parse((await run('crit', 'info', address, 'pstree.img')).out).magic).toBe('PSTREE');
    expect((await run('inspect', address, at('app.tar'))).status).toBe(0);
    const image = await openImage(address);
    expect(image.checkpoint().processes.length).toBe(1);
    expect(validateImage(image).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    image.close();
  });
});

describe('servers without manners', () => {
  test.each([
    ['absent', 'app.tar', 3, /404 Not Found: is the address right/],
    ['forbidden', 'app.tar', 3, /403.*signature.*expired/],
    ['busy-for-ever', 'app.tar', 3, /503.*wait for 86400 s/],
    ['changing', 'large.tar', 1, /remote-changed.*changed.*offset 0x/],
    ['replaced', 'large.tar', 1, /remote-changed/],
    ['wrong-range', 'app.tar', 3, /asked for 65536 bytes from 0, the server sends 64.*from 7/],
    ['no-range', 'app.tar', 3, /calls it "nothing"/],
    ['more-than-asked', 'app.tar', 3, /more than the 65536 bytes/],
    ['packed', 'app.tar', 3, /packs its answer \(gzip\)/],
    ['silent', 'app.tar', 3, /does not answer for 1 s/],
    ['other-protocol', 'app.tar', 3, /answers 101: it changes to another protocol/],
    ['half-silent', 'app.tar', 3, /sends nothing for 1 s/],
    // One announces its length, the other does not.
    ['endless', 'app.tar', 3, /more than the 3000000 bytes that are fetched/],
    ['whole', 'large.tar', 3, /more than the 3000000 bytes that are fetched of one file: it has/],
    ['redirect-for-ever', 'app.tar', 3, /more than 5 redirects/],
    ['redirect-to-file', 'app.tar', 3, /redirect to file:.*not followed/],
    ['ranges', 'empty', 1, /empty-file/],
  ] as const)('%s', async (manner, file, wanted, said) => {
    const isSlow = manner.includes('silent');
    const variables = { CR_REMOTE_TIMEOUT: isSlow ? '1' : '60', CR_REMOTE_BYTES: '3000000' };
    const { status, out, err } = await withVariables(variables, () =>
      run('inspect', server.address(manner, file), 'ps'),
    );
    expect([status, out, err]).toEqual([wanted, '', expect.stringMatching(said)]);
    expect(err).not.toMatch(/\n\s+at |bug/);
  });

  test('a whole file is said to be fetched whole', async () => {
    const { status, err } = await run('inspect', server.address('whole', 'large.tar'), 'ps');
    expect(status).toBe(0);
    expect(err).toMatch(/remote-read-whole.*no ranges.*/);
  });
});

describe('registries', () => {
  const word = (name: string) => `oci://localhost:${server.port}/${name}`;

  test('an anonymous token, the manifest, and of the layer what is read', async () => {
    const { status, out, err } = await run('inspect', word('some/app:containerd'), 'summary');
    const unverified = expect.stringContaining('remote-unverified');
    expect([status, out, err]).toEqual([0, expect.stringContaining('counter'), unverified]);
    const log = await server.log();
    expect(log.map(({ path }) => path).slice(0, 3)).toEqual([
      '/v2/some/app/manifests/containerd',
      '/token',
      '/v2/some/app/manifests/containerd',
    ]);
  });

  test('a packed layer is fetched once, and held against its digest', async () => {
    for (const name of ['some/app:packed', `open/app@${digest}`, 'away/app:packed']) {
      const { status, out, err } = await run('validate', word(name));
      expect([name, status, err]).toEqual([name, 0, '']);
      expect(out).toContain('1 image');
      const log = await server.log();
      expect(
        log.filter(({ path, range }) => path.includes('/blobs/') && range !== undefined).length,
      ).toBeLessThan(4);
      // Who is sent on to another host takes no token along.
      for (const { path, authorization } of log)
        if (path.startsWith('/ranges/')) expect(authorization).toBeUndefined();
    }
  });

  test('documents that are cut off on the way are asked for again', async () => {
    const here = await run('inspect', at('app.tar'), 'ps');
    expect(await run('inspect', word('cut/app:packed'), 'ps')).toEqual(here);
  });

  test('a server to which a registry leads says nothing of who gets the password', async () => {
    const { status, err } = await withVariables(await myCredentials(), () =>
      run('inspect', word('secret-away/app:packed'), 'ps'),
    );
    expect([status, err]).toEqual([3, expect.stringMatching(/the server answers 401/)]);
    const log = await server.log();
    const asked = log.filter(({ path }) => path.startsWith('/absent/'));
    expect([asked, log.some(({ path }) => path.startsWith('/wants-login/'))]).toEqual([[], true]);
  });

  test('credentials are those of the file that is named, for that registry', async () => {
    expect((await run('inspect', word('secret/app:packed'), 'ps')).err).toMatch(/401.*REGISTRY_AUTH_FILE/);
    const auth = Buffer.from('me:secret').toString('base64');
    for (const [host, wanted] of [
      [`localhost:${server.port}`, 0],
      ['localhost:1', 3],
    ] as const) {
      writeFileSync(at('auth.json'), JSON.stringify({ auths: { [host]: { auth } } }));
      const { status } = await withVariables({ REGISTRY_AUTH_FILE: at('auth.json') }, () =>
        run('inspect', word('secret/app:packed'), 'ps'),
      );
      expect([host, status]).toEqual([host, wanted]);
    }
  });

  const changedLayout = (change: (manifest: Record<string, unknown>) => void): Files => {
    const layout = checkpointImage(images, 'app');
    const path = `blobs/sha256/${digest.replace('sha256:', '')}`;
    const manifest = JSON.parse(String(layout[path]));
    change(manifest);
    return { ...layout, [path]: JSON.stringify(manifest) };
  };

  test('a manifest that is not what its digest says', async () => {
    writeRegistry(
      place,
      changedLayout((manifest) => Object.assign(manifest, { more: 1 })),
      'wrong',
    );
    const { status, err } = await run('inspect', word('some/app:wrong'), 'ps');
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/remote-wrong-digest.*the registry sends sha256:/),
    ]);
  });

  test('no layer is fetched from where a manifest says', async () => {
    const urls = [`http://localhost:${server.port}/ranges/app.tar.gz`];
    const changed = changedLayout((manifest) =>
      Object.assign((manifest['layers'] as object[])[0] ?? {}, { urls }),
    );
    writeRegistry(place, changed, 'foreign');
    // This registry says no digest of what a tag is.
    const { status, err } = await withVariables(await myCredentials(), () =>
      run('inspect', word('secret/app:foreign'), 'ps'),
    );
    expect([status, err]).toEqual([1, expect.stringMatching(/remote-foreign-layer.*another server/)]);
    expect((await server.log()).filter(({ path }) => path.startsWith('/ranges/'))).toEqual([]);
  });

  test('a layer that is not what its digest says', async () => {
    const layout = checkpointImage(images, 'other');
    // The byte of a gzip header that names the system: what is inside stays the same.
    const isLayer = (bytes: Uint8Array | string) => bytes[0] === 0x1f && bytes[1] === 0x8b;
    const withOtherSystem = (bytes: Uint8Array | string) =>
      bytes instanceof Uint8Array && isLayer(bytes) ? bytes.with(9, 77) : bytes;
    const changed = Object.fromEntries(
      Object.entries(layout).map(([name, bytes]) => [name, withOtherSystem(bytes)]),
    );
    writeRegistry(place, changed, 'layer');
    const { status, err } = await run('inspect', word('some/app:layer'), 'ps');
    expect([status, err]).toEqual([1, expect.stringMatching(/remote-wrong-digest/)]);
  });

  test('digests of SHA-512, by tag and by digest', async () => {
    const name = writeRegistry(place, checkpointImage(images, 'app', 'sha512'), 'long');
    const here = await run('inspect', at('app.tar'), 'ps');
    for (const asked of ['some/app:long', `open/app@${name}`])
      expect(await run('inspect', word(asked), 'ps')).toEqual(here);
  });

  test.each([
    ['page', '<html>log in</html>', /answers with "text\/html": a manifest or an index .* is wanted/],
    ['old', '{"schemaVersion":1,"fsLayers":[]}', /answers with a manifest of Docker schema 1/],
    ['else', '{}', /a manifest or an index/],
  ])('a registry that sends no manifest: %s', async (tag, text, said) => {
    const [hex, tags] = [createHash('sha256').update(text).digest('hex'), at('registry/tags')];
    writeFileSync(at(`registry/${hex}`), text);
    writeFileSync(join(tags, tag), `sha256:${hex}`);
    const { status, out, err } = await run('inspect', word(`open/app:${tag}`), 'ps');
    expect([status, out, err]).toEqual([3, '', expect.stringMatching(said)]);
  });

  const myCredentials = async () => {
    const auth = Buffer.from('me:secret').toString('base64');
    writeFileSync(
      at('mine.json'),
      JSON.stringify({
        auths: Object.fromEntries(
          ['secret', 'secret-away'].map((name) => [`localhost:${server.port}/${name}`, { auth }]),
        ),
      }),
    );
    return { REGISTRY_AUTH_FILE: at('mine.json') };
  };
});

describe('proxies', () => {
  const proxy = (login = '') => `http://${login}localhost:${server.port}`;

  test('a host that only the proxy knows; one that is left out is asked itself', async () => {
    const address = 'http://archive.example/ranges/app.tar';
    const here = await run('inspect', at('app.tar'), 'ps');
    const variables = { HTTP_PROXY: proxy('me:a%20secret@') };
    const { status, out } = await withVariables(variables, () => run('inspect', address, 'ps'));
    expect([status, out]).toEqual([0, here.out]);
    const proxyAuthorization = `Basic ${Buffer.from('me:a secret').toString('base64')}`;
    for (const entry of await server.log())
      expect(entry).toMatchObject({ host: 'archive.example', path: '/ranges/app.tar', proxyAuthorization });
    for (const NO_PROXY of ['.example', 'archive.example:80', '*']) {
      const alone = await withVariables({ ...variables, NO_PROXY }, () => run('inspect', address, 'ps'));
      expect([NO_PROXY, alone.status, await server.log()]).toEqual([NO_PROXY, 3, []]);
    }
  });

  test('this machine is asked itself', async () => {
    const variables = { http_proxy: 'http://192.0.2.1:1' };
    const words = [server.address('ranges', 'app.tar'), 'ps'];
    expect((await withVariables(variables, () => run('inspect', ...words))).status).toBe(0);
  });

  test.each([
    ['', /the proxy answers 407: it wants a name and a password/],
    ['me:secret@', /the proxy answers 403/],
  ])('a tunnel for TLS that is refused to "%s"', async (login, said) => {
    const address = 'https://archive.example/app.tar';
    const { status, err } = await withVariables({ HTTPS_PROXY: proxy(login) }, () =>
      run('inspect', address, 'ps'),
    );
    expect([status, err, err.includes('secret')]).toEqual([3, expect.stringMatching(said), false]);
    const [first] = await server.log();
    expect(first).toMatchObject({ path: 'archive.example:443' });
  });

  test('no address of a proxy is wrong usage, and not repeated', async () => {
    const variables = { ALL_PROXY: 'socks5://me:secret@h:1' };
    const { status, err } = await withVariables(variables, () => run('inspect', 'https://a.example/x', 'ps'));
    expect([status, err.includes('ALL_PROXY is no address of a proxy'), err.includes('secret')]).toEqual([
      ...[2, true, false],
    ]);
  });
});

describe('words', () => {
  test.each([
    ['s3://bucket/key', /presign/],
    ['oci://localhost', /names no image/],
    ['oci://localhost/UPPER', /names no image/],
    ['http://user:secret@localhost/x.tar', /no password in an address/],
    ['http://', /no address/],
  ])('%s', async (word, said) => {
    const { status, err } = await run('inspect', word, 'ps');
    expect([status, said.test(err), err.includes('secret')]).toEqual([2, true, false]);
  });
});
