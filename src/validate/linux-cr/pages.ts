/** Pages of what is said of linux-cr streams: their records, their shared objects, and the restart. */
import { linuxCrCodes } from '../../parse/linux-cr/codes.ts';
import { linuxCrRestoreCodes, linuxCrStreamCodes } from '../../restore-sim/restorers/linux-cr/codes.ts';
import type { LayerPages } from '../page.ts';
import { pagesOf } from '../pages/pages-of.ts';
import { rehearsalPagesOf } from '../pages/rehearsal.ts';

const {
  'stream-object-number': objectNumber,
  'stream-object-kind': objectKind,
  'stream-reference': reference,
  'stream-reference-kind': referenceKind,
  ...values
} = linuxCrStreamCodes;

const linuxCrFramingPages = pagesOf(
  linuxCrCodes,
  {
    'stream-header': [
      'The restart wants a record of type 1 with the magic number 0x00feed0cc0a2d200 before anything else.',
      'a file that starts in the middle of a stream, or after text that a shell printed into it',
      'Copy the stream from its first byte on; what else is in front of it has to be cut off.',
      'EINVAL',
    ],
    'stream-byte-order': [
      'Numbers are in the byte order of the machine that wrote them, and only such a machine restarts it.',
      'a stream of an s390 or a PowerPC',
      'Look at it on a machine of that kind with the tools of the series; nothing here reads it.',
      'EINVAL',
    ],
    'stream-layout': [
      'One revision number stands for several layouts; a kernel of another day refuses the first record whose length is not its own.',
      'a stream of a private tree, with fields of its own',
      'Restart it with the kernel that wrote it: `cr-inspect IMAGE summary` shows its release.',
      'EINVAL',
    ],
    'stream-architecture': [
      'The records of registers are those of the machine; another one has no place for them.',
      'arch_id of an ARM',
      'Restart it on a machine of that kind. All that is not of the machine can be looked at.',
      'EINVAL',
    ],
    'record-header': [
      'ckpt_read_obj refuses a length below the 8 bytes of its header: it would never get on.',
      'a record of length 4, where bytes were lost before it',
      'Copy the stream again: it has no padding, and one lost byte moves all that follows.',
      'EINVAL',
    ],
    'truncated-record': [
      'ckpt_kread meets the end in the middle of the record.',
      'a stream that was cut while it was copied',
      'Copy the stream again and compare the sizes; the checkpoint is whole only with its tail record.',
      'EPIPE',
    ],
    'record-length': [
      'Where the layout has a fixed length, ckpt_read_obj_type demands just that.',
      'a TASK record of 72 bytes in a stream whose layout has 64',
      'Convert it to the layout of the kernel that restarts it: `cr-convert --to linux-cr-…`; an edited record has to keep its length.',
      'EINVAL',
    ],
    'unknown-record-type': [
      'The restart reads records by what comes next, and refuses one of another type.',
      'a record of type 777 between two that belong together',
      'Restart it with the kernel that wrote it; it is carried unchanged by a conversion.',
      'EINVAL',
    ],
    'missing-tail': [
      'The restart reads the tail after the last task, and meets the end instead.',
      'a checkpoint whose writer was killed, or a disk that was full',
      'Make the checkpoint again; look at what the checkpoint program printed.',
      'EPIPE',
    ],
    'tail-magic': [
      'The restart compares the magic number of the tail, after it read everything else.',
      'a tail record of zeros',
      'Copy the stream again: its last bytes are not those that were written.',
      'EINVAL',
    ],
    'bytes-after-tail': [
      'The restart stops reading at the tail; two streams that were put together are not one.',
      'a second stream, or a line of text, behind the tail',
      'Cut off what follows; the message says from which byte on.',
    ],
    'failed-checkpoint': [
      'The restart prints the message that the record holds, and fails.',
      'a program with an open file that was deleted, which the series cannot save',
      'Remove the reason, which the message says, and make the checkpoint again.',
      'EIO',
    ],
  },
  'a stream from its header to its tail record',
);

