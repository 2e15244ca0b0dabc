/**
 * What a reviewer asks of an archive: who runs as what and with which rights, what is mounted, what a restore writes,
 * and what the spec says beside it. Data only; nothing here judges.
 */
import { capabilityNames } from '../../../model/capabilities.ts';
import type { TarHeaderFacts } from '../../../parse/archive/tar-headers.ts';
import { type EngineRequest, engineRequests } from '../engine-requests.ts';
import type { Grants } from '../grants/grants.ts';
import type { CapabilitySets, Credentials, ImageFacts, MountFact, ThreadRights } from '../image-facts.ts';
import { entries, list, member, text } from '../json.ts';
import { flagOfOption, grantsMount, hasFlag } from '../rules/mount-facts.ts';
import type { ContainerSubject, InnerTar } from '../subject.ts';

export interface CapabilityLists {
  readonly bounding: readonly string[];
  readonly permitted: readonly string[];
  readonly effective: readonly string[];
  readonly inheritable: readonly string[];
  readonly ambient: readonly string[];
}

/** Threads with equal rights. */
export interface Identity {
  /** In the order of the tree; `tid` of a leader is the pid. */
  readonly threads: readonly { readonly pid: number; readonly tid: number; readonly comm: string }[];
  readonly uids: readonly number[];
  readonly gids: readonly number[];
  readonly groups: readonly number[];
  readonly capabilities: CapabilityLists;
  readonly securebits: number;
  readonly noNewPrivileges: boolean;
  readonly seccomp: 'none' | 'strict' | 'filter';
  /** How many filters it has, one on top of the other. */
  readonly filters: number;
  readonly label: string | null;
}

export interface MountRow {
  readonly mountpoint: string;
  readonly fileSystem: string;
  /** What is bound or mounted there, as the kernel of the dump showed it. */
  readonly root: string;
  readonly source: string;
  readonly flags: readonly string[];
  /** Key of a mount that the restore takes from the host. */
  readonly key: string | null;
  readonly shared: boolean;
  /** What the spec has at that place; null where it has nothing. */
  readonly spec: { readonly source: string; readonly options: readonly string[] } | null;
}

/** What a restore writes from a tar or a list of the archive. */
export interface WriteRow {
  readonly member: string;
  readonly kind: InnerTar['kind'] | 'deleted' | 'bind';
  readonly files: number;
  readonly bytes: string;
  readonly setuid: readonly string[];
  readonly devices: readonly string[];
  readonly capabilities: readonly string[];
  readonly links: number;
  /** Of lists: the paths. */
  readonly paths: readonly string[];
}

export interface SpecRights {
  readonly source: string;
  readonly uid: number | null;
  readonly gid: number | null;
  readonly groups: readonly number[];
  readonly capabilities: CapabilityLists | null;
  readonly noNewPrivileges: boolean | null;
  readonly seccomp: 'none' | 'profile' | null;
  readonly label: string | null;
  readonly namespaces: readonly { readonly type: string; readonly path: string | null }[];
  readonly devices: readonly string[];
  readonly maskedPaths: number;
  readonly readonlyPaths: number;
  readonly readonlyRoot: boolean | null;
  readonly privileged: boolean;
}

export interface ContainerRights {
  readonly name: string | null;
  readonly engine: string | null;
  readonly identities: readonly Identity[];
  /** Namespaces of the first process: made anew, taken from the host that restores, or handed over by the runtime. */
  readonly namespaces: readonly { readonly type: string; readonly from: 'own' | 'host' | 'external' }[];
  readonly idMappings: readonly string[];
  readonly mounts: readonly MountRow[];
  readonly writes: readonly WriteRow[];
  readonly hooks: readonly string[];
  /** What the engine gives it of the host by name: secrets, namespaces of other containers, ports, DNS. */
  readonly requests: readonly EngineRequest[];
  readonly specs: readonly SpecRights[];
}

