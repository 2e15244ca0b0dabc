/** CRIU images against what the real `criu restore` 4.2 did: good ones have no errors, refused ones have. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { criuArchives, damagedArchive, damagedResults } from '../../model/from-criu/testing/criu-images.ts';
import {
  findImageDirectories,
  type ImageDirectory,
  memoryDirectory,
  openTree,
} from '../../parse/criu/index.ts';
import { isThorough, some } from '../../test-support/thorough.ts';
import { catalogue } from '../catalogue.ts';
import { policyFrom } from '../config.ts';
import { keptMax } from '../finding.ts';
import { causesOf } from '../root-cause.ts';
import { codesOf } from '../testing/engine.ts';
import type { ImageReport } from '../validate.ts';
import { judgeCriuImage } from './judge.ts';

const errorsOf = ({ findings }: ImageReport) => [
  ...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)),
];

/** Every finding is in a file of the directory, or about the whole, and its code has a page. */
function expectPlaced({ findings }: ImageReport, directory: ImageDirectory): void {
  const sizes = new Map(directory.list().map(({ name, size }) => [name, size]));
  for (const { code, at, length, layer } of findings) {
    expect(catalogue.get(code)?.layer, code).toBe(layer);
    const size = sizes.get(at.path?.split('/')[0] ?? '') ?? 0;
    expect((at.offset ?? 0) + length, `${code} ${at.path}`).toBeLessThanOrEqual(size);
  }
}

async function withImages<T>(path: string, use: (images: readonly ImageDirectory[]) => T): Promise<T> {
  const root = await openTree(path, () => {});
  try {
    return use(findImageDirectories(root, () => {}));
  } finally {
    root.close();
  }
}

const samplePath = (name: string): string => criuArchives.get(name) ?? '';

/** The files of a sample in memory, to be changed. */
const filesOf = (name: string): Promise<Record<string, Uint8Array>> =>
  withImages(samplePath(name), ([directory]) => {
    const files: Record<string, Uint8Array> = {};
    for (const { name: file, kind } of directory?.list() ?? []) {
      const source = kind === 'file' ? directory?.open(file) : undefined;
      if (source) files[file] = source.view(0, source.size).slice();
      source?.close();
    }
    return files;
  });

test.each(some([...criuArchives], 4))('%s: no errors, no warnings', async (name, path) => {
  await withImages(path, (directories) => {
    expect(directories.length).toBeGreaterThan(0);
    for (const directory of directories) {
      const report = judgeCriuImage(directory);
      // Of 1.8, with threads that have no credentials: the only real image that 4.2 does not restore.
      const hangs = name.startsWith('v1.8-threads');
      expect(errorsOf(report)).toEqual(hangs ? ['restore-criu-thread-credentials'] : []);
      const warned = report.findings.filter(({ severity }) => severity === 'warning');
      expect(warned.filter(({ layer }) => layer !== 'restore')).toEqual([]);
      expect([report.family, report.variant]).toEqual(['criu', expect.stringMatching(/^criu-\d+\.\d+$/)]);
      expectPlaced(report, directory);
    }
  });
});

// crit's JSON, written behind a copy of the image: found in a public repository.
test('a file whose name no restore looks at is a note, whatever it holds', async () => {
  const files = await filesOf('counter.tar.gz');
  const pstree = files['pstree.img'] as Uint8Array;
  const report = judgeCriuImage(
    memoryDirectory({
      ...files,
      'pstree.txt': Buffer.concat([pstree, Buffer.from('{ "magic": 1 }')]),
    }),
  );
  expect(report.findings.map(({ code, severity, at }) => [code, severity, at.path])).toEqual([
    ['criu-unknown-file', 'note', 'pstree.txt'],
  ]);
});

const results = existsSync(damagedResults)
  ? readFileSync(damagedResults, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, name = '', code = ''] = /^(\S+) rc=(\d+)/.exec(line) ?? [];
        return name === '' ? [] : [[name, Number(code)] as const];
      })
  : [];

describe.skipIf(results.length === 0)('damaged images', () => {
  const directories = new Map<string, ImageDirectory>();
  let root: ImageDirectory | undefined;
  beforeAll(async () => {
    root = await openTree(damagedArchive, () => {});
    for (const directory of findImageDirectories(root, () => {}))
      directories.set(directory.name.split('/').at(-2) ?? '', directory);
  });
  afterAll(() => root?.close());

  test.each(results)('%s, where CRIU ended with %i', (name, code) => {
    const directory = directories.get(name);
    expect(directory).toBeDefined();
    const report = judgeCriuImage(directory!);
    // An option that was not given says nothing of the image: it is a condition of the rehearsal.
    if (name === 'inv-tcp-close') {
      expect(errorsOf(report)).toEqual([]);
      return;
    }
    expect(errorsOf(report).length > 0).toBe(code !== 0);
    const stops = errorsOf(report).filter((error) => error.startsWith('restore-criu-'));
    expect(stops).toHaveLength(code === 0 ? 0 : 1);
    expectPlaced(report, directory!);
  });
});

