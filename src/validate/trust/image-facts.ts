/**
 * What the images of a container restore, as far as trust is concerned: facts that every family can tell, whatever its
 * records look like.
 */
import type { IdMapping } from './grants/grants.ts';
import type { TrustReport } from './rule.ts';
import type { ContainerSubject } from './subject.ts';

export interface ImageFacts {
  /** Put before the name of an image file: `checkpoint/`. */
  readonly prefix: string;
  readonly fields: FieldNames;
  readonly processes: readonly ProcessRights[];
  /** The file that holds the mounts, or that would. */
  readonly mountTable: string;
  readonly mounts: readonly MountFact[];
  readonly namespaces: NamespaceFacts;
  readonly filterTable: Place;
  readonly filters: readonly SeccompFilter[];
  /** Policies of a security module that are loaded into the kernel. */
  readonly policies: (Place & { readonly field: string; readonly namespaces: number }) | undefined;
  /** Open files in the order of the image, read anew each time: there may be very many. */
  readonly files: () => Iterable<OpenFile>;
  /** Regular files by id. */
  readonly regular: ReadonlyMap<number, RegularFile>;
  /** Ids of files that are memory only (memfd_create(2)). */
  readonly memfds: ReadonlySet<number>;
  /** Links of the image directory: `parent`. */
  readonly links: readonly { readonly name: string; readonly target: string }[];
  /** What the family says of its own records, beyond these facts. */
  readonly judgeRecords: (subject: ContainerSubject, report: TrustReport) => void;
}

/** How the records of a family call what is told here: a finding leads to the field. */
export interface FieldNames {
  readonly thread: string;
  /** uid, euid, suid, fsuid. */
  readonly uids: readonly [string, string, string, string];
  readonly gids: readonly [string, string, string, string];
  readonly groups: string;
  readonly capabilities: Readonly<Record<keyof CapabilitySets, string>>;
  readonly securebits: string;
  readonly noNewPrivileges: string;
  readonly label: string;
  readonly seccompMode: string;
  readonly seccompFilter: string;
  /** Of all filters; the index follows. */
  readonly filters: string;
  /** Of one: its program, and its flags. */
  readonly filterProgram: string;
  readonly filterFlags: string;
  readonly schedPolicy: string;
  readonly nice: string;
  readonly hardLimits: string;
  readonly oomScoreAdj: string;
  readonly personality: string;
  readonly signalHandlers: string;
  readonly rseqSignature: string;
  readonly rseqPointer: string;
  readonly areas: string;
  readonly exe: string;
  readonly page: string;
  readonly file: Readonly<Record<'name' | 'flags' | 'mode' | 'mountId', string>>;
  readonly namespaceOfFile: string;
  readonly mount: Readonly<
    Record<'root' | 'mountpoint' | 'key' | 'flags' | 'shared' | 'fileSystem' | 'disk', string>
  >;
  readonly namespaces: Readonly<Record<NamespaceType, string>>;
  readonly namespaceKey: string;
  readonly idMappings: Readonly<Record<'uids' | 'gids', string>>;
}

export interface Place {
  readonly file: string;
  /** Of the record, in bytes. */
  readonly offset: number;
}

export interface OpenFile extends Place {
  readonly regular: RegularFile | undefined;
  readonly owners: readonly FileOwner[];
  /** Where it is a namespace. */
  readonly namespace: { readonly file: number; readonly id: number } | undefined;
}

/** Whom a file sends its signals to, and as whom (fcntl(2), F_SETOWN and F_SETSIG). */
export interface FileOwner {
  readonly field: string;
  readonly uid: number;
  readonly euid: number;
  readonly signal: number;
  /** 0: nobody. */
  readonly pid: number;
  /** PIDTYPE_*: 0 and 1 are threads and processes, others groups and sessions. */
  readonly pidType: number;
}

export interface RegularFile extends Place {
  readonly name: string;
  readonly flags: number;
  readonly mode: number | undefined;
  readonly mountId: number | undefined;
}

export interface MountFact extends Place {
  readonly id: number | undefined;
  readonly mountpoint: string;
  readonly root: string;
  readonly source: string;
  readonly options: string;
  /** Of a mount that comes from outside: what it is asked for by. */
  readonly key: string | undefined;
  /** As mount(8) names it. */
  readonly fileSystem: string;
  /** Whether a restore knows the file system, or mounts whatever the image names; then it needs the device. */
  readonly support: 'known' | 'unknown' | 'any';
  /** As the kernel packs it inside. */
  readonly device: number | undefined;
  /** MS_* of the mount and of its super block. */
  readonly flags: number;
  readonly isShared: boolean;
}

