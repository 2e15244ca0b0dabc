/**
 * The files that container engines put beside the images: which engine, which container. Reads
 * `config.dump` and `spec.dump`, which are JSON of the engine; judges nothing, and what does not fit is
 * left out.
 */
import type { Report } from '../../diagnostic.ts';
import { criuDiagnostic } from '../criu/codes.ts';
import type { ImageDirectory } from './image-directory.ts';

export type ContainerEngine = 'podman' | 'cri-o' | 'containerd' | 'unknown';

export interface ContainerInfo {
  readonly engine: ContainerEngine;
  readonly id?: string;
  readonly name?: string;
  readonly image?: string;
  readonly runtime?: string;
  readonly createdTime?: string;
  readonly checkpointedTime?: string;
  /** Arguments of the container's first process. */
  readonly args?: readonly string[];
  readonly hostname?: string;
}

/** Far larger than any OCI spec. */
const jsonLimitBytes = 4 * 1024 * 1024;

type JsonRecord = Readonly<Record<string, unknown>>;

/** What the engine says of the container, or undefined if there is no `config.dump` and no `spec.dump`. */
export function readContainerInfo(root: ImageDirectory, report: Report): ContainerInfo | undefined {
  const config = readJson(root, 'config.dump', report);
  const spec = readJson(root, 'spec.dump', report);
  if (config === undefined && spec === undefined) return undefined;
  const process = asRecord(spec?.['process']);
  const args = process?.['args'];
  return {
    engine: engineOf(root, asRecord(spec?.['annotations'])),
    ...texts(config, {
      id: 'id',
      name: 'name',
      image: 'rootfsImageName',
      runtime: 'runtime',
      createdTime: 'createdTime',
      checkpointedTime: 'checkpointedTime',
    }),
    ...texts(spec, { hostname: 'hostname' }),
    ...(Array.isArray(args) && { args: args.filter((arg) => typeof arg === 'string') }),
  };
}

// Podman and newer CRI-O write io.container.manager; containerd has a file `status` instead.
function engineOf(root: ImageDirectory, annotations: JsonRecord | undefined): ContainerEngine {
  const manager = annotations?.['io.container.manager'];
  if (manager === 'libpod') return 'podman';
  const keys = Object.keys(annotations ?? {});
  if (manager === 'cri-o' || keys.some((key) => key.startsWith('io.kubernetes.cri-o.'))) return 'cri-o';
  const hasStatus = root.list().some(({ name, kind }) => name === 'status' && kind === 'file');
  return hasStatus ? 'containerd' : 'unknown';
}

function texts<Key extends string>(
  json: JsonRecord | undefined,
  names: Readonly<Record<Key, string>>,
): { readonly [Name in Key]?: string } {
  const found: { [Name in Key]?: string } = {};
  for (const key of Object.keys(names) as Key[]) {
    const value = json?.[names[key]];
    if (typeof value === 'string') found[key] = value;
  }
  return found;
}

function asRecord(value: unknown): JsonRecord | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonRecord)
    : undefined;
}

function readJson(root: ImageDirectory, name: string, report: Report): JsonRecord | undefined {
  const source = root.open(name);
  if (source === undefined) return undefined;
  try {
    if (source.size > jsonLimitBytes) throw new Error(`${source.size} bytes are too many`);
    const bytes = source.view(0, source.size);
    return asRecord(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    const message = `${name} is not JSON: ${(error as Error).message}`;
    report(criuDiagnostic('archive-bad-json', message, { file: name }));
    return undefined;
  } finally {
    source.close();
  }
}
