/** Every real image between CRIU releases: what it means must stay, what is lost must be said. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { checkpointFromCriu, criuByteSource } from '../../model/from-criu/checkpoint-from-criu.ts';
import { criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
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
import { type ConvertCriuOptions, convertCriu, criuStepList, parseCriuRelease } from './convert.ts';

const isChain = (name: string) => name.startsWith('prechain');
const images = [...criuArchives].filter(([name]) => !isChain(name));

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
    ...{ itimers, sigblocked },
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

  test.each(['3.19', '3.12', '3.3', '2.12', '1.8', '1.5'])('to %s and back', async (to) => {
    const { root, directory } = await openCriuArchive(path);
    const down = convert(directory, { to });
    const errors = down.diagnostics.filter(({ severity }) => severity === 'error');
    if (name.startsWith('i386') && compareReleases(to, '3.0') < 0) {
      expect(errors.map(({ code }) => code)).toEqual(['cannot-express']);
      root.close();
      return;
    }
    expect(errors).toEqual([]);
    expect(checkCriuReferences(down.directory)).toEqual([]);
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
    const saysMemfd = down.losses.some(({ what }) => what === 'descriptors of memfd files');
    if (!saysMemfd) expect(is.tasks).toEqual(was.tasks);
    root.close();
  });
});

test('an image of 4.2 converted to 4.2 keeps every byte', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('sysvipc.tar.gz')!);
  const { bytes, changes } = convert(directory, {});
  expect(changes).toEqual([]);
  for (const [name, content] of Object.entries(bytes)) {
    const source = directory.open(name)!;
    expect(Buffer.compare(content, source.view(0, source.size)), name).toBe(0);
    source.close();
  }
  root.close();
});

test('page counts go back to the field that 3.19 looks at, and nothing else of pages changes', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('sysvipc.tar.gz')!);
  const { changes, losses, bytes } = convert(directory, { to: '3.19' });
  expect(changes).toEqual([{ step: '4.2', what: 'page counts put into the old field', count: 1 }]);
  expect(losses.map(({ what }) => what)).toEqual(['netns_entry.ipv4_sysctl']);
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
  expect(changes[0]?.step).toBe('flatten');
  expect(flat.list().some(({ name }) => name === 'parent')).toBe(false);
  expect(checkCriuReferences(flat)).toEqual([]);
  expect(simulateCriuRestore(flat).failures).toEqual([]);
  expect(meaning(flat)).toEqual(meaning(directory));
  expect(memoryHash(flat)).toEqual(memoryHash(directory));
  // Without flattening it goes on to refer to the older one.
  expect(convert(directory, {}).parent).toMatch(/pre2/);
  root.close();
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
