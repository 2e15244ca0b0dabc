/** Paths that options name: what CRIU reads, writes, runs or connects to. Measured with 4.2.1. */
import type { Location } from '../../../../diagnostic.ts';
import { type Condition, type ConditionFacts, condition } from '../../../conditions.ts';
import type { RestorerOptions } from '../../../restorer-options.ts';
import { unknownPlace } from '../options/parse-options.ts';
import type { Scene } from './scene.ts';

/** What is relative lies where nobody knows, once it is so to a name that is relative as well. */
const whereIs = (path: string): ConditionFacts => ({
  path,
  ...(!path.startsWith('/') && { isElsewhere: 1 }),
});

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

const isIn = ({ restore: { image } }: Scene, name: string): boolean =>
  /^\.\.?$/.test(name) || image.directory.list().some((entry) => entry.name === name);

/** Relative names are so to the working directory, or to that of the image (criu/crtools.c, main). */
export function* givenPaths(scene: Scene, options: RestorerOptions, at: Location): Generator<Condition> {
  const named = (option: string): string | undefined => options.values(option).at(-1);
  const base = named('--work-dir') ?? named('--images-dir');
  const inBase = (path: string): string =>
    path.startsWith('/') || base?.startsWith('/') !== true ? path : `${base}/${path}`;
  const last = (option: string): string | undefined => {
    const value = named(option);
    return value?.startsWith('/') === true ? value : undefined;
  };
  const directory = (path: string, remedy: string, facts: ConditionFacts = {}) =>
    condition('directory-of-restore', `the directory ${path}`, remedy, at, {
      ...whereIs(path),
      type: 'directory',
      ...facts,
    });
  const logs = 'make it, writable: logs are written there';
  const work = last('--work-dir');
  if (work !== undefined) yield directory(work, logs, { isWritten: 1 });
  const log = named('--log-file');
  if (log?.includes('/') === true) yield directory(parentOf(inBase(log)), logs, { isWritten: 1 });
  const images = last('--images-dir');
  if (images !== undefined) yield directory(images, 'name the directory of the image');
  const parent = named('--prev-images-dir') ?? '';
  if (parent !== '') {
    const path = parent.startsWith('/') || images === undefined ? parent : `${images}/${parent}`;
    // Relative names are so to the directory of the image.
    const isMissing = !parent.includes('/') && !isIn(scene, parent);
    const help = 'leave --prev-images-dir out: a restore has no use of it';
    yield directory(path, help, isMissing ? { found: 'nothing' } : {});
  }
  const plugins = last('--libdir');
  if (plugins !== undefined) {
    yield directory(plugins, 'name the directory of the plugins of CRIU');
    const help = 'take it out of the directory, or install the plugin of this CRIU';
    const wanted = `nothing in ${plugins} that ends in .so and is no plugin`;
    yield condition('plugin-needed', wanted, help, at, { directory: plugins });
  }
  // Nobody looks for it where tasks have the groups of whoever restores.
  const yard = scene.restore.image.sizes.has('cgroup.img') ? last('--cgroup-yard') : undefined;
  if (yard !== undefined) yield directory(yard, 'name a directory with the control groups mounted in it');
  // Without mounts of its own the tree keeps the root of CRIU, whatever is given.
  const root = scene.trees === undefined ? undefined : named('--root');
  if (root !== undefined && root !== '') {
    const remedy = 'name a mount point with the files of the container';
    // Its mount is made by a task that has gone to / by then: "srv/ctr" is /srv/ctr, wherever criu starts.
    const path = root.startsWith('/') ? root : `/${root}`;
    const wanted = root === unknownPlace ? 'the directory that --root names' : `the directory ${path}`;
    yield condition('external-path', wanted, remedy, at, { path, type: 'directory' });
  }
  const pidFile = named('--pidfile') === undefined ? '' : inBase(named('--pidfile') ?? '');
  if (pidFile.includes('/')) {
    const facts = { ...whereIs(pidFile), type: 'nothing', isWritten: 1 };
    const remedy = `criu makes a new file: rm ${pidFile}, and make its directory`;
    yield condition('pid-file', `no ${pidFile}, in a directory that is there`, remedy, at, facts);
  }
  for (const script of options.values('--action-script')) {
    const help = 'make it, executable: the restore is given up without it, and where it fails';
    // A plain name is looked for where programs are.
    const isProgram = !script.includes('/');
    const facts = isProgram ? { path: script, isElsewhere: 1 } : whereIs(inBase(script));
    const hasNamespaces = scene.restore.ownNamespaces.size > 0;
    const more = { isExecuted: 1, ...(hasNamespaces && { hasNamespaces: 1 }) };
    yield condition('option-file', `the program ${script}`, help, at, { ...facts, ...more });
  }
  if (!options.has('--stream')) return;
  const remedy = 'start it first: criu-image-streamer --images-dir DIR serve';
  const socket = 'streamer-serve.sock';
  yield condition('image-streamer', `criu-image-streamer, at ${socket}`, remedy, at, { socket });
}
