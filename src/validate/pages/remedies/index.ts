/**
 * What leads to a finding of the rehearsal, and what helps, by code. Causes are those that were seen in broken images and
 * in restores, or that the check itself names.
 */
import { criu } from './criu.ts';
import { files } from './files.ts';
import { image } from './image.ts';
import { ipc } from './ipc.ts';
import { linuxCr } from './linux-cr.ts';
import { memory } from './memory.ts';
import { network } from './network.ts';
import { processes } from './processes.ts';

import type { Remedies } from './remedy.ts';

export const remedies: Remedies = {
  ...image,
  ...processes,
  ...ipc,
  ...memory,
  ...files,
  ...network,
  ...criu,
  ...linuxCr,
};
