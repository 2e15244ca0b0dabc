/** What lies at a word of the user, before anybody looks into it. */
import type { ByteSource } from '../bytes/byte-source.ts';
import type { ImageDirectory } from './image-directory.ts';

export type OpenedPlace =
  | { readonly form: 'directory'; readonly tree: ImageDirectory }
  | {
      readonly form: 'file';
      readonly source: ByteSource;
      /** Where it lies among others; undefined for what came through a pipe, or lies elsewhere. */
      readonly path: string | undefined;
    };
