/** What can be wrong between the files of an image directory. */
import { type CodeTable, diagnosticMaker } from '../../../diagnostic.ts';

export const criuReferenceCodes = {
  'criu-ref-missing-file': {
    severity: 'error',
    meaning: 'A file is missing that others refer to, or that every image has.',
  },
  'criu-ref-task-twice': { severity: 'error', meaning: 'A number belongs to two tasks or threads.' },
  'criu-ref-parent': { severity: 'error', meaning: 'The parent of a task is not before it in the tree.' },
  'criu-ref-core': { severity: 'error', meaning: 'A task or thread of the tree has no core.' },
  'criu-ref-task-file': { severity: 'error', meaning: 'A file of a live task is missing.' },
  'criu-ref-descriptor-table': {
    severity: 'warning',
    meaning: 'A task has a descriptor table that is missing.',
  },
  'criu-ref-descriptor-twice': { severity: 'error', meaning: 'A descriptor stands twice in a table.' },
  'criu-ref-file': {
    severity: 'error',
    meaning: 'Something refers to an open file that is not in the image.',
  },
  'criu-ref-file-part': { severity: 'error', meaning: 'An open file refers to a record that is not there.' },
  'criu-ref-peer': { severity: 'warning', meaning: 'The peer of a unix socket is not in the image.' },
  'criu-ref-segment': { severity: 'error', meaning: 'An area maps shared memory that is not in the image.' },
  'criu-ref-pages': {
    severity: 'error',
    meaning: 'A file of pages is missing or too short for its pagemap.',
  },
  'criu-ref-pages-rest': { severity: 'warning', meaning: 'A file of pages is longer than its pagemap says.' },
  'criu-ref-parent-image': {
    severity: 'error',
    meaning: 'Pages are said to be in an older image that lacks them.',
  },
  'criu-ref-namespace': { severity: 'error', meaning: 'A namespace that is to be made has no file.' },
  'criu-ref-mount': { severity: 'warning', meaning: 'A file lies on a mount that is not in the image.' },
  'criu-ref-cgroup': { severity: 'error', meaning: 'The control groups of a task are not in the image.' },
  'criu-ref-seccomp': { severity: 'error', meaning: 'A seccomp filter of a thread is not in the image.' },
} as const satisfies CodeTable;

export type CriuReferenceCode = keyof typeof criuReferenceCodes;

export const criuReferenceDiagnostic = diagnosticMaker(criuReferenceCodes);