export type NamespaceType = 'pid' | 'network' | 'ipc' | 'uts' | 'mount' | 'user';
export type NamespaceIds = Readonly<Partial<Record<NamespaceType, number>>>;

export interface NamespaceFacts {
  /** Those of whoever made the dump: what lived there is put among the namespaces of whoever restores. */
  readonly ofDumper: NamespaceIds;
  /** Where the image should say which those are, and does not. */
  readonly unsaid: (Place & { readonly field: string }) | undefined;
  /** Of all types: those that processes of the image live in, or that it holds. */
  readonly known: ReadonlySet<number>;
  /** Of all types: those of whoever made the dump. */
  readonly foreign: ReadonlySet<number>;
  /** Those that are asked for by a key. */
  readonly external: readonly (Place & { readonly type: 'network' | 'pid'; readonly key: string })[];
  /** Networks of which the image holds no devices: the runtime hands them over. */
  readonly emptyNetworks: ReadonlySet<number>;
  readonly users: readonly UserNamespace[];
  /** The file that holds a user namespace, or that would. */
  readonly userFile: (id: number) => string;
}

export interface UserNamespace extends Place {
  readonly id: number;
  readonly uids: readonly IdMapping[];
  readonly gids: readonly IdMapping[];
}

/** A program of classic BPF over system calls; others are put on top of it. */
export interface SeccompFilter {
  readonly program: Uint8Array;
  /** Every thread of the process has it (SECCOMP_FILTER_FLAG_TSYNC). */
  readonly isShared: boolean;
  /** Index of the one that was put on top of it. */
  readonly next: number | undefined;
}

/** Capability sets as one number each; bit n is capability n. */
export interface CapabilitySets {
  readonly bounding: bigint;
  readonly permitted: bigint;
  readonly effective: bigint;
  readonly inheritable: bigint;
  readonly ambient: bigint;
}

export const writable = 2;
export const executable = 4;

/** What lies at an address of a process. */
export interface Area {
  readonly start: bigint;
  readonly end: bigint;
  /** `none`: no area has the address. `kernel`: vdso, vvar, vsyscall. */
  readonly kind: 'file' | 'anonymous' | 'shared' | 'kernel' | 'none';
  /** PROT_*: 1 read, 2 write, 4 execute. */
  readonly protection: number;
  /** Whether the page is in the image although a file has it. */
  readonly isDirty: boolean;
}

export interface ThreadRights extends Place {
  readonly tid: number;
  /** Undefined where the image has none. */
  readonly credentials: Credentials | undefined;
  readonly seccompMode: number;
  readonly seccompFilter: number | undefined;
  readonly schedPolicy: number;
  readonly nice: number;
  readonly ip: { readonly field: string; readonly value: bigint; readonly area: Area } | undefined;
  readonly rseq:
    | { readonly signature: number | undefined; readonly pointer: bigint; readonly area: Area | undefined }
    | undefined;
}

export interface Credentials extends CapabilitySets {
  /** uid, euid, suid, fsuid. */
  readonly uids: readonly [number, number, number, number];
  readonly gids: readonly [number, number, number, number];
  readonly groups: readonly number[];
  readonly securebits: number;
  readonly noNewPrivileges: boolean;
  readonly label: string | undefined;
}

export interface SignalHandler {
  readonly signal: number;
  readonly index: number;
  readonly address: bigint;
  readonly area: Area;
}

export interface ProcessRights {
  readonly pid: number;
  readonly ppid: number;
  readonly comm: string;
  /** The leader first. */
  readonly threads: readonly ThreadRights[];
  /** By number of the limit: what it may be raised to. */
  readonly hardLimits: readonly (bigint | undefined)[];
  readonly oomScoreAdj: number | undefined;
  /** As it is handed to personality(2). */
  readonly personality: number;
  readonly namespaces: (Place & { readonly ids: NamespaceIds }) | undefined;
  /** Of its areas, and of its pages. */
  readonly areasAt: Place;
  readonly pagesAt: Place;
  readonly exeFileId: number | undefined;
  /** Those in memory that no file backs. */
  readonly oddHandlers: readonly SignalHandler[];
  /** How many areas are writable and executable. */
  readonly writableCode: number;
  /** AUDIT_ARCH of its system calls. */
  readonly machine: number;
}
