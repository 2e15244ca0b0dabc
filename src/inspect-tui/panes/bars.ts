/** Title and status line: what is open, which screens there are, and where one is. */

import { cut, textWidth } from '../../inspect/text-width.ts';
import { hex } from '../../inspect/words.ts';
import { visible } from '../../visible.ts';
import { keyFor } from '../keys.ts';
import { screenRow } from '../screens.ts';
import { completionsOf } from '../state/commands.ts';
import { contentOf, selection } from '../state/content.ts';
import { listRows } from '../state/list-rows.ts';
import { placeWords } from '../state/prompt.ts';
import { currentList, currentPlace, type PromptState, type SearchMode, type State } from '../state/state.ts';
import { tabRoom, tabsFor, titleText } from '../state/tabs.ts';
import type { World } from '../state/world.ts';
import { fitLine, type Line, type Piece, piece } from './line.ts';

/** The screens with their keys, the current one in brackets, the chosen process and the name of the file. */
export function titleLine(state: State, fileName: string): Line {
  const { tabs, isMoreLeft, isMoreRight, width } = tabsFor(state, tabRoom(state, fileName));
  const pieces = [
    piece(isMoreLeft ? '‹' : ' ', 'dim'),
    ...tabs.map(({ screen, text }) => piece(text, screen === state.screen ? 'accent' : 'dim')),
    piece(isMoreRight ? '›' : ' ', 'dim'),
  ];
  const right = ` ${cut(titleText(state, fileName), Math.max(0, state.columns - width - 2))} `;
  return [...fitLine(pieces, Math.max(0, state.columns - textWidth(right))), piece(right, 'title')];
}

/** Always says where one is; a prompt or a message takes its place for a while. */
export function statusLine(state: State, world: World): Line {
  const width = state.columns;
  if (state.prompt) return fitLine(promptPieces(state, state.prompt, world), width);
  if (state.menu) return fitLine([piece(' a digit or Enter goes there, Esc stays', 'accent')], width);
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

const modeNames: Readonly<Record<SearchMode, string>> = {
  names: 'names and values',
  memory: 'text in memory',
  'memory-hex': 'hex bytes in memory',
  bytes: 'text in the file',
  hex: 'hex bytes in the file',
};

function promptPieces(state: State, { kind, text, mode }: PromptState, world: World): readonly Piece[] {
  if (kind === 'command') {
    const hints = completionsOf(state, text).join('  ');
    return [piece(` :${visible(text)}`), piece(' ', 'selected'), piece(`  ${hints}`, 'dim')];
  }
  const questions = {
    search: `search ${mode === 'names' && state.screen !== 'records' ? 'these rows' : modeNames[mode]} (Tab)`,
    place: placeQuestion(state, world, text),
    save: 'write to file',
    pid: 'go to pid',
    filter: 'show only',
  } as const;
  return [piece(` ${questions[kind]}: `, 'accent'), piece(visible(text)), piece(' ', 'selected')];
}

/** Says which of the two a number is taken for. */
function placeQuestion(state: State, world: World, text: string): string {
  const { what, pid } = placeWords(state, world, text);
  if (what === 'offset') return `go to ${world.records.referenceHint}`;
  return `go to an address or area${pid === undefined ? '' : ` of ${pid}`} (@: ${world.records.referenceHint})`;
}

function busyText(state: State, world: World): string {
  const { search } = state;
  const hits = state.hits[state.side];
  if (hits?.isRunning) return `searching ${Math.floor(hits.progress * 100)} % (Esc stops)`;
  if (search?.isRunning) return `searching ${Math.floor(search.progress * 100)} % (Esc stops)`;
  if (world.index.isComplete) return '';
  return `indexing ${Math.floor(world.records.progress() * 100)} %`;
}

function contentText(state: State): string {
  const { page, address = 0n } = contentOf(state);
  if (page === undefined) return 'reading the image …';
  const { start, end, name } = page.area;
  const percent = ((address - start) * 100n) / (end - start);
  const chosen = contentOf(state).anchor === undefined ? undefined : selection(state);
  const length = chosen === undefined ? '' : `  ${hex(chosen.end - chosen.start)} bytes selected`;
  return `${hex(address)} (${percent} % of ${name})${length}`;
}

function whereText(state: State, world: World): string {
  if (state.screen === 'content') return contentText(state);
  if (state.screen !== 'records') {
    const list = currentList(state);
    const { rows } = listRows(list);
    const filter = list.filter === '' ? '' : `  only "${list.filter}"`;
    const at = rows[list.selected]?.at;
    const place = at === undefined ? '' : `  ${world.records.placeText(at)}`;
    if (
      list.tables === undefined &&
      list.failure === undefined &&
      screenRow(state.screen).tables === 'engine'
    )
      return 'reading the image …';
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
