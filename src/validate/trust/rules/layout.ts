/** OCI layouts, images of checkpoints and checkpoints of pods: what their documents say, against what is there. */
import { flag, list, member, number, text } from '../json.ts';
import { type TrustReport, trustRule } from '../rule.ts';
import type { ContainerSubject, LayoutProblem, OciImage } from '../subject.ts';
import { capabilitiesRule } from './capabilities.ts';
import { credentialsRule } from './credentials.ts';
import { parseReference } from './image-reference.ts';
import { privilegesRule } from './privileges.ts';
import { seccompRule } from './seccomp.ts';

const changed = 'Do not restore it: no engine writes such an archive.';

export const layoutRule = trustRule(
  {
    'trust-layout-digest': {
      severity: 'error',
      meaning: 'A blob is not the one that its digest names, or the digest is none.',
      why: 'Readers that take the digest for the content, or a path for a digest, use what somebody else put there.',
      bad: 'a spec blob that was changed after its digest was taken; "sha256:../../etc/passwd"',
      good: 'SHA-256 of every blob as its descriptor says',
      mend: changed,
      reference: 'OCI image-spec, descriptor.md, Digests',
    },
    'trust-layout-blob': {
      severity: 'warning',
      meaning: 'A descriptor does not fit its blob, or names one that is not in the layout.',
      why: 'A layer with URLs is fetched from elsewhere; sizes and absent blobs are read in different ways.',
      bad: 'a layer with urls; a size that is not that of the blob',
      good: 'all blobs in the layout, with their sizes',
      mend: changed,
      reference: 'OCI image-spec, descriptor.md and layer.md, Non-Distributable Layers',
    },
    'trust-layout-twice': {
      severity: 'error',
      meaning: 'A layout or a manifest has something twice of which an engine takes one.',
      why: 'Who judges the archive may read one of them, and who restores it the other.',
      bad: 'two CRIU blobs, the second with uid 0; two containers of one name',
      good: 'one CRIU blob, one spec, one set of options and one layer for each container',
      mend: changed,
      reference: 'containerd client/restore.go; KEP-5823',
    },
    'trust-restore-path': {
      severity: 'error',
      meaning:
        'A descriptor makes the restore read images from a directory of the host, or a manifest leaves its own.',
      why: 'The engine opens the path as root.',
      bad: 'the annotation RestoreFromPath; the archive ../../var/lib/x.tar',
      good: 'blobs of the layout, archives beside the manifest',
      mend: changed,
      reference: 'containerd plugins/services/tasks/local.go',
    },
    'trust-restore-options': {
      severity: 'warning',
      meaning: 'The archive brings options for the restore.',
      why: 'External UNIX sockets are connected to those of the host; paths are opened there.',
      bad: 'external_unix_sockets and image_path in CheckpointOptions',
      good: 'options without these',
      mend: 'Restore it with options of your own.',
      reference: 'containerd CheckpointOptions',
    },
    'trust-checkpoint-image': {
      severity: 'note',
      meaning: 'The image is a checkpoint: engines restore it where they would start an ordinary one.',
      why: 'podman run restored such images until 6.1.3, CRI-O and containerd by their annotation.',
      bad: 'the annotation in an image that is said to be an ordinary one',
      good: 'images that you restore on purpose',
      mend: 'Restore it only on purpose.',
      reference: 'CVE-2026-94603',
    },
    'trust-image-annotation': {
      severity: 'warning',
      meaning: 'The annotations of the image and the documents in its layer say different things.',
      why: 'Engines take names of the base image and the runtime from either.',
      bad: 'rootfsImageName alpine in the annotations and nginx in config.dump',
      good: 'annotations that agree with config.dump',
      mend: changed,
      reference: 'podman, checkpointctl build',
    },
    'trust-pod-config': {
      severity: 'error',
      meaning:
        'The manifest or the configuration of the pod and its containers say different things about rights.',
      why: 'A restore of the pod takes the sandbox from the one and the processes from the other.',
      bad: 'a manifest that asks for uid 1000 and images with uid 0; a privileged sandbox around ordinary containers',
      good: 'documents that agree',
      mend: changed,
      reference: 'KEP-5823; containerd RestorePod compares the requested context only',
    },
  },
  (subject, report) => {
    for (const problem of [...(subject.layout?.problems ?? []), ...(subject.pod?.problems ?? [])])
      say(problem, report);
    if (subject.image !== undefined) judgeImage(subject, subject.image, report);
    judgeEntry(subject, report);
    judgeSandbox(subject, report);
  },
);

type Report = TrustReport<keyof typeof layoutRule.pages & string>;

const codes = {
  absent: 'trust-layout-blob',
  differs: 'trust-pod-config',
  digest: 'trust-layout-digest',
  escape: 'trust-restore-path',
  foreign: 'trust-layout-blob',
  mismatch: 'trust-layout-digest',
  options: 'trust-restore-options',
  path: 'trust-restore-path',
  size: 'trust-layout-blob',
  twice: 'trust-layout-twice',
} as const satisfies Record<LayoutProblem['kind'], keyof typeof layoutRule.pages>;

const say = ({ kind, member: where, field, message }: LayoutProblem, report: Report): void =>
  report(codes[kind], { member: where, field }, message, kind === 'differs' ? 'warning' : undefined);

/** Presence of these makes an engine restore: podman, CRI-O, containerd. */
const triggers = [
  'io.podman.annotations.checkpoint.runtime.name',
  'io.kubernetes.cri-o.annotations.checkpoint.name',
  'org.criu.checkpoint.container.name',
];

