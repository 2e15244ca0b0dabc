/** Policies about a container as a whole: its base image, its labels, and what each of its threads must have. */
import type { Finding } from '../finding.ts';
import { entries, member, text } from '../trust/json.ts';
import type { ContainerSubject, Json } from '../trust/subject.ts';
import { globPattern } from './glob.ts';
import { finding, type Policy, type PolicyCode } from './policy.ts';

/** Whether a policy asks for anything that this file judges. */
export const asksForContainer = ({ images, labels, require }: Policy): boolean =>
  images.length + labels.length + require.images.length + require.labels.length > 0 ||
  require.noNewPrivileges ||
  require.seccomp ||
  require.nonRoot;

export function judgeContainer(
  subject: ContainerSubject,
  policies: readonly Policy[],
  add: (finding: Finding) => void,
): void {
  for (const policy of policies.filter(asksForContainer)) {
    const say = (code: PolicyCode, where: string, what: string) => add(finding(policy, code, what, 0, where));
    judgeImage(subject, policy, say);
    judgeLabels(subject, policy, say);
    judgeRights(subject, policy, say);
  }
}

type Say = (code: PolicyCode, where: string, what: string) => void;

const fits = (globs: readonly string[], value: string): boolean =>
  globs.some((glob) => globPattern(glob).test(value));

function judgeImage({ documents: { config } }: ContainerSubject, policy: Policy, say: Say): void {
  const { images, require } = policy;
  if (images.length + require.images.length === 0) return;
  const name = text(member(config?.value, 'rootfsImageName')) ?? text(member(config?.value, 'rootfsImage'));
  const where = config === undefined ? 'image' : `${config.member}/rootfsImageName`;
  if (name === undefined) {
    if (require.images.length > 0) say('policy-image', where, 'the archive names no base image');
  } else if (fits(images, name)) say('policy-image', where, `the base image is ${name}`);
  else if (require.images.length > 0 && !fits(require.images, name))
    say('policy-image', where, `the base image is ${name}, none of those that are required`);
}

/** `NAME=VALUE` of labels of the container and of annotations, wherever the engine keeps them. */
function labelsOf({ documents: { config, spec, status } }: ContainerSubject): readonly string[] {
  const places: readonly (Json | undefined)[] = [
    member(config?.value, 'labels'),
    member(spec?.value, 'annotations'),
    member(status?.value, 'labels'),
    member(status?.value, 'annotations'),
  ];
  return places.flatMap((place) =>
    entries(place).map(([name, value]) => `${name}=${typeof value === 'string' ? value : ''}`),
  );
}

/** A glob without `=` is about the name alone. */
const wholeGlob = (glob: string): string => (glob.includes('=') ? glob : `${glob}=**`);

function judgeLabels(subject: ContainerSubject, { labels, require }: Policy, say: Say): void {
  if (labels.length + require.labels.length === 0) return;
  const own = labelsOf(subject);
  const where = subject.documents.spec?.member ?? subject.documents.config?.member ?? 'image';
  for (const label of own)
    if (fits(labels.map(wholeGlob), label))
      say('policy-label', where, `the container has the label ${label.split('=', 1)[0]}`);
  for (const glob of require.labels)
    if (!own.some((label) => fits([wholeGlob(glob)], label)))
      say('policy-label', where, `the container has no label ${glob}`);
}

function judgeRights({ images }: ContainerSubject, { require }: Policy, say: Say): void {
  if (images === undefined) return;
  for (const { pid, comm, threads } of images.processes) {
    const [leader] = threads;
    for (const thread of threads) {
      const { credentials, file } = thread;
      if (credentials === undefined) continue;
      const who =
        thread.tid === pid ? `process ${pid} (${comm})` : `thread ${thread.tid} of process ${pid} (${comm})`;
      const at = `${images.prefix}${file}/${images.fields.thread}`;
      if (require.noNewPrivileges && !credentials.noNewPrivileges)
        say('policy-rights', at, `${who} is without no_new_privs`);
      // What a thread has not of its own it has of the first one, by TSYNC.
      const isFiltered =
        thread.seccompMode !== 0 ||
        (leader?.seccompMode === 2 && images.filters[leader.seccompFilter ?? -1]?.isShared === true);
      if (require.seccomp && !isFiltered) say('policy-rights', at, `${who} has no system call filter`);
      if (require.nonRoot && credentials.uids.includes(0)) say('policy-rights', at, `${who} is root`);
    }
  }
}
