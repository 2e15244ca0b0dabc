/** What helps where bytes are not those that were written. */
export const again =
  'Dump again; if the image was edited or carried over a network, compare it with the original.';
