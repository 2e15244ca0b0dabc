/** The rights of a container for people: a few blocks, each row what one group of threads, mounts or writes has. */
import { capabilityNames } from '../../../model/capabilities.ts';
import { plural } from '../../../plural.ts';
import { visible } from '../../../visible.ts';
import { allCapabilities } from '../capability.ts';
import type { EngineRequest } from '../engine-requests.ts';
import type { CapabilityLists, ContainerRights, Identity, MountRow, SpecRights, WriteRow } from './rights.ts';

export function rightsText(containers: readonly ContainerRights[]): string {
  return `${containers.map(containerText).join('\n\n')}\n`;
}

function containerText(rights: ContainerRights): string {
  const head = [
    rights.name === null ? 'no container' : `container ${visible(rights.name)}`,
    ...(rights.engine === null ? [] : [`written by ${rights.engine}`]),
  ].join(', ');
  const blocks: (readonly [title: string, lines: readonly string[]])[] = [
    ['runs as', rights.identities.flatMap(identityLines)],
    ...rights.specs.map((spec) => [`${visible(spec.source)} says`, specLines(spec)] as const),
    ['namespaces', namespaceLines(rights)],
    ['mounts', rights.mounts.map((mount) => mountLine(mount, rights.specs.length > 0))],
    [
      'is written',
      rights.writes
        .filter(({ files, links, devices }) => files + links + devices.length > 0)
        .flatMap(writeLines),
    ],
    ['hooks', rights.hooks.map(visible)],
    ['asks the engine for', rights.requests.map(requestLine)],
  ];
  return [
    head,
    ...blocks
      .filter(([, lines]) => lines.length > 0)
      .flatMap(([title, lines]) => ['', title, ...lines.map((line) => `  ${line}`)]),
  ].join('\n');
}

const requestWords: Readonly<Record<EngineRequest['kind'], string>> = {
  secret: 'the secret',
  namespace: 'the namespace of container',
  dependency: 'the container',
  port: 'the port of the host',
  dns: 'the name server setting',
  host: 'the host name',
};

const requestLine = ({ kind, name, as }: EngineRequest): string =>
  `${requestWords[kind]} ${visible(name)}: ${visible(as)}`;

const shownThreads = 6;

function identityLines(identity: Identity): readonly string[] {
  const { threads, uids, gids, groups, capabilities, securebits, noNewPrivileges, label } = identity;
  const who = threads
    .slice(0, shownThreads)
    .map(({ pid, tid, comm }) => (pid === tid ? `${pid} (${visible(comm)})` : `thread ${tid}`));
  const more = threads.length > shownThreads ? ` and ${threads.length - shownThreads} more` : '';
  const seccomp =
    identity.seccomp === 'filter'
      ? `seccomp filter${identity.filters > 1 ? ` (${identity.filters})` : ''}`
      : `seccomp ${identity.seccomp}`;
  return [
    `${who.join(', ')}${more}`,
    `  uid ${idsText(uids)}, gid ${idsText(gids)}${groups.length > 0 ? `, groups ${groups.join(', ')}` : ''}`,
    `  ${capabilityText(capabilities)}`,
    `  ${[noNewPrivileges ? 'no_new_privs' : 'may gain rights', seccomp, label === null ? 'no label' : visible(label)].join('; ')}`,
    ...(securebits === 0 ? [] : [`  securebits 0x${securebits.toString(16)}`]),
  ];
}

/** Real, effective, saved and file system id, where they differ. */
const idsText = (ids: readonly number[]): string =>
  new Set(ids).size === 1 ? String(ids[0]) : `${ids.join('/')} (real/effective/saved/file system)`;

const allCount = 41;

function capabilityText({ permitted, effective, bounding, ambient }: CapabilityLists): string {
  const held =
    permitted.length === 0 && effective.length === 0 ? 'no capabilities' : `${listText(permitted)}`;
  const most =
    bounding.length === 0
      ? 'none in the bounding set'
      : `bounding ${bounding.length >= allCount ? 'all' : bounding.length === permitted.length ? 'the same' : listText(bounding)}`;
  return [held, most, ...(ambient.length > 0 ? [`ambient ${listText(ambient)}`] : [])].join(', ');
}

