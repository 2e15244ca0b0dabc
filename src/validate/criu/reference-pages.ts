/** Pages of what is wrong between the files of a CRIU image, and of what kind of dump a directory is. */
import { kindCodes } from '../../model/from-criu/directory-kind.ts';
import { criuReferenceCodes } from '../../restore-sim/restorers/criu/reference-codes.ts';
import { pagesOf } from '../pages/pages-of.ts';

const kinds = pagesOf(
  kindCodes,
  {
    'criu-pre-dump': [
      'A pre-dump saves pages while programs run on; their tasks and files are in the dump that follows.',
      'what `criu pre-dump` or a page server wrote',
      'Restore the last dump of the series; this directory has to lie where its `parent` link leads.',
    ],
    'criu-lazy-dump': [
      'With --lazy-pages the source keeps the memory and sends pages when they are touched: without it tasks get none.',
      'a dump of `criu dump --lazy-pages`, copied to another host',
      'Restore with --lazy-pages while the source still serves pages; for keeping, dump without it.',
    ],
    'criu-unknown-pages': [
      'A CRIU that does not know the form takes stored bytes for plain pages: the restore fails, or memory is wrong.',
      'a field in a pagemap that no release has, which says how pages are packed',
      'Restore with the CRIU that wrote it; find out its release by dump.log.',
    ],
    'criu-compressed-pages': [
      'Releases up to 4.2 refuse the inventory: "Not supported images version 3".',
      'a dump of the development branch with --compress',
      'Restore with that branch, or unpack the pages: `cr-convert --decompress DIR NEW`.',
    ],
    'criu-page-blocks': [
      'Where a block starts is the sum of the sizes before it: from a wrong one on, nothing is where it should be.',
      'a region whose block sizes sum up to more than the file of pages holds',
      'Copy pagemap and file of pages again, both of one dump.',
    ],
    'criu-lost-parent': [
      'CRIU reads unchanged pages from the older image, and stops where it is not there.',
      'the last directory of a series of dumps, copied without the others',
      'Copy the older directories to where the link leads, or, where they still are, make one image: `cr-convert --flatten DIR NEW`.',
    ],
    'criu-left-over': [
      'CRIU reads what is referred to, and passes over the rest.',
      'pages-9.img of an earlier dump into the same directory',
      'Remove the files, after a look that the last dump was finished (dump.log); dump into an empty directory next time.',
    ],
    'criu-pages-shared': [
      'CRIU reads the file for both, and one task gets the memory of another.',
      'pagemap-7.img of an older dump, with the pages_id of pagemap-8.img',
      'Find out by times of the files which pagemap is left over, and take the directory of the dump again.',
    ],
  },
  'a whole dump of one release in a directory of its own',
);

