/** What verbs work on. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';

/** An image file and the name that tells its type. */
export interface NamedImage {
  readonly source: ByteSource;
  readonly name: string;
  /** What the user named; `-` is standard input. */
  readonly path: string;
  /** It is that file; not one of an archive, and not packed. */
  readonly isItself: boolean;
}
