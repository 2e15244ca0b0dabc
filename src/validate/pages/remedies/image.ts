/** Images that cannot be read as they are. */
import { again, type Remedies } from './remedy.ts';

export const image: Remedies = {
  'image-damaged': [
    'A record ends before its length, or the input itself ends or fails: the file was cut off, overwritten or edited after the dump.',
    again,
  ],
  'image-size': [
    'The size is no multiple of 8, as every dump has it, or there is no room for header and end.',
    'Copy the image again and compare the sizes; a dump that failed leaves such files.',
  ],
  'image-signature': [
    'The first or last bytes are not those that the kernel writes: the file is of another kind, or its end is missing.',
    '`cr-inspect IMAGE summary` says what it is; copy it again if its end is missing.',
  ],
  'section-walk': [
    'The length of a section leads into the middle of something else, because it or the bytes before it were changed.',
    `${again} \`cr-inspect IMAGE records\` shows where the walk leaves the sections.`,
  ],
  'section-twice': [
    'The kernel looks each section up by its type and expects one of each; images were put together, or a type was changed.',
    'Remove one of the two, or dump again.',
  ],
  'wrong-object': [
    'A position was not moved with what it names, or it was changed: the bytes there are of another type.',
    `${again} \`cr-inspect IMAGE record OFFSET\` shows what lies at the position.`,
  ],
  'object-length': [
    'Header length, record length and content of an object do not fit into each other: one of the three was changed.',
    `${again} \`cr-inspect IMAGE record OFFSET\` shows the three.`,
  ],
  'beyond-file': [
    'A length or position is larger than the file: the end is missing, or the number was changed.',
    'Copy the image again and compare sizes and digests; else dump again.',
  ],
  'out-of-memory': [
    'A length or count in the image asks for more memory than one allocation of the kernel gives.',
    `${again} \`cr-inspect IMAGE record OFFSET\` shows the number.`,
  ],
  'endless-loop': [
    'A length or link is such that the next element of the list is the same again.',
    'Do not restore it: the task that restores cannot be killed. Dump again.',
  ],
  'machine-mismatch': [
    'Registers and pages in the image are those of another processor architecture.',
    'Restore on a machine like that of the dump, or name one: `--kernel linux-6.18/aarch64`.',
  ],
  'wrong-architecture': [
    'A 32-bit kernel has no registers for 64-bit tasks.',
    'Restore on the 64-bit build of that kernel.',
  ],
  'hz-mismatch': [
    'Times in the image are counted in ticks, and this kernel ticks at another rate.',
    'Restore on a kernel of that HZ, or `cr-convert --hz HZ IMAGE NEW`.',
  ],
  'version-not-accepted': [
    'Each kernel names in its source the versions that it reads, and this one is none of them.',
    'Convert it to one that the kernel reads: `cr-convert --to VERSION IMAGE NEW`; `cr-convert --list` names them.',
  ],
  'step-refused': [
    'The kernel answered a call of the restorer with an error that has no code of its own; the message has call and errno.',
    'Run `cr-restore-sim IMAGE --trace` to see what stood before that step.',
  ],
  'result-differs': [
    'All calls succeeded, but a number or a relation is not that of the image: something that the plan does not know of changed it.',
    'Run `cr-restore-sim IMAGE --trace` and look for the step that made it; report it if the image is a real one.',
  ],
  'limit-refused': [
    'The container has a limit that the kernel lets nobody set.',
    'Correct the limit; `cr-inspect IMAGE record veinfo:0` shows those of System V IPC.',
  ],
  'inferred-kernel': [
    'No kernel of this line could be run to see what it does.',
    'Take the verdict for likely, and try the restore on that kernel before you rely on it.',
  ],
  'section-ignored': [
    'The kernel restores the first of such sections, or knows none of this type, and goes on.',
    'Nothing is wrong with the image; make sure that what the message names is not needed.',
  ],
  'limits-stale': [
    '2.6.18 does not fill these fields, so that they hold whatever was in memory.',
    'Nothing has to be done; set the limits of shared memory after the restore if programs need them.',
  ],
  'timers-not-in-image': [
    'Kernels that write this version do not dump timers of timer_create().',
    'Nothing has to be done; programs with such timers have to make them again.',
  ],
};
