/** Title and status line: what is open, which screens there are, and where one is. */

import { cut, textWidth } from '../../inspect/text-width.ts';
import { hex } from '../../inspect/words.ts';
import { visible } from '../../visible.ts';
import { keyFor } from '../keys.ts';
import { listRows } from '../state/list-rows.ts';
import { currentList, currentPlace, type PromptState, type ScreenId, type State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { fitLine, type Line, type Piece, piece } from './line.ts';

/** In the order of their keys, with a name for narrow terminals. */
const tabs: readonly (readonly [screen: ScreenId, name: string, short: string])[] = [
  ['records', 'records', 'rec'],
  ['ps', 'processes', 'ps'],
  ['maps', 'memory', 'mem'],
  ['ipc', 'ipc', 'ipc'],
  ['fds', 'files', 'fds'],
  ['diagnostics', 'diagnostics', 'diag'],
  ['sockets', 'sockets', 'sock'],
  ['signals', 'signals', 'sig'],
  ['times', 'times', 'time'],
  ['namespaces', 'namespaces', 'ns'],
  ['summary', 'summary', 'sum'],
  ['rehearse', 'rehearse', 'reh'],
  ['compare', 'compare', 'cmp'],
];

const nameColumnsMin = 8;

/** The screens with their keys, the current one in brackets, and the name of the file. */
export function titleLine(state: State, fileName: string): Line {
  const shown = tabs.filter(([screen]) => screen !== 'compare' || state.images === 2);
  const long = shown.map(([screen, name]) =>
    tabPiece(state, screen, `${keyFor(`screen:${screen}`)} ${name}`),
  );
  const short = shown.map(([screen, , name]) =>
    tabPiece(state, screen, `${keyFor(`screen:${screen}`)}${name}`),
  );
  const side = state.images === 2 ? `${state.side === 0 ? 'A' : 'B'} ` : '';
  const name = `${side}${visible(fileName)}`;
  const needed = Math.min(textWidth(name), nameColumnsMin);
  const pieces = widthOf(long) + needed + 2 <= state.columns ? long : short;
  const room = Math.max(needed, state.columns - widthOf(pieces) - 2);
  const right = ` ${cut(name, room)} `;
  return [...fitLine(pieces, Math.max(0, state.columns - textWidth(right))), piece(right, 'title')];
}

const tabPiece = (state: State, screen: ScreenId, text: string): Piece =>
  state.screen === screen ? piece(`[${text}]`, 'accent') : piece(` ${text}`, 'dim');

const widthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { text }) => sum + textWidth(text), 0);

/** Always says where one is; a prompt or a message takes its place for a while. */
export function statusLine(state: State, world: World): Line {
  const width = state.columns;
  if (state.prompt) return fitLine(promptPieces(state.prompt, world), width);
  const keys = state.helpTop === undefined ? `${keyFor('help')} keys` : 'Esc closes';
  const busy = busyText(state, world);
  const right = ` ${[busy, keys].filter((part) => part !== '').join('  ')} `;
  const left = state.message === undefined ? whereText(state, world) : state.message;
  const style = state.message === undefined ? 'plain' : 'accent';
  return [
    ...fitLine([piece(` ${visible(left)}`, style)], Math.max(0, width - textWidth(right))),
    piece(right, 'dim'),
  ];
}

const modeNames = { names: 'names and values', text: 'text in the bytes', hex: 'hex bytes' } as const;

function promptPieces({ kind, text, mode }: PromptState, { records }: World): readonly Piece[] {
  const questions = {
    search: `search ${modeNames[mode]} (Tab)`,
    offset: `go to ${records.referenceHint}`,
    pid: 'go to pid',
    filter: 'show only',
  } as const;
  return [piece(` ${questions[kind]}: `, 'accent'), piece(visible(text)), piece(' ', 'selected')];
}

function busyText(state: State, world: World): string {
  const { search } = state;
  if (search?.isRunning) return `searching ${Math.floor(search.progress * 100)} % (Esc stops)`;
  if (world.index.isComplete) return '';
  return `indexing ${Math.floor(world.records.progress() * 100)} %`;
}

function whereText(state: State, world: World): string {
  if (state.screen !== 'records') {
    const list = currentList(state);
    const { rows } = listRows(list);
    const filter = list.filter === '' ? '' : `  only "${list.filter}"`;
    const at = rows[list.selected]?.at;
    const place = at === undefined ? '' : `  ${world.records.placeText(at)}`;
    return rows.length === 0
      ? `no rows${filter}`
      : `row ${list.selected + 1} of ${rows.length}${place}${filter}`;
  }
  if (world.index.length === 0) return 'reading the image …';
  const { spot, cursor, kindFilter } = currentPlace(state);
  const filter = kindFilter === '' ? '' : `  only "${kindFilter}"`;
  const { offset, length } = world.stretch(spot.record);
  const at = cursor - offset;
  const percent = Math.floor((100 * at) / Math.max(1, length - 1));
  return `${hex(at)} of ${hex(length)} (${percent} %)  ${world.path(spot)}${filter}`;
}
