/** What can be said of a file before it is known what it is. */
import { type CodeTable, diagnosticMaker } from '../diagnostic.ts';

export const inputCodes = {
  'empty-file': { severity: 'error', meaning: 'The file has no bytes.' },
  'not-an-image': { severity: 'error', meaning: 'The file does not start like any image that is known.' },
} as const satisfies CodeTable;

export const inputDiagnostic = diagnosticMaker(inputCodes);