describe('a damaged file', () => {
  test('is said once, with the file, the place and its bytes', async () => {
    const files = await filesOf('counter.tar.gz');
    const pstree = files['pstree.img'] as Uint8Array;
    const report = judgeCriuImage(memoryDirectory({ ...files, 'pstree.img': pstree.subarray(0, 14) }));
    const [finding] = report.findings.filter(({ code }) => code === 'criu-truncated-record');
    expect(finding).toMatchObject({
      layer: 'framing',
      severity: 'error',
      at: { offset: 8, path: 'pstree.img' },
    });
    expect(finding?.excerpt).toEqual({ offset: 8, hex: Buffer.from(pstree.subarray(8, 14)).toString('hex') });
    expect(codesOf(report)).toMatchObject({ 'criu-truncated-record': 1, 'restore-criu-unreadable': 1 });
  });

  test('every cut of every small file is survived', async () => {
    const files = await filesOf('counter.tar.gz');
    for (const [name, bytes] of Object.entries(files)) {
      for (let length = 0; length < Math.min(bytes.length, 400); length += isThorough ? 7 : 97) {
        const directory = memoryDirectory({ ...files, [name]: bytes.subarray(0, length) });
        expectPlaced(judgeCriuImage(directory), directory);
      }
    }
  });

  test('a directory without its inventory is an image without one', async () => {
    const { 'inventory.img': _, ...files } = await filesOf('counter.tar.gz');
    expect(errorsOf(judgeCriuImage(memoryDirectory(files))).sort()).toEqual([
      'criu-ref-cgroup',
      'criu-ref-missing-file',
      'restore-criu-file-missing',
    ]);
  });
});

test('only the layers that are asked for', async () => {
  const { 'files.img': _, ...files } = await filesOf('sysvipc.tar.gz');
  const directory = memoryDirectory(files);
  for (const layer of ['framing', 'references', 'restore'] as const) {
    const { findings } = judgeCriuImage(directory, { layers: [layer] });
    expect(findings.filter((finding) => finding.layer !== layer)).toEqual([]);
    expect(findings.length > 0).toBe(layer !== 'framing');
    expect(findings.length).toBeLessThanOrEqual(keptMax);
  }
});

test('policies hold for CRIU images', async () => {
  const files = await filesOf('counter.tar.gz');
  const policies = [
    policyFrom({
      name: 'p',
      deny: { processes: ['*'], memory: ['pem-private-key', { name: 'ELF', hex: '7f454c46' }] },
    }),
  ];
  const pages = new Uint8Array(2 * 1024 * 1024 + 4096);
  pages.set(Buffer.from('-----BEGIN PRIVATE KEY-----'), 1024 * 1024 - 9);
  const directory = memoryDirectory({ ...files, 'pages-1.img': pages });
  const { findings } = judgeCriuImage(directory, { policies, layers: ['policy'] });
  expect(findings.map(({ code, at }) => [code, at])).toEqual([
    ['policy-process', { offset: 8, path: 'core-1.img' }],
    ['policy-memory', { offset: 1024 * 1024 - 9, path: 'pages-1.img' }],
    // The vdso, which CRIU dumps with the memory of the task.
    ['policy-memory', { offset: 49152, path: 'pages-2.img' }],
  ]);
  expect(findings.some(({ excerpt }) => excerpt !== undefined)).toBe(false);
});

// One cause, one finding: whoever copies the file again mends all of it.
test.each<[string, string, (files: Record<string, Uint8Array>) => void, string]>([
  [
    'files.img gone',
    'counter.tar.gz',
    (files) => delete files['files.img'],
    'criu-ref-missing-file files.img',
  ],
  [
    'inventory gone',
    'counter.tar.gz',
    (files) => delete files['inventory.img'],
    'criu-ref-missing-file inventory.img',
  ],
  ['a core gone', 'counter.tar.gz', (files) => delete files['core-1.img'], 'criu-ref-core pstree.img'],
  [
    'files.img cut',
    'counter.tar.gz',
    (files) => {
      files['files.img'] = (files['files.img'] as Uint8Array).subarray(0, 150);
    },
    'criu-truncated-record files.img',
  ],
  [
    'a core overwritten',
    'counter.tar.gz',
    (files) => {
      const core = files['core-1.img'] as Uint8Array;
      core[20] = 0xff ^ (core[20] ?? 0);
    },
    'criu-malformed-message core-1.img',
  ],
])('%s is one finding', async (_what, name, change, cause) => {
  const files = await filesOf(name);
  change(files);
  const { findings } = judgeCriuImage(memoryDirectory(files));
  const errors = causesOf(findings).filter(({ root }) => root.severity === 'error');
  expect(errors.map(({ root }) => `${root.code} ${root.at.path?.split('/')[0]}`)).toEqual([cause]);
  expect(errors[0]?.followers.length).toBeGreaterThan(0);
});
