/** What keys do, as tables: keys pressed, and where one is then. Offsets are those of facts/cpt and of the image. */
import { describe, expect, test } from 'vitest';
import { openedCpt } from '../../inspect/cpt/opened.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { sample } from '../../test-support/images.ts';
import { type Command, commandOf, helpLines, keyGroups, keyPresses } from '../keys.ts';
import { press as pressKeys, walkedWorld } from '../testing/worlds.ts';
import { reduce, startState, type Worlds } from './reduce.ts';
import { currentList, currentPlace, type State } from './state.ts';
import type { World } from './world.ts';

const openedWorld = (name: string): World => walkedWorld(openedCpt(fileSource(sample(name))));

const world = openedWorld('2.6.18-sysv-ipc');
const worlds: Worlds = [world];
const start = startState(80, 24, worlds);

const press = (state: State, keys: string, on: Worlds = worlds): State => pressKeys(state, keys, on);

/** Where one is, in words. */
const where = (state: State): string => world.path(currentPlace(state).spot);

describe('moving in the records', () => {
  const rows: readonly (readonly [keys: string, where: string])[] = [
    ['', 'image'],
    ['{down}', 'VEINFO'],
    ['jjk', 'VEINFO'],
    ['{end}', 'TRAILER'],
    ['{end}{home}', 'image'],
    // Opened, then into it.
    ['{down}{right}{down}{down}', 'VEINFO/veinfo'],
    ['{down}{enter}{down}{down}', 'VEINFO/veinfo'],
    // A leaf shows its fields when it is opened.
    ['{down}{right}{down}{down}{right}{down}{down}{down}{down}', 'VEINFO/veinfo.shmCtlMax'],
    // Left closes, then goes to what is around.
    ['{down}{right}{down}{down}{left}', 'VEINFO'],
    ['p1205{enter}', 'TASKS/task 1205'],
    ['gmm:2{enter}', 'MM/mm'],
    ['g0x16{enter}', 'image.hz'],
    ['g22{enter}', 'image.hz'],
    // The meaning pane goes through the fields.
    ['{tab}{down}{down}', 'image.osArch'],
    ['{tab}{end}', 'image.iptablesMask'],
    // Moving in the bytes selects the field: 16 bytes a line.
    ['{tab}{tab}{down}{right}{right}{right}{right}{right}{right}', 'image.hz'],
    ['{tab}{tab}{end}', 'TRAILER/trailer.signature[3]'],
  ];
  test.each(rows)('%s → %s', (keys, expected) => {
    const state = press(start, keys);
    // Byte strings are one field.
    expect([where(state), expected.replace('signature[3]', 'signature')]).toContain(where(state));
    expect(where(state)).toBe(expected.replace('signature[3]', 'signature'));
  });

  test('bytes and tree agree: the cursor is on the first byte of what is selected', () => {
    expect(currentPlace(press(start, 'g0x17{enter}')).cursor).toBe(0x17);
    const task = press(start, 'p1205{enter}');
    expect(currentPlace(task).cursor).toBe(world.range(currentPlace(task).spot).offset);
  });

  test('nothing leads out of the file', () => {
    for (const keys of [
      '{up}{up}',
      '{end}{down}{down}',
      '{tab}{tab}{left}{up}',
      '{tab}{tab}{end}{right}{down}{pagedown}',
    ]) {
      const { cursor } = currentPlace(press(start, keys));
      expect(cursor >= 0 && cursor < world.source.size).toBe(true);
    }
  });
});

describe('references', () => {
  const atMm = press(start, `p1205{enter}{tab}${'j'.repeat(16)}`);

  test('Enter jumps, Backspace returns', () => {
    expect(where(atMm)).toBe('TASKS/task 1205.mm');
    const target = world.field(currentPlace(atMm).spot)?.refersTo?.offset;
    const there = press(atMm, '{enter}');
    expect([where(there), currentPlace(there).cursor]).toEqual(['MM/mm', target]);
    expect(where(press(there, '{backspace}'))).toBe('TASKS/task 1205.mm');
    expect(press(start, '{backspace}').message).toBe('nothing to go back to');
  });

  test('what refers to nothing says so', () => {
    expect(press(start, '{tab}{down}{enter}').message).toBe('this refers to nothing');
  });
});

describe('prompts', () => {
  test('Escape, Backspace and text', () => {
    expect(press(start, 'g12{escape}').prompt).toBeUndefined();
    expect(press(start, 'g12{backspace}3').prompt?.text).toBe('13');
    expect(press(start, '/a{space}b').prompt?.text).toBe('a b');
    expect(press(start, '/{tab}{tab}').prompt?.mode).toBe('memory-hex');
  });

  const problems: readonly (readonly [keys: string, message: RegExp])[] = [
    ['g@0xffffffff{enter}', /beyond the end/],
    ['gnonsense{enter}', /names no record/],
    ['p77{enter}', /no task has the pid 77/],
    ['/{tab}{tab}xyz{enter}', /no hex string/],
    ['n', /nothing was searched/],
    ['x', /one image is open/],
    ['c', /one image is open/],
    ['%', /% does nothing/],
  ];
  test.each(problems)('%s', (keys, message) => {
    expect(press(start, keys).message).toMatch(message);
  });
});

