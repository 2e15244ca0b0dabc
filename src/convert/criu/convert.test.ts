/** Every real image between CRIU releases: what it means must stay, what is lost must be said. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { checkpointFromCriu, criuByteSource } from '../../model/from-criu/checkpoint-from-criu.ts';
import { criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { editImage } from '../../model/from-criu/testing/edit-image.ts';
import { ipcJson } from '../../model/ipc.ts';
import { psJson } from '../../model/ps.ts';
import { commandLine } from '../../model/read-memory.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import {
  compareReleases,
  decodeFile,
  detectRelease,
  type ImageDirectory,
  memoryDirectory,
} from '../../parse/criu/index.ts';
import { checkCriuReferences, simulateCriuRestore } from '../../restore-sim/restorers/criu/index.ts';
import { some } from '../../test-support/thorough.ts';
import { type ConvertCriuOptions, convertCriu, criuStepList, parseCriuRelease } from './convert.ts';
import { unknownTo } from './target-release.ts';
import { fullDirectory } from './testing.ts';
import { verifyCriu } from './verify.ts';

const isChain = (name: string) => name.startsWith('prechain');
const images = some(
  [...criuArchives].filter(([name]) => !isChain(name)),
  4,
);

function convert(directory: ImageDirectory, options: ConvertCriuOptions) {
  const diagnostics: Diagnostic[] = [];
  const result = convertCriu(directory, { ...options, report: (diagnostic) => diagnostics.push(diagnostic) });
  const files: Record<string, Uint8Array> = {};
  for (const { name, write } of result.files) {
    const sink = new MemorySink();
    write(sink);
    files[name] = sink.result();
  }
  result.close();
  return { ...result, diagnostics, directory: memoryDirectory(files), bytes: files };
}

/** What processes, IPC objects and memory an image says there are. */
function meaning(directory: ImageDirectory) {
  const checkpoint = checkpointFromCriu(directory, () => {});
  const source = criuByteSource(directory);
  const memories = checkpoint.processes.flatMap(({ leader }) =>
    leader ? [commandLine(checkpoint, source, leader)] : [],
  );
  const tasks = checkpoint.tasks.map(({ pid, credentials, itimers, sigblocked, fdTable, sighand }) => ({
    pid,
    credentials: { ...credentials, capAmbient: 0n, noNewPrivs: false, lsmProfile: '' },
    itimers,
    sigblocked,
    fds: fdTable === undefined ? [] : [...checkpoint.fdTables.get(fdTable)!.descriptors].map(({ fd }) => fd),
    handlers:
      sighand === undefined
        ? []
        : checkpoint.sighands.get(sighand)!.actions.map(({ at, ...action }) => action),
  }));
  const result = { ps: psJson(checkpoint), ipc: ipcJson(checkpoint, source), memories, tasks };
  source.close();
  return result;
}

const isError = ({ severity }: Diagnostic) => severity === 'error';

