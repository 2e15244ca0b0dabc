/** Users and groups of every thread against those that were granted (criu/pie/restorer.c, restore_creds). */

import { cap } from '../capability.ts';
import type { Grants } from '../grants/grants.ts';
import { grantsCapability } from '../grants/grants.ts';
import type { Credentials, ImageFacts, ProcessRights, ThreadRights } from '../image-facts.ts';
import { inImage, threadText, trustRule } from '../rule.ts';

const reference = 'CVE-2026-92574, CVE-2026-95837: images win over the securityContext';
const why = 'A restore sets the ids of the image for every thread, as root, whatever the spec says.';

export const credentialsRule = trustRule(
  {
    'trust-uid': {
      severity: 'error',
      meaning: 'A thread is restored with a user that was not granted to the container.',
      why,
      bad: 'a spec with uid 1000 and a thread whose saved uid is 0',
      good: 'the uid of the spec in all four ids; another one where the container started as root',
      mend: 'Restore it only where you know why; else start the container anew.',
      reference,
    },
    'trust-gid': {
      severity: 'error',
      meaning: 'A thread is restored with a group that was not granted to the container.',
      why,
      bad: 'a spec with gid 1000 and a thread whose effective gid is 0',
      good: 'the gid of the spec in all four ids',
      mend: 'Restore it only where you know why; else start the container anew.',
      reference,
    },
    'trust-groups': {
      severity: 'error',
      meaning: 'A thread is restored with a supplementary group that was not granted to the container.',
      why,
      bad: 'a spec with uid 1000 and no additional groups, and a thread in group 6 (disk)',
      good: 'groups of the spec, its gid, or fewer',
      mend: 'Restore it only where you know why; else start the container anew.',
      reference,
    },
    'trust-thread-user': {
      severity: 'warning',
      meaning: 'One thread is root while the first thread of its process is not.',
      why: 'Credentials are restored thread by thread; all threads share one memory, so one is enough.',
      bad: 'thread 5 with uid 0 in a process of uid 1000',
      good: 'equal users in all threads, as programs that change them by the C library have',
      mend: 'Ask where the image comes from.',
      reference: 'CRIU restores the creds of every thread from its own core image',
    },
  },
  ({ images, grants }, report) => {
    if (images === undefined) return;
    for (const process of images.processes) {
      for (const thread of process.threads) {
        const { credentials } = thread;
        if (credentials === undefined) continue;
        for (const granted of grants) {
          const found = [
            judgeUsers(images, process, thread, credentials, granted),
            judgeGroups(images, process, thread, credentials, granted),
            judgeSupplementary(images, process, thread, credentials, granted),
          ];
          for (const one of found) if (one) report(one.code, one.where, one.message, one.severity);
        }
        const leader = process.threads[0]?.credentials;
        const isOdd = leader !== undefined && credentials.uids.includes(0) && !leader.uids.includes(0);
        if (isOdd && grants.every(({ uid }) => uid === undefined || uid === 0))
          report(
            'trust-thread-user',
            inImage(images, thread, images.fields.uids[0]),
            `${threadText(process, thread.tid)} is root, the first thread has uid ${leader.uids[0]}`,
          );
      }
    }
  },
);

const uidFields = ['uid', 'euid', 'suid', 'fsuid'] as const;
const gidFields = ['gid', 'egid', 'sgid', 'fsgid'] as const;

type Judged = (
  images: ImageFacts,
  process: ProcessRights,
  thread: ThreadRights,
  credentials: Credentials,
  granted: Grants,
) => Finding | undefined;

