/** An image as the views see it. Whoever makes one opens files; this knows nothing of them. */
import type { Diagnostic, Location, Report } from '../diagnostic.ts';
import type { Checkpoint } from '../model/checkpoint.ts';
import type { ContainerInfo } from '../parse/archive/container-info.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { RecordChange } from './compare/record-change.ts';
import type { Filter } from './filter.ts';
import type { RunStatistics } from './run-statistics.ts';

export interface Image {
  readonly name: string;
  /** Byte ranges of the checkpoint are ranges of this. */
  readonly source: ByteSource;
  readonly checkpoint: Checkpoint;
  /** The file of the image, and the place in it, of a position of the source. */
  readonly placeOf: (position: number) => Location;
  readonly variant: Variant | undefined;
  /** What kind of dump a CRIU directory is; see `kindOfDirectory`. */
  readonly dump?: { readonly kind: string; readonly title: string; readonly isPlain: boolean };
  /** What CRIU counted at the dump, and at restores from the same directory. */
  readonly statistics?: RunStatistics;
  readonly problems: Problems;
  /** What a container engine wrote beside it; undefined where none did. */
  engine?(): ContainerInfo | undefined;
  /** What differs in the records of another image of the family; absent where records are not comparable. */
  compareRecords?(other: Image, filter: Filter): Generator<CompareProgress, readonly RecordChange[]>;
  /** The kinds of records that are compared. */
  readonly comparedKinds?: readonly string[];
}

/** How far a comparison is. */
export interface CompareProgress {
  readonly phase: 'records' | 'memory';
  readonly done: number;
  readonly total: number;
}

/** Who wrote an image, as far as it shows. */
export interface Variant {
  readonly name: string;
  /** How it was told. */
  readonly evidence: string;
  readonly kernelLine?: string;
  readonly restoredBy?: string;
  /** How well the variant is known. */
  readonly knownFrom?: string;
}

export interface Problems {
  /** In image order, not more than are worth keeping. */
  readonly diagnostics: readonly Diagnostic[];
  /** All, those that were not kept included. */
  readonly count: number;
  readonly hasErrors: boolean;
}

/** A damaged image can give one for every record; nobody reads so many. */
const keptMax = 2000;

export class ProblemList implements Problems {
  readonly diagnostics: Diagnostic[] = [];
  count = 0;
  hasErrors = false;
  readonly #file: string | undefined;

  /** `file` is the place of what names none. */
  constructor(file?: string) {
    this.#file = file;
  }

  readonly report: Report = (diagnostic) => {
    this.count++;
    this.hasErrors ||= diagnostic.severity === 'error';
    if (this.diagnostics.length >= keptMax) return;
    const file = diagnostic.at?.file ?? this.#file;
    this.diagnostics.push(
      file === undefined ? diagnostic : { ...diagnostic, at: { ...diagnostic.at, file } },
    );
  };
}
