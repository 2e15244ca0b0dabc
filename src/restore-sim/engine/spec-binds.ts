/**
 * Mounts of the host in the specification of a container, which the runtime hands to the restorer by their paths on the
 * host (runc libcontainer/criu_linux.go, addCriuRestoreMount). What Podman itself makes for each container and volumes
 * are there by then.
 */
import { asList, asRecord, asText, readJson } from '../../parse/archive/documents.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import type { Engine, RestorerOptions } from '../restorer-options.ts';
import { namedVolumes } from './brought-files.ts';

/** Folders that containers/storage has for each container. */
const ofEngine = /-containers\/[0-9a-f]{64}\/userdata(\/|$)/;

/** `isImage`: the archive is a container image. */
export function withBinds(
  options: RestorerOptions,
  { brings }: Engine,
  archive: ImageDirectory,
  isImage: boolean,
): RestorerOptions {
  if (brings?.binds === undefined || (brings.binds === 'image' && !isImage)) return options;
  const spec = asRecord(readJson(archive, 'spec.dump', () => {}));
  const config = asRecord(readJson(archive, 'config.dump', () => {}));
  const volumes = new Set(namedVolumes(config).map(({ destination }) => destination));
  const binds = asList(spec?.['mounts']).flatMap((item) => {
    const { destination, type, source } = asRecord(item) ?? {};
    const [point, path] = [asText(destination), asText(source)];
    const isBind = type === 'bind' && path?.startsWith('/') === true && !ofEngine.test(path);
    return isBind && point !== undefined && !volumes.has(point) ? [`mnt[${point}]:${path}`] : [];
  });
  if (binds.length === 0) return options;
  return {
    ...options,
    has: (option) => option === '--external' || options.has(option),
    values: (option) =>
      option === '--external' ? [...options.values(option), ...binds] : options.values(option),
  };
}
