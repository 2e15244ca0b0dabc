/** What can be wrong with a JSON document before anybody looks at what it means. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const jsonCodes = {
  'json-malformed': {
    severity: 'error',
    meaning: 'The text is no JSON, has a member twice, or is nested or long beyond any document of an image.',
  },
} as const satisfies CodeTable;

export const jsonDiagnostic = diagnosticMaker(jsonCodes);