export function rightsOf(subject: ContainerSubject, name: string | undefined): ContainerRights {
  const { images, grants, engine } = subject;
  return {
    name: name ?? null,
    engine: engine ?? null,
    identities: images === undefined ? [] : identitiesOf(images),
    namespaces: images === undefined ? [] : namespacesOf(images),
    idMappings: grants.flatMap(({ uidMappings = [] }) =>
      uidMappings.map(({ first, host, count }) => `${first} → ${host} (${count})`),
    ),
    mounts: images === undefined ? [] : images.mounts.map((mount) => mountRow(mount, grants)).reverse(),
    writes: writesOf(subject),
    hooks: hooksOf(subject),
    requests: engine === 'podman' ? engineRequests(subject.documents.config?.value) : [],
    specs: grants.map(specRights),
  };
}

const capabilityLists = (sets: CapabilitySets): CapabilityLists => ({
  bounding: capabilityNames(sets.bounding),
  permitted: capabilityNames(sets.permitted),
  effective: capabilityNames(sets.effective),
  inheritable: capabilityNames(sets.inheritable),
  ambient: capabilityNames(sets.ambient),
});

/** Rights that are equal are one row: of 200 workers one row is what a reader wants. */
function identitiesOf(images: ImageFacts): readonly Identity[] {
  const byKey = new Map<string, { identity: Identity; threads: Identity['threads'][number][] }>();
  const creds = new Map<Credentials, number>();
  for (const { pid, comm, threads } of images.processes) {
    const [leader] = threads;
    for (const thread of threads) {
      const own = thread.credentials;
      if (own === undefined) continue;
      if (!creds.has(own)) creds.set(own, creds.size);
      const seccomp = seccompOf(images, thread, leader);
      const key = `${creds.get(own)} ${seccomp.seccomp} ${seccomp.filters}`;
      const row = { pid, tid: thread.tid, comm };
      const known = byKey.get(key);
      if (known !== undefined) known.threads.push(row);
      else {
        const rows = [row];
        byKey.set(key, { threads: rows, identity: { threads: rows, ...credentialRow(own), ...seccomp } });
      }
    }
  }
  return [...byKey.values()].map(({ identity }) => identity);
}

const credentialRow = (own: Credentials): Omit<Identity, 'threads' | 'seccomp' | 'filters'> => ({
  uids: own.uids,
  gids: own.gids,
  groups: own.groups,
  capabilities: capabilityLists(own),
  securebits: own.securebits,
  noNewPrivileges: own.noNewPrivileges,
  label: own.label ?? null,
});

const modes = ['none', 'strict', 'filter'] as const;

/** A thread without a mode has the filters of the first one that are shared by TSYNC. */
function seccompOf(
  { filters }: ImageFacts,
  thread: ThreadRights,
  leader: ThreadRights | undefined,
): Pick<Identity, 'seccomp' | 'filters'> {
  const isShared = thread.seccompMode === 0 && leader?.seccompMode === 2 && leader !== thread;
  const { seccompMode, seccompFilter } = isShared ? leader : thread;
  let count = 0;
  const seen = new Set<number>();
  for (let at = seccompMode === 2 ? seccompFilter : undefined; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    if (!isShared || filters[at]?.isShared === true) count += 1;
    at = filters[at]?.next;
  }
  if (isShared && count === 0) return { seccomp: 'none', filters: 0 };
  return { seccomp: modes[seccompMode] ?? 'none', filters: count };
}

const namespaceTypes = ['mount', 'pid', 'network', 'ipc', 'uts', 'user'] as const;

function namespacesOf({ processes, namespaces }: ImageFacts): ContainerRights['namespaces'] {
  const own = processes[0]?.namespaces?.ids ?? {};
  return namespaceTypes.flatMap((type) => {
    const id = own[type];
    if (id === undefined) return [];
    const isExternal = type === 'network' && namespaces.emptyNetworks.has(id);
    return [{ type, from: id === namespaces.ofDumper[type] ? 'host' : isExternal ? 'external' : 'own' }];
  });
}

