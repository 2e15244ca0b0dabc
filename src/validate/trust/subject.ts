/**
 * What the trust rules look at: an archive as it stands, what its engine wrote beside the images, what the images
 * restore, and what was granted. Types only; nothing here reads a file.
 */
import type { OrdinaryMembers, TarHeaderFacts } from '../../parse/archive/tar-headers.ts';
import type { Grants } from './grants/grants.ts';
import type { ImageFacts } from './image-facts.ts';

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
