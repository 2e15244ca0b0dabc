/** The command as it is installed, built into a place of its own, so that a test neither needs nor disturbs a build. */
import { join } from 'node:path';
import { bundleCommands } from '../../scripts/build/bundle.ts';
import { projectRoot } from './images.ts';

/** Builds into `directory`; the path of the program. */
export async function buildCommand(name: string, directory: string): Promise<string> {
  const outdir = join(directory, 'dist', 'bin');
  await bundleCommands(projectRoot, { version: '0.0.0', commit: 'test' }, outdir, [name]);
  return join(outdir, `${name}.js`);
}