function mountRow(mount: MountFact, grants: readonly Grants[]): MountRow {
  const mounts = grants.find((granted) => granted.mounts !== undefined)?.mounts;
  const spec = mounts?.find((granted) => grantsMount(granted, mount.mountpoint));
  return {
    mountpoint: mount.mountpoint,
    fileSystem: mount.fileSystem,
    root: mount.root,
    source: mount.source,
    flags: Object.entries(flagOfOption).flatMap(([name, flag]) => (hasFlag(mount, flag) ? [name] : [])),
    key: mount.key ?? null,
    shared: mount.isShared,
    spec: spec === undefined ? null : { source: spec.source, options: spec.options },
  };
}

/** Names that are shown for each kind of odd file. */
const shownMax = 50;

function writesOf({ tars, documents }: ContainerSubject): readonly WriteRow[] {
  const rows = tars.map(({ member: where, kind, members, ordinary }): WriteRow => {
    const named = (wanted: (header: TarHeaderFacts) => boolean) =>
      members
        .filter(wanted)
        .slice(0, shownMax)
        .map(({ name }) => name);
    return {
      member: where,
      kind,
      files: ordinary.files + members.filter(({ type }) => type === '0').length,
      bytes: String(
        members.reduce(
          (sum, { type, size }) => (type === '0' && size > 0 ? sum + size : sum),
          ordinary.bytes,
        ),
      ),
      setuid: named(({ type, mode }) => type === '0' && (mode & 0o6000) !== 0),
      devices: members
        .filter(({ type }) => type === '3' || type === '4')
        .slice(0, shownMax)
        .map(({ name, type, major, minor }) => `${name} ${type === '4' ? 'b' : 'c'} ${major}:${minor}`),
      capabilities: named(({ attributes }) => attributes.has('security.capability')),
      links: members.filter(({ type }) => type === '1' || type === '2').length,
      paths: [],
    };
  });
  const deleted = list(documents.deletedFiles?.value).flatMap((item) => text(item) ?? []);
  const binds = list(documents.bindMounts?.value).map(
    (item) => `${text(member(item, 'source')) ?? '?'} at ${text(member(item, 'destination')) ?? '?'}`,
  );
  const listed = (
    kind: 'deleted' | 'bind',
    where: string | undefined,
    paths: readonly string[],
  ): WriteRow[] =>
    where === undefined || paths.length === 0
      ? []
      : [
          {
            member: where,
            kind,
            files: paths.length,
            bytes: '0',
            links: 0,
            setuid: [],
            devices: [],
            capabilities: [],
            paths: paths.slice(0, shownMax),
          },
        ];
  return [
    ...rows,
    ...listed('deleted', documents.deletedFiles?.member, deleted),
    ...listed('bind', documents.bindMounts?.member, binds),
  ];
}

const hooksOf = ({ documents: { spec } }: ContainerSubject): readonly string[] =>
  entries(member(spec?.value, 'hooks')).flatMap(([kind, hooks]) =>
    list(hooks).map((hook) => `${kind}: ${text(member(hook, 'path')) ?? '?'}`),
  );

const specRights = (granted: Grants): SpecRights => ({
  source: granted.source,
  uid: granted.uid ?? null,
  gid: granted.gid ?? null,
  groups: granted.groups ?? [],
  capabilities: granted.capabilities === undefined ? null : capabilityLists(granted.capabilities),
  noNewPrivileges: granted.noNewPrivileges ?? null,
  seccomp: granted.seccomp === undefined ? null : granted.seccomp === 'none' ? 'none' : 'profile',
  label: granted.selinux ?? granted.apparmor ?? null,
  namespaces: [...(granted.namespaces ?? [])].map(([type, path]) => ({ type, path: path ?? null })),
  devices: (granted.devices ?? []).map(({ path, type, major, minor }) => `${path} ${type} ${major}:${minor}`),
  maskedPaths: granted.maskedPaths?.length ?? 0,
  readonlyPaths: granted.readonlyPaths?.length ?? 0,
  readonlyRoot: granted.isRootReadonly ?? null,
  privileged: granted.isPrivileged,
});
