/** Cores of real images, as gdb and a reader of ELF see them. */
import { spawnSync } from 'node:child_process';
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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertImage } from '../../convert-image.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { openImage } from '../../open-image.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { cptToCore } from '../bridges/cpt-to-core/runner.ts';
import { criuToCore } from '../bridges/criu-to-core/runner.ts';
import { type CoreFile, piecesOf, writeCore } from './core-file.ts';
import { coresOf } from './cores-of.ts';
import { coreDifference } from './verify.ts';

/** The cores of an image, by pid. */
async function coresIn(
  path: string,
  changed: (core: CoreFile) => CoreFile = (core) => core,
): Promise<ReadonlyMap<number, { checkpoint: Checkpoint; core: CoreFile; bytes: Uint8Array }>> {
  const image = await openImage(path);
  try {
    const checkpoint = image.checkpoint(() => {});
    const { facts } = image.family === 'cpt' ? cptToCore : criuToCore;
    const made = new Map<number, { checkpoint: Checkpoint; core: CoreFile; bytes: Uint8Array }>();
    const { content, source } = image;
    for (const { core: found } of coresOf({ content, source, checkpoint }, facts, [], () => {}).cores) {
      const core = changed(found);
      const sink = new MemorySink();
      writeCore(checkpoint, source, core, sink);
      made.set(core.pid, { checkpoint, core, bytes: sink.result() });
    }
    return made;
  } finally {
    image.close();
  }
}

/** Segments and notes of a core, read anew. */
function parts(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const is64 = bytes[4] === 2;
  const word = (at: number) => (is64 ? view.getBigUint64(at, true) : BigInt(view.getUint32(at, true)));
  const count = view.getUint16(is64 ? 56 : 44, true);
  const headers = Array.from({ length: count }, (_, index) => {
    const at = is64 ? 64 + index * 56 : 52 + index * 32;
    const type = view.getUint32(at, true);
    const [offset, start, stored, size] = is64
      ? [word(at + 8), word(at + 16), word(at + 32), word(at + 40)]
      : [word(at + 4), word(at + 8), word(at + 16), word(at + 20)];
    return { type, offset: Number(offset), start, stored: Number(stored), size };
  });
  const notes: { type: number; content: DataView }[] = [];
  const table = headers.find(({ type }) => type === 4)!;
  for (let at = table.offset; at < table.offset + table.stored; ) {
    const [name, length, type] = [0, 4, 8].map((skip) => view.getUint32(at + skip, true)) as [
      number,
      number,
      number,
    ];
    const start = at + 12 + Math.ceil(name / 4) * 4;
    notes.push({ type, content: new DataView(bytes.buffer, bytes.byteOffset + start, length) });
    at = start + Math.ceil(length / 4) * 4;
  }
  return { is64, type: view.getUint16(16, true), segments: headers.filter(({ type }) => type === 1), notes };
}

const prstatus = 1;

test('32-bit threads of OpenVZ: each where the kernel said that it stood', async () => {
  const truth = JSON.parse(
    readFileSync(sample('2.6.18-threads-32bit').replace('.cpt', '.truth.json'), 'utf8'),
  );
  const cores = await coresIn(sample('2.6.18-threads-32bit'));
  expect(cores.size).toBeGreaterThan(1);
  for (const { core, bytes } of cores.values()) {
    const { is64, type, notes, segments } = parts(bytes);
    expect([is64, type]).toEqual([false, 4]);
    const status = notes.filter((note) => note.type === prstatus);
    expect(status.map(({ content }) => content.getUint32(24, true))).toEqual(
      core.facts.threads.map(({ task }) => task.pid),
    );
    // elf_prstatus of i386 has its registers at 72, eip is the 13th.
    const eips = status.map(({ content }) => content.getUint32(72 + 12 * 4, true));
    const own = truth.processes.find(({ pid }: { pid: number }) => pid === core.pid);
    const known = new Map(
      own.threads.map((thread: { tid: number; kstkeip: number }) => [thread.tid, thread.kstkeip]),
    );
    expect(eips).toEqual(core.facts.threads.map(({ task }) => known.get(task.pid)));
    expect(segments.some(({ stored }) => stored > 0)).toBe(true);
  }
});

test('memory lies in the core by address, and what only a file holds is not there', async () => {
  for (const { core, bytes } of (await coresIn(sample('2.6.18-counter'))).values()) {
    const { segments } = parts(bytes);
    const stack = segments.find(({ start, size }) => {
      const at = core.memory.startStack;
      return at >= start && at < start + size;
    })!;
    const text = Buffer.from(bytes.subarray(stack.offset, stack.offset + stack.stored)).toString('latin1');
    expect(text).toContain('HOME=/');
    expect(segments.some(({ stored }) => stored === 0)).toBe(true);
    expect(segments.every(({ stored, size }) => stored === 0 || BigInt(stored) === size)).toBe(true);
  }
});

test('address space that was reserved and never written to takes no room', async () => {
  const reserved = { start: 0x10_0000_0000n, end: 0x110_0000_0000n };
  const cores = await coresIn(sample('2.6.18-counter'), (core) => {
    const areas = [...core.memory.areas];
    const heap = areas.find(({ mapped }) => mapped === undefined)!;
    const stack = areas.pop()!;
    const memory = { ...core.memory, areas: [...areas, { ...heap, ...reserved, blocks: [] }, stack] };
    return { ...core, memory };
  });
  for (const { bytes } of cores.values()) {
    const { segments } = parts(bytes);
    const segment = segments.find(({ start }) => start === reserved.start);
    expect([segment?.stored, segment?.size]).toEqual([0, reserved.end - reserved.start]);
    expect(bytes.length).toBeLessThan(1 << 20);
    expect(segments.at(-1)?.stored).toBeGreaterThan(0);
  }
});

