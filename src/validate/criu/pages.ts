/**
 * Pages of what is said of CRIU images only: their files, the references between them, and rules over the
 * checkpoint that record rules say of CPT images. Severity and meaning come from the tables of the codes.
 */
import { modelCodes } from '../../model/codes.ts';
import { criuRestoreCodes } from '../../restore-sim/restorers/criu/index.ts';
import { checkpointRuleCodes } from '../../restore-sim/rules/index.ts';
import { ruleBook } from '../codes.ts';
import type { LayerPages, PageTable } from '../page.ts';
import { archivePages } from '../pages/archives.ts';
import { pagesOf } from '../pages/pages-of.ts';
import { rehearsalPagesOf } from '../pages/rehearsal.ts';
import { criuSchemaPages, criuFramingPages as filePages } from './file-pages.ts';
import { criuReferencePages } from './reference-pages.ts';

const criuFramingPages: PageTable = { ...filePages, ...archivePages };

const rulePages = pagesOf(
  {
    'pid-levels': checkpointRuleCodes['pid-levels'],
    'pid-not-virtual': checkpointRuleCodes['pid-not-virtual'],
    'container-init': checkpointRuleCodes['container-init'],
    'missing-reference': checkpointRuleCodes['missing-reference'],
    'unknown-task-state': checkpointRuleCodes['unknown-task-state'],
    'ipc-id-range': checkpointRuleCodes['ipc-id-range'],
    'undo-unknown-set': checkpointRuleCodes['undo-unknown-set'],
    'duplicate-fd': checkpointRuleCodes['duplicate-fd'],
    'missing-tree': modelCodes['missing-tree'],
    'short-payload': modelCodes['short-payload'],
  },
  {
    'pid-levels': [
      'A task is in the pid namespace of its parent or below it, with one number for each level; CRIU restores one level, and says "Can\'t restore sub-task in NS".',
      'a child with one number, whose parent has two',
      'Give the task a number for each level of its parent; a container inside of a container is dumped by itself.',
    ],
    'pid-not-virtual': [
      'OpenVZ kernels without pid namespaces tell pids of a container by one bit; a number without it would be one of the host.',
      'an image converted from 2.6.18 with pid 700 beside 1025: 700 lacks the value 1024',
      'Convert the original image again; numbers are not to be edited before the conversion.',
    ],
    'container-init': [
      'The first task is made with the new namespace and gets number 1: "Can\'t restore pid namespace without the process init".',
      'a tree in a pid namespace of its own whose first task is number 7',
      'Dump the container from its first process on; a tree without init is restored into the namespace of the host.',
    ],
    'missing-reference': [
      'The restorer looks up what the task shares with others by its number, and finds nothing.',
      'a task with an address space that no record describes',
      'Bring back the record or file that describes it, of the same dump.',
    ],
    'unknown-task-state': [
      'CRIU says "Unknown task state", after it made the tasks.',
      'task_state 9 in core-7.img',
      'Set it to what the task was: 1 alive, 2 dead, 3 stopped.',
    ],
    'ipc-id-range': [
      'The kernel gives ids from 0 to 2147483647; CRIU asks for the id and gives up when the kernel answers another.',
      'a semaphore set with id -5',
      'Correct the id, and all that attaches or undoes by it: programs keep it in their memory.',
    ],
    'undo-unknown-set': [
      'At the exit of the task the kernel looks the set up; a restore cannot hang undo values on a set that is not there.',
      'undo values for set 4, and sets 0 and 1 in the image',
      'Bring back the set; or take the undo values out: the set was removed.',
    ],
    'duplicate-fd': [
      'One descriptor leads to one file: CRIU 4.2 waits for the second one for ever.',
      'fd 5 twice in one table',
      'Remove one of the two entries.',
    ],
    'missing-tree': [
      'Without the tree nobody knows which tasks there are, who their parents are, or which comes first; CRIU crashes.',
      'core-7.img and mm-7.img without pstree.img',
      'Bring back pstree.img, or the table of tasks of the stream, of the same dump.',
    ],
    'short-payload': [
      'The restorer reads as many as the count says, and takes what follows for them, or stops: CRIU says "Img trimmed".',
      'a set of five semaphores with three values',
      'Set the count to what is there, if the rest can be done without; else take the file from another copy.',
    ],
  },
  'an image as CRIU wrote it',
);

/** Where a record rule of CPT images has the same name, its page serves both. */
const criuSemanticsPages: PageTable = Object.fromEntries(
  Object.entries(rulePages).filter(([code]) => !ruleBook.has(code)),
);

/** Codes that no CPT image can raise. */
export const criuOnlyCodes: ReadonlySet<string> = new Set(
  [criuFramingPages, criuSchemaPages, criuReferencePages, criuSemanticsPages].flatMap((table) =>
    Object.keys(table),
  ),
);

export const criuPages: LayerPages = [
  ['framing', criuFramingPages],
  ['schema', criuSchemaPages],
  ['references', criuReferencePages],
  ['semantics', criuSemanticsPages],
  ['restore', rehearsalPagesOf(criuRestoreCodes)],
];
