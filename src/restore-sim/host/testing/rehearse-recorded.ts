/** For tests only: what is said beforehand of a recorded restore. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findImageDirectories, openTree } from '../../../parse/criu/index.ts';
import type { Rehearsal, RestoreImage } from '../../family.ts';
import { rehearse } from '../../plan/index.ts';
import { criuOptions } from '../../restorers/criu/index.ts';
import { shellWords } from '../../shell-words.ts';
import { criuRestoreImage } from '../../testing/restore-images.ts';
import { recordedHost } from './recorded-hosts.ts';
import { type RecordedRestore, unpackImage } from './recorded-restores.ts';

/** The rehearsal of the image on that host, and the image while `use` runs. `folder` is for what is unpacked. */
export async function withRecorded<Result>(
  folder: string,
  record: RecordedRestore,
  use: (rehearsal: Rehearsal, image: RestoreImage) => Result | Promise<Result>,
): Promise<Result> {
  const path = unpackImage(folder, record);
  const root = await openTree(path, () => {});
  try {
    const named = /-D \/img\/(\S+)/.exec(record.command)?.[1];
    const directory =
      (named === undefined ? undefined : root.directory(named)) ?? findImageDirectories(root, () => {})[0];
    if (directory === undefined) throw new Error(`${record.id}: no image`);
    const image = criuRestoreImage(directory);
    const pipe = rehearse(image).conditions.find(({ code }) => code === 'external-pipe');
    const {
      words,
      host,
      root: files,
      rootPath,
      hostRoot,
    } = recordedHost(record, String(pipe?.facts?.['key'] ?? ''));
    const given = shellWords(words);
    if ('problem' in given) throw new Error(given.problem);
    const options = { host, given: criuOptions(given), root: files, rootPath, hostRoot, withUsual: true };
    return await use(rehearse(image, options), image);
  } finally {
    root.close();
    rmSync(join(folder, record.id), { recursive: true, force: true });
  }
}
