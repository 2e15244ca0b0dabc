/** Control groups. */
import { type Explanation, row } from './explanation.ts';

export const controlGroupsMessages: readonly Explanation[] = [
  row(
    'cgroup-directory',
    /couldn't mkdirpat directory \S+: Resource temporarily unavailable/,
    'A control group may have no more groups below it (cgroup.max.descendants, cgroup.max.depth).',
    'raise the limit of the group above, or give --manage-cgroups=ignore',
  ),
  row(
    'cgroup-of-dumper',
    /No set \d+ found/,
    'The control groups of a task are not in the image: CRIU never dumps those that it runs in itself.',
    'give --manage-cgroups=ignore: tasks stay in the groups of whoever restores; where cgroup.img is missing or cut, fetch the image again',
    { file: /cgroup\.c$/ },
  ),
  row(
    'cpuset-filled',
    // cpuset(7): ENOSPC is the answer where the set has no processors or memory nodes yet.
    /Can't move .*No space left on device/,
    'The cpuset of a control group has no processors or memory nodes: the kernel lets no task in.',
    'write cpuset.cpus and cpuset.mems of the group and of those above it, or give --manage-cgroups=ignore',
  ),
  row(
    'directory-of-restore',
    /Can't open cgyard/,
    'The directory of control groups that was named (--cgroup-yard) is not there.',
    'name a directory with the control groups mounted in it, or leave --cgroup-yard out',
  ),
  row(
    'cpuset-above',
    // Of two directories that it makes at once CRIU fills in the lower one: cpuset(7) wants a part of what is above.
    /Failed writing .* to cpuset\S*\/cpuset\.(cpus|mems): Permission denied/,
    'The cpuset above the one of the image was not there, and has no processors or memory nodes.',
    'make it first, with cpuset.cpus and cpuset.mems; or give --manage-cgroups=ignore',
    { file: /cgroup\.c$/ },
  ),
  row(
    'about-groups',
    /Failed (closing|writing) .*|Restoring special .* props failed/,
    'A property of a control group cannot be set as it was: this host has other processors, devices or limits.',
    'give --manage-cgroups=soft, where the groups are there, or ignore',
    { file: /cgroup\.c$/ },
  ),
  row(
    'cgroup-directory',
    /Cgroup dir \S+ doesn't exist|Abort restore of existing cgroups/,
    'Directories of control groups are not as --manage-cgroups wants them.',
    'give --manage-cgroups=soft, or make them',
  ),
  row(
    'cgroup-hierarchy',
    /cg: .*(mount|bad cgroup path|Unable to .*cgroup)|Can't mount .*cgroup/i,
    'The control groups of this host are of another version than those of the image.',
    'give --manage-cgroups=ignore',
    { file: /cgroup/ },
  ),
];
