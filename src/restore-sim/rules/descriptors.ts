/** Numbers of descriptors within a file table. What they refer to is for the reader of the image. */
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, placeOf } from './rule.ts';

/** Observed: CRIU 4.2 hangs on a descriptor twice, OpenVZ kernels stop on one beyond the table. */
// Holds for every kind of dump; CRIU has tables without a size.
export const descriptors: CheckpointRule = function* ({ checkpoint }) {
  for (const table of checkpoint.fdTables.values()) {
    const seen = new Set<number>();
    for (const descriptor of table.descriptors) {
      const { fd } = descriptor;
      const isBeyond = fd < 0 || fd >= table.maxFds;
      if (!isBeyond && !seen.has(fd)) {
        seen.add(fd);
        continue;
      }
      const why = isBeyond ? `is not below the table’s size of ${table.maxFds}` : 'is there twice';
      yield checkpointDiagnostic('duplicate-fd', `descriptor ${fd} ${why}`, placeOf(descriptor, `fd ${fd}`));
    }
  }
};
