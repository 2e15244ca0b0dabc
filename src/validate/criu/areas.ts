/** Areas that a program marked as secret: CRIU dumps them all the same. */

import { entriesOf, openCriuImage } from '../../model/from-criu/image.ts';
import { type ImageDirectory, identifyFile } from '../../parse/criu/index.ts';
import type { VmaEntry } from '../../parse/generated/criu-descriptors.ts';
import { plural } from '../../plural.ts';
import type { Finding } from '../finding.ts';
import { type AreaMark, finding, type Policy } from '../policy/policy.ts';

/** Bits of vma_entry.madv are numbers of MADV_*; MAP_LOCKED is one of its flags (criu/proc_parse.c). */
const isMarked: Readonly<Record<AreaMark, (area: VmaEntry) => boolean>> = {
  dontdump: ({ madv = 0n }) => ((madv >> 16n) & 1n) === 1n,
  wipeonfork: ({ madv = 0n }) => ((madv >> 18n) & 1n) === 1n,
  locked: ({ flags = 0 }) => (flags & 0x2000) !== 0,
};

/** vdso, vvar, vsyscall: the kernel marks them itself. */
const kernelStatus = (1 << 2) | (1 << 3) | (1 << 12);

export function judgeAreas(
  directory: ImageDirectory,
  policies: readonly Policy[],
  add: (finding: Finding) => void,
): void {
  const asking = policies.filter(({ areas }) => areas.length > 0);
  if (asking.length === 0) return;
  const image = openCriuImage(directory, () => {});
  for (const name of image.sizes.keys()) {
    const identity = identifyFile(name);
    if (identity?.type !== 'MM' || identity.id === undefined) continue;
    for (const { fields, at } of entriesOf(image, 'MM', 'mm_entry', identity.id)) {
      const own = (fields.vmas ?? []).filter(({ status = 0 }) => (status & kernelStatus) === 0);
      for (const policy of asking) {
        for (const mark of policy.areas) {
          const areas = own.filter(isMarked[mark]);
          const [first] = areas;
          if (first === undefined) continue;
          const what = `process ${identity.id} has ${plural(areas.length, 'area')} marked ${mark}, the first at 0x${(first.start ?? 0n).toString(16)}`;
          add(finding(policy, 'policy-area', what, at, name));
        }
      }
    }
  }
}