const linuxCrReferencePages = pagesOf(
  {
    'stream-object-number': objectNumber,
    'stream-object-kind': objectKind,
    'stream-reference': reference,
    'stream-reference-kind': referenceKind,
  },
  {
    'stream-object-number': [
      'checkpoint/objhash.c takes numbers above 0 only, and each of them once.',
      'OBJREF {FILE, 12} twice',
      'Give the second object a free number, and set it in all fields that mean this object.',
      'EINVAL',
    ],
    'stream-object-kind': [
      'checkpoint/objhash.c has a table of kinds, and nothing that reads an object beyond it.',
      'OBJREF of kind 99',
      'Correct the kind to that of the record that follows; a kind of a newer layout needs its kernel.',
      'EINVAL',
    ],
    'stream-reference': [
      'An object is announced before anything refers to it: the restart looks the number up and finds nothing.',
      'FILE_DESC with fd_objref 12, and no OBJREF record with 12 before it',
      'Correct the number to that of the object that is meant; `cr-inspect IMAGE records` lists the announcements.',
      'EINVAL',
    ],
    'stream-reference-kind': [
      'The restart finds the number, and refuses it since it stands for something else.',
      'fd_objref with the number of an address space',
      'Look up in `cr-inspect IMAGE records` which number the object of the right kind has.',
      'ENOMSG',
    ],
  },
  'OBJREF {FILE, 12}, the FILE record, then FILE_DESC with fd_objref 12',
);

const linuxCrSemanticsPages = pagesOf(
  values,
  {
    'stream-tree': [
      'The user-space tool refuses the table before it makes a task: vpid or vtgid 0, or a number below 0.',
      'an entry with vpid 0',
      'Correct the number in the table of tasks to that which the task had.',
      'EINVAL',
    ],
    'stream-task-count': [
      'The kernel reads as many tasks as the table says: it meets other records, or tasks wait that nothing is for.',
      'a table of five tasks, and four TASK records',
      'Bring back the records of the task, or take its entry and the count out of the table.',
      'EINVAL',
    ],
    'stream-zombie': [
      'A dead task has exit_state 16 and an exit status as wait(2) returns it: a code, or a signal alone.',
      'a zombie with the exit status 0x10000',
      'Set exit_state to 16 and exit_code to the code times 256, or to the signal.',
      'EINVAL',
    ],
    'stream-exit-fields': [
      'A living task has exit_code 0; exit_signal is -1 for threads beside the leader, and for no other.',
      'a thread with exit_signal 17',
      'Set exit_code to 0, and exit_signal to -1 for a thread, else to 17 (SIGCHLD) or what clone() was given.',
      'EINVAL',
    ],
    'stream-ipc-object': [
      'ipc/checkpoint*.c refuse an id below 0, seq from 65535 on, mode bits above 0777, pids below 0, and messages that do not sum up to cbytes.',
      'a queue that says 100 bytes, with messages of 80',
      'Correct the field that the message names; of a queue, cbytes is the sum of the sizes of its messages.',
      'EINVAL',
    ],
    'stream-header-value': [
      'The restart compares the constants of the header with its own, and knows two flags.',
      'nsig 65, or a bit in uflags that no kernel of the series has',
      'Set the field to what the kernel writes: `cr-inspect IMAGE record header:0` shows it.',
      'EINVAL',
    ],
  },
  'values as the kernel of the series writes them',
);

/** Codes that no CPT image can raise. */
export const linuxCrOnlyCodes: ReadonlySet<string> = new Set(
  [linuxCrFramingPages, linuxCrReferencePages, linuxCrSemanticsPages].flatMap((table) => Object.keys(table)),
);

export const linuxCrPages: LayerPages = [
  ['framing', linuxCrFramingPages],
  ['references', linuxCrReferencePages],
  ['semantics', linuxCrSemanticsPages],
  ['restore', rehearsalPagesOf(linuxCrRestoreCodes)],
];
