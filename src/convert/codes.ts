/** What a conversion has to say about an image. */
import { type CodeTable, diagnosticMaker } from '../diagnostic.ts';

export const convertCodes = {
  'value-lost': {
    severity: 'warning',
    meaning: 'The target cannot hold something of the image, or holds it only approximately.',
  },
  'unaccounted-change': {
    severity: 'warning',
    meaning: 'A step changed something of the image without saying so: a fault of this program.',
  },
  'cannot-express': {
    severity: 'error',
    meaning: 'The target has no place for something without which the image would not be the same.',
  },
  'not-self-contained': {
    severity: 'error',
    meaning: 'Pages of the image lie outside of it, with a page server or in memory that is gone.',
  },
  'pages-not-understood': {
    severity: 'error',
    meaning: 'Pages are stored in a form of a newer CRIU: whoever moves them would make wrong memory.',
  },
  'unrelated-base': {
    severity: 'error',
    meaning: 'An incremental image was asked for on top of one that holds none of its pages.',
  },
  'start-time-unit': {
    severity: 'warning',
    meaning: 'Start times are stored in another unit than the image version says.',
  },
  'input-does-not-restore': {
    severity: 'warning',
    meaning: 'The kernel that wrote the image would not restore it, so there is nothing to compare with.',
  },
  'name-reserved': {
    severity: 'warning',
    meaning: 'A file of the input has the name of one that conversions write; it is left out.',
  },
  'verification-failed': {
    severity: 'error',
    meaning: 'The result, read back, is not what the conversion should have made.',
  },
} as const satisfies CodeTable;

export const convertDiagnostic = diagnosticMaker(convertCodes);

export type ConvertCode = keyof typeof convertCodes;
