/** inotify and fanotify: a restore opens what they watch by file handle, as root, wherever it lies. */
import { entriesOf, textOf } from '../../../../model/from-criu/image.ts';
import type { FhEntry } from '../../../../parse/generated/criu-descriptors.ts';
import { cap } from '../../../trust/capability.ts';
import { grantsCapability } from '../../../trust/grants/grants.ts';
import type { Place } from '../../../trust/image-facts.ts';
import { inImage, type TrustReport } from '../../../trust/rule.ts';
import type { CriuFacts } from '../facts.ts';
import { eachFile } from '../files.ts';
import { criuTrustRule } from '../rule.ts';

export const watchesRule = criuTrustRule(
  {
    'trust-fanotify': {
      severity: 'error',
      meaning: 'Marks of fanotify are restored in a container without CAP_SYS_ADMIN.',
      why: 'Events carry descriptors of the files that others use, on the whole mount.',
      bad: 'a mount mark in a container of uid 1000',
      good: 'no fanotify in containers without CAP_SYS_ADMIN',
      mend: 'Do not restore it, or grant CAP_SYS_ADMIN.',
      reference: 'criu/fsnotify.c, restore_one_fanotify; seen with CRIU 4.2',
    },
    'trust-file-handle': {
      severity: 'warning',
      meaning: 'A watch names its file by a handle only, on a file system of the host.',
      why: 'open_by_handle_at(2) as root reaches every inode of the file system, outside of the mounted directory, too.',
      bad: 'inode 2, the root of the file system of the host, on the device of a bind mount',
      good: 'watches with a path, or on file systems of the container',
      mend: 'Ask what the program watches.',
      reference: 'criu/fsnotify.c, get_mark_path; seen with CRIU 4.2',
    },
  },
  (images, { grants }, report) => {
    for (const { ify, ffy, place } of eachFile(images.image)) {
      for (const [index, watch] of (ify?.wd ?? []).entries())
        judgeHandle(images, watch, place, `ify.wd[${index}].f_handle`, report);
      if (ffy === undefined) continue;
      for (const granted of grants)
        if (!grantsCapability(granted, cap.sysAdmin))
          report(
            'trust-fanotify',
            inImage(images, place, 'ffy.mark'),
            `fanotify above spec: ${ffy.mark?.length ?? 0} marks, ${granted.source} does not grant CAP_SYS_ADMIN`,
          );
      for (const [index, { s_dev, ie }] of (ffy.mark ?? []).entries())
        if (ie !== undefined)
          judgeHandle(
            images,
            { s_dev, i_ino: ie.i_ino, f_handle: ie.f_handle },
            place,
            `ffy.mark[${index}].ie.f_handle`,
            report,
          );
    }
    for (const { fields, file, at } of entriesOf(images.image, 'INOTIFY_WD', 'inotify_wd_entry'))
      judgeHandle(images, fields, { file, offset: at }, 'f_handle', report);
  },
);

interface Watch {
  readonly s_dev?: number | undefined;
  readonly i_ino?: bigint | undefined;
  readonly f_handle?: FhEntry | undefined;
}

/** Of ext4, XFS and btrfs. */
const rootInodes: ReadonlySet<bigint> = new Set([2n, 64n, 96n, 128n, 256n]);

function judgeHandle(
  images: CriuFacts,
  { s_dev: device, i_ino: inode = 0n, f_handle: handle }: Watch,
  place: Place,
  field: string,
  report: TrustReport<'trust-file-handle'>,
): void {
  if (device === undefined || handle === undefined || (textOf(handle.path) ?? '') !== '') return;
  const same = images.mounts.filter((mount) => mount.device === device);
  const host = same.find(({ key, mountpoint }) => key !== undefined && mountpoint !== '/');
  if (host === undefined || host.key === '/dev/null') return;
  // What is mounted there is the root itself, or part of it.
  const isRoot = rootInodes.has(inode) && same.every(({ root }) => root !== '/');
  report(
    'trust-file-handle',
    inImage(images, place, field),
    `file handle on external mount ${host.mountpoint}: inode ${inode} without a path${isRoot ? ', the root of the file system of the host' : ''}`,
    isRoot ? 'error' : 'warning',
  );
}
