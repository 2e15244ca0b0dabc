/** Enter on rows with numbers, and the way back: on an image whose pipes and sockets are known from its dump. */
import { expect, test } from 'vitest';
import { openedCpt } from '../../inspect/cpt/opened.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { sample } from '../../test-support/images.ts';
import { localEngine } from '../engine/local-engine.ts';
import { textOf } from '../panes/line.ts';
import { screenLines } from '../panes/screen.ts';
import { press, settled, walkedWorld } from '../testing/worlds.ts';
import { contentOf } from './content.ts';
import { listRows } from './list-rows.ts';
import { openingState, type Worlds } from './reduce.ts';
import { currentList, type State } from './state.ts';

function inspecting(name: string) {
  const open = () => openedCpt(fileSource(sample(name)));
  const world = walkedWorld(open());
  const worlds: Worlds = [world];
  const engine = localEngine([open()]);
  const then = async (state: State, ...keys: readonly string[]): Promise<State> => {
    let current = state;
    for (const key of keys) current = await settled(press(current, key, worlds), engine, worlds);
    return current;
  };
  const start = (...keys: readonly string[]) => then(openingState(100, 30, worlds), ...keys);
  const text = (state: State) => screenLines(state, world).map(textOf).join('\n');
  return { start, then, text };
}

const row = (state: State): string => {
  const list = currentList(state);
  return (
    listRows(list)
      .rows[list.selected]?.cells.map((cell) => cell.trim())
      .join(' ') ?? ''
  );
};

const { start, then, text } = inspecting('2.6.32-files-sockets');

test('a pipe leads to its other ends by a menu, and back', async () => {
  const pipe = await start('5', '/pipe:[458]{enter}');
  expect(row(pipe)).toMatch(/^3 pipe r/);
  const menu = press(pipe, '{enter}', [] as never);
  expect(text(menu)).toMatch(/1 {2}other end 6 fd 4 *\n *2 {2}other end 7 fd 4 *\n *3 {2}its record/);
  const other = await then(menu, '2');
  expect([other.screen, row(other)]).toEqual([
    'fds',
    expect.stringMatching(/^4 pipe w .*read by 6 fd 3, 7 fd 3/),
  ]);
  expect(row(await then(other, '{backspace}'))).toBe(row(pipe));
  expect((await then(menu, '{escape}')).screen).toBe('fds');
  expect((await then(menu, '{up}', '{enter}')).screen).toBe('records');
});

test('a descriptor of a socket leads to the socket, that to its peer', async () => {
  const socket = await start('5', '/peer 6 fd 13{enter}', '{enter}', '1');
  expect([socket.screen, row(socket)]).toEqual(['sockets', expect.stringContaining('6 fd 12')]);
});

test('a process leads to its parent; the first Enter chooses it', async () => {
  const chosen = await start('2', '{end}', '{enter}');
  expect(chosen.process?.pid).toBe(7);
  const parent = await then(chosen, '{enter}', '1');
  expect([parent.screen, row(parent)]).toEqual(['ps', expect.stringMatching(/^6 /)]);
});

test('a System V segment leads to the memory of a process that has it', async () => {
  const ipc = inspecting('2.6.18-sysv-ipc');
  const list = await ipc.start('4', '{end}');
  const memory = await ipc.then(list, '{enter}', '1');
  // The removed segment of 4 KiB: the second area that /proc showed as shared.
  const { pid, page, address } = contentOf(memory);
  expect([memory.screen, pid, address]).toEqual(['content', 1204, 0x2b75ede81000n]);
  expect(page?.area).toMatchObject({ perms: 'rw-s', start: address, end: 0x2b75ede82000n });
});
