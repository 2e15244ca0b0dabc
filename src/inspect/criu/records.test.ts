/** The records of every CRIU image at hand: places against the decoder, references and labels against the truth. */
import { afterAll, describe, expect, test } from 'vitest';
import { startState } from '../../inspect-tui/state/reduce.ts';
import { currentPlace, type State } from '../../inspect-tui/state/state.ts';
import type { World } from '../../inspect-tui/state/world.ts';
import { openedArchive, openedDirectory, press, walkedWorld } from '../../inspect-tui/testing/worlds.ts';
import { locate } from '../../model/from-criu/image-source.ts';
import { type CriuTruth, criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { type Fields, type FieldValue, messageLayout } from '../../parse/criu/index.ts';
import { some } from '../../test-support/thorough.ts';
import { groupedLayout } from './layout.ts';
import { entriesOfFile } from './record-rows.ts';

const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers) close();
});

async function load(path: string) {
  const { root, directory, truth } = await openCriuArchive(path);
  const opened = openedDirectory(directory);
  closers.push(() => opened.close(), root.close);
  return { directory, truth: truth as CriuTruth | undefined, world: walkedWorld(opened) };
}

/** Every single value that a decoder gives, by its path. */
function* scalars(
  layout: ReturnType<typeof messageLayout>,
  fields: Fields,
  prefix = '',
): Generator<[string, FieldValue]> {
  for (const { name, message, repeated } of layout.fields) {
    const value = fields[name] as FieldValue | undefined;
    if (value === undefined || repeated) continue;
    if (message === undefined) yield [prefix + name, value];
    else yield* scalars(message, value as Fields, `${prefix}${name}.`);
  }
}

const comparable = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);

describe.each(some([...criuArchives], 4))('%s', (_name, path) => {
  test('every entry is a record at its place, and its fields are what the decoder says', async () => {
    const { directory, world } = await load(path);
    const layout = groupedLayout(directory);
    for (const file of layout.files) {
      for (const { record, index, header } of entriesOfFile(file, () => {})) {
        // Bytes that are the whole file are the record of the file.
        if (record.kind === 'opaque' && record.offset === 0) continue;
        const number = world.index.recordAt(file.base + record.offset);
        expect(world.records.path(number)).toBe(`${file.path}:${index}`);
        expect(header.name).toBe(file.name);
        if (record.kind === 'opaque') continue;
        expect(world.index.kind(number)).toBe(record.message);
        const shown = new Map(world.fields(number).map((field) => [field.path, field]));
        for (const [name, value] of scalars(messageLayout(record.message), record.fields)) {
          expect([name, comparable(shown.get(name)?.value)]).toEqual([name, comparable(value)]);
        }
      }
    }
  });

  test('fields lie in their records, records in their files, in order', async () => {
    const { directory, world } = await load(path);
    const layout = groupedLayout(directory);
    let last = 0;
    for (let record = 0; record < world.index.length; record++) {
      const offset = world.index.offset(record);
      expect(offset).toBeGreaterThanOrEqual(last);
      last = offset;
      const { name, offset: base, length } = world.records.stretch(record);
      const range = world.records.range(record);
      expect(range.offset + range.length).toBeLessThanOrEqual(base + length);
      for (const field of world.fields(record)) {
        expect(field.offset).toBeGreaterThanOrEqual(range.offset);
        expect(field.offset + field.length).toBeLessThanOrEqual(range.offset + range.length);
        if (field.length > 0) expect(locate(layout, field.offset)?.file).toBe(name);
      }
    }
  });

  test('a byte belongs to the record and the field around it', async () => {
    const { world } = await load(path);
    for (let record = 0; record < world.index.length; record += 13) {
      for (const [part, { offset, length }] of world.fields(record).entries()) {
        const found = world.spotHolding(offset + length - 1)!;
        // Lists of numbers may go on behind a message of another list.
        if (found.record === record) expect(found.part).toBe(part);
      }
    }
  });

  test('every reference leads to what it names', async () => {
    const { world } = await load(path);
    let count = 0;
    for (let record = 0; record < world.index.length; record++) {
      for (const { path: name, text, refersTo } of world.fields(record)) {
        expect([name, / is not in the image|no .* in the image/.test(text)]).toEqual([name, false]);
        if (refersTo === undefined) continue;
        count++;
        const target = world.records.target(refersTo);
        expect(target).toBeGreaterThanOrEqual(0);
        if (refersTo.kind.endsWith('.img')) expect(world.records.path(target)).toBe(refersTo.kind);
      }
    }
    expect(count).toBeGreaterThan(10);
  });

  test('tasks have their pids and names', async () => {
    const { truth, world } = await load(path);
    for (const task of Object.values((truth?.tasks ?? {}) as Record<string, CriuTruth>)) {
      const record = world.records.task(task.pid)!;
      expect(world.records.path(record)).toBe(`core-${task.pid}.img:0`);
      expect(world.records.words(record).label).toContain(task.comm);
    }
  });
});

