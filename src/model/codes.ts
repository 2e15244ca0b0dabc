/** What can be wrong with the content of an image whose structure is sound. */
import { type CodeTable, diagnosticMaker } from '../diagnostic.ts';

export const modelCodes = {
  'misplaced-object': {
    severity: 'warning',
    meaning: 'An object lies where no known kernel writes one; its content is not used.',
  },
  'missing-tree': {
    severity: 'error',
    meaning: 'Tasks are described, but there is no process tree that says which there are.',
  },
  'missing-file': {
    severity: 'error',
    meaning:
      'A file is missing that every image has, or that others of the image refer to; nothing of it is shown.',
  },
  'pages-cut': {
    severity: 'error',
    meaning:
      'A file of pages ends before all that its pagemap refers to; what lies behind its end is shown as cut off.',
  },
  'pages-in-no-image': {
    severity: 'error',
    meaning: 'Pages are said to be in an older image, which is there and lacks them.',
  },
  'missing-leader': { severity: 'warning', meaning: 'A thread group has threads but no leader.' },
  'ignored-section': {
    severity: 'warning',
    meaning: 'A section that no restoring kernel looks for; nothing in it counts.',
  },
  'duplicate-record': {
    severity: 'warning',
    meaning: 'An object that an image holds once is there again; the last one counts.',
  },
  'missing-object': {
    severity: 'error',
    meaning: 'Something refers to a shared object that the image does not describe.',
  },
  'missing-task-state': {
    severity: 'error',
    meaning: 'The image describes fewer tasks than its table of tasks has.',
  },
  'short-payload': { severity: 'warning', meaning: 'An object holds fewer bytes than its own count says.' },
} as const satisfies CodeTable;

export type ModelCode = keyof typeof modelCodes;
export const modelDiagnostic = diagnosticMaker(modelCodes);
