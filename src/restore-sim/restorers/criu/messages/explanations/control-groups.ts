/** Control groups. */
import { type Explanation, row } from './explanation.ts';

export const controlGroupsMessages: readonly Explanation[] = [
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