describe('keys', () => {
  const sysvipc = criuArchives.get('sysvipc.tar.gz')!;
  const where = (state: State, world: World): string => world.path(currentPlace(state).spot);

  const rows: readonly (readonly [keys: string, where: string])[] = [
    ['', 'checkpoint'],
    ['{down}', 'inventory.img'],
    ['{end}', 'memory'],
    ['gpstree.img{enter}', 'pstree.img'],
    ['gpstree{enter}', 'pstree.img'],
    ['gpstree.img:1{enter}', 'pstree.img:1'],
    // The layout of the file: two magic numbers, then 4 bytes size, 08 01 pid, 10 00 ppid; 14 bytes for the first.
    ['gpstree.img@0x1a{enter}', 'pstree.img:1.pid'],
    ['gpstree.img{enter}g0x1c{enter}', 'pstree.img:1.ppid'],
    ['gpstree.img@2{enter}', 'pstree.img.magic[0]'],
    ['ppstree{enter}', 'checkpoint'],
    ['p2{enter}', 'core-2.img:0'],
    ['gtask:2{enter}', 'core-2.img:0'],
    ['gvma_entry:0{enter}', 'mm-1.img:0.vmas[0]'],
    ['gpstree.img:1{enter}{tab}{down}{down}{enter}', 'core-2.img'],
    ['gpstree.img:1{enter}{tab}{down}{down}{enter}{backspace}', 'pstree.img:1.pid'],
    // Standard input is the open file with the id 3, the third that was dumped; the pages are those with the id 3.
    ['gfdinfo-2.img:0{enter}{tab}{down}{down}{enter}', 'files.img:2'],
    ['gpagemap-2.img:0{enter}{tab}{down}{down}{enter}', 'pages-3.img'],
    // Bytes of a file end with the file.
    ['gpstree.img@0{enter}{tab}{tab}{end}', 'pstree.img:1.threads[0]'],
    ['gpstree.img@0{enter}{tab}{tab}{end}{right}{down}', 'pstree.img:1.threads[0]'],
    ['gpstree.img:1{enter}{tab}{tab}{home}{left}{up}', 'pstree.img.magic[0]'],
  ];
  test.each(rows)('%s → %s', async (keys, expected) => {
    const world = walkedWorld(await openedArchive(sysvipc));
    const worlds = [world] as const;
    const state = press(startState(80, 24, worlds), keys, worlds);
    expect(where(state, world)).toBe(expected);
  });

  test('a filter lists kinds and files', async () => {
    const world = walkedWorld(await openedArchive(sysvipc));
    const shown = (filter: string) => {
      const state = press(startState(80, 24, [world]), `f${filter}{enter}`, [world]);
      const { rows } = currentPlace(state);
      return [...rows.records.subarray(0, rows.length)].map((record) => world.records.path(record));
    };
    expect(shown('core-')).toEqual(['core-1.img', 'core-2.img']);
    expect(shown('ipc_sem')).toEqual(['ipcns-sem-11.img:0', 'ipcns-sem-11.img:1', 'ipcns-sem-11.img:2']);
  });

  test('a file that was named is where one starts', async () => {
    const { directory } = await openCriuArchive(sysvipc);
    const world = walkedWorld(openedDirectory(directory, 'files.img'));
    expect(where(startState(80, 24, [world]), world)).toBe('files.img');
  });
});

test('System V objects are shown as the truth says', async () => {
  const world = walkedWorld(await openedArchive(criuArchives.get('sysvipc.tar.gz')!));
  const label = (reference: string) => {
    const found = world.records.find(reference, 0);
    return 'record' in found ? world.records.words(found.record).label : found.problem;
  };
  expect(label('ipcns-sem-11.img:0')).toBe('id 3, key 0x5e401, mode 0640');
  expect(label('ipcns-shm-11.img:2')).toBe('id 5, key 0x54a03, mode 0600');
  expect(label('ipcns-msg-11.img:0')).toBe('id 3, key 0x3e501, mode 0660');
  // Six messages, the fifth of 3000 bytes; see the view of the same image.
  expect(label('ipc_msg:4')).toBe('type 5, 3000 bytes');
});
