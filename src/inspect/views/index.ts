/** The list of views that are made from a checkpoint, in the order of the help text. */
import type { View } from '../view.ts';
import { cgroupsView } from './cgroups.ts';
import { fdsView } from './fds.ts';
import { idsView } from './ids.ts';
import { ipcView } from './ipc.ts';
import { mapsView } from './maps.ts';
import { mountsView } from './mount-tree.ts';
import { namespacesView } from './namespaces.ts';
import { psView } from './ps.ts';
import { signalsView } from './signals.ts';
import { socketsView } from './sockets.ts';
import { statsView } from './stats.ts';
import { summaryView } from './summary.ts';
import { timesView } from './times.ts';

export const views: readonly View[] = [
  summaryView,
  psView,
  fdsView,
  mapsView,
  ipcView,
  idsView,
  socketsView,
  signalsView,
  timesView,
  namespacesView,
  mountsView,
  cgroupsView,
  statsView,
];

export const viewOf = (id: string): View | undefined => views.find((view) => view.id === id);
