/** For tests only: opened images, walked to their end. */

import { openedCriu } from '../../inspect/criu/opened.ts';
import type { Opened } from '../../inspect/family.ts';
import { ProblemList } from '../../inspect/image.ts';
import { findImageDirectories, type ImageDirectory, openTree } from '../../parse/criu/index.ts';
import { reduce, type Worlds } from '../state/reduce.ts';
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