describe('searching', () => {
  const asked = press(start, '/hz{enter}');

  test('is asked for, and the hit selected when it comes', () => {
    expect(asked.search).toMatchObject({
      text: 'hz',
      mode: 'names',
      direction: 1,
      turn: 1,
      isRunning: true,
      from: 0,
    });
    const found = reduce(asked, { type: 'search-done', turn: 1, hit: { offset: 22, length: 2 } }, worlds);
    expect([where(found), found.mark, found.search?.isRunning]).toEqual([
      'image.hz',
      { offset: 22, length: 2 },
      false,
    ]);
    expect(press(found, 'n').search).toMatchObject({ direction: 1, from: 22, turn: 2 });
    expect(press(found, 'N').search).toMatchObject({ direction: -1, from: 22, turn: 2 });
  });

  test('Escape stops it; what comes later is not heard', () => {
    const stopped = press(asked, '{escape}');
    expect([stopped.search?.isRunning, stopped.message]).toEqual([false, 'search stopped']);
    expect(reduce(stopped, { type: 'search-done', turn: 1, hit: { offset: 22, length: 2 } }, worlds)).toBe(
      stopped,
    );
  });

  test('nothing found is said', () => {
    expect(reduce(asked, { type: 'search-done', turn: 1 }, worlds).message).toBe('"hz" was not found');
  });
});

describe('lists', () => {
  const tables = [
    {
      columns: [{ title: 'A' }],
      rows: [
        { cells: ['one'], at: 0 },
        { cells: ['two'], at: 80 },
      ],
    },
    { columns: [{ title: 'B' }], rows: [{ cells: ['three'] }] },
  ];
  const list = reduce(press(start, '2'), { type: 'list-loaded', key: '0/ps', tables }, worlds);

  test('one key switches, moving stops at the ends', () => {
    expect(list.screen).toBe('ps');
    expect(currentList(press(list, '{up}')).selected).toBe(0);
    expect(currentList(press(list, 'jjjj')).selected).toBe(2);
  });

  test('Enter goes to the record of a row and Backspace returns', () => {
    const there = press(list, 'j{enter}');
    expect([there.screen, where(there)]).toEqual(['records', 'VEINFO']);
    expect(press(there, '{backspace}').screen).toBe('ps');
    expect(press(list, 'jj{enter}').message).toBe('this row comes from no single record');
  });

  test('filter and search', () => {
    expect(currentList(press(list, 'ftw{enter}')).filter).toBe('tw');
    expect(currentList(press(list, 'ftw{enter}{escape}')).filter).toBe('');
    expect(currentList(press(list, '/three{enter}')).selected).toBe(2);
    expect(currentList(press(list, '/o{enter}n')).selected).toBe(0);
  });

  test('copying', () => {
    expect(press(list, 'yjo').copied).toEqual(['one', '0x50']);
    expect(press(start, 'y').copied).toEqual(['image']);
    expect(press(start, 'g0x16{enter}yo').copied).toEqual(['1000', '0x16']);
    expect(press(start, 'g0{enter}{tab}{tab}y').copied).toEqual([
      Buffer.from(world.source.view(0, 80)).toString('hex'),
    ]);
  });
});

test('the kind filter lists records wherever they lie', () => {
  const filtered = press(start, 'ftask{enter}{home}');
  expect(currentPlace(filtered).rows.length).toBe(6);
  expect(where(filtered)).toBe('TASKS/task 1');
  expect(currentPlace(press(filtered, '{escape}')).kindFilter).toBe('');
});

describe('two images', () => {
  const both: Worlds = [world, openedWorld('2.6.18-tree')];
  const first = startState(80, 24, both);

  test('start with the comparison; x shows the other', () => {
    expect([first.screen, press(first, 'x', both).side]).toEqual(['compare', 1]);
  });

  test('a row of one image only goes to that image', () => {
    const tables = [
      {
        columns: [{ title: '' }],
        rows: [
          { cells: ['added'], atOther: 80 },
          { cells: ['both'], at: 80, atOther: 96 },
        ],
      },
    ];
    const list = reduce(first, { type: 'list-loaded', key: 'compare', tables }, both);
    expect(press(list, '{enter}', both)).toMatchObject({ side: 1, screen: 'records' });
    const [, second] = press(list, 'xj{enter}', both).places;
    expect(second.cursor).toBe(96);
    expect(press(list, 'j{enter}', both).places[0].cursor).toBe(80);
  });
});

describe('keys', () => {
  const rows = keyGroups.flatMap((group) => group.rows);

  test('no key has two meanings', () => {
    const keys = rows.flatMap((row) => row.keys);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('the help screen lists every key', () => {
    expect(helpLines(80).filter((line) => /^ {2}\S/.test(line))).toHaveLength(rows.length);
    expect(Math.max(...helpLines(80).map((line) => line.length))).toBeLessThan(80);
  });

  test.each(rows.map(({ command, keys }) => [command, keys[0] ?? ''] as const))(
    '%s does something',
    (command, key) => {
      const other: Command | undefined = commandOf(key);
      expect(other).toBe(command);
      const moved = press(press(start, 'p1205{enter}'), `{${key}}`);
      expect(moved === press(start, 'p1205{enter}')).toBe(false);
    },
  );

  test('several characters at once are several keys', () => {
    expect(keyPresses('12\r', {}).map(({ key }) => key)).toEqual(['1', '2', 'enter']);
    expect(keyPresses('\x7f\t', {}).map(({ key }) => key)).toEqual(['backspace', 'tab']);
    expect(keyPresses('q', { meta: true }).map(({ key }) => key)).toEqual(['escape', 'q']);
    expect(keyPresses('', { tab: true, shift: true })).toEqual([{ key: 'shift-tab', text: '' }]);
  });
});
