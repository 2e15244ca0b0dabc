/** Namespaces that a restore makes, shares with the host, or joins; and the id mappings of user namespaces. */
import { firstOf, textOf } from '../../../model/from-criu/image.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type { UidGidExtent } from '../../../parse/generated/criu-descriptors.ts';
import { eachFile, idsOfType } from '../../criu/trust/facts.ts';
import type { Grants, IdMapping } from '../grants/grants.ts';
import { inImage, type TrustReport, trustRule } from '../rule.ts';
import type { ContainerSubject, ImageFacts } from '../subject.ts';

const mend = 'Do not restore it; start the container anew.';

export const namespacesRule = trustRule(
  {
    'trust-host-namespace': {
      severity: 'error',
      meaning: 'Processes are restored in a namespace of the host, where the container was to have its own.',
      why: 'A namespace id equal to that of criu itself is not made: the process stays where criu runs.',
      bad: 'net_ns_id equal to the one in the inventory, and a spec with an own network namespace',
      good: 'an id of its own for each namespace of the spec',
      mend,
      reference: 'criu/namespaces.c: root_ids of the inventory are those of criu',
    },
    'trust-no-mount-namespace': {
      severity: 'error',
      meaning: "The archive of a container has no mount table: names of files are looked up in the host's.",
      why: 'Open files, programs and directories of the image are opened on the host, as root.',
      bad: 'an engine archive without mountpoints-N.img',
      good: 'mountpoints-N.img of the mount namespace of the first process',
      mend,
      reference: 'criu/files-reg.c, open_path; seen with CRIU 4.2: a host file was read',
    },
    'trust-namespace-key': {
      severity: 'error',
      meaning: 'An external namespace has another key than those that runtimes hand over.',
      why: 'A runtime hands its namespaces over by fixed keys; another one is looked up in what else is inherited.',
      bad: 'ext_key "host_net" in netns-10.img',
      good: 'extRootNetNS, extRootPidNS',
      mend,
      reference: 'runc libcontainer/criu_linux.go, crun src/libcrun/criu.c',
    },
    'trust-namespace-file': {
      severity: 'warning',
      meaning: 'An open file is a namespace that no process of the image lives in.',
      why: 'setns(2) on such a descriptor leaves the container.',
      bad: 'a descriptor of the pid namespace of criu',
      good: 'descriptors of namespaces of the container itself',
      mend: 'Ask which program holds it.',
      reference: 'criu/namespaces.c, open_ns_fd',
    },
    'trust-id-mapping': {
      severity: 'error',
      meaning: 'A user namespace is restored with a mapping that was not granted.',
      why: 'Ids of the image become others on the host: with the identity mapping, root inside is root outside.',
      bad: 'uid_map 0 0 4294967295 under a spec that maps 0 to 200000',
      good: 'the mappings of the spec',
      mend,
      reference: 'criu/namespaces.c, prepare_userns; seen with CRIU 4.2',
    },
  },
  (subject, report) => {
    const { images, engine, grants } = subject;
    if (images === undefined) return;
    if (
      engine !== undefined &&
      images.inventory !== undefined &&
      images.inventory.root_ids === undefined &&
      images.processes.length > 0
    )
      report(
        'trust-host-namespace',
        { member: `${images.prefix}inventory.img`, field: 'root_ids absent' },
        'the inventory does not say which namespaces are those of criu, so that none can be told to be the own one',
        'warning',
      );
    for (const granted of grants) judgeHostNamespaces(images, granted, report);
    const hasMounts = images.mounts.length > 0;
    if (engine !== undefined && !hasMounts && images.processes.length > 0) {
      report(
        'trust-no-mount-namespace',
        { member: `${images.prefix}${fileName('MNTS', expectedMounts(images))}`, field: 'absent' },
        'no mount namespace image: files of the processes would be opened by their names on the host',
      );
    }
    judgeKeys(subject, images, report);
    judgeFiles(images, report);
    for (const granted of grants) judgeMappings(images, granted, report);
  },
);

/** CRIU numbers namespaces as it meets them: the one of the mounts behind that of the host name. */
function expectedMounts({ processes, inventory }: ImageFacts): number {
  const ids = processes[0]?.ids?.entry;
  const own = ids?.mnt_ns_id;
  return own !== undefined && own !== inventory?.root_ids?.mnt_ns_id ? own : (ids?.uts_ns_id ?? 0) + 1;
}

type Report = TrustReport<
  | 'trust-host-namespace'
  | 'trust-no-mount-namespace'
  | 'trust-namespace-key'
  | 'trust-namespace-file'
  | 'trust-id-mapping'
>;

/** Types of a spec and the ids of a task. Control groups and time are not: CRIU records them apart. */
const fields = {
  pid: 'pid_ns_id',
  network: 'net_ns_id',
  ipc: 'ipc_ns_id',
  uts: 'uts_ns_id',
  mount: 'mnt_ns_id',
  user: 'user_ns_id',
} as const;

