/** Screens of CRIU images at fixed sizes, searches over all files, comparisons, and the rehearsal. */
import { describe, expect, test } from 'vitest';
import { localEngine } from '../../inspect-tui/engine/local-engine.ts';
import { textOf } from '../../inspect-tui/panes/line.ts';
import { screenLines } from '../../inspect-tui/panes/screen.ts';
import { reduce, startState, type Worlds } from '../../inspect-tui/state/reduce.ts';
import { currentPlace, type State } from '../../inspect-tui/state/state.ts';
import type { World } from '../../inspect-tui/state/world.ts';
import { openedArchive, openedDirectory, press, walkedWorld } from '../../inspect-tui/testing/worlds.ts';
import { type CriuTruth, criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { memoryDirectory } from '../../parse/criu/index.ts';
import { sample } from '../../test-support/images.ts';
import { some } from '../../test-support/thorough.ts';
import { openedCpt } from '../cpt/opened.ts';
import type { Opened } from '../family.ts';
import { Rehearser } from '../rehearsal.ts';
import { textWidth } from '../text-width.ts';

const sysvipc = criuArchives.get('sysvipc.tar.gz')!;
const screens = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'u', 'e', '?', '/'];

/** A screen with what the engine says. */
async function shownBy(opened: Opened, state: State, worlds: Worlds, key: string): Promise<State> {
  const next = press(state, key, worlds);
  const engine = localEngine([opened]);
  const list = `0/${next.screen}`;
  if (next.screen === 'records') return next;
  if (next.screen === 'rehearse')
    return reduce(next, { type: 'rehearsed', key: list, rehearsal: await engine.rehearse(0) }, worlds);
  const tables = await engine.tables(0, next.screen, undefined, () => {});
  return reduce(next, { type: 'list-loaded', key: list, tables }, worlds);
}

const lines = (state: State, world: World): readonly string[] => screenLines(state, world).map(textOf);

describe.each(some([...criuArchives], 4))('%s', (_name, path) => {
  test('every screen fills every size exactly, with nothing that a terminal obeys', async () => {
    const opened = await openedArchive(path);
    const world = walkedWorld(opened);
    for (const [columns, height] of [
      [80, 24],
      [160, 48],
      [40, 10],
    ] as const) {
      for (const key of screens) {
        const state = await shownBy(opened, startState(columns, height, [world]), [world], key);
        const shown = lines(state, world);
        expect([key, shown.length, new Set(shown.map(textWidth))]).toEqual([key, height, new Set([columns])]);
        expect(shown.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }
    }
    opened.close();
  });

  test('rows of views lead to the file that they come from', async () => {
    const opened = await openedArchive(path);
    const world = walkedWorld(opened);
    const engine = localEngine([opened]);
    const expected = {
      ps: /^(?:core-\d+\.img|pstree\.img):\d+$/,
      fds: /^(?:files|reg-files|pipes|fifo|tty|unixsk|inetsk|packetsk|netlinksk|eventfd|eventpoll|inotify|fanotify|signalfd|timerfd|ns-files|ext-files|fdinfo-\d+)\.img:\d+$/,
      maps: /^(?:mm-\d+\.img:0\.vmas\[\d+\]|vmas-\d+\.img(?::\d+)?)$/,
      ipc: /^ipcns-(?:sem|msg|shm)-\d+\.img:\d+$/,
    };
    for (const [view, pattern] of Object.entries(expected)) {
      for (const { at } of (await engine.tables(0, view, undefined, () => {})).flatMap(({ rows }) => rows)) {
        if (at === undefined) continue;
        expect(world.records.path(world.records.target({ offset: at, kind: '' }))).toMatch(pattern);
      }
    }
    opened.close();
  });

  test('the rehearsal makes the processes of the truth, and its steps lead to their files', async () => {
    const { truth } = await openCriuArchive(path);
    const opened = await openedArchive(path);
    const world = walkedWorld(opened);
    const rehearsal = opened.rehearse();
    // This one waits for ever, as the real one does.
    expect(rehearsal.verdict).toBe(path.includes('v1.8-threads') ? 'hangs' : 'restores');
    if (rehearsal.verdict !== 'restores') return;
    const { processes } = new Rehearser(rehearsal).after(rehearsal.steps.length);
    for (const task of Object.values((truth?.tasks ?? {}) as Record<string, CriuTruth>))
      expect([task.pid, processes.get(task.pid)?.parent ?? 0]).toEqual([task.pid, task.ppid]);
    for (const { op, at, args } of rehearsal.steps) {
      if (op !== 'clone' || args['helper'] !== undefined) continue;
      expect(world.records.path(world.records.target({ offset: at!, kind: '' }))).toBe(
        `core-${args['pid']}.img`,
      );
    }
    opened.close();
  });
});

test('vmas of a view are those of the mm entry, in their order', async () => {
  const opened = await openedArchive(sysvipc);
  const world = walkedWorld(opened);
  const [table] = await localEngine([opened]).tables(0, 'maps', undefined, () => {});
  for (const { at, cells } of table!.rows.filter((row) => row.at !== undefined)) {
    // CRIU joins it with the area before.
    if (cells.at(-1) === '[vvar_vclock]') continue;
    const record = world.records.target({ offset: at!, kind: '' });
    expect(
      world.records.words(record).label.startsWith(`${cells[0]!.replace(/^0+/, '')} `.split('-')[0]!),
    ).toBe(true);
  }
});

describe('search', () => {
  const find = async (text: string, mode: 'names' | 'bytes' | 'hex', from = 0, direction: 1 | -1 = 1) => {
    const opened = await openedArchive(sysvipc);
    const hit = await localEngine([opened]).search({ side: 0, text, mode, from, direction }, () => {});
    return hit && opened.records().placeText(hit.offset);
  };

  test.each([
    ['pstree_entry', 'names', 'pstree.img@0x8'],
    // The file has the name of its task.
    ['sysvipc-child', 'names', 'core-2.img@0x0'],
    ['sysvipc-child', 'bytes', expect.stringMatching(/^core-2\.img@0x/)],
    // wlhost, the host name.
    ['776c686f7374', 'hex', expect.stringMatching(/^utsns-12\.img@0x/)],
    ['mm_start_brk', 'names', expect.stringMatching(/^mm-1\.img@0x/)],
    ['no such thing', 'names', undefined],
  ] as const)('%s in %s', async (text, mode, expected) => {
    expect(await find(text, mode)).toEqual(expected);
  });

  test('goes over all files in both directions', async () => {
    const first = await find('core_entry', 'names');
    expect(first).toBe('core-1.img@0x8');
    expect(await find('core_entry', 'names', 0, -1)).toBe('core-2.img@0x8');
  });

  test('what two files hold only together is no hit', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const opened = openedDirectory(
      memoryDirectory({ 'a.log': bytes('xxab'), 'b.log': bytes('cdxx'), 'c.log': bytes('_abcd') }),
    );
    const hit = await localEngine([opened]).search(
      { side: 0, text: 'abcd', mode: 'bytes', from: 0, direction: 1 },
      () => {},
    );
    expect(opened.records().placeText(hit!.offset)).toBe('c.log@0x1');
  });
});

