/** What conversions of every family say. */
import { type CodeTable, diagnosticMaker } from '../diagnostic.ts';

export const conversionCodes = {
  'document-differs': {
    severity: 'error',
    meaning: 'The JSON form, read back, is not the image that it was made from.',
  },
} as const satisfies CodeTable;

export const conversionDiagnostic = diagnosticMaker(conversionCodes);
