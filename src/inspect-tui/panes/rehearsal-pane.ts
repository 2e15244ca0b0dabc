/** The rehearsal: steps on the left, and beside them the process tree and the ids as they grow. */

import { type Rehearsal, type Rehearsed, type RehearsedProcess, Rehearser } from '../../inspect/rehearsal.ts';
import { plural } from '../../inspect/words.ts';
import { visible } from '../../visible.ts';
import { paneSizes, sideColumns } from '../state/layout.ts';
import { currentList, type State } from '../state/state.ts';
import { fitLine, headLine, type Line, piece } from './line.ts';
import { listLines } from './list-pane.ts';

const rehearsers = new WeakMap<Rehearsal, Rehearser>();

function rehearserOf(rehearsal: Rehearsal): Rehearser {
  const known = rehearsers.get(rehearsal) ?? new Rehearser(rehearsal);
  rehearsers.set(rehearsal, known);
  return known;
}

/** The screen below the title, its head included. */
export function rehearsalBody(state: State): readonly Line[] {
  const { rehearsal, selected } = currentList(state);
  const { listLines: height } = paneSizes(state);
  if (!rehearsal) return [headLine('Rehearsal', state.columns, true), ...listLines(state, state.columns)];
  const besides = sideColumns(state);
  const own = state.columns - besides - 1;
  const steps = listLines(state, own);
  const side = sideLines(rehearserOf(rehearsal).after(selected + 1), height, besides);
  const title = `Rehearsal on ${rehearsal.kernel}: ${rehearsal.verdict}, ${plural(rehearsal.steps.length, 'step')}`;
  return [
    [...headLine(title, own, true), piece('┬', 'dim'), ...headLine('After this step', besides, false)],
    ...steps.map((line, number) => [...line, piece('│', 'dim'), ...(side[number] ?? fitLine([], besides))]),
  ];
}

function sideLines(world: Rehearsed, height: number, width: number): readonly Line[] {
  const ids = [
    ['semaphores', world.sem],
    ['queues', world.msg],
    ['segments', world.shm],
    ['placeholders', world.placeholders],
  ] as const;
  const idLines = ids
    .filter(([, numbers]) => numbers.length > 0)
    .map(([name, numbers]) => ` ${name} (${numbers.length}): ${numbers.slice(-8).join(' ')}`);
  const treeHeight = Math.max(1, height - idLines.length - 2);
  const tree = processTree(world.processes);
  // The end of the list is where it grows.
  const hidden = Math.max(0, tree.length - treeHeight);
  const title = ` ${plural(world.processes.size, 'task')}${hidden > 0 ? `, the last ${treeHeight}` : ''}`;
  const shown = tree.slice(hidden);
  const lines: Line[] = [
    [piece(title, 'title')],
    ...shown.map(
      ({ depth, process }): Line => [piece(processText(process, depth), process.isDead ? 'dim' : 'plain')],
    ),
    [],
    ...idLines.map((text): Line => [piece(text)]),
  ];
  return lines.map((line) => fitLine(line, width));
}

function processText({ pid, group, session, isDead }: RehearsedProcess, depth: number): string {
  const ids = [
    group !== undefined && `group ${group}`,
    session !== undefined && `session ${session}`,
    isDead && 'dead',
  ];
  const words = ids.filter((word) => typeof word === 'string').join(' ');
  return visible(` ${'  '.repeat(Math.min(depth, 10))}${pid}  ${words}`);
}

/** Parents before children, as they were made; depth by the chain of parents. */
function processTree(processes: Rehearsed['processes']) {
  const depths = new Map<number, number>();
  return [...processes.values()].map((process) => {
    const depth = process.parent === undefined ? 0 : (depths.get(process.parent) ?? -1) + 1;
    depths.set(process.pid, depth);
    return { process, depth };
  });
}
