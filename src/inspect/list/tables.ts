/**
 * The tables of `cr-inspect list`: one row per checkpoint, process, file, socket, area or finding, over many images.
 * Columns are flat and typed, so that the same rows are lines of NDJSON, CSV and Parquet files that are read as one
 * table. Every row begins with `path` and `container`, which together name its checkpoint.
 */

export type ColumnType = 'string' | 'int32' | 'int64' | 'boolean' | 'timestamp';

export interface ListColumn {
  readonly type: ColumnType;
  /** What it holds, for the documentation. */
  readonly doc: string;
}

export type Cell = string | number | bigint | boolean | Date | null;

/** A cell for each column of its table; one that is left out is null. */
export type ListRow = Readonly<Record<string, Cell | undefined>>;

const string = (doc: string): ListColumn => ({ type: 'string', doc });
const int32 = (doc: string): ListColumn => ({ type: 'int32', doc });
const int64 = (doc: string): ListColumn => ({ type: 'int64', doc });
const boolean = (doc: string): ListColumn => ({ type: 'boolean', doc });
const timestamp = (doc: string): ListColumn => ({ type: 'timestamp', doc });

const key = {
  path: string('the file or directory that was found'),
  container: string(
    'its place inside of that: the container of a pod, the directory of an archive; empty for none',
  ),
} as const;

export const listTables = {
  checkpoints: {
    ...key,
    fileBytes: int64('size of the file; of a directory, of all files in it'),
    fileTime: timestamp('when it was last changed'),
    error: string('why it could not be read, or its first error'),
    family: string('cpt, criu, linux-cr'),
    variant: string('which kernel or release wrote it'),
    machine: string('architecture of its processes'),
    kind: string('what kind of dump it is: full, pre-dump, lazy …'),
    engine: string('podman, cri-o, containerd'),
    name: string('of the container'),
    pod: string('name of the pod'),
    namespace: string('Kubernetes namespace of the pod'),
    image: string('that the container was made from'),
    id: string('of the container'),
    createdTime: string('of the container, RFC 3339'),
    checkpointedTime: string('RFC 3339'),
    processes: int32('thread groups'),
    threads: int32('of all processes'),
    command: string('command line of the first process, or its name'),
    areaBytes: int64('all memory areas'),
    storedBytes: int64('pages that are in the image'),
    verdict: string(
      'of a rehearsed restore: restores, fails, crashes, hangs; null when it was not rehearsed',
    ),
    answer: string('yes, no, if: with the conditions that are open'),
    errors: int32(
      'findings of cr-validate, without those that follow from another; null when it was not judged',
    ),
    warnings: int32('findings of cr-validate'),
  },
  processes: {
    ...key,
    pid: int32('in the outermost pid namespace of the image'),
    ppid: int32(''),
    pgid: int32(''),
    sid: int32(''),
    comm: string('name'),
    command: string('command line, as far as its pages are in the image'),
    exe: string('the program'),
    cwd: string('current directory'),
    state: string('letter of /proc/PID/stat'),
    threads: int32(''),
    uid: int32('real'),
    gid: int32('real'),
    euid: int32('effective'),
    capEffective: string('hexadecimal, as in /proc/PID/status'),
    noNewPrivs: boolean(''),
    seccompMode: int32('0 none, 1 strict, 2 filter'),
    lsmProfile: string('AppArmor profile or SELinux context'),
    startTimeNs: int64('since the container (CPT) or the system started'),
    storedBytes: int64('its pages that are in the image'),
  },
  files: {
    ...key,
    pid: int32('of one process that has it; null where none has'),
    fd: int32('descriptor; null for mapped files'),
    use: string('descriptor or area'),
    kind: string('regular, pipe, socket, tty …'),
    name: string('as in /proc/PID/fd or /proc/PID/maps'),
    isDeleted: boolean(''),
    flags: int32('O_* of the machine'),
    position: int64('offset in the file'),
    buildId: string('of a program or library, hexadecimal'),
  },
  sockets: {
    ...key,
    pid: int32('of one process that has it; null where none has'),
    kind: string('tcp, udp, unix stream, netlink route …'),
    state: string('listen, established …'),
    localAddress: string('address or name'),
    localPort: int32(''),
    remoteAddress: string(''),
    remotePort: int32(''),
    inode: int64('number of the socket'),
  },
  areas: {
    ...key,
    pid: int32('of one process that has it'),
    start: string('address, hexadecimal'),
    end: string('address behind it'),
    bytes: int64('its size'),
    perms: string('as in /proc/PID/maps'),
    kind: string('heap, stack, anon, file …'),
    name: string('as in /proc/PID/maps'),
    storedBytes: int64('pages of it that are in the image'),
  },
  findings: {
    ...key,
    code: string('stable name'),
    layer: string('framing, schema, references, semantics, restore, trust, policy'),
    severity: string('error, warning, note'),
    file: string('of the image'),
    offset: int64('in that file'),
    place: string('record and field'),
    message: string(''),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ListColumn>>>>;

export type ListTable = keyof typeof listTables;
export const listTableNames = Object.keys(listTables) as readonly ListTable[];

export const columnsOf = (table: ListTable): readonly (readonly [name: string, column: ListColumn])[] =>
  Object.entries(listTables[table]);
