/** All tables. A new one is a line here; the fields that it covers leave the list of `untold.ts`. */
import type { TruthTable } from '../compare.ts';
import { fdsTables } from './fds.ts';
import { ipcTables } from './ipc.ts';
import { mapsTables } from './maps.ts';
import { namespaceTables } from './namespaces.ts';
import { psTables } from './ps.ts';
import { signalTables } from './signals.ts';
import { socketTables } from './sockets.ts';
import { statsTables } from './stats.ts';
import { summaryTables } from './summary.ts';

export const truthTables = [
  ...psTables,
  ...fdsTables,
  ...mapsTables,
  ...signalTables,
  ...summaryTables,
  ...ipcTables,
  ...socketTables,
  ...statsTables,
  ...namespaceTables,
] as readonly TruthTable[];
