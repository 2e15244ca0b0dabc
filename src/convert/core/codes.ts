/** What can be wrong while a core file is written. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const coreCodes = {
  'core-file-differs': {
    severity: 'warning',
    meaning:
      'A mapped file below --root has another build-id than the image says; a core is not filled from it.',
  },
} as const satisfies CodeTable;

export const coreDiagnostic = diagnosticMaker(coreCodes);
