/** `src/byte-text.ts` for a page in a browser, by what every browser has. */

/** A byte order mark is a character like any other. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** As many arguments as any engine takes in one call. */
const callMax = 8192;
const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const utf8Text = (bytes: Uint8Array): string => decoder.decode(bytes);

export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += callMax)
    text += String.fromCharCode(...bytes.subarray(at, at + callMax));
  return text;
}

export function hexText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexPairs[byte];
  return text;
}

export const base64Text = (bytes: Uint8Array): string => btoa(latin1Text(bytes));

export const utf8Bytes = (text: string): Uint8Array => encoder.encode(text);

export const latin1Bytes = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

export function hexBytes(text: string): Uint8Array {
  const [digits = ''] = /^(?:[0-9a-f]{2})*/i.exec(text) ?? [];
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  );
}

export function base64Bytes(text: string): Uint8Array {
  const digits = (text.split('=', 1)[0] ?? '')
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/[^A-Za-z0-9+/]/g, '');
  // One digit that is left over is no byte.
  return latin1Bytes(atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits));
}

export const utf8Length = (text: string): number => encoder.encode(text).length;

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(a.length - b.length);
}

const isAt = (bytes: Uint8Array, wanted: Uint8Array, at: number): boolean =>
  wanted.every((byte, index) => bytes[at + index] === byte);

export function placeOf(bytes: Uint8Array, wanted: Uint8Array, from = 0): number {
  const [first] = wanted;
  if (first === undefined) return Math.min(from, bytes.length);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (isAt(bytes, wanted, at)) return at;
  return -1;
}

export function lastPlaceOf(bytes: Uint8Array, wanted: Uint8Array, from = bytes.length): number {
  for (let at = Math.min(from, bytes.length - wanted.length); at >= 0; at--)
    if (isAt(bytes, wanted, at)) return at;
  return -1;
}