describe.each(images)('%s', (name, path) => {
  test('to 4.2: restores, and means the same', async () => {
    const { root, directory } = await openCriuArchive(path);
    const converted = convert(directory, { to: '4.2' });
    expect(converted.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(converted.losses).toEqual([]);
    expect(simulateCriuRestore(converted.directory).failures).toEqual([]);
    expect(checkCriuReferences(converted.directory)).toEqual([]);
    expect(meaning(converted.directory)).toEqual(meaning(directory));
    root.close();
  });

  test.each(['3.19', '2.12', '1.5'])('to %s and back', async (to) => {
    const { root, directory } = await openCriuArchive(path);
    const down = convert(directory, { to, allow: ['drop-files'] });
    const errors = down.diagnostics.filter(({ severity }) => severity === 'error');
    if (name.startsWith('i386') && compareReleases(to, '3.0') < 0) {
      expect(errors.map(({ code }) => code)).toEqual(['cannot-express']);
      root.close();
      return;
    }
    expect(errors).toEqual([]);
    expect(down.diagnostics.filter(({ code }) => code === 'unaccounted-change')).toEqual([]);
    expect(verifyCriu(directory, down.directory, down).problems.filter(isError)).toEqual([]);
    // What a newer release always writes and an older image lacks still tells the age of the input.
    const range = detectRelease(down.directory);
    expect(compareReleases(range.from ?? '0', to), JSON.stringify(range.evidence[0])).toBeLessThanOrEqual(0);
    if (detectRelease(directory).from === '4.2')
      expect(range.consistent, JSON.stringify(range.evidence)).toBe(true);
    const up = convert(down.directory, { to: '4.2' });
    expect(simulateCriuRestore(up.directory).failures).toEqual([]);
    expect(checkCriuReferences(up.directory)).toEqual([]);
    const [was, is] = [meaning(directory), meaning(up.directory)];
    expect(is.ps).toEqual(was.ps);
    expect(is.ipc).toEqual(was.ipc);
    expect(is.memories).toEqual(was.memories);
    // Descriptors of memfd files are the only ones that older releases cannot have, and then it is said.
    const saysMemfd = down.losses.some(({ row, what }) => row === 'R13' && what.includes('MEMFD'));
    if (!saysMemfd) expect(is.tasks).toEqual(was.tasks);
    root.close();
  });
});

const dumps = fileURLToPath(new URL('../../../../shared/images/criu/', import.meta.url));
const dump = (name: string) => ({ name, path: `${dumps}${name}` });

describe('what an older release does not know', () => {
  // The real 3.19 refuses an entry of files.img without a body, and areas that it does not know.
  const kitchen = dump('programs/kitchen/dump.tar.zst');
  test.skipIf(!existsSync(kitchen.path))('a pidfd is refused, or closed when it is given up', async () => {
    const { root, directory } = await openCriuArchive(kitchen.path);
    const refused = convert(directory, { to: '3.19' });
    expect(
      refused.diagnostics.filter(isError).map(({ code, message }) => [code, message.split(';', 1)[0]]),
    ).toEqual([['cannot-express', 'open files of the kind PIDFD (CRIU 4.1)']]);
    const given = convert(directory, { to: '3.19', allow: ['drop-files'] });
    expect(given.losses.filter(({ row }) => row === 'R17').map(({ what }) => what)).toEqual([
      'open files of the kind PIDFD (CRIU 4.1)',
    ]);
    expect(unknownTo(given.directory, '3.19')).toEqual([]);
    expect(verifyCriu(directory, given.directory, given).problems.filter(isError)).toEqual([]);
    root.close();
  });

  const guarded = dump('zdtm/maps12.tar.zst');
  test.skipIf(!existsSync(guarded.path))('guard pages are dropped and said', async () => {
    const { root, directory } = await openCriuArchive(guarded.path);
    const { losses, directory: made } = convert(directory, { to: '3.19' });
    expect(losses).toEqual([{ hop: '4.2', row: 'R15', what: 'guard pages (MADV_GUARD_INSTALL)', count: 4 }]);
    expect(unknownTo(made, '3.19')).toEqual([]);
    expect(unknownTo(directory, '3.19').map(({ message }) => message)).toContain(
      'CRIU 3.19 cannot read it: it has vma_entry.status GUARD (CRIU 4.2)',
    );
    root.close();
  });

  const lazy = dump('programs/lazy/dump.tar.zst');
  test.skipIf(!existsSync(lazy.path))('pages with a page server are no pages of an old image', async () => {
    const { root, directory } = await openCriuArchive(lazy.path);
    const codes = (to: string) =>
      convert(directory, { to })
        .diagnostics.filter(isError)
        .map(({ code }) => code);
    expect([codes('3.19'), codes('2.12')]).toEqual([[], ['cannot-express']]);
    root.close();
  });
});

test('the holes of a sparse deleted file become zeros before 3.3', () => {
  const full = fullDirectory();
  const source = (of: ImageDirectory) => of.open('ghost-file-1.img')!;
  const records = (of: ImageDirectory) => [...decodeFile(source(of), 'ghost-file-1.img', () => {}).records()];
  expect(records(full)).toHaveLength(2);
  const { directory, losses } = convert(full, { to: '3.2', allow: ['drop-files', 'drop-newer'] });
  const [record, ...rest] = records(directory);
  expect(rest).toEqual([]);
  const size = source(directory).size;
  // 16 bytes: a hole of 8, a chunk of 4 sevens, a hole of 4.
  expect([...source(directory).view(size - 16, 16)]).toEqual([
    0, 0, 0, 0, 0, 0, 0, 0, 7, 7, 7, 7, 0, 0, 0, 0,
  ]);
  expect(record?.kind === 'message' && record.fields['chunks']).toBeUndefined();
  expect(losses.filter(({ row }) => row === 'R7')).toHaveLength(1);
});

test('an image of 4.2 converted to 4.2 keeps every byte', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('sysvipc.tar.gz')!);
  const { bytes, changes } = convert(directory, {});
  expect(changes.map(({ row }) => row)).toEqual(['R22']);
  for (const [name, content] of Object.entries(bytes)) {
    const source = directory.open(name)!;
    expect(Buffer.compare(content, source.view(0, source.size)), name).toBe(0);
    source.close();
  }
  root.close();
});

