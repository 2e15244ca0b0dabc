/** What can be wrong with the structure of a linux-cr image. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const linuxCrCodes = {
  'stream-header': {
    severity: 'error',
    meaning: 'The first record of a linux-cr stream is not a whole header.',
  },
  'stream-byte-order': {
    severity: 'error',
    meaning: 'A linux-cr image of a big-endian machine, whose layouts are not known.',
  },
  'stream-layout': {
    severity: 'error',
    meaning: 'The records of a linux-cr stream fit no layout that is known.',
  },
  'stream-architecture': {
    severity: 'warning',
    meaning:
      'A linux-cr image of a machine whose registers are not known; its own records are carried as they are.',
  },
  'record-header': {
    severity: 'error',
    meaning: 'A record names a length that is shorter than its own header.',
  },
  'truncated-record': { severity: 'error', meaning: 'A record reaches beyond the end of the stream.' },
  'record-length': {
    severity: 'error',
    meaning: 'A record is longer or shorter than its layout; a restoring kernel refuses it.',
  },
  'unknown-record-type': {
    severity: 'warning',
    meaning: 'A record of a number that the layout does not have.',
  },
  'missing-tail': { severity: 'error', meaning: 'The stream has no tail record: the checkpoint was cut.' },
  'tail-magic': { severity: 'error', meaning: 'The tail record does not hold its magic number.' },
  'bytes-after-tail': { severity: 'error', meaning: 'The stream goes on after the tail record.' },
  'failed-checkpoint': {
    severity: 'error',
    meaning: 'The kernel wrote into the stream that the checkpoint failed.',
  },
} as const satisfies CodeTable;

export type LinuxCrCode = keyof typeof linuxCrCodes;
export const linuxCrDiagnostic = diagnosticMaker(linuxCrCodes);
