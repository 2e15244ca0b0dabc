/** The diagnostics of a replay. */

import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const replayCodes = {
  'trace-malformed': {
    severity: 'error',
    meaning: 'a line of a recorded trace is not what the format says, and cannot be replayed',
  },
  'trace-diverges': {
    severity: 'error',
    meaning: 'the simulated kernel answered differently than the recorded one',
  },
} as const satisfies CodeTable;

export const replayDiagnostic = diagnosticMaker(replayCodes);