const references = pagesOf(
  criuReferenceCodes,
  {
    'criu-ref-missing-file': [
      'CRIU takes it for empty: "Unexpected EOF on (empty-image)". Without pstree.img or files.img it stops or crashes before the first task.',
      'a directory without pstree.img',
      'Copy the file from the place of the dump; if it is missing there, the dump failed: look at the end of dump.log.',
    ],
    'criu-ref-task-twice': [
      'CRIU ends itself by an assertion (BUG) when it puts the number into its tree for the second time.',
      'two entries with pid 7 in pstree.img, or a thread with the number of another task',
      'Correct the number in pstree.img; no dump writes one twice.',
    ],
    'criu-ref-parent': [
      'CRIU reads the tree in order: "Can\'t find a parent for N"; a second entry with ppid 0 is "Parent missed on non-root task".',
      'pstree.img in which a child stands before its parent',
      'Put the entry of the parent in front with `cr-crit decode` and `cr-crit encode`, or correct ppid.',
    ],
    'criu-ref-core': [
      'Registers and signals of the task are in core-N.img: "Unexpected EOF on (empty-image)".',
      'pstree.img with thread 12, and no core-12.img',
      'Copy core-N.img; or, if that task is not wanted, take its entry and its threads out of pstree.img.',
    ],
    'criu-ref-task-file': [
      'Without ids-N.img CRIU says "Core IDS data missed for non-zombie"; without mm-N.img or fs-N.img it crashes.',
      'a live task 7 without mm-7.img',
      'Copy the file of that task; a zombie needs none, so look whether task_state in core-N.img is right.',
    ],
    'criu-ref-descriptor-table': [
      'CRIU takes a missing table for an empty one: the task is restored without a single open file.',
      'files_id 3 in ids-7.img, and no fdinfo-3.img',
      'Copy fdinfo-N.img; the restore goes through without it, and the program fails at its next read or write.',
    ],
    'criu-ref-descriptor-twice': [
      'CRIU 4.2 waits for the second one for ever.',
      'fd 5 twice in fdinfo-3.img',
      'Remove one of the two entries: `cr-crit decode`, edit, `cr-crit encode`.',
    ],
    'criu-ref-file': [
      'CRIU looks the id up in files.img: "No file for fd 0 id 0x3e7", "No entry for reg-file-ID 0x1".',
      'a descriptor, executable, area or queued packet with a file id that files.img does not have',
      'Copy files.img of the same dump; or correct the id to one that `cr-crit show DIR files.img` lists.',
    ],
    'criu-ref-file-part': [
      'The entry in files.img leads to a second record (inode of a memfd, data of a terminal); CRIU gives up without it, and crashes for a memfd.',
      'a memfd in files.img, and no memfd.img',
      'Copy the file that the message names, of the same dump.',
    ],
    'criu-ref-peer': [
      'The other end belongs to a process outside of the dump: CRIU connects anew to the socket of that name, which has to be there.',
      'a program connected to /dev/log of its host',
      'Have the server run on the host before the restore, or restore with what the engine offers for it; `cr-restore-sim` says what is asked for.',
    ],
    'criu-ref-segment': [
      'CRIU attaches the area to a segment that it made before: "Can\'t find sysv shmem for N".',
      'an area of status sysvipc with shmid 5, and no segment 5 in ipcns-shm',
      'Copy ipcns-shm-N.img, or pagemap-shmem-N.img, of the same dump; restore with the IPC namespace of the dump.',
    ],
    'criu-ref-pages': [
      'CRIU 4.2 says "Can\'t read async pr bytes" when the file is missing, and waits for ever when it is too short.',
      'pages-1.img of 40 pages, of which the pagemap promises 41',
      'Copy the file of pages again and compare its size with that at the place of the dump.',
    ],
    'criu-ref-pages-rest': [
      'CRIU reads as much as the pagemap says, and leaves the rest.',
      'pages-1.img of 42 pages, of which the pagemap has 41',
      'Look whether the pagemap is that of an older dump or was cut: then memory is missing, though the restore goes through.',
    ],
    'criu-ref-parent-image': [
      'CRIU looks the page up in the image that `parent` leads to, and stops when it is not there either.',
      'an incremental dump whose `parent` leads to another series',
      'Let `parent` lead to the dump that was made just before this one, and check its own files: `cr-validate DIR/parent`.',
    ],
    'criu-ref-namespace': [
      'CRIU makes the namespace and reads its content: "Unexpected EOF on (empty-image)", or "No root found for tree" for mounts.',
      'uts_ns_id 10 in ids-1.img, and no utsns-10.img',
      'Copy the file; a namespace that the engine makes is left out with `--empty-ns net`, which is for networks only.',
    ],
    'criu-ref-mount': [
      'CRIU opens the path below the mount of that number, and gives up where it has none.',
      'mnt_id 312 of a file, and no such mount in mountpoints-N.img',
      'Copy mountpoints-N.img of the same dump; or set mnt_id to the mount that holds the path.',
    ],
    'criu-ref-cgroup': [
      'CRIU moves each task into its set before it runs: "No set N found".',
      'cg_set 2 in core-7.img, and one set in cgroup.img',
      'Copy cgroup.img, or leave control groups to the engine: `--manage-cgroups=ignore`.',
    ],
    'criu-ref-seccomp': [
      'CRIU takes filters by their numbers from seccomp.img; without its filter a thread could do more than it was allowed to.',
      'seccomp_filter 3 of a thread, and two filters in seccomp.img',
      'Copy seccomp.img of the same dump. Do not take the number out: the task would run without its filter.',
    ],
  },
  'an image directory as CRIU wrote it, with all of its files',
);

export const criuReferencePages = { ...kinds, ...references };
