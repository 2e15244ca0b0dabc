/**
 * What the inspector needs of an image, whatever its family: one implementation for each, in folders of their own.
 * Positions are those of `source`, which is all bytes of an image in one stretch.
 */
import type { Diagnostic, Location, Report } from '../diagnostic.ts';
import type { ImageDirectory } from '../parse/archive/image-directory.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { Content } from '../parse/format.ts';
import type { Filter } from './filter.ts';
import type { Hit, Wanted } from './hit.ts';
import type { Image, ProblemList, Problems } from './image.ts';
import type { IndexChunk, RecordIndex } from './record-index.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { Table } from './table.ts';

/** What a family does for the views and for the inspector. */
export interface InspectFamily {
  /** For the views; whoever asks closes the source of the result. Throws an ImageError when there is nothing to show. */
  image(input: InspectedInput, problems: ProblemList): Image;
  /** For the inspector; what it opens itself is closed with it. */
  opened(input: InspectedInput, problems: readonly Diagnostic[]): Promise<Opened>;
  /** The index of all records, in file order. */
  index(input: InspectedInput, filter: Filter, report: Report): RecordListing;
  /** One record by a reference. Throws a UsageError for one that leads nowhere. */
  record(input: InspectedInput, reference: string | undefined, problems: ProblemList): RecordView;
  /** Which bytes `bytes` shows: words before the offset and length may name a file. Throws a UsageError. */
  bytes(input: InspectedInput, words: readonly string[]): ByteView;
}

export interface InspectedInput {
  readonly content: Content;
  readonly name: string;
  /** The file that was named, of a directory. */
  readonly startAt?: string | undefined;
  /** There is nothing but that file. */
  readonly isAlone: boolean;
  /** The files that it lies among, where an engine or an archive put it. */
  readonly around?: { readonly tree: ImageDirectory } | undefined;
}

/** Rows come as they are read: there may be millions. */
export interface RecordListing {
  /** Of the JSON document, up to its list. */
  readonly opening: string;
  /** Above the lines of text. */
  readonly head: string;
  /** What `--type` knows. */
  readonly typeWords: readonly string[];
  rows(): Iterable<{ readonly json: object; readonly text: string }>;
}

export interface ByteView {
  readonly source: ByteSource;
  /** Offset and length, as they were written. */
  readonly words: readonly string[];
  close(): void;
}

export interface RecordView {
  tables(): readonly Table[];
  /** The document of that record. */
  json(): unknown;
  close(): void;
}

/** An opened image. Both threads of the inspector have one of the same bytes. */
export interface Opened {
  readonly source: ByteSource;
  /** For the thread that draws: decodes what is looked at. */
  records(): Records;
  /** Chunks of the index in the order of the source. */
  walk(report: Report): Generator<IndexChunk>;
  /**
   * For the views, made once; what it says of places are positions. Throws an ImageError when there is nothing to
   * show.
   */
  inspect(): Image;
  /** Everything that is damaged or odd. */
  problems(): Problems;
  /** Where a diagnostic points. */
  positionOf(at: Location | undefined): number | undefined;
  searchNames(text: string, wanted: Wanted): Generator<number, Hit | undefined>;
  /** Bytes that belong together: what a search finds lies inside one of them. */
  stretchAt(position: number): Stretch;
  rehearse(): Rehearsal;
  close(): void;
}

export interface Stretch {
  /** Of the file; empty where the image is one. */
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** The records of an image by the numbers that the index gives them. */
export interface Records {
  readonly source: ByteSource;
  readonly index: RecordIndex;
  /** The image in a word, for the title. */
  readonly title: string;
  /** What the prompt for references takes, in a few words. */
  readonly referenceHint: string;
  /** Records that are shown open at first. */
  readonly openAtFirst: readonly number[];
  /** Where one is at first: something that `find` takes. */
  readonly startAt: string | undefined;
  /** In file order. */
  fields(record: number): readonly FieldMeaning[];
  /** The bytes of the record itself: its fixed part or its message. */
  range(record: number): Span;
  path(record: number): string;
  words(record: number): RecordWords;
  description(record: number): RecordDescription;
  /** Number of the innermost record around a position; -1 while the walk has not come so far. */
  holding(position: number): number;
  /** Number of the record that a field refers to; -1 for none. */
  target(reference: Reference): number;
  find(text: string, current: number): Found;
  /** The record of the task of a pid. */
  task(pid: number): number | undefined;
  /** `wanted` is in lower case. */
  isListed(record: number, wanted: string): boolean;
  /** The bytes that are shown with a record. */
  stretch(record: number): Stretch;
  /** A position as a person would write it. */
  placeText(position: number): string;
  positionOf(at: Location | undefined): number | undefined;
  /** How much of the image is indexed, 0 … 1. */
  progress(): number;
}

export interface Span {
  readonly offset: number;
  readonly length: number;
}

export type Found = { readonly record: number; readonly cursor?: number } | { readonly problem: string };

export interface Reference {
  readonly offset: number;
  /** What should lie there. */
  readonly kind: string;
}

/** A record as a row of the tree. */
export interface RecordWords {
  readonly name: string;
  readonly label: string;
  readonly style: 'plain' | 'title' | 'bad';
}

export interface RecordDescription {
  /** What it is, where and how large. */
  readonly head: string;
  readonly doc?: string | undefined;
}

export interface FieldMeaning {
  /** `restart.fn`, `gids[3]`. */
  readonly path: string;
  readonly kernelName?: string | undefined;
  readonly doc?: string | undefined;
  readonly unit?: string | undefined;
  readonly offset: number;
  readonly length: number;
  readonly value: number | bigint | Uint8Array | string;
  /** The value as people read it: decimal, text, names of flags. */
  readonly text: string;
  /** The value as stored, hexadecimal. */
  readonly raw: string;
  readonly refersTo?: Reference | undefined;
  readonly isPad: boolean;
}

/** Whether a diagnostic speaks of a place, and which. */
export const placesOf = (
  problems: readonly Diagnostic[],
  positionOf: Opened['positionOf'],
): readonly number[] =>
  problems.flatMap(({ at }) => {
    const position = positionOf(at);
    return position === undefined ? [] : [position];
  });
