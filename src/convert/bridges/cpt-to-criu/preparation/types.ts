/** What has to be there before an image can be restored, and what will be otherwise then: plain data. */

export type PreparationTarget = 'criu' | 'openvz-2.6.32' | 'openvz-2.6.18';

/** `any` where the image does not say what lies at the path. */
export type PathType = 'file' | 'directory' | 'fifo' | 'character-device' | 'block-device' | 'any';

export interface DeviceNumber {
  readonly major: number;
  readonly minor: number;
}

export type UseKind =
  | 'program'
  | 'mapped'
  | 'open'
  | 'in-flight'
  | 'cwd'
  | 'root'
  | 'watch'
  | 'mount-point'
  | 'bind-source'
  | 'other-name'
  | 'socket-directory'
  | 'terminal'
  | 'helper';

export interface Holder {
  readonly pid: number;
  readonly comm: string;
  /** Descriptors, for open files. */
  readonly fds: readonly number[];
}

/** One reason why a path is needed. */
export interface PathUse {
  readonly kind: UseKind;
  readonly holders: readonly Holder[];
  /** The mount, the deleted name, the socket: what `kind` alone does not say. */
  readonly details: readonly string[];
}

/** Bytes of a program's text that the image holds, and where the file should have them. */
export interface StoredText {
  readonly fileOffset: bigint;
  readonly imageOffset: number;
  readonly length: number;
}

/**
 * Distances between the bounds of a program in memory. The kernel takes the bounds from the program
 * headers, so the file of the same program gives the same distances wherever it was loaded.
 */
export interface ProgramShape {
  readonly codeBytes: bigint;
  /** From the start of code to the start and the end of data. */
  readonly dataStart: bigint;
  readonly dataEnd: bigint;
}

export interface NeededPath {
  /** As seen inside the container. */
  readonly path: string;
  readonly type: PathType;
  /** False when the name holds bytes that are no UTF-8: then `path` is not quite the name. */
  readonly isExact: boolean;
  /** Permission bits; absent where the image has none. */
  readonly mode?: number | undefined;
  /** Only where the image records one. */
  readonly sizeBytes?: bigint | undefined;
  readonly device?: DeviceNumber | undefined;
  /** Furthest read or write position. */
  readonly positionBytes: bigint;
  /** The file has at least so many bytes, or text that was mapped would not have been there. */
  readonly textEndBytes: bigint;
  readonly shape?: ProgramShape | undefined;
  readonly storedText: readonly StoredText[];
  readonly uses: readonly PathUse[];
}

export interface AbsentPath {
  readonly path: string;
  readonly isExact: boolean;
  readonly kind: 'socket' | 'mount';
  /** False when the target replaces a left-over socket by itself. */
  readonly isRefused: boolean;
  readonly why: string;
}

export interface PreparedMount {
  readonly mountpoint: string;
  readonly fstype: string;
  readonly device: string;
  readonly madeBy: 'restore' | 'host';
}

/** State for which nothing has to be prepared. */
export interface Brought {
  readonly what: string;
  readonly count: number;
  readonly bytes: bigint;
  readonly names: readonly string[];
}

export interface RestoreOption {
  readonly option: string;
  readonly why: string;
}

export interface NeededLimit {
  readonly resource: string;
  readonly hard: bigint | 'unlimited';
  readonly usual: bigint | 'of the machine';
  readonly pids: readonly number[];
}

export interface KernelFeature {
  readonly name: string;
  readonly config?: string | undefined;
  readonly why: string;
}

export interface HelperProgram {
  readonly name: string;
  /** On the restoring machine, or inside the root. */
  readonly where: 'host' | 'root';
  readonly why: string;
}

export interface Difference {
  readonly code: string;
  /** How many things of this image are concerned; absent when all are. */
  readonly count?: number | undefined;
  readonly text: string;
}

export interface Preparation {
  readonly target: PreparationTarget;
  readonly hostname: string;
  /** Sorted by path. */
  readonly paths: readonly NeededPath[];
  readonly absent: readonly AbsentPath[];
  readonly mounts: readonly PreparedMount[];
  readonly brought: readonly Brought[];
  /** Besides the root and the directory of the images; empty for OpenVZ. */
  readonly options: readonly RestoreOption[];
  /** Names of the capabilities that tasks hold. */
  readonly capabilities: readonly string[];
  readonly limits: readonly NeededLimit[];
  readonly kernel: readonly KernelFeature[];
  readonly helpers: readonly HelperProgram[];
  /** What else the host has to provide, and what could not be placed. */
  readonly remarks: readonly string[];
  readonly differences: readonly Difference[];
}