function judgeHostNamespaces(images: ImageFacts, { namespaces, source }: Grants, report: Report): void {
  const own = images.inventory?.root_ids;
  if (own === undefined || namespaces === undefined) return;
  for (const [type, field] of Object.entries(fields)) {
    const hostId = own[field];
    if (!namespaces.has(type) || hostId === undefined) continue;
    const process = images.processes.find(({ ids }) => ids?.entry[field] === hostId);
    if (process?.ids === undefined) continue;
    report(
      'trust-host-namespace',
      inImage(images, process.ids, field),
      `namespace of the host: process ${process.pid} (${process.comm}) would live in the ${type} namespace of criu, ${source} grants an own one`,
    );
  }
}

const runtimeKeys: ReadonlySet<string> = new Set(['extRootNetNS', 'extRootPidNS']);

function judgeKeys({ grants, engine }: ContainerSubject, images: ImageFacts, report: Report): void {
  if (engine === undefined || engine === 'unknown') return;
  const spec = grants.find(({ origin }) => origin === 'archive');
  for (const [type, message, kind] of [
    ['NETNS', 'netns_entry', 'network'],
    ['PIDNS', 'pidns_entry', 'pid'],
  ] as const) {
    for (const id of idsOfType(images.image, type)) {
      const entry = firstOf(images.image, type, message, id);
      const key = textOf(entry?.fields.ext_key);
      if (entry === undefined || key === undefined || key === '') continue;
      const where = inImage(images, { file: entry.file, offset: entry.at }, 'ext_key');
      if (!runtimeKeys.has(key))
        report(
          'trust-namespace-key',
          where,
          `namespace key not the runtime's: the external ${kind} namespace has the key "${key}"`,
        );
      else if (spec?.namespaces !== undefined && !spec.namespaces.has(kind))
        report(
          'trust-namespace-key',
          where,
          `namespace key "${key}" without a ${kind} namespace in ${spec.source}`,
        );
    }
  }
}

function judgeFiles(images: ImageFacts, report: Report): void {
  const known = new Set<number>();
  for (const { ids } of images.processes)
    for (const [name, id] of Object.entries(ids?.entry ?? {}))
      if (name.endsWith('_ns_id') && typeof id === 'number') known.add(id);
  // Nested ones have images of their own.
  for (const type of ['NETNS', 'UTSNS', 'PIDNS', 'USERNS', 'MNTS', 'IPC_VAR', 'TIMENS'] as const)
    for (const id of idsOfType(images.image, type)) if (id !== undefined) known.add(id);
  const hosts = images.inventory?.root_ids;
  for (const { nsf, place } of eachFile(images.image)) {
    if (nsf?.ns_id === undefined || known.size === 0) continue;
    const isHost = Object.entries(hosts ?? {}).some(
      ([name, id]) => name.endsWith('_ns_id') && id === nsf.ns_id && !known.has(nsf.ns_id ?? 0),
    );
    if (known.has(nsf.ns_id) && !isHost) continue;
    report(
      'trust-namespace-file',
      inImage(images, place, 'nsf.ns_id'),
      `namespace fd outside the container: file ${nsf.id ?? 0} is namespace ${nsf.ns_id}, which ${isHost ? 'is that of criu' : 'no process has'}`,
    );
  }
}

function judgeMappings(images: ImageFacts, granted: Grants, report: Report): void {
  if (granted.uidMappings === undefined && granted.gidMappings === undefined) return;
  const own = images.processes[0]?.ids;
  const isGone =
    own?.entry.user_ns_id !== undefined &&
    (granted.uidMappings ?? []).length > 0 &&
    !idsOfType(images.image, 'USERNS').includes(own.entry.user_ns_id);
  if (isGone && granted.origin === 'archive')
    report(
      'trust-id-mapping',
      { member: `${images.prefix}${fileName('USERNS', own.entry.user_ns_id)}`, field: 'absent' },
      `id mapping absent: no user namespace image, ${granted.source} maps ids`,
    );
  for (const id of idsOfType(images.image, 'USERNS')) {
    const entry = firstOf(images.image, 'USERNS', 'userns_entry', id);
    // That of the container, not those that its programs made.
    const isRoot = images.processes[0]?.ids?.entry.user_ns_id === id;
    if (entry === undefined || !isRoot) continue;
    for (const [field, wanted] of [
      ['uid_map', granted.uidMappings],
      ['gid_map', granted.gidMappings],
    ] as const) {
      if (wanted === undefined || wanted.length === 0) continue;
      const maps = entry.fields[field] ?? [];
      const index = maps.findIndex((extent) => !isWithin(extent, wanted));
      if (index < 0) continue;
      const { first = 0, lower_first = 0, count = 0 } = maps[index] ?? {};
      report(
        'trust-id-mapping',
        inImage(images, { file: entry.file, offset: entry.at }, `${field}[${index}]`),
        `id mapping wider than spec: ${field} maps ${count} ids from ${first} on to ${lower_first} of the host, ${granted.source} grants ${wanted.map((map) => `${map.first} to ${map.host} (${map.count})`).join(', ')}`,
      );
    }
  }
}

/** Whether the extent maps ids as one of those that were granted does. */
const isWithin = (
  { first = 0, lower_first = 0, count = 0 }: UidGidExtent,
  wanted: readonly IdMapping[],
): boolean =>
  wanted.some(
    (map) =>
      first >= map.first &&
      first + count <= map.first + map.count &&
      lower_first - first === map.host - map.first,
  );