test('more areas than a header can count are counted behind it, and read back from there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cr-core-'));
  try {
    const count = 66_000;
    const first = 0x10_0000_0000n;
    const path = sample('2.6.18-counter');
    const cores = await coresIn(path, (core) => {
      const areas = [...core.memory.areas];
      const heap = areas.find(({ mapped }) => mapped === undefined)!;
      const stack = areas.pop()!;
      // Not written to: each is a segment of its own without content.
      const many = Array.from({ length: count }, (_, index) => {
        const start = first + BigInt(index) * 0x3000_0000n;
        return { ...heap, start, end: start + 0x2000_0000n, blocks: [] };
      });
      return { ...core, memory: { ...core.memory, areas: [...areas, ...many, stack] } };
    });
    const [{ checkpoint, core, bytes }] = [...cores.values()] as [
      { checkpoint: Checkpoint; core: CoreFile; bytes: Uint8Array },
    ];
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // elf(5), PN_XNUM: 0xffff, and sh_info of the first section header has the number.
    expect(view.getUint16(56, true)).toBe(0xffff);
    const segments = view.getUint32(Number(view.getBigUint64(40, true)) + 44, true);
    expect(segments).toBeGreaterThan(count);
    const file = join(folder, 'core');
    writeFileSync(file, bytes);
    const [source, written] = [fileSource(path), fileSource(file)];
    try {
      expect(coreDifference(written, { checkpoint, source, core, filled: undefined })).toBeUndefined();
    } finally {
      source.close();
      written.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('of memory that the image lost there is no segment: one without content would be zeros to gdb', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cr-core-'));
  try {
    const images = join(folder, 'images');
    await convertImage(join(projectRoot, 'samples', 'criu', 'counter.tar.gz'), images);
    truncateSync(join(images, 'pages-2.img'), 4096);
    const lost = [...(await coresIn(images)).values()].flatMap(({ checkpoint, core, bytes }) => {
      const { segments } = parts(bytes);
      return [...piecesOf(checkpoint, core.memory, () => undefined)]
        .filter(({ piece }) => piece.kind === 'missing' && piece.why === 'cut')
        .map(({ piece }) =>
          segments.some(({ start, size }) => start < piece.end && piece.start < start + size),
        );
    });
    expect(lost.length).toBeGreaterThan(0);
    expect(lost).not.toContain(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const cases = join(projectRoot, '..', 'shared', 'cases', 'memory');
const runs = (program: string) => spawnSync(program, ['--version']).status === 0;
const hasTools = runs('gdb') && runs('zstd');
const names = existsSync(cases)
  ? readdirSync(cases).filter((name) => existsSync(join(cases, name, 'registers.json')))
  : [];

interface KnownThread {
  readonly registers: Readonly<Record<string, string>>;
  readonly imageDiffers: Readonly<Record<string, { readonly image: string }>>;
  readonly backtrace: readonly { readonly function: string | null }[];
}

/** Programs with symbols lie beside some of the images. */
const programs = names.filter((name) => existsSync(join(cases, name, `${name}.exe.zst`)));

describe.skipIf(!hasTools || programs.length === 0)('gdb', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cr-core-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(programs.filter((name) => ['threads-static', 'sig'].includes(name)))(
    '%s: registers, backtraces of every thread, planted words',
    async (name) => {
      const own = join(cases, name);
      const program = join(folder, `${name}.exe`);
      const packed = join(own, `${name}.exe.zst`);
      writeFileSync(program, spawnSync('zstd', ['-dqc', packed], { maxBuffer: 1 << 26 }).stdout);
      const known = JSON.parse(readFileSync(join(own, 'registers.json'), 'utf8'));
      const markers = JSON.parse(readFileSync(join(own, 'markers.json'), 'utf8'));
      for (const [pid, { bytes }] of await coresIn(join(own, 'image.tar.zst'))) {
        const core = join(folder, `core.${pid}`);
        writeFileSync(core, bytes);
        const here = markers.filter(
          (marker: { pid: number; encoding: string; crossesArea: boolean }) =>
            marker.pid === pid && marker.encoding === 'ascii',
        );
        const commands = [
          ...[`file ${program}`, `core ${core}`, 'thread apply all printf "IP %#lx\\n", (unsigned long)$rip'],
          ...['thread apply all bt', ...here.map(({ address }: { address: string }) => `x/s ${address}`)],
        ];
        const said = spawnSync('gdb', ['-batch', '-nx', ...commands.flatMap((line) => ['-ex', line])], {
          encoding: 'utf8',
        }).stdout;
        for (const thread of Object.values(known[pid]) as KnownThread[]) {
          expect(said).toContain(`IP ${thread.imageDiffers['ip']?.image ?? thread.registers['rip']}`);
          for (const { function: called } of thread.backtrace)
            if (called !== null && called !== '__restore_rt') expect(said).toContain(`${called} (`);
        }
        for (const { marker } of here) expect(said).toContain(marker);
      }
    },
    30_000,
  );
});
