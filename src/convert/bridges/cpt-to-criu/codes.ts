/** What the conversion to CRIU has to say about an image. */
import { type CodeTable, diagnosticMaker } from '../../../diagnostic.ts';

export const cptToCriuCodes = {
  'criu-state-lost': {
    severity: 'warning',
    meaning: 'CRIU has no place for something of the image, or restores it only approximately.',
  },
  'criu-cannot-express': {
    severity: 'error',
    meaning: 'The image holds something without which the restored processes would not be the same.',
  },
  'criu-default': {
    severity: 'note',
    meaning: 'CRIU needs a value that the image does not hold; a documented default is written.',
  },
  'criu-rebuilt': {
    severity: 'note',
    meaning: 'State that CRIU has no place for is rebuilt by code or pages put into the process.',
  },
} as const satisfies CodeTable;

export const cptToCriuDiagnostic = diagnosticMaker(cptToCriuCodes);
