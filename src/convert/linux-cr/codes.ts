/** What a conversion between layouts of linux-cr has to say about an image. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const linuxCrConvertCodes = {
  'linux-cr-value-lost': {
    severity: 'warning',
    meaning: 'The other layout has no place for something of the stream.',
  },
  'linux-cr-cannot-express': {
    severity: 'error',
    meaning: 'The other layout cannot describe something that the stream has.',
  },
} as const satisfies CodeTable;

export const linuxCrConvertDiagnostic = diagnosticMaker(linuxCrConvertCodes);
