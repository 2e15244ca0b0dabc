/**
 * What a container engine wrote beside the images: which engine, which container, of which image, when and where it
 * ran, and what of its files was kept. Judges nothing; what has not the expected form is left out.
 * Forms: podman libpod/container_config.go and pkg/checkpoint, cri-o server/container_checkpoint.go, containerd
 * internal/cri/server/container_checkpoint_linux.go, checkpointctl lib/metadata.go.
 */
import type { Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { detectCompression } from './detect-compression.ts';
import { asList, asRecord, asText, type JsonRecord, openAt, readJson, textsOf } from './documents.ts';
import type { ImageDirectory } from './image-directory.ts';
import type { Bundle } from './oci-layout.ts';
import { countTarMembers } from './tar.ts';

export type ContainerEngine = 'podman' | 'cri-o' | 'containerd' | 'unknown';

export interface NetworkInterface {
  readonly network: string;
  /** In the container. */
  readonly name: string;
  readonly macAddress?: string;
  readonly addresses: readonly { readonly address: string; readonly gateway?: string }[];
}

export interface ContainerInfo {
  readonly engine: ContainerEngine;
  /** As the engine says it about itself, where it does. */
  readonly engineVersion?: string;
  readonly criuVersion?: string;
  readonly id?: string;
  readonly name?: string;
  readonly pod?: string;
  readonly namespace?: string;
  readonly podUid?: string;
  /** The image that the container was made from, and its id or digest. */
  readonly image?: string;
  readonly imageId?: string;
  readonly runtime?: string;
  /** RFC 3339, as written. */
  readonly createdTime?: string;
  readonly startedTime?: string;
  readonly checkpointedTime?: string;
  /** Arguments of the container's first process. */
  readonly args?: readonly string[];
  readonly cwd?: string;
  readonly hostname?: string;
  /** `10.88.0.5/16`, with the network where it has a name. */
  readonly addresses: readonly string[];
  readonly macAddresses: readonly string[];
  /** Of networks that the engine made; `addresses` has those that are known otherwise, too. */
  readonly interfaces: readonly NetworkInterface[];
  readonly isPrivileged?: boolean;
  /** Paths in the container that were deleted since the image. */
  readonly deletedFiles: readonly string[];
  readonly bindMounts: readonly BindMount[];
  /** The change of the root file system: undefined where none was kept. */
  readonly rootfsDiff?: RootfsDiff;
  /** Files of the engine with their sizes; `checkpoint/` counts as one. */
  readonly members: readonly Member[];
}

export interface BindMount {
  readonly source: string;
  readonly destination: string;
}

export interface RootfsDiff {
  readonly sizeBytes: number;
  /** Undefined where it is compressed, as containerd's is. */
  readonly entries?: number;
}

export interface Member {
  readonly name: string;
  readonly sizeBytes: number;
}

/** Where what engines and tools write into annotations of OCI images and of specs stands. */
const annotationNames = {
  engineVersion: [
    'io.podman.annotations.checkpoint.podman.version',
    'io.kubernetes.cri-o.annotations.checkpoint.cri-o.version',
    'org.criu.checkpoint.engine.version',
  ],
  criuVersion: [
    'io.podman.annotations.checkpoint.criu.version',
    'io.kubernetes.cri-o.annotations.checkpoint.criu.version',
    'org.criu.checkpoint.criu.version',
  ],
  name: [
    'io.podman.annotations.checkpoint.name',
    'io.kubernetes.cri-o.annotations.checkpoint.name',
    'org.criu.checkpoint.container.name',
    'io.kubernetes.container.name',
    'io.kubernetes.cri.container-name',
  ],
  id: ['io.kubernetes.cri-o.ContainerID'],
  image: [
    'io.kubernetes.cri-o.ImageName',
    'io.kubernetes.cri.image-name',
    'org.criu.checkpoint.rootfsImageName',
    'org.opencontainers.image.ref.name',
  ],
  imageId: ['io.kubernetes.cri-o.ImageRef', 'org.criu.checkpoint.rootfsImageID'],
  pod: ['io.kubernetes.pod.name', 'io.kubernetes.cri.sandbox-name', 'org.criu.checkpoint.pod.name'],
  namespace: [
    'io.kubernetes.pod.namespace',
    'io.kubernetes.cri.sandbox-namespace',
    'org.criu.checkpoint.pod.namespace',
  ],
  podUid: ['io.kubernetes.pod.uid', 'io.kubernetes.cri.sandbox-uid'],
  createdTime: ['io.kubernetes.cri-o.Created'],
  runtime: [
    'io.kubernetes.cri-o.RuntimeHandler',
    'io.containerd.checkpoint.runtime',
    'org.criu.checkpoint.runtime.name',
  ],
} as const satisfies Partial<Record<keyof ContainerInfo, readonly string[]>>;

/** What the engine says of the container, or undefined where no engine says anything. */
export function readContainerInfo(
  root: ImageDirectory,
  report: Report,
  around: Omit<Bundle, 'tree'> = {},
): ContainerInfo | undefined {
  const config = asRecord(readJson(root, 'config.dump', report));
  const spec = asRecord(readJson(root, 'spec.dump', report));
  const { podEntry, podConfig } = around;
  if (
    config === undefined &&
    spec === undefined &&
    podEntry === undefined &&
    around.annotations === undefined
  )
    return undefined;
  const ofSpec = textsOf(spec?.['annotations']);
  const annotations = { ...around.annotations, ...ofSpec };
  const status = asRecord(readJson(root, 'status.dump', report)) ?? asRecord(podEntry?.['status']);
  const process = asRecord(spec?.['process']);
  const args = asList(process?.['args']).filter((arg) => typeof arg === 'string');
  const metadata = asRecord(podConfig?.['metadata']);
  const privileged = config?.['privileged'] ?? privilegedAnnotation(ofSpec);
  const named = (key: keyof typeof annotationNames) =>
    annotationNames[key].map((name) => annotations[name]).find((text) => text !== undefined && text !== '');
  return {
    engine: engineOf(root, ofSpec, around),
    ...given('engineVersion', named('engineVersion')),
    ...given('criuVersion', named('criuVersion')),
    ...given('id', asText(config?.['id']) ?? asText(podEntry?.['id']) ?? named('id')),
    ...given('name', asText(podEntry?.['name']) ?? asText(config?.['name']) ?? named('name') ?? around.name),
    ...given('pod', named('pod') ?? asText(metadata?.['name'])),
    ...given('namespace', named('namespace') ?? asText(metadata?.['namespace'])),
    ...given('podUid', named('podUid') ?? asText(metadata?.['uid'])),
    ...given('image', asText(config?.['rootfsImageName']) ?? imageOf(status) ?? named('image')),
    ...given(
      'imageId',
      asText(config?.['rootfsImageRef']) ?? asText(config?.['rootfsImageID']) ?? named('imageId'),
    ),
    ...given('runtime', asText(config?.['runtime']) ?? named('runtime')),
    ...given(
      'createdTime',
      timeOf(config?.['createdTime']) ?? timeOf(status?.['createdAt']) ?? named('createdTime'),
    ),
    ...given('startedTime', timeOf(status?.['startedAt'])),
    ...given('checkpointedTime', timeOf(config?.['checkpointedTime'])),
    ...(args.length > 0 && { args }),
    ...given('cwd', asText(process?.['cwd'])),
    ...given('hostname', asText(spec?.['hostname']) || asText(podConfig?.['hostname']) || undefined),
    ...addressesOf(readJson(root, 'network.status', report), annotations),
    ...(typeof privileged === 'boolean' && { isPrivileged: privileged }),
    deletedFiles: asList(readJson(root, 'deleted.files', report)).filter((path) => typeof path === 'string'),
    bindMounts: bindMountsOf(readJson(root, 'bind.mounts', report)),
    ...rootfsDiffOf(root),
    members: membersOf(root),
  };
}

const given = <Key extends string>(key: Key, text: string | undefined) =>
  (text === undefined || text === '' ? {} : { [key]: text }) as { readonly [Name in Key]?: string };

// Podman and newer CRI-O write io.container.manager; containerd has a file `status` instead.
function engineOf(
  root: ImageDirectory,
  annotations: Readonly<Record<string, string>>,
  around: Omit<Bundle, 'tree'>,
): ContainerEngine {
  const manager = annotations['io.container.manager'];
  if (manager === 'libpod') return 'podman';
  const keys = [...Object.keys(annotations), ...Object.keys(around.annotations ?? {})];
  const has = (start: string) => keys.some((key) => key.startsWith(start));
  if (manager === 'cri-o' || has('io.kubernetes.cri-o.')) return 'cri-o';
  const hasStatus = root.list().some(({ name, kind }) => name === 'status' && kind === 'file');
  if (hasStatus || has('io.kubernetes.cri.') || around.engine === 'containerd') return 'containerd';
  return has('io.podman.') ? 'podman' : 'unknown';
}

/** CRI ContainerStatus, bare or as `crictl` wraps it. */
function imageOf(status: JsonRecord | undefined): string | undefined {
  return (
    asText(asRecord(status?.['image'])?.['user_specified_image']) ||
    asText(asRecord(status?.['image'])?.['image']) ||
    undefined
  );
}

function privilegedAnnotation(annotations: Readonly<Record<string, string>>): boolean | undefined {
  const text = annotations['io.kubernetes.cri-o.PrivilegedRuntime'];
  return text === undefined ? undefined : text === 'true';
}

/** Go's zero time is written where there is none; CRI has nanoseconds since 1970. */
function timeOf(value: unknown): string | undefined {
  if (typeof value === 'string' && /^\d+$/.test(value)) return timeOf(Number(value));
  if (typeof value === 'number') {
    const date = new Date(value / 1e6);
    return value > 0 && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
  }
  return typeof value === 'string' && !value.startsWith('0001-') ? value : undefined;
}

/** network.status: networks by name, each with interfaces by name (Podman's types.StatusBlock). */
function interfacesOf(status: unknown): readonly NetworkInterface[] {
  return Object.entries(asRecord(status) ?? {}).flatMap(([network, block]) =>
    Object.entries(asRecord(asRecord(block)?.['interfaces']) ?? {}).map(([name, device]) => {
      const macAddress = asText(asRecord(device)?.['mac_address']);
      const addresses = asList(asRecord(device)?.['subnets']).flatMap((subnet) => {
        const address = asText(asRecord(subnet)?.['ipnet']);
        const gateway = asText(asRecord(subnet)?.['gateway']);
        return address === undefined ? [] : [{ address, ...(gateway !== undefined && { gateway }) }];
      });
      return { network, name, addresses, ...(macAddress !== undefined && { macAddress }) };
    }),
  );
}

function addressesOf(status: unknown, annotations: Readonly<Record<string, string>>) {
  const interfaces = interfacesOf(status);
  const addresses = interfaces.flatMap((device) =>
    device.addresses.map(({ address }) => `${address} (${device.network})`),
  );
  const macAddresses = interfaces.flatMap(({ macAddress }) => macAddress ?? []);
  for (const [key, text] of Object.entries(annotations)) {
    if (/^io\.kubernetes\.cri-o\.IP\.\d+$/.test(key) && text !== '') addresses.push(text);
  }
  return { addresses, macAddresses, interfaces };
}

function bindMountsOf(value: unknown): readonly BindMount[] {
  return asList(value).flatMap((entry) => {
    const [source, destination] = [
      asText(asRecord(entry)?.['source']),
      asText(asRecord(entry)?.['destination']),
    ];
    return source === undefined || destination === undefined ? [] : [{ source, destination }];
  });
}

function rootfsDiffOf(root: ImageDirectory): { readonly rootfsDiff?: RootfsDiff } {
  const diff = openAt(root, 'rootfs-diff.tar');
  if (diff === undefined) return {};
  try {
    return { rootfsDiff: { sizeBytes: diff.size, ...entriesOf(diff) } };
  } finally {
    diff.close();
  }
}

function entriesOf(diff: ByteSource): { readonly entries?: number } {
  if (detectCompression(diff.view(0, Math.min(4, diff.size))) !== undefined) return {};
  return { entries: countTarMembers(diff) };
}

/** A directory counts as what its files hold. */
function membersOf(root: ImageDirectory): readonly Member[] {
  let left: number = limits.archiveMembers;
  const sizeOf = (directory: ImageDirectory | undefined, depth: number): number => {
    let sum = 0;
    for (const { name, kind, size } of directory?.list() ?? []) {
      if (left-- <= 0) return sum;
      if (kind === 'file') sum += size;
      else if (kind === 'directory' && depth < 8) sum += sizeOf(directory?.directory(name), depth + 1);
    }
    return sum;
  };
  return root.list().flatMap(({ name, kind, size }) => {
    if (kind === 'file') return [{ name, sizeBytes: size }];
    return kind === 'directory' ? [{ name: `${name}/`, sizeBytes: sizeOf(root.directory(name), 0) }] : [];
  });
}
