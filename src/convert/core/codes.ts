/** What can be wrong while a core file is written. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const coreCodes = {
  'core-none': { severity: 'error', meaning: 'No process of the image can become a core file.' },
  'core-process-lost': {
    severity: 'warning',
    meaning:
      'A process has no core file: the image holds no memory of it, or no registers that a core can hold.',
  },
  'core-memory-lost': {
    severity: 'warning',
    meaning: 'Memory of a process is not in its core file, and in no file that was mapped there.',
  },
  'core-differs': { severity: 'error', meaning: 'A core file, read back, is not what the image holds.' },
  'core-file-differs': {
    severity: 'warning',
    meaning:
      'A mapped file below --root has another build-id than the image says; a core is not filled from it.',
  },
} as const satisfies CodeTable;

export const coreDiagnostic = diagnosticMaker(coreCodes);