function judgeImage(subject: ContainerSubject, image: OciImage, report: Report): void {
  const { annotations, member: where, layers } = image;
  const keys = [...annotations.keys()].filter((name) =>
    /^(io\.podman|io\.kubernetes\.cri-o)\.annotations\.checkpoint\.|^org\.criu\.checkpoint\./.test(name),
  );
  const trigger = triggers.find((name) => annotations.has(name));
  const { documents } = subject;
  const isCheckpoint = documents.spec !== undefined && documents.config !== undefined;
  const at = (field: string) => ({ member: where, field });
  if (trigger !== undefined)
    report(
      'trust-checkpoint-image',
      at('annotations'),
      isCheckpoint
        ? `image is a checkpoint: ${trigger} is ${annotations.get(trigger)}`
        : `image is restored, though its layer holds no spec.dump and config.dump: ${trigger} is ${annotations.get(trigger)}`,
      isCheckpoint ? 'note' : 'error',
    );
  if (keys.length > 0 && layers > 1)
    report(
      'trust-layout-twice',
      at('layers'),
      `two layers: a checkpoint has one, this image has ${layers}`,
      'warning',
    );
  const config = documents.config?.value;
  for (const [suffix, name] of [
    ['rootfsImageName', 'rootfsImageName'],
    ['rootfsImageID', 'rootfsImageID'],
    ['runtime.name', 'runtime'],
    ['container.name', 'name'],
    ['checkpoint.name', 'name'],
  ] as const) {
    const inside =
      text(member(config, name)) ??
      (name === 'rootfsImageID' ? text(member(config, 'rootfsImageRef')) : undefined);
    for (const key of keys) {
      if (!key.endsWith(`.${suffix}`) || inside === undefined) continue;
      const outside = annotations.get(key) ?? '';
      if (outside === inside || isSame(suffix, outside, inside)) continue;
      report(
        'trust-image-annotation',
        at(`annotations ${key}`),
        `annotation and config disagree: ${key} is ${outside}, ${documents.config?.member} has ${inside}`,
      );
    }
  }
}

/** Names of images in their long and short form; of runtimes a path ends in the name; of ids one begins the other. */
function isSame(suffix: string, left: string, right: string): boolean {
  if (suffix === 'rootfsImageName') {
    const [a, b] = [parseReference(left), parseReference(right)];
    return a.repository === b.repository && (a.tag === b.tag || a.tag === undefined || b.tag === undefined);
  }
  if (suffix === 'runtime.name') return left.split('/').at(-1) === right.split('/').at(-1);
  if (suffix === 'container.name' || suffix === 'checkpoint.name')
    return right.includes(left) || left.includes(right);
  const plain = (id: string) => id.replace(/^sha256:/, '');
  return plain(left).startsWith(plain(right)) || plain(right).startsWith(plain(left));
}

/** Which of the rules about rights, held against the request alone, find something: once, at the manifest. */
function judgeEntry(subject: ContainerSubject, report: Report): void {
  const { podEntry } = subject;
  if (podEntry === undefined) return;
  const asked = subject.grants.filter(({ source }) => source.startsWith('checkpoint-manifest.json'));
  if (asked.length === 0) return;
  const found: string[] = [];
  for (const rule of [credentialsRule, capabilitiesRule, privilegesRule, seccompRule])
    rule.check({ ...subject, grants: asked }, (_code, _where, message, severity = 'error') => {
      if (severity === 'error') found.push(message);
    });
  if (found.length > 0)
    report(
      'trust-pod-config',
      { member: 'checkpoint-manifest.json', field: `containers[${podEntry.index}].config` },
      `images above pod config: ${found[0]}${found.length > 1 ? ` (and ${found.length - 1} more)` : ''}`,
    );
}

/** NODE of CRI's NamespaceMode: the namespace of the host. */
const node = 2;

function judgeSandbox({ pod }: ContainerSubject, report: Report): void {
  const config = pod?.config;
  if (pod === undefined || config === undefined) return;
  const context =
    member(config.value, 'linux', 'security_context') ?? member(config.value, 'linux', 'securityContext');
  const options = member(context, 'namespace_options') ?? member(context, 'namespaceOptions');
  const specs = pod.containers.flatMap(({ grants }) =>
    grants.filter(({ origin, namespaces }) => origin === 'archive' && namespaces !== undefined),
  );
  const says: string[] = [];
  if (
    flag(member(context, 'privileged')) === true &&
    specs.length > 0 &&
    specs.every(({ isPrivileged }) => !isPrivileged)
  )
    says.push('privileged');
  for (const [name, type] of [
    ['network', 'network'],
    ['pid', 'pid'],
    ['ipc', 'ipc'],
  ] as const) {
    const mode = member(options, name);
    const isHost = number(mode) === node || text(mode) === 'NODE';
    if (isHost && specs.length > 0 && specs.every(({ namespaces }) => namespaces?.has(type) === true))
      says.push(`the ${type} namespace of the host`);
  }
  if (says.length > 0)
    report(
      'trust-pod-config',
      { member: config.member, field: 'linux.security_context' },
      `pod config above container specs: the sandbox asks for ${says.join(', ')}, none of its containers has it`,
    );
  const log = text(member(config.value, 'log_directory')) ?? text(member(config.value, 'logDirectory')) ?? '';
  if (log !== '' && !/^\/var\/log\/pods\//.test(log))
    report(
      'trust-pod-config',
      { member: config.member, field: 'log_directory' },
      `log path outside log directory: ${log}`,
    );
  for (const [index, mapping] of list(member(config.value, 'port_mappings')).entries()) {
    const port = number(member(mapping, 'host_port')) ?? 0;
    if (port > 0 && port < 1024)
      report(
        'trust-pod-config',
        { member: config.member, field: `port_mappings[${index}]` },
        `port of the host: ${port}`,
        'note',
      );
  }
}
