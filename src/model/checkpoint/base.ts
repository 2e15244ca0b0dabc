/** Small types that every part of the checkpoint uses. */

declare const kindOfId: unique symbol;

/**
 * Identity of an object that several others may share: equal ids mean one object. What the number is
 * differs by family (a CPT image uses the position of the record) and means nothing beyond equality.
 */
export type Id<Kind extends string> = number & { readonly [kindOfId]: Kind };

/** Where an entity was described: the offset of its record, for diagnostics and for the inspector. */
export interface Placed {
  readonly at: number;
  /** Name of the file inside an image that is a folder. */
  readonly file?: string | undefined;
}

/** Bytes that stay in the image. Both numbers are bytes and lie inside the source. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
  /** Name of the file inside an image that is a folder. */
  readonly file?: string | undefined;
}

/** Part of an image that the model carries without understanding it. */
export interface Opaque extends Placed {
  readonly kind: string;
  readonly content: ByteRange;
  /** How many more of its kind there are that are only counted. */
  readonly more?: number;
}
