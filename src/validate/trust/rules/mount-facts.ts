/** Mounts by name: file systems, flags, and paths that are one in containers. */
import { criuEnums } from '../../../parse/generated/criu-descriptors.ts';
import type { MountFact } from '../subject.ts';

export const fileSystem = { unsupported: 0, auto: 16 } as const;

const names = new Map(
  Object.entries(criuEnums['fstype'] ?? {}).map(([name, value]) => [
    value,
    name.toLowerCase().replace('overlayfs', 'overlay'),
  ]),
);

/** As mount(8) names it. */
export function fileSystemName({ entry, fsname }: MountFact): string {
  const { fstype = 0 } = entry;
  if (fstype === fileSystem.auto || fstype === fileSystem.unsupported) return fsname ?? 'unknown';
  return names.get(fstype) ?? `type ${fstype}`;
}

/** `/var/run` is a link to `/run` in about every image, and what is resolved may stand in either form. */
const resolved = (path: string): string =>
  path
    .replace(/^\/var\/run(?=\/|$)/, '/run')
    .replace(/^\/var\/lock(?=\/|$)/, '/run/lock')
    .replace(/(?<=.)\/+$/, '');

export const samePath = (left: string, right: string): boolean => resolved(left) === resolved(right);

/** MS_RDONLY and others by the option of a spec. */
export const flagOfOption: Readonly<Record<string, number>> = { ro: 1, nosuid: 2, nodev: 4, noexec: 8 };

/** Of the mount or of its super block. */
export const hasFlag = ({ entry }: MountFact, flag: number): boolean =>
  (((entry.flags ?? 0) | (entry.sb_flags ?? 0)) & flag) !== 0;
