/** What can be wrong with the structure of a CPT image. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';
import { inputCodes } from '../input-codes.ts';

export const cptCodes = {
  ...inputCodes,
  'truncated-header': { severity: 'error', meaning: 'The file ends inside the image header.' },
  'header-length': { severity: 'error', meaning: 'The image header names an impossible length for itself.' },
  'file-size': {
    severity: 'error',
    meaning: 'The file size is not a multiple of 8; every kernel refuses it.',
  },
  'section-length': {
    severity: 'error',
    meaning: 'A section is shorter than its header or reaches beyond the end of the file.',
  },
  'object-length': {
    severity: 'error',
    meaning: 'An object is shorter than its header or reaches beyond what it lies in.',
  },
  'nesting-depth': { severity: 'error', meaning: 'Objects lie in each other deeper than any kernel writes.' },
  'stray-bytes': { severity: 'error', meaning: 'Bytes between objects that are no object.' },
  'missing-trailer': { severity: 'error', meaning: 'The image has no trailer section: the dump was cut.' },
  'trailer-signature': { severity: 'error', meaning: 'The tail does not end with the signature.' },
  'trailer-count': { severity: 'error', meaning: 'The tail must name 27 sections.' },
  'trailing-bytes': { severity: 'error', meaning: 'The file goes on after the trailer.' },
  'unknown-section': { severity: 'warning', meaning: 'A section of a number that no known kernel writes.' },
  'unknown-object': { severity: 'warning', meaning: 'An object of a number that no known kernel writes.' },
  'short-header': {
    severity: 'warning',
    meaning: 'The fixed part of an object is shorter than in any known kernel; missing fields count as zero.',
  },
  'header-fields': {
    severity: 'error',
    meaning: 'The fields of a record do not fill its header: a record that was edited, or a fault of a step.',
  },
  'unknown-version': { severity: 'error', meaning: 'The image version is none that is known.' },
  architecture: { severity: 'error', meaning: 'The image is of an architecture that cannot be handled.' },
  'dangling-position': {
    severity: 'warning',
    meaning: 'A field holds a position where no object of the expected kind lies.',
  },
} as const satisfies CodeTable;

export type CptCode = keyof typeof cptCodes;
export const cptDiagnostic = diagnosticMaker(cptCodes);
