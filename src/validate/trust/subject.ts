/**
 * What the trust rules look at: an archive as it stands, what its engine wrote beside the images, what the images
 * restore, and what was granted. Types only; nothing here reads a file.
 */
import type { CriuImage } from '../../model/from-criu/image.ts';
import type { OrdinaryMembers, TarHeaderFacts } from '../../parse/archive/tar-headers.ts';
import type { CriuMessages } from '../../parse/generated/criu-descriptors.ts';
import type { Grants } from './grants/grants.ts';

/** A JSON value that was parsed; its form is up to whoever wrote it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** One JSON document beside the images. */
export interface JsonDocument {
  /** As it is shown: the path inside the archive. */
  readonly member: string;
  readonly value: Json;
  /** Why another reader may see another document: a name that stands twice, or in two spellings. */
  readonly ambiguity?: string;
}

export interface Documents {
  readonly config?: JsonDocument | undefined;
  readonly spec?: JsonDocument | undefined;
  readonly status?: JsonDocument | undefined;
  readonly network?: JsonDocument | undefined;
  readonly bindMounts?: JsonDocument | undefined;
  readonly deletedFiles?: JsonDocument | undefined;
}

/** A tar archive inside of the archive; where it is unpacked decides what it can do. */
export interface InnerTar {
  readonly member: string;
  readonly kind: 'rootfs' | 'devshm' | 'volume' | 'tmpfs';
  /** Of the device whose content it is, for `tmpfs`. */
  readonly device?: number;
  readonly members: readonly TarHeaderFacts[];
  /** Of those that are no part of `members`: there is nothing else to say of them. */
  readonly ordinary: OrdinaryMembers;
}

export type Engine = 'podman' | 'cri-o' | 'containerd' | 'unknown';

/** One container: its images and all that belongs to it. */
export interface ContainerSubject {
  /** Undefined: images that no engine put into an archive. */
  readonly engine: Engine | undefined;
  /** Put before the name of a member of this container. */
  readonly prefix: string;
  /** Members of its own archive, in their order; none for a directory on disk. */
  readonly members: readonly TarHeaderFacts[];
  readonly documents: Documents;
  readonly tars: readonly InnerTar[];
  readonly images: ImageFacts | undefined;
  /** Directories with images beside the one that is restored, and whether something leads to them. */
  readonly otherImages: readonly { readonly member: string; readonly isLinked: boolean }[];
  /** What the archive itself says it was granted, then what the user says. */
  readonly grants: readonly Grants[];
  /** Of an OCI layout around containers. */
  readonly layout?: LayoutFacts;
  /** Of a pod around containers. */
  readonly pod?: PodFacts & { readonly containers: readonly ContainerSubject[] };
  /** The OCI image that the container is the layer of. */
  readonly image?: OciImage;
  /** What the manifest of the pod says of it. */
  readonly podEntry?: { readonly index: number; readonly value: Json };
}

/** What is wrong with a layout or a manifest, where it says so. */
export interface LayoutProblem {
  readonly kind:
    | 'absent'
    | 'differs'
    | 'digest'
    | 'escape'
    | 'foreign'
    | 'mismatch'
    | 'options'
    | 'path'
    | 'size'
    | 'twice';
  readonly member: string;
  readonly field: string;
  readonly message: string;
}

export interface LayoutFacts {
  readonly problems: readonly LayoutProblem[];
  /** Index, manifests and configurations. */
  readonly documents: readonly JsonDocument[];
}

export interface PodFacts {
  /** The manifest. */
  readonly member: string;
  /** PodSandboxConfig. */
  readonly config: JsonDocument | undefined;
  readonly problems: readonly LayoutProblem[];
}

export interface OciImage {
  /** Its manifest. */
  readonly member: string;
  readonly annotations: ReadonlyMap<string, string>;
  readonly layers: number;
}

export interface ImageFacts {
  /** Put before the name of an image file: `checkpoint/`. */
  readonly prefix: string;
  readonly image: CriuImage;
  readonly inventory: CriuMessages['inventory_entry'] | undefined;
  readonly processes: readonly ProcessRights[];
  readonly mounts: readonly MountFact[];
  readonly filters: readonly CriuMessages['seccomp_filter'][];
  /** Regular files by id. */
  readonly regular: ReadonlyMap<number, RegularFile>;
  /** Links of the image directory: `parent`. */
  readonly links: readonly { readonly name: string; readonly target: string }[];
}

export interface Place {
  readonly file: string;
  /** Of the record, in bytes. */
  readonly offset: number;
}

export interface RegularFile extends Place {
  readonly name: string;
  readonly flags: number;
  readonly mode: number | undefined;
  readonly mountId: number | undefined;
}

export interface MountFact extends Place {
  readonly entry: CriuMessages['mnt_entry'];
  readonly mountpoint: string;
  readonly root: string;
  readonly source: string;
  readonly options: string;
  readonly key: string | undefined;
  readonly fsname: string | undefined;
}

/** Capability sets as one number each; bit n is capability n. */
export interface CapabilitySets {
  readonly bounding: bigint;
  readonly permitted: bigint;
  readonly effective: bigint;
  readonly inheritable: bigint;
  readonly ambient: bigint;
}

/** What lies at an address of a process. */
export interface Area {
  readonly start: bigint;
  readonly end: bigint;
  /** `none`: no area has the address. `kernel`: vdso, vvar, vsyscall. */
  readonly kind: 'file' | 'anonymous' | 'shared' | 'kernel' | 'none';
  /** 1 read, 2 write, 4 execute. */
  readonly protection: number;
  /** Whether the page is in the image although a file has it. */
  readonly isDirty: boolean;
}

export interface ThreadRights extends Place {
  readonly tid: number;
  /** Undefined where the image has none: CRIU 1.x kept them elsewhere. */
  readonly credentials: Credentials | undefined;
  readonly seccompMode: number;
  readonly seccompFilter: number | undefined;
  readonly schedPolicy: number;
  readonly nice: number;
  readonly ip: { readonly field: string; readonly value: bigint; readonly area: Area } | undefined;
  readonly rseq: { readonly entry: CriuMessages['rseq_entry']; readonly area: Area | undefined } | undefined;
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
  readonly ids: (Place & { readonly entry: CriuMessages['task_kobj_ids_entry'] }) | undefined;
  readonly exeFileId: number | undefined;
  /** Those in memory that no file backs. */
  readonly oddHandlers: readonly SignalHandler[];
  /** How many areas are writable and executable. */
  readonly writableCode: number;
  /** AUDIT_ARCH of its system calls. */
  readonly machine: number;
}
