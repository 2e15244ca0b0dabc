/** Which base image the archive names, in its documents: a restore pulls it, under the name that others use. */
import { list, member, text } from '../json.ts';
import { cleaned, hasDotDot } from '../paths.ts';
import { type TrustReport, trustRule } from '../rule.ts';
import type { ContainerSubject, JsonDocument } from '../subject.ts';
import { samePath } from './mount-facts.ts';

export const imageReferenceRule = trustRule(
  {
    'trust-image-reference': {
      severity: 'error',
      meaning: 'The name and the reference of the base image do not belong together.',
      why: 'containerd pulls the reference and tags it with the name: other pods then run the image of the attacker.',
      bad: 'rootfsImageName nginx:1 and rootfsImageRef evil.example/x@sha256:…',
      good: 'the reference is the digest form of the same repository, or an id of the storage',
      mend: 'Do not restore it: no engine writes such a document.',
      reference: 'CVE-2026-50195',
    },
    'trust-status': {
      severity: 'warning',
      meaning: 'The status of the container and its spec say different things.',
      why: 'containerd takes annotations, mounts and paths of logs from the status.',
      bad: 'a mount of / in status.dump that the spec does not have',
      good: 'documents that agree',
      mend: 'Do not restore it: they were written at one time by one engine.',
      reference: 'CVE-2026-53492; containerd internal/cri/server/container_checkpoint_linux.go',
    },
  },
  (subject, report) => {
    const { config, status } = subject.documents;
    if (config !== undefined) judgeConfig(config, report);
    if (status !== undefined) judgeStatus(subject, status, report);
  },
);

type Report = TrustReport<keyof typeof imageReferenceRule.pages & string>;

interface Reference {
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** `nginx` is `docker.io/library/nginx` to engines (distribution/reference, normalize.go). */
export function parseReference(name: string): Reference {
  const [before = '', digest] = name.split('@', 2);
  const slash = before.lastIndexOf('/');
  const colon = before.indexOf(':', slash + 1);
  const path = colon < 0 ? before : before.slice(0, colon);
  const [first = ''] = path.split('/');
  const hasDomain =
    path.includes('/') && (first.includes('.') || first.includes(':') || first === 'localhost');
  const withDomain = hasDomain
    ? path
    : path.includes('/')
      ? `docker.io/${path}`
      : `docker.io/library/${path}`;
  return {
    repository: withDomain.replace(/^index\.docker\.io\//, 'docker.io/'),
    tag: colon < 0 ? undefined : before.slice(colon + 1),
    digest,
  };
}

/** An id of the storage, which says nothing of a repository. */
const isId = (name: string): boolean => /^(sha256:)?[0-9a-f]{12,64}$/.test(name);

function judgeConfig(config: JsonDocument, report: Report): void {
  const at = (field: string) => ({ member: config.member, field });
  const name = text(member(config.value, 'rootfsImageName')) ?? '';
  const asked = text(member(config.value, 'rootfsImage')) ?? '';
  const reference = text(member(config.value, 'rootfsImageRef')) ?? '';
  for (const [field, other] of [
    ['rootfsImageRef', reference],
    ['rootfsImage', asked],
  ] as const) {
    if (name === '' || other === '' || isId(other) || isId(name)) continue;
    const why = difference(parseReference(name), parseReference(other));
    if (why === undefined) continue;
    report(
      'trust-image-reference',
      at(why === 'digest' ? 'rootfsImageName' : field),
      `image name and reference disagree: ${name} and ${other} differ in their ${why}`,
      field === 'rootfsImage' || why === 'tag' ? 'warning' : 'error',
    );
  }
  for (const [field, value] of [
    ['rootfsImageName', name],
    ['rootfsImageRef', reference],
    ['rootfsImage', asked],
  ] as const)
    if (value.startsWith('/') || hasDotDot(value) || /\s/.test(value))
      report('trust-image-reference', at(field), `image reference malformed: ${field} is ${value}`, 'error');
}

function difference(name: Reference, other: Reference): string | undefined {
  if (name.repository !== other.repository) return 'repository';
  if (name.digest !== undefined && other.digest !== undefined)
    return name.digest === other.digest ? undefined : 'digest';
  return name.tag !== undefined && other.tag !== undefined && name.tag !== other.tag ? 'tag' : undefined;
}

function judgeStatus(
  { grants, documents: { config } }: ContainerSubject,
  status: JsonDocument,
  report: Report,
): void {
  const at = (field: string) => ({ member: status.member, field });
  const spec = grants.find(({ origin }) => origin === 'archive');
  for (const [index, item] of list(member(status.value, 'mounts')).entries()) {
    const inside = text(member(item, 'containerPath')) ?? text(member(item, 'container_path')) ?? '';
    const outside = text(member(item, 'hostPath')) ?? text(member(item, 'host_path')) ?? '';
    const own = spec?.mounts?.find(({ destination }) => samePath(destination, inside));
    if (
      spec?.mounts === undefined ||
      (own !== undefined && (outside === '' || cleaned(own.source) === cleaned(outside)))
    )
      continue;
    report(
      'trust-status',
      at(`mounts[${index}]`),
      own === undefined
        ? `status and spec disagree: ${outside} at ${inside} is no mount of ${spec.source}`
        : `status and spec disagree: ${outside} at ${inside}, ${spec.source} has ${own.source}`,
    );
  }
  const log = text(member(status.value, 'logPath')) ?? text(member(status.value, 'log_path')) ?? '';
  if (log !== '' && (hasDotDot(log) || !/^\/var\/log\/(pods|containers)\//.test(log)))
    report('trust-status', at('logPath'), `log path outside log directory: ${log}`);
  const shown = text(member(status.value, 'imageRef')) ?? text(member(status.value, 'image_ref')) ?? '';
  const reference = text(member(config?.value, 'rootfsImageRef')) ?? '';
  if (
    shown !== '' &&
    reference !== '' &&
    !isId(shown) &&
    !isId(reference) &&
    difference(parseReference(shown), parseReference(reference)) !== undefined
  )
    report(
      'trust-image-reference',
      at('imageRef'),
      `image name and reference disagree: status has ${shown}, config has ${reference}`,
    );
  const image = text(member(status.value, 'image', 'image')) ?? '';
  const name = text(member(config?.value, 'rootfsImageName')) ?? '';
  if (
    image !== '' &&
    name !== '' &&
    !isId(image) &&
    !isId(name) &&
    difference(parseReference(image), parseReference(name)) !== undefined
  )
    report(
      'trust-image-reference',
      at('image.image'),
      `image name and reference disagree: status has ${image}, config has ${name}`,
    );
}
