/** What `cr-inspect` takes; apart from the command itself, so that `--help` loads nothing else. */
import { containerOption } from '../container-option.ts';
import { type CommandSpec, commonOptions } from '../options.ts';

export const inspectSpec: CommandSpec = {
  name: 'cr-inspect',
  summary: 'see what is in a checkpoint image',
  usage: [
    'cr-inspect [OPTIONS] IMAGE [VIEW]',
    'cr-inspect [OPTIONS] IMAGE record REF',
    'cr-inspect [OPTIONS] IMAGE bytes [FILE] OFFSET LENGTH',
    'cr-inspect [OPTIONS] IMAGE OTHER [diff]',
  ],
  words: {
    summary: 'what it is, where it comes from, what is in it',
    ps: 'processes; with --pid the environment, too',
    fds: 'descriptors',
    maps: 'memory areas',
    ipc: 'System V IPC',
    sockets: 'sockets',
    signals: 'signals: pending, blocked, handled',
    times: 'clocks and timers',
    namespaces: 'mounts, devices, cgroups, limits',
    mounts: 'what is mounted where, as a tree',
    cgroups: 'control groups with their processes',
    stats: 'what the dump cost; faults, switches, packets',
    records: 'index of all records',
    record: 'one record, with every field: record REF',
    bytes: 'some bytes: bytes [FILE] OFFSET LENGTH',
    diff: 'what differs between two images',
  },
  options: {
    pid: { value: 'PID', multiple: true, help: 'only this process; may be repeated' },
    type: { value: 'TYPE', multiple: true, help: 'only things of this type, see below; may be repeated' },
    env: { help: 'ps: the environment of each process, too' },
    ...containerOption,
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
    ['cr-inspect old.img maps --pid 2', 'memory of one process'],
    ['cr-inspect old.img record task:2', 'one record with all fields'],
    ['cr-inspect checkpoint.tar.zst ps', 'of a Podman archive, which is not unpacked'],
    ['cr-inspect images/ record mm-2.img@0x120', 'what a byte of a CRIU image belongs to'],
    ['cr-inspect old.img new.img', 'what a conversion changed'],
  ],
  notes: [
    'IMAGE is a CPT image, or a directory or tar archive (plain, gzip, zstd) with CRIU images, or a file of such a directory. "-" is standard input, for views.',
    'Without a VIEW, on a terminal: the interactive inspector; of two images, what differs. What is compared of CRIU images: processes, System V IPC, and memory with CRIU images only.',
    '--type takes: ps state letters (Z); fds kinds of files (pipe, socket); maps kinds of areas (heap); ipc sem, msg, shm; sockets families, types and states (unix, tcp, listen); namespaces mounts, net, cgroups, ubc; records and diff kinds of records (task, vma) and, for records, names of sections (TASKS).',
    'REF is an offset (0x1f40 or 8000, also one inside a record), task:PID, or KIND:N for the Nth record of a kind from 0, as in mm:0.',
    'Of CRIU images, records lists files with their entries; --type takes types of files (CORE) and messages (pstree_entry); bytes needs a FILE. REF is FILE for its first entry, FILE:INDEX (pstree.img:0), FILE@OFFSET (core-2.img@0x40, also inside an entry), task:PID, or KIND:N (vma_entry:3). Files of older dumps are parent/FILE.',
    'A file of a CRIU directory (DIR/pstree.img) stands for the directory: views show the whole checkpoint, the inspector starts at the file, records lists its entries, and REF may be an offset in it. Of a file that stands alone there are records, record and bytes.',
  ],
};
