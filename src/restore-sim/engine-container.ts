/**
 * What an engine does by itself for one container: by the specification that the archive has, and by what the runtime
 * noted of standard streams among the images. Where a document is missing, what the engine does for any container.
 * Read in runc libcontainer/criu_linux.go (76d9cf5) and crun src/libcrun/criu.c (ba38286); runc was seen at work.
 */
import { asList, asRecord, asText, readJson } from '../parse/archive/documents.ts';
import type { ImageDirectory } from '../parse/archive/image-directory.ts';
import { type Condition, condition } from './conditions.ts';
import type { Engine } from './restorer-options.ts';

/** Where the documents of the container are; undefined where nobody knows. */
export interface EngineDocuments {
  /** With `spec.dump`. */
  readonly beside: ImageDirectory | undefined;
  /** With `descriptors.json`. */
  readonly among: ImageDirectory | undefined;
}

/** Whether the engine cares for a condition. */
export function careOf(
  engine: Engine,
  { beside, among }: EngineDocuments,
): (condition: Condition) => boolean {
  const mounts = beside && mountsOf(beside);
  const streams = new Set(among === undefined ? [] : asList(readJson(among, 'descriptors.json', () => {})));
  return ({ code, facts = {} }) => {
    const path = String(facts['path'] ?? '');
    const key = String(facts['key'] ?? '');
    if (code === 'mount-point-needed')
      return engine.makesMountPoints === true && (mounts === undefined || mounts.some(isAt(path)));
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
}

/** What the engine asks before it runs the restorer: files that it reads and that are missing, and a group of its own. */
export function askedBy(
  { reads, wantsFreeGroup, networkNeeds }: Engine,
  { beside, among, archived, base, hasOwnNetwork }: AskedDocuments,
): readonly Condition[] {
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
  return [...lacked, ...network, ...groups];
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

/** Links of the root may lead elsewhere, as /var/run does: only the last name stays in any case. */
function isAt(path: string): (mount: SpecMount) => boolean {
  const lastName = nameOf(path);
  return ({ destination, isTree }) =>
    nameOf(destination) === lastName || (isTree && path.startsWith(`${destination.replace(/\/+$/, '')}/`));
}

const nameOf = (path: string): string | undefined => path.split('/').findLast((part) => part !== '');
