/**
 * How a family's bytes are told from all others: what the door of the project asks of each family. An image is one
 * file, or a directory of files; a family answers for the form that it has.
 */
import type { Diagnostic, Report } from '../diagnostic.ts';
import type { ImageDirectory } from './archive/image-directory.ts';
import type { ByteSource } from './bytes/byte-source.ts';

/** An image, opened: the bytes of one file, or a directory of files. */
export type Content =
  | { readonly form: 'file'; readonly source: ByteSource }
  | { readonly form: 'directory'; readonly directory: ImageDirectory };

export interface Format {
  /** What images of the family are called in a sentence: `a CPT image`. */
  readonly called: string;
  /** Whether a file is an image by its first bytes (up to 512), or would be but for a damaged byte or so. */
  fileLikeness?(start: Uint8Array): 'image' | 'damaged' | undefined;
  /** Whether a file belongs to an image directory, by its name or by its first bytes. */
  memberLikeness?(name: string, start: Uint8Array): 'by name' | 'by start' | undefined;
  /** Whether files of these names are what an image directory holds, or what is left of one. */
  holdsMembers?(names: readonly string[]): boolean;
  /** The directories of a tree that hold an image, best first; whole ones can be restored by themselves. */
  findDirectories?(root: ImageDirectory): readonly FoundDirectory[];
  /** What to say of a tree without an image: what stands in it instead, and what helps. */
  nothingIn?(root: ImageDirectory): Diagnostic;
  /** What to say of one file of an image directory where all of it is needed. */
  aloneAs?(name: string): Diagnostic;
}

export interface FoundDirectory {
  readonly directory: ImageDirectory;
  readonly isWhole: boolean;
  /** A file of it that is named stands for it: it is all of an image, or what is left of one. */
  readonly standsForFiles: boolean;
  /** Another directory of the tree builds on it. */
  readonly isOlder?: boolean;
}

/** The lossless record form of a family: an image as one JSON document, and back, byte for byte. */
export interface RecordForm {
  /**
   * Makes the image again that a document describes. `beside` opens what lies beside the document under a plain name;
   * it is undefined where documents have no neighbours. The caller closes what is made. Throws ImageError for what is
   * wrong with the document.
   */
  imageOf(document: ByteSource, beside: OpenBeside | undefined, report: Report): Content;
  /**
   * The document as pieces of text that follow each other. Payloads are references into the image of that name, which
   * lies beside the document; they are inside when there is no name.
   */
  write(content: Content, options: RecordFormOptions): Iterable<string>;
}

export interface RecordFormOptions {
  /** What the document says that the image is. */
  readonly variant: string;
  readonly imageName?: string | undefined;
  readonly report: Report;
}

/** Undefined when there is nothing of that name. Throws the errors of the system. */
export type OpenBeside = (name: string) => Content | undefined;
