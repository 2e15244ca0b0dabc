/** The command as it is installed, built into a place of its own, so that a test neither needs nor disturbs a build. */
import { join } from 'node:path';
import { bundle } from '../../scripts/build/bundle.ts';
import { projectRoot } from './images.ts';

/** Builds into `directory`; the path of the program. */
export async function buildCommand(name: string, directory: string): Promise<string> {
  await bundle(projectRoot, { version: '0.0.0', commit: 'test' }, join(directory, 'dist'), [name]);
  return join(directory, 'dist', 'bin', `${name}.js`);
}
