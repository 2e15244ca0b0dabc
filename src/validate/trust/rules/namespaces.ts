/** Namespaces that a restore makes, shares with the host, or joins; and the id mappings of user namespaces. */
import type { Grants, IdMapping } from '../grants/grants.ts';
import type { ImageFacts, NamespaceType } from '../image-facts.ts';
import { inImage, type TrustReport, trustRule } from '../rule.ts';
import type { ContainerSubject } from '../subject.ts';

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
    const { unsaid } = images.namespaces;
    if (engine !== undefined && unsaid !== undefined && images.processes.length > 0)
      report(
        'trust-host-namespace',
        inImage(images, unsaid, unsaid.field),
        'the inventory does not say which namespaces are those of criu, so that none can be told to be the own one',
        'warning',
      );
    for (const granted of grants) judgeHostNamespaces(images, granted, report);
    const hasMounts = images.mounts.length > 0;
    if (engine !== undefined && !hasMounts && images.processes.length > 0) {
      report(
        'trust-no-mount-namespace',
        inImage(images, { file: images.mountTable, offset: 0 }, 'absent'),
        'no mount namespace image: files of the processes would be opened by their names on the host',
      );
    }
    judgeKeys(subject, images, report);
    judgeFiles(images, report);
    for (const granted of grants) judgeMappings(images, granted, report);
  },
);

type Report = TrustReport<
  | 'trust-host-namespace'
  | 'trust-no-mount-namespace'
  | 'trust-namespace-key'
  | 'trust-namespace-file'
  | 'trust-id-mapping'
>;

/** As a spec names them. Control groups and time are not among them: they are recorded apart. */
const types: readonly NamespaceType[] = ['pid', 'network', 'ipc', 'uts', 'mount', 'user'];

function judgeHostNamespaces(images: ImageFacts, { namespaces, source }: Grants, report: Report): void {
  if (namespaces === undefined) return;
  for (const type of types) {
    const hostId = images.namespaces.ofDumper[type];
    if (!namespaces.has(type) || hostId === undefined) continue;
    const process = images.processes.find((one) => one.namespaces?.ids[type] === hostId);
    if (process?.namespaces === undefined) continue;
    report(
      'trust-host-namespace',
      inImage(images, process.namespaces, images.fields.namespaces[type]),
      `namespace of the host: process ${process.pid} (${process.comm}) would live in the ${type} namespace of criu, ${source} grants an own one`,
    );
  }
}

const runtimeKeys: ReadonlySet<string> = new Set(['extRootNetNS', 'extRootPidNS']);

function judgeKeys({ grants, engine }: ContainerSubject, images: ImageFacts, report: Report): void {
  if (engine === undefined || engine === 'unknown') return;
  const spec = grants.find(({ origin }) => origin === 'archive');
  for (const external of images.namespaces.external) {
    const { type, key } = external;
    const where = inImage(images, external, images.fields.namespaceKey);
    if (!runtimeKeys.has(key))
      report(
        'trust-namespace-key',
        where,
        `namespace key not the runtime's: the external ${type} namespace has the key "${key}"`,
      );
    else if (spec?.namespaces !== undefined && !spec.namespaces.has(type))
      report(
        'trust-namespace-key',
        where,
        `namespace key "${key}" without a ${type} namespace in ${spec.source}`,
      );
  }
}

function judgeFiles(images: ImageFacts, report: Report): void {
  const { known, foreign } = images.namespaces;
  if (known.size === 0) return;
  for (const file of images.files()) {
    const { namespace } = file;
    if (namespace === undefined || known.has(namespace.id)) continue;
    report(
      'trust-namespace-file',
      inImage(images, file, images.fields.namespaceOfFile),
      `namespace fd outside the container: file ${namespace.file} is namespace ${namespace.id}, which ${foreign.has(namespace.id) ? 'is that of criu' : 'no process has'}`,
    );
  }
}

function judgeMappings(images: ImageFacts, granted: Grants, report: Report): void {
  if (granted.uidMappings === undefined && granted.gidMappings === undefined) return;
  const { users, userFile } = images.namespaces;
  const own = images.processes[0]?.namespaces?.ids.user;
  if (own === undefined) return;
  // That of the container, not those that its programs made.
  const user = users.find(({ id }) => id === own);
  if (user === undefined) {
    if ((granted.uidMappings ?? []).length > 0 && granted.origin === 'archive')
      report(
        'trust-id-mapping',
        inImage(images, { file: userFile(own), offset: 0 }, 'absent'),
        `id mapping absent: no user namespace image, ${granted.source} maps ids`,
      );
    return;
  }
  for (const [kind, wanted] of [
    ['uids', granted.uidMappings],
    ['gids', granted.gidMappings],
  ] as const) {
    if (wanted === undefined || wanted.length === 0) continue;
    const index = user[kind].findIndex((mapping) => !isWithin(mapping, wanted));
    const found = user[kind][index];
    if (found === undefined) continue;
    const field = images.fields.idMappings[kind];
    report(
      'trust-id-mapping',
      inImage(images, user, `${field}[${index}]`),
      `id mapping wider than spec: ${field} maps ${found.count} ids from ${found.first} on to ${found.host} of the host, ${granted.source} grants ${wanted.map((map) => `${map.first} to ${map.host} (${map.count})`).join(', ')}`,
    );
  }
}

/** Whether it maps ids as one of those that were granted does. */
const isWithin = ({ first, host, count }: IdMapping, wanted: readonly IdMapping[]): boolean =>
  wanted.some(
    (map) =>
      first >= map.first && first + count <= map.first + map.count && host - first === map.host - map.first,
  );
