/** What the door says where it cannot decide. */
import { type CodeTable, diagnosticMaker } from '../diagnostic.ts';

export const openCodes = {
  'several-containers': {
    severity: 'error',
    meaning: 'There are images of several containers, and which one is meant was not said.',
  },
} as const satisfies CodeTable;

export const openDiagnostic = diagnosticMaker(openCodes);
