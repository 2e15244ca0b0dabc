/**
 * What an engine does by itself for one container: by the specification that the archive has, and by what the runtime
 * noted of standard streams among the images. Where a document is missing, what the engine does for any container.
 * Read in runc libcontainer/criu_linux.go (76d9cf5) and crun src/libcrun/criu.c (ba38286); runc was seen at work.
 */
import { asList, asRecord, asText, readJson } from '../../parse/archive/documents.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import { type Condition, condition } from '../conditions.ts';
import type { RootView } from '../host/index.ts';
import type { Engine, RestorerOptions } from '../restorer-options.ts';
import type { RemovedTarget, UnreadArchive } from './brought-files.ts';
import { placeIn } from './mount-place.ts';
import { podmanAsks } from './podman-asks.ts';

/** Where the documents of the container are; undefined where nobody knows. */
export interface EngineDocuments {
  /** With `spec.dump`. */
  readonly beside: ImageDirectory | undefined;
  /** With `descriptors.json`. */
  readonly among: ImageDirectory | undefined;
}

/** Whether the engine cares for a condition; `root` is that of the container, where it is known. */
export function careOf(
  engine: Engine,
  { beside, among }: EngineDocuments,
  root: RootView | undefined,
): (condition: Condition) => boolean {
  const mounts = beside && mountsOf(beside);
  const isAt = (path: string) => (mount: SpecMount) => isMountAt(mount, path, root);
  const isMade = groupsOf(beside);
  const streams = new Set(among === undefined ? [] : asList(readJson(among, 'descriptors.json', () => {})));
  return ({ code, facts = {} }) => {
    const path = String(facts['path'] ?? '');
    const key = String(facts['key'] ?? '');
    // Below a mount from outside it is in what is mounted, which the engine does not touch.
    if (
      code === 'mount-point-needed' &&
      (Object.hasOwn(facts, 'isElsewhere') || Object.hasOwn(facts, 'hostPath'))
    )
      return false;
    if (code === 'mount-point-needed')
      return engine.makesMountPoints === true && (mounts === undefined || mounts.some(isAt(path)));
    if (code === 'cpuset-above' || code === 'cpuset-filled')
      return (
        engine.fillsCpusets === true && isMade(String(facts[code === 'cpuset-above' ? 'above' : 'directory']))
      );
    if (code === 'external-pipe') return streams.has(key);
    // Of a network that the engine makes anew, and hands over under that key.
    if (code === 'port-free') return key !== '' && engine.cares.includes('external-network');
    if (!engine.cares.includes(code)) return false;
    if (code !== 'external-mount' || mounts === undefined) return true;
    return mounts.some(isAt(/^mnt\[(.*)\]$/s.exec(key)?.[1] ?? key));
  };
}

export interface AskedDocuments extends EngineDocuments {
  /** What is there of an archive as the engine itself writes it. */
  readonly archived: ImageDirectory | undefined;
  /** Of a container image: what it says that the container was made from. */
  readonly base: { readonly image: string | undefined } | undefined;
  readonly hasOwnNetwork: () => boolean;
  readonly options: RestorerOptions;
  /** Undefined where the root of the image is not known. */
  readonly removedTargets: readonly RemovedTarget[] | undefined;
  readonly unread: readonly UnreadArchive[];
}

const anew = 'make the archive anew, or copy it again';
const look = 'unpack it, and give the files that it has over those of the image as --root';

/** What the engine asks before it runs the restorer: files that it reads and that are missing, and a group of its own. */
export function askedBy(engine: Engine, asked: AskedDocuments): readonly Condition[] {
  const { reads, wantsFreeGroup, networkNeeds } = engine;
  const { beside, among, archived, base, hasOwnNetwork, options } = asked;
  const isMissing = (folder: ImageDirectory | undefined, name: string) =>
    folder !== undefined && !folder.list().some((entry) => entry.name === name);
  const isLacked = {
    beside: (name: string) => isMissing(archived, name),
    among: (name: string) => isMissing(among, name),
    index: () => base !== undefined && base.image === undefined,
  };
  const lacked = reads
    .filter(({ name, place }) => isLacked[place](name))
    .map(({ name, remedy }) =>
      condition('engine-file-needed', name, remedy, { file: name }, { found: 'not there' }),
    );
  // "failed to apply root file-system diff file" (libpod and CRI-O, CRApplyRootFsDiffTar).
  const unread = asked.unread.map(({ file, why, isDamaged }) =>
    isDamaged
      ? condition('engine-file-needed', `all of ${file}`, anew, { file }, { found: why })
      : condition('engine-file-needed', `what ${file} has behind what is looked at: ${why}`, look, { file }),
  );
  const network =
    networkNeeds !== undefined && hasOwnNetwork()
      ? [condition('network-of-engine', networkNeeds.wanted, networkNeeds.remedy, {})]
      : [];
  const group = wantsFreeGroup === true && beside !== undefined ? groupOf(beside) : undefined;
  const remedy =
    'end the container that was dumped, or whatever else runs there, and remove it from its engine';
  const groups =
    group === undefined
      ? []
      : [condition('cgroup-free', group, remedy, { file: 'spec.dump' }, { directory: group })];
  const configured =
    engine.asksOfConfiguration === true && beside !== undefined ? [...podmanAsks(beside, options)] : [];
  return [...lacked, ...unread, ...configured, ...network, ...groups, ...deletedLinks(engine, asked)];
}

