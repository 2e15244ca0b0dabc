/** Paths that options name: what CRIU reads, writes, runs or connects to. Measured with 4.2.1. */
import type { Location } from '../../../../diagnostic.ts';
import { type Condition, type ConditionFacts, condition } from '../../../conditions.ts';
import type { CriuOptions } from '../options/parse-options.ts';
import type { Scene } from './scene.ts';

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** Those that are relative are so to the working directory of CRIU, which nobody knows. */
export function* givenPaths(scene: Scene, options: CriuOptions, at: Location): Generator<Condition> {
  const last = (option: string): string | undefined => {
    const value = options.values(option).at(-1);
    return value?.startsWith('/') === true ? value : undefined;
  };
  const directory = (path: string, remedy: string, facts: ConditionFacts = {}) =>
    condition('directory-of-restore', `the directory ${path}`, remedy, at, {
      path,
      type: 'directory',
      ...facts,
    });
  const logs = 'make it, writable: logs are written there';
  const work = last('--work-dir');
  if (work !== undefined) yield directory(work, logs, { isWritten: 1 });
  const log = last('--log-file');
  if (log !== undefined) yield directory(parentOf(log), logs, { isWritten: 1 });
  const images = last('--images-dir');
  if (images !== undefined) yield directory(images, 'name the directory of the image');
  const plugins = last('--libdir');
  if (plugins !== undefined) yield directory(plugins, 'name the directory of the plugins of CRIU');
  // Without mounts of its own the tree keeps the root of CRIU, whatever is given.
  const root = scene.trees === undefined ? undefined : last('--root');
  if (root !== undefined) {
    const remedy = 'name a mount point with the files of the container';
    yield condition('external-path', `the directory ${root}`, remedy, at, { path: root, type: 'directory' });
  }
  const pidFile = last('--pidfile');
  if (pidFile !== undefined) {
    const facts = { path: pidFile, type: 'nothing', isWritten: 1 };
    const remedy = `criu makes a new file: rm ${pidFile}, and make its directory`;
    yield condition('pid-file', `no ${pidFile}, in a directory that is there`, remedy, at, facts);
  }
  for (const script of options.values('--action-script')) {
    const help = 'make it, executable: without it the restore is given up';
    if (script.startsWith('/'))
      yield condition('option-file', `the program ${script}`, help, at, { path: script, isExecuted: 1 });
  }
  if (!options.has('--stream')) return;
  const remedy = 'start it first: criu-image-streamer --images-dir DIR serve';
  const socket = 'streamer-serve.sock';
  yield condition('image-streamer', `criu-image-streamer, at ${socket}`, remedy, at, { socket });
}
