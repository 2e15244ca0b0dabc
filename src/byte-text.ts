/**
 * Bytes as text and text as bytes, by Node.js, which is fast at it; a page in a browser has `src/browser/seams/byte-text.ts`
 * in its place. Texts in UTF-8 have U+FFFD for what is none.
 */

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Memory of its own: a Buffer shares what it is cut from, and is copied otherwise. */
const plain = (buffer: Buffer): Uint8Array => Uint8Array.from(buffer);

export const utf8Text = (bytes: Uint8Array): string => bufferOf(bytes).toString('utf8');
/** A character for each byte. */
export const latin1Text = (bytes: Uint8Array): string => bufferOf(bytes).toString('latin1');
export const hexText = (bytes: Uint8Array): string => bufferOf(bytes).toString('hex');
export const base64Text = (bytes: Uint8Array): string => bufferOf(bytes).toString('base64');

export const utf8Bytes = (text: string): Uint8Array => plain(Buffer.from(text, 'utf8'));
/** Of each character the lower eight bits. */
export const latin1Bytes = (text: string): Uint8Array => plain(Buffer.from(text, 'latin1'));
/** Up to the first pair that is none. */
export const hexBytes = (text: string): Uint8Array => plain(Buffer.from(text, 'hex'));
/** What is no digit is passed over. */
export const base64Bytes = (text: string): Uint8Array => plain(Buffer.from(text, 'base64'));

/** Bytes of a text in UTF-8. */
export const utf8Length = (text: string): number => Buffer.byteLength(text);

export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = Buffer.concat(pieces);
  return new Uint8Array(whole.buffer, whole.byteOffset, whole.length);
};

/** Negative, 0 or positive, as for sorting: by the first byte that differs, then by length. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => Buffer.compare(a, b);

/** Where `wanted` lies last in `bytes`, not behind `from`; -1 if nowhere. */
export const lastPlaceOf = (bytes: Uint8Array, wanted: Uint8Array, from = bytes.length): number =>
  bufferOf(bytes).lastIndexOf(wanted, from);

/** Where `wanted` lies in `bytes` from `from` on; -1 if nowhere. */
export const placeOf = (bytes: Uint8Array, wanted: Uint8Array, from = 0): number =>
  bufferOf(bytes).indexOf(wanted, from);
