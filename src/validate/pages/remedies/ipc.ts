/** System V IPC. */
import { again, type Remedies } from './remedy.ts';

export const ipc: Remedies = {
  'ipc-key-exists': [
    'Another object with this key lives where the restore takes place, or is twice in the image.',
    'Restore into an IPC namespace of its own; `ipcs` shows what is there, `cr-restore-sim --on this-host` compares.',
  ],
  'ipc-id-taken': [
    'An id is a slot and a sequence number, and another object is in the slot.',
    'Restore into an empty IPC namespace, or remove what is there with `ipcrm`.',
  ],
  'ipc-slot-occupied': [
    'Two objects of the image, or one of the host, want the same slot of the table.',
    'Restore into an empty IPC namespace; an edited id has to have a slot of its own.',
  ],
  'ipc-id-out-of-range': [
    'The id is larger than slot and sequence number of this kernel can make.',
    'Restore on a kernel that has such ids: `--kernel` tries others.',
  ],
  'ipc-id-negative': [
    'Ids are numbers from 0 on; this one was edited.',
    'Set it to the id that programs use; `cr-inspect IMAGE ipc` lists them.',
  ],
  'ipc-id-lost': [
    'The kernel gave another id than was asked for.',
    'Restore into an empty IPC namespace, in the order of the image.',
  ],
  'ipc-id-changed': [
    'The kernel counts sequence numbers by itself, so that the id becomes another one.',
    'Programs that keep the id need another kernel; those that ask by key find it.',
  ],
  'ids-merged': [
    'Two ids of the image differ in the sequence number only: the kernel takes one slot for both.',
    'Remove the object that is gone; dump again if both are in use.',
  ],
  'ipc-limit': [
    'kernel.shmmni, kernel.msgmni or kernel.sem where it is restored is lower than the number of objects.',
    'Raise the one that the message names.',
  ],
  'sem-limit': [
    'The limits of semaphores that the image sets itself are lower than what it holds.',
    'Raise them in the record of the container: `cr-inspect IMAGE record veinfo:0` shows them.',
  ],
  'shm-limit': [
    'The limits of shared memory that the image sets itself are lower than what it holds.',
    'Raise them in the record of the container: `cr-inspect IMAGE record veinfo:0` shows them.',
  ],
  'ipc-refused': [
    'The kernel refuses id, owner or mode of the object; the message has the errno.',
    'Restore as root in the user namespace of the dump; correct edited numbers.',
  ],
  'semaphore-refused': [
    'A value is above 32767, or the set has no semaphores.',
    'Correct the value: `cr-inspect IMAGE ipc` shows the sets.',
  ],
  'message-refused': [
    'The message is larger than kernel.msgmax, or the queue is full at kernel.msgmnb.',
    'Raise kernel.msgmax or kernel.msgmnb where it is restored.',
  ],
  'message-text': ['The text of a queued message lies beyond what the image holds.', again],
  'undo-set-missing': [
    'The set was removed after the adjustment was noted, and the record stayed.',
    'Remove the adjustment: there is nothing to undo any more.',
  ],
  'undo-refused': [
    'The restorer makes an adjustment by operations on the set, and one would take a value below 0 or above 32767.',
    'Correct value or adjustment: `cr-inspect IMAGE ipc` shows both.',
  ],
  'undo-sharing-lost': [
    'Adjustments are shared by CLONE_SYSVSEM only, which this restorer does not use.',
    'Nothing has to be done unless threads end one by one: each undoes for itself.',
  ],
  'creator-lost': [
    'There is no call that sets who created an object or used it last.',
    'Nothing has to be done; `ipcs -p` shows the restorer.',
  ],
  'mode-bits-lost': [
    'The bits mark segments that are removed or locked; only the kernel sets them, by such calls.',
    'Nothing has to be done for locked ones but locking again; removed ones go with their last user.',
  ],
  'criu-ipc-variable': [
    'A file under /proc/sys of the IPC namespace does not take the value of the image.',
    'Correct the value with `cr-crit set`; `cr-inspect DIR ipc` shows the limits.',
  ],
  'criu-ipc-create': [
    'CRIU makes the object and sets its owner, and one of the two fails.',
    'Restore as root in the user namespace of the dump; look at kernel.shmmni, kernel.msgmni and kernel.sem.',
  ],
  'criu-ipc-id': [
    'CRIU asks for the id by next_id and got another, or the key is in use.',
    'Restore into an IPC namespace of its own: without one, ids of the host are in the way.',
  ],
  'criu-ipc-content': [
    'Values of semaphores, messages or pages of a segment are not accepted or not in the image.',
    'Copy the files ipcns-* and pages-* again; raise kernel.msgmnb for large queues.',
  ],
};
