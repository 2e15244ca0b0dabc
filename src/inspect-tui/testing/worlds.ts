/** For tests only: opened images, walked to their end. */

import { openedCriu } from '../../inspect/criu/opened.ts';
import type { Opened } from '../../inspect/family.ts';
import { ProblemList } from '../../inspect/image.ts';
import { findImageDirectories, type ImageDirectory, openTree } from '../../parse/criu/index.ts';
import type { Engine } from '../engine/engine.ts';
import { parseHex } from '../parse-hex.ts';
import { missingPage } from '../state/content.ts';
import { missingLists } from '../state/lists.ts';
import { type Action, reduce, type Worlds } from '../state/reduce.ts';
import type { State } from '../state/state.ts';
import { World } from '../state/world.ts';

/** As the inspector has it when nothing is indexed any more. */
export function walkedWorld(opened: Opened): World {
  const world = new World(opened.records());
  const problems = new ProblemList();
  for (const chunk of opened.walk(problems.report)) world.append(chunk);
  world.finish(problems.diagnostics);
  return world;
}

export const openedDirectory = (directory: ImageDirectory, startAt?: string): Opened =>
  openedCriu({ directory, problems: [], startAt, isAlone: false, close() {} });

/** The best directory of an archive. */
export async function openedArchive(path: string): Promise<Opened> {
  const root = await openTree(path, () => {});
  const [directory] = findImageDirectories(root, () => {});
  if (directory === undefined) throw new Error(`${path} has no image`);
  return openedDirectory(directory);
}

/** `{enter}` is a named key, everything else a character each. */
export function press(state: State, keys: string, worlds: Worlds): State {
  const names = keys.match(/\{[^}]+\}|./g) ?? [];
  return names.reduce((current, name) => {
    const key = name.startsWith('{') ? name.slice(1, -1) : name;
    const text = key === 'space' ? ' ' : key === name ? name : '';
    return reduce(current, { type: 'key', key, text }, worlds);
  }, state);
}

/** The state with all that it asks of the engine. */
export async function settled(state: State, engine: Engine, worlds: Worlds): Promise<State> {
  let current = state;
  for (;;) {
    const [key] = missingLists(current);
    const page = missingPage(current);
    const { side } = current;
    const hits = current.hits[side];
    if (key !== undefined) current = reduce(current, await loadedList(key, engine), worlds);
    else if (page !== undefined)
      current = reduce(
        current,
        await engine.page(side, page.request).then(
          (found): Action => ({ type: 'page-loaded', side, page: found }),
          (error: Error): Action => ({ type: 'page-failed', side, key: page.key, message: error.message }),
        ),
        worlds,
      );
    else if (hits?.isRunning) {
      const { text, mode, pid, turn } = hits;
      const needle = mode === 'memory-hex' ? parseHex(text) : new TextEncoder().encode(text);
      const found = await engine.searchMemory({ side, needle: needle ?? new Uint8Array(0), pid }, () => {});
      current = reduce(current, { type: 'hits', side, turn, change: { ...found, isRunning: false } }, worlds);
    } else return current;
  }
}

async function loadedList(key: string, engine: Engine): Promise<Action> {
  const [side, screen = 'compare', pid] = key === 'compare' ? ['0'] : key.split('/');
  const of = side === '1' ? 1 : 0;
  if (screen === 'rehearse') return { type: 'rehearsed', key, rehearsal: await engine.rehearse(of) };
  const tables = await engine.tables(of, screen, pid === undefined ? undefined : Number(pid), () => {});
  return { type: 'list-loaded', key, tables };
}
