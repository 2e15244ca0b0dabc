/** What a check of a container root finds. */
import { type CodeTable, diagnosticMaker } from '../../../../diagnostic.ts';

export const rootCodes = {
  'path-missing': { severity: 'error', meaning: 'Something that the image needs is not in the root.' },
  'path-type': { severity: 'error', meaning: 'A path exists, but is not what the image had there.' },
  'device-number': { severity: 'error', meaning: 'A device node stands for another device.' },
  'mode-differs': {
    severity: 'warning',
    meaning: 'Permission bits are not those that the image recorded.',
  },
  'size-differs': { severity: 'warning', meaning: 'A file has not the size that the image recorded.' },
  'shorter-than-position': {
    severity: 'note',
    meaning: 'A file ends before the position that a program has reached in it.',
  },
  'program-too-short': {
    severity: 'error',
    meaning: 'A program or library ends before text that was mapped from it.',
  },
  'program-differs': {
    severity: 'error',
    meaning: 'The headers of a program give other bounds of code and data than it had in memory.',
  },
  'program-text-differs': {
    severity: 'warning',
    meaning: 'Text of a program in the image is not the text of the file.',
  },
  'program-text-patched': {
    severity: 'note',
    meaning: 'Text of a program in the image differs from the file in a few bytes, as after a breakpoint.',
  },
  'file-unreadable': { severity: 'warning', meaning: 'A program could not be read, so it was not compared.' },
  'left-over-socket': {
    severity: 'error',
    meaning: 'A socket file lies where the restore binds a socket again.',
  },
  'socket-place-taken': {
    severity: 'error',
    meaning: 'Something that is no socket lies where the restore binds one.',
  },
  'name-not-exact': {
    severity: 'warning',
    meaning: 'A name holds bytes that are no UTF-8, so the path cannot be looked for.',
  },
} as const satisfies CodeTable;

export type RootCode = keyof typeof rootCodes;
export const rootDiagnostic = diagnosticMaker(rootCodes);
