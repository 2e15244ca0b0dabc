/** What can be wrong with a JSON document, and with a record in it. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const jsonCodes = {
  'json-malformed': {
    severity: 'error',
    meaning: 'The text is no JSON, has a member twice, or is nested or long beyond any document of an image.',
  },
  'json-record': { severity: 'error', meaning: 'A record of the JSON form does not fit its schema.' },
  'json-header-length': {
    severity: 'error',
    meaning: 'The fields of a record do not fill the header length that it names.',
  },
  'json-payload': {
    severity: 'error',
    meaning: 'A payload of the JSON form lies outside the image it names, or that image is another one.',
  },
} as const satisfies CodeTable;

export const jsonDiagnostic = diagnosticMaker(jsonCodes);
