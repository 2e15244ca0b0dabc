/** The list of views that are made from a checkpoint, in the order of the help text. */
import type { View } from '../view.ts';
import { fdsView } from './fds.ts';
import { ipcView } from './ipc.ts';
import { mapsView } from './maps.ts';
import { namespacesView } from './namespaces.ts';
import { psView } from './ps.ts';
import { signalsView } from './signals.ts';
import { socketsView } from './sockets.ts';
import { summaryView } from './summary.ts';
import { timesView } from './times.ts';

export const views: readonly View[] = [
  summaryView,
  psView,
  fdsView,
  mapsView,
  ipcView,
  socketsView,
  signalsView,
  timesView,
  namespacesView,
];

export const viewOf = (id: string): View | undefined => views.find((view) => view.id === id);
