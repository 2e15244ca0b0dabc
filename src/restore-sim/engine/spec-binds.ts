/**
 * Mounts of the host in the specification of a container, which the runtime hands to the restorer by their paths on the
 * host (runc libcontainer/criu_linux.go, addCriuRestoreMount). What Podman itself makes for each container and volumes
 * are there by then.
 */
import { asList, asRecord, asText, readJson } from '../../parse/archive/documents.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import type { RootView } from '../host/index.ts';
import type { Engine, RestorerOptions } from '../restorer-options.ts';
import { namedVolumes } from './brought-files.ts';
import { placeIn } from './mount-place.ts';

/** Folders that containers/storage has for each container. */
const ofEngine = /-containers\/[0-9a-f]{64}\/userdata(\/|$)/;

interface Asked {
  readonly engine: Engine;
  readonly archive: ImageDirectory;
  /** The archive is a container image. */
  readonly isImage: boolean;
  /** That of the container, where it is known. */
  readonly root: RootView | undefined;
}

export function withBinds(
  options: RestorerOptions,
  { engine: { brings }, archive, isImage, root }: Asked,
): RestorerOptions {
  if (brings?.binds === undefined || (brings.binds === 'image' && !isImage)) return options;
  const spec = asRecord(readJson(archive, 'spec.dump', () => {}));
  const config = asRecord(readJson(archive, 'config.dump', () => {}));
  const volumes = new Set(namedVolumes(config).map(({ destination }) => destination));
  const binds = asList(spec?.['mounts']).flatMap((item) => {
    const { destination, type, source } = asRecord(item) ?? {};
    const [point, path] = [asText(destination), asText(source)];
    const isBind = type === 'bind' && path?.startsWith('/') === true && !ofEngine.test(path);
    if (!isBind || point === undefined || volumes.has(point)) return [];
    return keysOf(point, root).map((key) => `mnt[${key}]:${path}`);
  });
  if (binds.length === 0) return options;
  return {
    ...options,
    has: (option) => option === '--external' || options.has(option),
    values: (option) =>
      option === '--external' ? [...options.values(option), ...binds] : options.values(option),
  };
}

/** Keys are where links of the root lead; most roots have one at /var/run. */
const keysOf = (point: string, root: RootView | undefined): readonly string[] =>
  root === undefined
    ? [...new Set([point, point.replace(/^\/var\/run\//, '/run/')])]
    : [placeIn(root, point)];
