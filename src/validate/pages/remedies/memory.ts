/** Memory of processes. */
import { again, type Remedies } from './remedy.ts';

export const memory: Remedies = {
  'memory-object': [
    'The address space has an object of a type that this kernel has no reader for.',
    'Convert the image to the kernel that restores it.',
  ],
  'mapping-range': [
    'An area ends before it starts, is not aligned to pages, or lies above the addresses of a task.',
    `${again} \`cr-inspect IMAGE maps --pid PID\` shows the areas.`,
  ],
  'mapping-replaced': [
    'Two areas overlap, and the second takes the place of the first.',
    `${again} \`cr-inspect IMAGE maps --pid PID\` shows the areas.`,
  ],
  'page-source': [
    'Pages are taken from the memory of another task, which the image does not hold or restores later.',
    again,
  ],
  'page-block': [
    'A block of pages is empty, not aligned, or outside of its area.',
    `${again} \`cr-inspect IMAGE maps --pid PID\` shows area and blocks.`,
  ],
  'memory-sharing-lost': [
    'Two processes, made by vfork() or CLONE_VM, had one memory; each gets a copy.',
    'Dump when the child has called execve(); threads are not concerned.',
  ],
  'futex-wait-kept': [
    'The wait goes on as a system call of the old kernel, whose wake-ups look different from those that libraries make now.',
    'Convert with `--end-futex-waits`, which makes the tasks look again.',
  ],
  'vdso-missing': [
    '32-bit programs return through a page of the kernel that is at another place or of another form here.',
    'Convert the image: signal returns and waits are pointed to code that is there.',
  ],
  'criu-vdso-pages': [
    'The image was made without the page of the vdso, which CRIU compares with that of the restoring kernel.',
    'Dump again with its pages; of a converted image, convert again.',
  ],
  'criu-area': [
    'Start, end, protection or file of an area are such that mmap() fails.',
    '`cr-inspect DIR maps --pid PID` shows the areas; an edited one has to be aligned and free.',
  ],
  'criu-area-alignment': [
    'The end of an area is not a multiple of the page size, and CRIU counts pages until it meets it.',
    'Correct the end in mm-PID.img; real dumps have none such.',
  ],
  'criu-memory-layout': [
    'The kernel wants start_code ≤ end_code, start_data ≤ end_data and all of them among the addresses of a task.',
    'Correct mm_start_code … mm_env_end in mm-PID.img; real dumps have none such.',
  ],
  'criu-auxv': [
    'CRIU has room for a fixed number of entries, and the image has more.',
    'Restore with the CRIU that wrote it, or a newer one.',
  ],
  'criu-pages-outside': [
    'The index of pages names addresses that no private area of the task has: it is of another dump, or edited.',
    'Put mm-PID.img and pagemap-PID.img of one dump together.',
  ],
  'criu-pages-overlap': [
    'Two entries of the index of pages cover the same address, and CRIU waits for the second for ever.',
    'Make the index anew from a good copy; real dumps have none such.',
  ],
  'criu-pages-short': [
    'The pages were not copied to their end, or are those of another index.',
    'Copy pages-N.img again and compare its size; `cr-validate DIR` says how much is missing.',
  ],
  'criu-pages-missing': [
    'The index refers to a pages file or to a parent directory that is not there.',
    'Copy the parent directories of an incremental dump as well, or make one image: `cr-convert --flatten DIR NEW`.',
  ],
  'criu-pages-lost': [
    'Parts of the memory are in no file of the directory, and CRIU leaves them zero.',
    'Copy what is missing before you restore: the programs would read zeros.',
  ],
  'criu-segment-hole': [
    'CRIU attaches segments as a whole, and the area has another length or offset.',
    'Correct the area in mm-PID.img: shmat() always attaches the whole segment.',
  ],
  'criu-segment-missing': [
    'The segment that an area attaches is not among those of ipcns-shm.',
    'Copy ipcns-shm-N.img; restore with the IPC namespace of the dump.',
  ],
  'criu-pre-dump': [
    'A pre-dump saves pages while the programs run on; processes are in the dump that follows.',
    'Restore the directory of the last dump; this one has to lie where its `parent` link points.',
  ],
};
