/** What conversions of every family say. */
import { type CodeTable, diagnosticMaker } from '../diagnostic.ts';

export const conversionCodes = {
  'document-differs': {
    severity: 'error',
    meaning: 'The JSON form, read back, is not the image that it was made from.',
  },
  'container-lost': {
    severity: 'warning',
    meaning:
      'What a container engine wrote beside the images is not carried over, and the engine does not restore without it.',
  },
} as const satisfies CodeTable;

export const conversionDiagnostic = diagnosticMaker(conversionCodes);