describe('compare', () => {
  const compared = async (...images: readonly Opened[]) => {
    const tables = await localEngine(images).tables(0, 'compare', undefined, () => {});
    return tables.flatMap(({ title, rows, empty }) => [
      title ?? '',
      empty ?? '',
      ...rows.map(({ cells }) => cells.join(' ')),
    ]);
  };

  test('two CRIU images: rows lead to both', async () => {
    const images = [
      await openedArchive(sysvipc),
      await openedArchive(criuArchives.get('v1.8-sysvipc.tar.gz')!),
    ];
    const tables = await localEngine(images).tables(0, 'compare', undefined, () => {});
    const row = tables.flatMap(({ rows }) => rows).find(({ cells }) => cells.includes('ipc/shm 5'))!;
    const paths = images.map((opened, side) => {
      const world = walkedWorld(opened);
      return world.records.path(
        world.records.target({ offset: (side === 0 ? row.at : row.atOther)!, kind: '' }),
      );
    });
    expect(paths).toEqual(['ipcns-shm-11.img:2', expect.stringMatching(/^ipcns-shm-\d+\.img:\d$/)]);
  });

  test('of two families: by meaning', async () => {
    const texts = await compared(
      openedCpt(fileSource(sample('2.6.18-sysv-ipc'))),
      await openedArchive(sysvipc),
    );
    expect(texts).toContain('memory not compared: images of two families store different pages');
    expect(texts).toContain('System V IPC');
  });

  test('the other image is shown with its own records', async () => {
    const [cpt, criu] = [openedCpt(fileSource(sample('2.6.18-sysv-ipc'))), await openedArchive(sysvipc)];
    const worlds: Worlds = [walkedWorld(cpt), walkedWorld(criu)];
    const state = press(startState(80, 24, worlds), '1xgpstree.img{enter}', worlds);
    expect(worlds[1]!.path(currentPlace(state).spot)).toBe('pstree.img');
    expect(lines(press(state, 'x', worlds), worlds[0]).join('')).toContain('VEINFO');
  });
});

test('text of an image is shown escaped', async () => {
  const { directory } = await openCriuArchive(sysvipc);
  const files: Record<string, Uint8Array> = {};
  for (const { name, kind } of directory.list()) {
    const source = kind === 'file' ? directory.open(name) : undefined;
    if (source) files[name] = source.view(0, source.size).slice();
  }
  const uts = Buffer.from(files['utsns-12.img']!);
  uts.write('w\x1b[2J ', uts.indexOf('wlhost'), 'latin1');
  files['utsns-12.img'] = uts;
  const opened = openedDirectory(memoryDirectory(files));
  const world = walkedWorld(opened);
  const state = press(startState(100, 30, [world]), 'gutsns-12.img:0{enter}', [world]);
  const shown = lines(state, world).join('\n');
  expect(shown).toMatch(/w\\(?:x1b|u001b|\\u001b)\[2J/);
  expect(shown).not.toContain('\x1b');
});