/** More than half are told by what is not there. */
function listText(names: readonly string[]): string {
  if (names.length >= allCount) return 'all capabilities';
  const short = (all: readonly string[]) => all.map((name) => name.replace('CAP_', '')).join(' ');
  if (names.length <= allCount / 2) return short(names);
  return `all capabilities but ${short(everyName.filter((name) => !names.includes(name)))}`;
}

const everyName = capabilityNames(allCapabilities);

function specLines(spec: SpecRights): readonly string[] {
  const user =
    spec.uid === null
      ? []
      : [
          `uid ${spec.uid}, gid ${spec.gid ?? 0}${spec.groups.length > 0 ? `, groups ${spec.groups.join(', ')}` : ''}`,
        ];
  const capabilities = spec.capabilities === null ? [] : [capabilityText(spec.capabilities)];
  const rest = [
    ...(spec.noNewPrivileges === null ? [] : [spec.noNewPrivileges ? 'no_new_privs' : 'may gain rights']),
    ...(spec.seccomp === null ? [] : [`seccomp ${spec.seccomp}`]),
    spec.label === null ? 'no label' : visible(spec.label),
    ...(spec.privileged ? ['privileged'] : []),
  ];
  const files = [
    `${spec.maskedPaths} masked, ${spec.readonlyPaths} read-only paths`,
    ...(spec.readonlyRoot === true ? ['read-only root'] : []),
    ...(spec.devices.length > 0 ? [`devices ${spec.devices.map(visible).join(', ')}`] : []),
  ];
  return [...user, ...capabilities, rest.join('; '), files.join('; ')];
}

const origins = { own: 'own', host: "the host's", external: 'from the runtime' } as const;

function namespaceLines({ namespaces, idMappings }: ContainerRights): readonly string[] {
  const lines = namespaces.map(({ type, from }) => `${type}: ${origins[from]}`);
  return [...(lines.length > 0 ? [lines.join(', ')] : []), ...idMappings.map((mapping) => `ids ${mapping}`)];
}

function mountLine(
  { mountpoint, fileSystem, root, flags, key, shared, spec }: MountRow,
  hasSpec: boolean,
): string {
  const what =
    key === '/dev/null'
      ? 'masked'
      : key === null
        ? `${fileSystem}${root === '/' ? '' : `, ${visible(root)} of it`}`
        : `from the host: ${visible(spec?.source ?? root)}${key === mountpoint ? '' : `, by the key ${visible(key)}`}`;
  const facts = [
    ...flags,
    ...(shared ? ['shared'] : []),
    ...(hasSpec && spec === null && key !== null && key !== '/dev/null' ? ['not in the spec'] : []),
  ];
  return `${visible(mountpoint)}  ${what}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}

const kinds: Readonly<Record<WriteRow['kind'], string>> = {
  rootfs: 'to the root of the container',
  devshm: 'to /dev/shm',
  volume: 'to a volume',
  tmpfs: 'to a tmpfs',
  deleted: 'removed from the root',
  bind: 'made on the host where they are not there',
};

/** Those that every /dev has. */
const defaultNode = /(^|\/)(null|zero|full|u?random|tty|console|ptmx) c [15]:\d+$/;

function writeLines(row: WriteRow): readonly string[] {
  const isList = row.kind === 'deleted' || row.kind === 'bind';
  const counts = [plural(row.files, 'file'), plural(BigInt(row.bytes), 'byte'), plural(row.links, 'link')];
  const where = kinds[row.kind];
  const what = isList ? `${plural(row.files, 'path')} ${where}` : [...counts, where].join(', ');
  const odd = [
    ...row.paths.map((path) => visible(path)),
    ...row.setuid.map((name) => `set-user-ID or set-group-ID: ${visible(name)}`),
    ...row.devices.filter((name) => !defaultNode.test(name)).map((name) => `device: ${visible(name)}`),
    ...row.capabilities.map((name) => `file capabilities: ${visible(name)}`),
  ];
  return [`${visible(row.member)}: ${what}`, ...odd.map((line) => `  ${line}`)];
}
