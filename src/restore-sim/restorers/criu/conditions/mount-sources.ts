/** What mounts of the image are made from, besides what comes with it: directories that are bound, layers of overlays. */
import { textOf } from '../../../../model/from-criu/image.ts';
import { type Condition, type ConditionFacts, condition } from '../../../conditions.ts';
import { fileSystems } from '../mount-options.ts';
import { isMainRoot, type Mount, type MountTrees } from '../mounts.ts';
import type { Scene } from './scene.ts';

export function* mountSourceConditions({ trees }: Scene): Generator<Condition> {
  for (const mount of trees?.mounts ?? []) {
    if (trees === undefined || mount.isExternal || isMainRoot(trees, mount) || mount.point === '/') continue;
    const path = boundFrom(trees, mount);
    if (path !== undefined) yield source(mount, path, { path });
    for (const layer of layersOf(mount)) yield source(mount, layer, { path: layer, hostPath: layer });
  }
}

function source({ point, at }: Mount, path: string, facts: ConditionFacts): Condition {
  const isOfHost = facts['hostPath'] !== undefined;
  const remedy = isOfHost ? 'make it where criu runs' : 'make it below the root of the restore';
  return condition('mount-source', `${path}, for ${point}`, remedy, at, { ...facts, mountPoint: point });
}

/** A directory below the root of the container that is mounted once more: as seen in there. */
function boundFrom({ mainRoot }: MountTrees, mount: Mount): string | undefined {
  if (mainRoot === undefined || mount.fields.root_dev !== mainRoot.fields.root_dev) return undefined;
  const above = mainRoot.root.replace(/\/$/, '');
  return mount.root.startsWith(`${above}/`) && mount.root !== '/'
    ? mount.root.slice(above.length)
    : undefined;
}

/** images/mnt.proto: OVERLAYFS. */
const overlay = 17;
const overlayOptions = /^(?:lowerdir\+?|upperdir|workdir|datadir\+?)=(.*)$/s;

/** Of an overlay that is mounted anew, where CRIU runs; names with escapes are not looked for. */
function layersOf({ fields, options, root }: Mount): readonly string[] {
  const isOverlay =
    fields.fstype === overlay || (fields.fstype === fileSystems.auto && textOf(fields.fsname) === 'overlay');
  if (!isOverlay || root !== '/') return [];
  return options
    .split(',')
    .flatMap((option) => overlayOptions.exec(option)?.[1]?.split(':') ?? [])
    .filter((path) => path.startsWith('/') && !path.includes('\\'));
}