test("a stranger's restore.sh does not take the place of ours", async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('sysvipc.tar.gz')!);
  const [script, kept] = [Buffer.from('echo'), Buffer.from('old')];
  const forged = editImage(directory, { 'restore.sh': script, 'pages-1.img.bak': kept });
  const { bytes, diagnostics } = convert(forged, {});
  expect(Object.keys(bytes)).not.toContain('restore.sh');
  // What cr-crit compress left there.
  expect(Object.keys(bytes)).not.toContain('pages-1.img.bak');
  expect(diagnostics.map(({ code }) => code)).toContain('name-reserved');
  root.close();
});

test('page counts go back to the field that 3.19 looks at, and nothing else of pages changes', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('sysvipc.tar.gz')!);
  const { changes, losses, leftOut, bytes } = convert(directory, { to: '3.19' });
  expect(changes[0]).toEqual({
    hop: '4.2',
    row: 'R16',
    what: 'page counts put into the old field',
    count: 1,
  });
  expect([...leftOut].sort()).toEqual([
    ...['creds_entry.cap_amb', 'inventory_entry.dump_criu_run_id', 'inventory_entry.plugins_entry'],
    ...['netns_entry.ipv4_sysctl', 'user_x86_xsave_entry.cet'],
  ]);
  expect(losses.map(({ what }) => what)).toEqual(['netns_entry.ipv4_sysctl (CRIU 4.1)']);
  const pages = directory.open('pages-1.img')!;
  expect(Buffer.compare(bytes['pages-1.img']!, pages.view(0, pages.size))).toBe(0);
  pages.close();
  root.close();
});

test.each(['pty.tar.gz', 'pipes.tar.gz'].filter((name) => criuArchives.has(name)))(
  '%s: before 3.6 a path has the number of its fifo or terminal',
  async (name) => {
    const { root, directory } = await openCriuArchive(criuArchives.get(name)!);
    const { bytes } = convert(directory, { to: '2.12' });
    const idsIn = (file: string): readonly number[] => {
      const source = bytes[file] && memorySource(bytes[file]);
      if (source === undefined) return [];
      return [...decodeFile(source, file, () => {}).records()].flatMap((record) =>
        record.kind === 'message' ? [record.fields['id'] as number] : [],
      );
    };
    const special = [...idsIn('tty.img'), ...idsIn('fifo.img')];
    expect(special.length).toBeGreaterThan(0);
    expect(idsIn('reg-files.img')).toEqual(expect.arrayContaining(special));
    root.close();
  },
);

const chain = criuArchives.get('prechain.tar.gz');

