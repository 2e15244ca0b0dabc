/** Damaged CRIU images: cut, mutated and missing files, through every screen, without a throw. The seed is fixed. */
import { describe, expect, test } from 'vitest';
import { localEngine } from '../../inspect-tui/engine/local-engine.ts';
import { textOf } from '../../inspect-tui/panes/line.ts';
import { screenLines } from '../../inspect-tui/panes/screen.ts';
import { reduce, startState } from '../../inspect-tui/state/reduce.ts';
import type { State } from '../../inspect-tui/state/state.ts';
import { openedDirectory, walkedWorld } from '../../inspect-tui/testing/worlds.ts';
import {
  criuArchives,
  damagedArchive,
  hasCriuCollection,
  openCriuArchive,
} from '../../model/from-criu/testing/criu-images.ts';
import { editImage } from '../../model/from-criu/testing/edit-image.ts';
import {
  findImageDirectories,
  type ImageDirectory,
  memoryDirectory,
  openTree,
} from '../../parse/criu/index.ts';
import { random } from '../../test-support/random.ts';
import { some } from '../../test-support/thorough.ts';
import type { Opened } from '../family.ts';
import { textWidth } from '../text-width.ts';
import { viewNames } from '../views/index.ts';
import { openedCriu } from './opened.ts';
import { criuRecordTables } from './record-view.ts';
import type { CriuRecords } from './records.ts';

function filesOf(directory: ImageDirectory): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const { name, kind } of directory.list()) {
    const source = kind === 'file' ? directory.open(name) : undefined;
    if (source) files[name] = source.view(0, source.size).slice();
    source?.close();
  }
  return files;
}

const { directory: sound } = await openCriuArchive(criuArchives.get('sysvipc.tar.gz')!);
const files = filesOf(sound);
// One of each type; what is not read cannot be damaged.
const names = Object.keys(files).filter(
  (name) => !/^(?:pages|route|rule|if|ip6?t|nft)|-[2345]\.img$/.test(name),
);

const keys = [
  'end',
  'right',
  'down',
  'right',
  'down',
  'tab',
  'end',
  'enter',
  'tab',
  'pagedown',
  'end',
  'left',
  'up',
];

const more = [
  'shift-tab',
  'shift-tab',
  'home',
  'right',
  'down',
  'right',
  'down',
  'right',
  'down',
  'y',
  'o',
  'backspace',
];

/** Opens, walks, moves about, asks for every view. */
async function visit(opened: Opened): Promise<readonly string[]> {
  const world = walkedWorld(opened);
  let state: State = startState(80, 24, [world]);
  for (const key of [...keys, ...more]) {
    state = reduce(state, { type: 'key', key, text: '' }, [world]);
    expect(
      screenLines(state, world)
        .map(textOf)
        .every((line) => textWidth(line) === 80),
    ).toBe(true);
  }
  for (let record = 0; record < world.index.length; record += 5) {
    world.records.words(record);
    world.records.description(record);
    world.fields(record);
    world.path({ record, part: 0 });
  }
  const engine = localEngine([opened]);
  for (const view of viewNames) await engine.tables(0, view, undefined, () => {});
  await engine.rehearse(0);
  await engine.search({ side: 0, text: 'nothing has this', mode: 'names', from: 0, direction: 1 }, () => {});
  const [table] = await engine.tables(0, 'diagnostics', undefined, () => {});
  for (const { at } of table!.rows) if (at !== undefined) world.spotHolding(at);
  opened.close();
  return table!.rows.map(({ cells }) => cells.join(' '));
}

describe.each(some(names, 8))('%s', (name) => {
  const bytes = files[name]!;

  test('cut short: it opens, and the diagnostics say so', async () => {
    for (const length of [7, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const problems = await visit(
        openedDirectory(memoryDirectory({ ...files, [name]: bytes.subarray(0, length) })),
      );
      expect([length, problems.length > 0]).toEqual([length, true]);
    }
  });

  test('missing', async () => {
    const { [name]: _, ...rest } = files;
    await visit(openedDirectory(memoryDirectory(rest)));
  });

  test('another magic', async () => {
    const wrong = bytes.slice();
    wrong[0]! ^= 0xff;
    const problems = await visit(openedDirectory(memoryDirectory({ ...files, [name]: wrong })));
    expect(problems.some((text) => text.includes('criu-wrong-magic') && text.includes(name))).toBe(true);
  });

  test('other bytes', async () => {
    const next = random(1000 + name.length * 7 + bytes.length);
    for (let turn = 0; turn < 2; turn++) {
      const changed = bytes.slice();
      for (let change = 0; change < 1 + next(12); change++)
        changed[next(changed.length)] = [0, 1, 0x7f, 0x80, 0xff][next(5)] ?? 0;
      await visit(openedDirectory(memoryDirectory({ ...files, [name]: changed })));
    }
  });
});

test('missing files are said', async () => {
  for (const name of ['core-2.img', 'mm-2.img', 'fdinfo-2.img', 'files.img']) {
    const { [name]: _, ...rest } = files;
    const problems = await visit(openedDirectory(memoryDirectory(rest)));
    expect([name, problems.length > 0]).toEqual([name, true]);
  }
});

test('nothing at all, and nothing that is known', async () => {
  await visit(openedDirectory(memoryDirectory({ 'pstree.img': new Uint8Array(0) })));
  await visit(
    openedDirectory(memoryDirectory({ 'core-1.img': Uint8Array.of(1, 2, 3), 'x.log': Uint8Array.of(1) })),
  );
});

test('an entry of damaged bytes is shown field by field', () => {
  const opened = openedDirectory(
    memoryDirectory({ ...files, 'pstree.img': files['pstree.img']!.subarray(0, 20) }),
  );
  const records = opened.records() as CriuRecords;
  for (const chunk of opened.walk(() => {})) records.index.append(chunk);
  records.index.complete();
  for (let record = 0; record < records.index.length; record++) criuRecordTables(records, record);
});

test.skipIf(!hasCriuCollection)('every damaged directory of the collection', async () => {
  const root = await openTree(damagedArchive, () => {});
  const directories = findImageDirectories(root, () => {});
  expect(directories.length).toBeGreaterThanOrEqual(40);
  for (const directory of some(directories, 10)) await visit(openedDirectory(directory));
  root.close();
});

test('a dump without its process tree: the diagnostics say so', async () => {
  const { root, directory } = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
  const broken = editImage(directory, { 'pstree.img': null });
  const opened = openedCriu({ directory: broken, problems: [], isAlone: false, close: () => root.close() });
  expect(opened.problems().diagnostics.map(({ code }) => code)).toEqual(['missing-tree']);
  opened.close();
});
