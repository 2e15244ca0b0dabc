/** Several checkpoints on a terminal: a list to choose from, and the inspector for what is chosen. */

import { ImageError } from '../../diagnostic.ts';
import type { ListRow } from '../../inspect/list/tables.ts';
import { listTable } from '../../inspect/list/text-table.ts';
import type { Choice } from '../../inspect-tui/chooser-state.ts';
import { CheckpointList, type Look } from '../../inspect-tui/cli-chooser.tsx';
import { exitCode } from '../exit-codes.ts';
import { rowsOfPath } from './list/rows-of-path.ts';

/** `inspect` shows one of them, until the person is back at the list. */
export async function chooseAndInspect(
  paths: readonly string[],
  look: Look,
  inspect: (choice: Choice) => Promise<number>,
): Promise<number> {
  const list = new CheckpointList();
  // Between two screens nothing else keeps the program alive: ink lets go of the keyboard.
  const alive = setInterval(() => {}, 60_000);
  let failure: unknown;
  let isWanted = true;
  const reading = readAll(paths, list, () => isWanted).catch((error: unknown) => {
    failure = error;
  });
  for (;;) {
    const choice = await list.choose(look);
    if (failure !== undefined) throw failure;
    if (choice === undefined) break;
    try {
      await inspect(choice);
      list.say(undefined);
    } catch (error) {
      // One that cannot be opened; the others can.
      if (!(error instanceof ImageError)) throw error;
      list.say(error.message);
    }
  }
  isWanted = false;
  await reading;
  clearInterval(alive);
  return exitCode.ok;
}

async function readAll(
  paths: readonly string[],
  list: CheckpointList,
  isWanted: () => boolean,
): Promise<void> {
  const rows: ListRow[] = [];
  const folder = commonFolder(paths);
  const shown = (row: ListRow): ListRow => ({ ...row, path: String(row['path']).slice(folder.length) });
  const told = (isComplete: boolean) => {
    const table = listTable('checkpoints', rows.map(shown));
    list.update({ table, folder, choices: rows.map(choiceOf), isComplete });
  };
  for (const path of paths) {
    if (!isWanted()) return;
    const settings = { tables: ['checkpoints'], isChecked: false, kernel: undefined } as const;
    for await (const { row } of rowsOfPath(path, settings)) rows.push(row);
    told(false);
    // Keys have their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  told(true);
}

/** What all paths begin with, up to a slash: it says nothing of any of them. */
function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (folder !== '' && !paths.every((path) => path.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder;
}

const choiceOf = ({ path, container }: ListRow): Choice => ({
  path: String(path),
  container: typeof container === 'string' && container !== '' ? container : undefined,
});
