/** What `cr-inspect` takes; apart from the command itself, so that `--help` loads nothing else. */

import { viewNames, viewRow } from '../../inspect/views/index.ts';
import { containerOption } from '../container-option.ts';
import { type CommandSpec, commonOptions } from '../options.ts';
import { remoteNote } from '../remote-note.ts';
import { listOptions } from './list/options.ts';
import { helpOfWords } from './words.ts';

const typesOfViews = viewNames
  .flatMap((name) => {
    const { types } = viewRow(name);
    return types === undefined ? [] : [`${name} ${types}`];
  })
  .join('; ');

export const inspectSpec: CommandSpec = {
  name: 'cr-inspect',
  summary: 'see what is in a checkpoint image',
  usage: [
    'cr-inspect [OPTIONS] IMAGE [VIEW]',
    'cr-inspect [OPTIONS] IMAGE record REF',
    'cr-inspect [OPTIONS] IMAGE bytes [FILE] OFFSET LENGTH',
    'cr-inspect [OPTIONS] IMAGE memory ADDRESS|AREA [LENGTH]',
    'cr-inspect [OPTIONS] IMAGE search PATTERN',
    'cr-inspect [OPTIONS] IMAGE strings',
    'cr-inspect [OPTIONS] IMAGE extract NAME | --list',
    'cr-inspect [OPTIONS] IMAGE OTHER [diff]',
    'cr-inspect [OPTIONS] IMAGE report -o FILE.html',
    'cr-inspect [OPTIONS] list PATH…',
  ],
  words: helpOfWords,
  options: {
    pid: { value: 'PID', multiple: true, help: 'only this process; may be repeated' },
    type: { value: 'TYPE', multiple: true, help: 'only things of this type, see below; may be repeated' },
    'all-processes': { help: 'search, strings: every process, as without --pid' },
    area: { value: 'AREA', help: 'search, strings: only this area: [heap], a path, or START-END' },
    hex: { help: 'search: PATTERN is bytes, as in "7f 45 4c 46"' },
    regex: {
      help: 'search: PATTERN is a regular expression over bytes, or with --utf16 over such text; a match is found up to its longest, at most 64 KiB, one without a longest for sure up to 4 KiB',
    },
    utf16: { help: 'search, strings: text in UTF-16, as Windows and Java have it' },
    'ignore-case': { short: 'i', help: 'search: letters of either case' },
    bytes: { help: 'of two images: the bytes of memory that differ, too' },
    stat: { help: 'of two images or more: pages rewritten, new and gone from one to the next' },
    min: { value: 'COUNT', help: 'strings: the least number of characters (default 4)' },
    list: { help: 'extract: the names of all that can be saved' },
    output: {
      short: 'o',
      value: 'FILE',
      help: 'memory, extract, report, list: where to write; "-" is standard output',
    },
    force: { short: 'f', help: 'memory, extract, report, list: replace FILE if it exists' },
    spec: {
      value: 'FILE',
      multiple: true,
      help: 'rights: a runtime spec, pod or container (JSON, YAML), to be shown beside that of the archive',
    },
    on: { value: 'HOST', help: 'ids: which numbers are free there: a file of --capture-host, or this-host' },
    env: { help: 'ps: the environment of each process, too' },
    ...containerOption,
    ...listOptions,
    ...commonOptions,
    json: { help: 'print the view as JSON' },
    color: {
      value: 'WHEN',
      choices: ['auto', 'always', 'never'],
      help: 'colour text and the inspector (default auto)',
    },
  },
  examples: [
    ['cr-inspect old.img', 'look around; ? shows the keys'],
    ['cr-inspect old.img summary', 'what it is and what is in it'],
    ['cr-inspect old.img ps --json', 'the process list for a program'],
    ['cr-inspect old.img maps --pid 1', 'memory of one process'],
    ['cr-inspect checkpoint.tar rights', 'what an archive would run as, mount and write'],
    ['cr-inspect dump/ search "BEGIN RSA"', 'where a text lies: process, area, address'],
    ['cr-inspect dump/ memory --pid 1 [heap] 256', 'the start of the heap'],
    ['cr-inspect dump/ extract --list', 'what can be saved: areas, deleted files, queues'],
    ['cr-inspect old.img record task:1', 'one record with all fields'],
    ['cr-inspect checkpoint.tar.zst ps', 'of a Podman archive, which is not unpacked'],
    ['cr-inspect images/ record mm-2.img@0x120', 'what a byte of a CRIU image belongs to'],
    ['cr-inspect checkpoint.tar report -o page.html', 'one page for a browser, complete in itself'],
    [
      'cr-inspect https://archive.example/checkpoint.tar ps',
      'of an archive on a server; its pages are not fetched',
    ],
    ['cr-inspect old.img new.img', 'what a conversion changed'],
    ['cr-inspect list /var/lib/checkpoints', 'every checkpoint below a directory'],
    [
      'cr-inspect list archives -o tables/',
      'processes, files, sockets, areas and findings of all, as Parquet',
    ],
  ],
  notes: [
    'IMAGE is a CPT image, or a directory or tar archive (plain, gzip, zstd) with CRIU images, or a file of such a directory. "-" is standard input, for views.',
    'Without a VIEW, on a terminal: the interactive inspector; of two images, what differs; of three or more, of a directory of archives or an archive of several containers, a list to choose from. What is compared: processes, and of two CPT images records and memory, of two of another family System V IPC, descriptors with their sockets, and memory, of images of two families System V IPC.',
    `--type takes: ${typesOfViews}; records and diff of CPT images kinds of records (task, vma) and, for records, names of sections (TASKS); diff of others fd sem msg shm.`,
    'REF is an offset (0x1f40 or 8000, also one inside a record), task:PID, or KIND:N for the Nth record of a kind from 0, as in mm:0.',
    'Of CRIU images, records lists files with their entries; --type takes types of files (CORE) and messages (pstree_entry); bytes needs a FILE. REF is FILE for its first entry, FILE:INDEX (pstree.img:0), FILE@OFFSET (core-2.img@0x40, also inside an entry), task:PID, or KIND:N (vma_entry:3). Files of older dumps are parent/FILE.',
    'list writes one table to FILE (or to standard output), and all of them, a file each, where -o ends with a slash: -o tables/.',
    'A file of a CRIU directory (DIR/pstree.img) stands for the directory: views show the whole checkpoint, the inspector starts at the file, records lists its entries, and REF may be an offset in it. Of a file that stands alone there are records, record and bytes.',
    remoteNote,
  ],
};