test.skipIf(chain === undefined)('a chain of incremental images becomes one', async () => {
  const { root, directory } = await openCriuArchive(chain!);
  const { directory: flat, parent, changes } = convert(directory, { flatten: true });
  expect(parent).toBeUndefined();
  expect(changes[0]?.hop).toBe('flatten');
  expect(flat.list().some(({ name }) => name === 'parent')).toBe(false);
  expect(checkCriuReferences(flat)).toEqual([]);
  expect(simulateCriuRestore(flat).failures).toEqual([]);
  expect(meaning(flat)).toEqual(meaning(directory));
  expect(memoryHash(flat)).toEqual(memoryHash(directory));
  // Without flattening it goes on to refer to the older one.
  expect(convert(directory, {}).parent).toMatch(/pre2/);
  root.close();
});

describe.skipIf(chain === undefined)('an image on top of an older one', () => {
  const codesOf = (directory: ImageDirectory, options: ConvertCriuOptions) =>
    convert(directory, options).diagnostics.filter(({ severity }) => severity === 'error');

  test('is refused for a release that cannot read the older one, which stays as it is', async () => {
    const { root, directory } = await openCriuArchive(chain!);
    const [found, ...more] = codesOf(directory, { to: '3.12' });
    expect([found?.code, more]).toEqual(['cannot-express', []]);
    expect(found?.message).toMatch(/pagemap_entry\.nr_pages, which came with CRIU 4\.2.*--flatten/);
    expect(found?.at?.file).toBe('parent/pagemap-1.img');
    expect(codesOf(directory, { to: '3.12', flatten: true })).toEqual([]);
    root.close();
  });

  test('is refused without the older one', async () => {
    const { root, directory } = await openCriuArchive(chain!);
    const alone: ImageDirectory = { ...directory, directory: () => undefined };
    for (const flatten of [false, true]) {
      const found = codesOf(alone, { flatten });
      expect(found.map(({ code }) => code)).toContain('not-self-contained');
      expect(found[0]?.message).toContain('../pre2');
    }
    root.close();
  });

  test('is no base of others, and none is laid on it as it is', async () => {
    const { root, directory } = await openCriuArchive(chain!);
    const other = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
    const onto = (base: ImageDirectory) => ({ base, link: '../base' });
    const codes = (input: ImageDirectory, options: ConvertCriuOptions) =>
      codesOf(input, options).map(({ code }) => code);
    expect(codes(directory, { delta: onto(directory) })).toEqual(['cannot-express']);
    // Neither is it called unrelated then: nobody has looked.
    expect(codes(directory, { delta: onto(other.directory) })).toEqual(['cannot-express']);
    expect(codes(directory, { delta: onto(directory), flatten: true })).toEqual([]);
    // Both have a process 1, and two of its 8146 pages are the same.
    expect(codes(directory, { delta: onto(other.directory), flatten: true })).toEqual(['unrelated-base']);
    expect(codes(other.directory, { to: '3.12', delta: onto(other.directory) })).toEqual(['cannot-express']);
    root.close();
    other.root.close();
  });
});

/** Every stored page with its address. */
function memoryHash(directory: ImageDirectory): readonly string[] {
  const checkpoint = checkpointFromCriu(directory, () => {});
  const source = criuByteSource(directory);
  const pages: string[] = [];
  for (const { areas } of checkpoint.memories.values()) {
    for (const { blocks } of areas) {
      for (const { start, end, content } of blocks) {
        for (let at = start; at < end; at += 4096n) {
          const bytes = source.view(content!.offset + Number(at - start), 4096);
          let sum = 0;
          for (const byte of bytes) sum = (Math.imul(sum, 31) + byte) | 0;
          pages.push(`${at.toString(16)} ${sum}`);
        }
      }
    }
  }
  source.close();
  return pages;
}

test('names of releases', () => {
  expect(['criu', 'criu-3.19', '4.2', '3.19.1', '1.4', '4.3', 'cpt-2.6.18'].map(parseCriuRelease)).toEqual([
    ...['4.2', '3.19', '4.2', '3.19', undefined, undefined, undefined],
  ]);
  expect(criuStepList.map(({ release }) => release)).toEqual(
    criuStepList.map(({ release }) => release).toSorted(compareReleases),
  );
});