/** So many are named. */
const linksMax = 20;

function* deletedLinks(
  { brings }: Engine,
  { beside, options, removedTargets }: AskedDocuments,
): Generator<Condition> {
  if (brings?.removesTargets !== true || beside === undefined || options.has('--ignore-rootfs')) return;
  const remedy =
    'after the restore remove the links in the container and put back what they led to; Podman before April 2026 removes the links themselves';
  const at = (index: number) => ({ file: 'deleted.files', path: `[${index}]` });
  for (const { link, target, index } of removedTargets?.slice(0, linksMax) ?? [])
    yield condition('deleted-link', `${link} deleted as it was, and no more than that`, remedy, at(index), {
      found: `a symbolic link: ${target} is removed in its place, and the link stays`,
    });
  const deleted = asList(readJson(beside, 'deleted.files', () => {})).length;
  if (removedTargets === undefined && deleted > 0)
    yield condition('deleted-link', `no symbolic link among ${deleted} deleted`, remedy, at(0));
}

/**
 * The control group of the container and those above it, which the runtime makes and fills before it runs the restorer,
 * `cpuset:/libpod_parent/libpod-ID`. Of a path of systemd (`slice:prefix:name`) the slices are where it puts them.
 */
function groupsOf(folder: ImageDirectory | undefined): (group: string) => boolean {
  const linux = asRecord(asRecord(folder && readJson(folder, 'spec.dump', () => {}))?.['linux']);
  const path = asText(linux?.['cgroupsPath']);
  if (path === undefined) return () => true;
  const [, prefix, name] = path.split(':');
  const pathOf = (group: string) => `${group.slice(group.indexOf(':') + 1).replace(/\/+$/, '')}/`;
  if (prefix === undefined || name === undefined) return (group) => `${path}/`.startsWith(pathOf(group));
  return (group) =>
    /(^|\.slice)\/$/.test(pathOf(group)) || pathOf(group).endsWith(`/${prefix}-${name}.scope/`);
}

/** Of a path that systemd makes a slice of nothing is known. */
function groupOf(folder: ImageDirectory): string | undefined {
  const linux = asRecord(asRecord(readJson(folder, 'spec.dump', () => {}))?.['linux']);
  const path = asText(linux?.['cgroupsPath']);
  return path?.startsWith('/') === true && !path.includes(':') ? path.replace(/\/+$/, '') : undefined;
}

interface SpecMount {
  readonly destination: string;
  /** What is mounted below it is of it, too: hierarchies of control groups. */
  readonly isTree: boolean;
}

/** Undefined without a specification. */
function mountsOf(folder: ImageDirectory): readonly SpecMount[] | undefined {
  const spec = asRecord(readJson(folder, 'spec.dump', () => {}));
  if (spec === undefined) return undefined;
  const linux = asRecord(spec['linux']);
  const mounts = asList(spec['mounts']).flatMap((mount) => {
    const { destination, type } = asRecord(mount) ?? {};
    return typeof destination === 'string' ? [{ destination, isTree: type === 'cgroup' }] : [];
  });
  const devices = asList(linux?.['devices']).flatMap((device) => asText(asRecord(device)?.['path']) ?? []);
  // Files are masked by the null device, whose path is the key for all of them (runc), or each by its own (crun).
  const masked = asList(linux?.['maskedPaths']).flatMap((path) => asText(path) ?? []);
  const files = [...devices, ...masked, ...(masked.length > 0 ? ['/dev/null'] : [])];
  return [...mounts, ...files.map((destination) => ({ destination, isTree: false }))];
}

/**
 * The runtime follows links of the root to where a mount goes, at the dump and at the restore (/var/run of most roots
 * leads to /run). Where no root is known only the last name is sure to stay.
 */
function isMountAt({ destination, isTree }: SpecMount, path: string, root: RootView | undefined): boolean {
  const place = placeIn(root, destination);
  if (place === path || (isTree && path.startsWith(`${place}/`))) return true;
  return root === undefined && nameOf(destination) === nameOf(path);
}

const nameOf = (path: string): string | undefined => path.split('/').findLast((part) => part !== '');