interface Finding {
  readonly code: 'trust-uid' | 'trust-gid' | 'trust-groups';
  readonly where: ReturnType<typeof inImage>;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** A process that began as root may have become anybody. */
const couldBeAnybody = (granted: Grants): boolean =>
  granted.uid === undefined || (granted.uid === 0 && grantsCapability(granted, cap.setuid));

/** The ids of another user came by a set-user-ID program, which changes all threads, and no_new_privs forbids. */
function cameByProgram(process: ProcessRights, credentials: Credentials, granted: Grants): boolean {
  const isWhole = process.threads.every((other) => other.credentials === credentials);
  return granted.noNewPrivileges !== true && process.ppid !== 0 && isWhole;
}

/** Root in any way that no program gives; any other id where nothing can change one. */
const isImpossible = (
  id: number,
  process: ProcessRights,
  credentials: Credentials,
  granted: Grants,
): boolean =>
  id === 0
    ? !cameByProgram(process, credentials, granted)
    : granted.noNewPrivileges === true && granted.uid !== 0;

const judgeUsers: Judged = (images, process, thread, credentials, granted) => {
  const { uid: wanted, isNonRoot, source } = granted;
  const { uids } = credentials;
  const index =
    isNonRoot === true && (wanted === undefined || wanted === 0)
      ? uids.indexOf(0)
      : couldBeAnybody(granted)
        ? -1
        : firstOther(uids, wanted);
  if (index < 0) return undefined;
  const found = uids[index] ?? 0;
  const field = uidFields[index] ?? 'uid';
  const what = wanted === undefined ? 'no root' : `uid ${wanted}`;
  const isRaised = isImpossible(found, process, credentials, granted);
  return {
    code: 'trust-uid',
    where: inImage(images, thread, images.fields.uids[index] ?? field),
    message: `uid above spec: ${threadText(process, thread.tid)} has ${field} ${found}, ${source} grants ${what}`,
    severity: isRaised ? 'error' : 'warning',
  };
};

const judgeGroups: Judged = (images, process, thread, credentials, granted) => {
  const { gid: wanted, uid, source } = granted;
  if (wanted === undefined || couldBeAnybody({ ...granted, uid: uid ?? 0 })) return undefined;
  const allowed = new Set([wanted, ...(granted.groups ?? [])]);
  const index = firstOther(credentials.gids, wanted, allowed);
  if (index < 0) return undefined;
  const found = credentials.gids[index] ?? 0;
  const field = gidFields[index] ?? 'gid';
  const isRaised = isImpossible(found, process, credentials, granted);
  return {
    code: 'trust-gid',
    where: inImage(images, thread, images.fields.gids[index] ?? field),
    message: `gid above spec: ${threadText(process, thread.tid)} has ${field} ${found}, ${source} grants gid ${wanted}`,
    severity: isRaised ? 'error' : 'warning',
  };
};

/** Groups can be taken by those with CAP_SETGID only; a pod's image may add those of its own /etc/group. */
const judgeSupplementary: Judged = (images, process, thread, credentials, granted) => {
  const { gid, groups, uid, source } = granted;
  if (groups === undefined || couldBeAnybody({ ...granted, uid: uid ?? 0 })) return undefined;
  const extra = credentials.groups.filter((id) => id !== gid && !groups.includes(id));
  if (extra.length === 0) return undefined;
  const isSystem = extra.some((id) => id < 100 && id !== credentials.gids[0]);
  return {
    code: 'trust-groups',
    where: inImage(images, thread, images.fields.groups),
    message: `supplementary groups above spec: ${threadText(process, thread.tid)} is in ${extra.slice(0, 8).join(', ')}, ${source} grants ${groups.join(', ') || 'none'}`,
    severity:
      granted.origin === 'archive' && (isSystem || granted.noNewPrivileges === true) ? 'error' : 'warning',
  };
};

/** Root first, since that is what somebody would want. */
function firstOther(
  ids: readonly number[],
  wanted: number | undefined,
  allowed: ReadonlySet<number> = new Set([wanted ?? -1]),
): number {
  if (!allowed.has(0) && ids.includes(0)) return ids.indexOf(0);
  return ids.findIndex((id) => !allowed.has(id));
}
