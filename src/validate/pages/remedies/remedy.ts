/** What helps where bytes are not those that were written. */
export const again =
  'Dump again; if the image was edited or carried over a network, compare it with the original.';

/** What leads to a code, and what helps. */
export type Remedies = Readonly<Record<string, readonly [cause: string, mend: string]>>;
