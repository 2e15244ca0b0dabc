/** What all parts of a conversion share: input, output, numbers, and what there is to say about it. */
import type { Report } from '../../../diagnostic.ts';
import type { Checkpoint } from '../../../model/checkpoint.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import { cptToCriuDiagnostic } from './codes.ts';
import type { FileBook } from './file-book.ts';
import type { Losses, Place } from './losses.ts';
import type { MountPlaces } from './mounts.ts';
import type { Numbers } from './numbers.ts';
import type { CriuOutput } from './output.ts';
import type { Repairs } from './repairs/repairs.ts';
import type { Tree } from './tree.ts';

/** What is known of the machine that will restore. What is absent is taken to be without limit. */
export interface RestoringSide {
  /** Capabilities that a restoring CRIU has, by number of the bit. */
  readonly capabilities?: bigint | undefined;
  /** Hard limits by number of setrlimit(2). */
  readonly hardLimits?: readonly (bigint | undefined)[] | undefined;
}

/** A page or a piece of code that was not in the process before. */
export interface InjectedCode {
  readonly repair:
    | 'sleep'
    | 'poll'
    | 'semaphore-undo'
    | 'segment-removal'
    | 'connection'
    | 'datagrams'
    | 'dead-leader'
    | 'kernel-functions';
  readonly pid: number;
  readonly tid: number;
  readonly address: bigint;
  readonly lengthBytes: number;
  /** What it does, and what happens without it. */
  readonly purpose: string;
}

/** A value that CRIU needs and the image does not hold. */
export interface Default {
  readonly what: string;
  readonly value: string;
}

export interface Conversion {
  readonly checkpoint: Checkpoint;
  readonly source: ByteSource;
  readonly report: Report;
  readonly output: CriuOutput;
  readonly side: RestoringSide;
  readonly injectsCode: boolean;
  readonly tree: Tree;
  readonly numbers: Numbers;
  readonly losses: Losses;
  readonly injected: InjectedCode[];
  readonly defaults: Default[];
  readonly options: Set<string>;
  readonly files: FileBook;
  readonly mounts: MountPlaces;
  readonly repairs: Repairs;
}

/** Says that the image cannot be restored as it is. */
export function refuse({ report }: Pick<Conversion, 'report'>, message: string, { at }: Place = {}): void {
  report(cptToCriuDiagnostic('criu-cannot-express', message, at === undefined ? {} : { offset: at }));
}

/** Namespaces of the tree: any numbers that differ from CRIU's own in the inventory. */
export const namespaces = { pid: 9, net: 10, ipc: 11, uts: 12, mnt: 13 } as const;

/** criu/pstree.c: equal to CRIU's own means that no namespace is made. */
export const sharedNamespaces = { user: 7, cgroup: 8, time: 5 } as const;
