/**
 * A file on a server that answers ranges (RFC 9110, 14), read as it is asked for: in blocks that are kept as long as
 * there is room, with more at a time where one follows the other. A file that is replaced meanwhile is told by its
 * validators, and by its size.
 */
import { ImageError } from '../../../diagnostic.ts';
import type { ByteSource } from '../byte-source.ts';
import { BlockCache, blockBytes } from './block-cache.ts';
import { remoteDiagnostic } from './codes.ts';
import { type Asked, bodyOf, type Fetched, fetchOnce, refusal, tried } from './fetch.ts';
import { fetched } from './progress.ts';
import { RemoteError } from './remote-error.ts';

/** How to ask for it, as often as needed. */
export interface RemotePlace {
  readonly name: string;
  ask(): Asked;
  /** Makes new credentials after a 401; whether there are any. */
  renew?(answer: Fetched): boolean;
}

/** What the first question brings. */
export type Opened =
  | { readonly form: 'ranges'; readonly file: RangeFile }
  /** The server gives nothing but the whole: its body is to be read, of the size that it says, if it does. */
  | { readonly form: 'whole'; readonly answer: Fetched; readonly size: number | undefined };

const requestBytesMax = 4 * 1024 * 1024;
const aheadBytesMax = 1024 * 1024;

/** Throws RemoteError. */
export const openRanges = (place: RemotePlace): Opened => tried(() => firstPart(place));

function firstPart(place: RemotePlace): Opened {
  const answer = askAt(place, { range: `bytes=0-${blockBytes - 1}` });
  if (answer.status === 206) {
    const part = partOf(answer);
    const file = new RangeFile(place, part.total, answer);
    file.take(part, bodyOf(answer, blockBytes), 0);
    return { form: 'ranges', file };
  }
  // "bytes */0": there is no range in a file without bytes.
  if (answer.status === 416 && answer.headers['content-range'] === 'bytes */0') {
    answer.close();
    return { form: 'ranges', file: new RangeFile(place, 0, answer) };
  }
  if (answer.status !== 200) {
    answer.close();
    throw refusal(answer, place.name);
  }
  refuseEncoding(answer);
  const length = Number(answer.headers['content-length'] ?? Number.NaN);
  return { form: 'whole', answer, size: Number.isSafeInteger(length) ? length : undefined };
}

/**
 * Once more with new credentials, where the old ones have expired. What another server says, to which that one has led,
 * is not about them: it would say who gets the password.
 */
export function askAt(place: RemotePlace, headers: Readonly<Record<string, string>>): Fetched {
  const ask = () => {
    const asked = place.ask();
    return fetchOnce({ ...asked, headers: { ...asked.headers, ...headers } });
  };
  const answer = ask();
  const isAtHome = new URL(answer.url).origin === new URL(place.ask().url).origin;
  if (answer.status !== 401 || !isAtHome) return answer;
  answer.close();
  return place.renew?.(answer) === true ? ask() : answer;
}

interface Validators {
  readonly etag: string | undefined;
  readonly modified: string | undefined;
}

const validatorsOf = ({ headers }: Fetched): Validators => ({
  etag: headers['etag'],
  modified: headers['last-modified'],
});

/** An answer to If-Range may leave out the date (RFC 9110, 15.3.7). */
const isSame = (before: Validators, now: Validators): boolean =>
  before.etag === undefined
    ? before.modified === undefined || now.modified === undefined || before.modified === now.modified
    : before.etag === now.etag;

const foundAt = ({ url, isPublicOnly }: Fetched): Asked => ({ url, isPublicOnly });

/** A strong validator, which alone may stand in If-Range (RFC 9110, 13.1.5). */
const ifRangeOf = ({ etag, modified }: Validators): string | undefined =>
  etag?.startsWith('"') ? etag : etag === undefined ? modified : undefined;

interface Part {
  readonly start: number;
  readonly length: number;
  readonly total: number;
}

/** Throws RemoteError for an answer that does not say which part of what it is. */
function partOf(answer: Fetched): Part {
  const given = answer.headers['content-range'] ?? 'nothing';
  const [, first, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(given) ?? [];
  const part = { start: Number(first), length: Number(last) - Number(first) + 1, total: Number(total) };
  refuseEncoding(answer);
  if (total !== undefined && part.length > 0 && part.start + part.length <= part.total) return part;
  answer.close();
  throw new RemoteError(answer.url, `the server sends a part, and calls it "${given.slice(0, 80)}"`);
}

function refuseEncoding(answer: Fetched): void {
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity' || encoding === '') return;
  answer.close();
  throw new RemoteError(
    answer.url,
    `the server packs its answer (${encoding.slice(0, 40)}) though it was not asked to`,
  );
}

const cache = new BlockCache();

export class RangeFile implements ByteSource {
  readonly isElsewhere = true;
  readonly name: string;
  readonly size: number;
  readonly #place: RemotePlace;
  readonly #validators: Validators;
  /** Where it was found in the end: redirects are not followed anew for every part. */
  #found: Asked | undefined;
  #bytesFetched = 0;
  #nextOffset = -1;
  #aheadBytes = blockBytes;

  /** `answer` is the first one. */
  constructor(place: RemotePlace, size: number, answer: Fetched) {
    this.#place = place;
    this.name = place.name;
    this.size = size;
    this.#validators = validatorsOf(answer);
    this.#found = foundAt(answer);
  }

  /** When it was last changed, as the server says it. */
  get modified(): string | undefined {
    return this.#validators.modified;
  }

  view(offset: number, length: number): Uint8Array {
    const block = Math.floor(offset / blockBytes);
    const [start, end] = [offset - block * blockBytes, offset - block * blockBytes + length];
    const held = cache.get(this, block);
    // Most reads are of some bytes, one after the other.
    if (held !== undefined && start >= 0 && length >= 0 && end <= held.length)
      return held.subarray(start, end);
    const bytes = new Uint8Array(length);
    this.readInto(bytes, offset);
    return bytes;
  }

  readInto(target: Uint8Array, offset: number): void {
    const end = offset + target.length;
    if (!(offset >= 0 && end <= this.size))
      throw new RangeError(
        `read of ${target.length} bytes at ${offset} outside ${this.name} (${this.size} bytes)`,
      );
    for (let at = offset; at < end; ) {
      const block = Math.floor(at / blockBytes);
      const held = cache.get(this, block) ?? this.#fetch(block, Math.ceil(end / blockBytes));
      const start = at - block * blockBytes;
      const part = held.subarray(start, Math.min(held.length, end - block * blockBytes));
      target.set(part, at - offset);
      at += part.length;
    }
  }

  close(): void {
    cache.drop(this);
  }

  /** Asks for the block, for those up to `wantedEnd` that are missing, too, and for more where it goes on. */
  #fetch(block: number, wantedEnd: number): Uint8Array {
    const start = block * blockBytes;
    this.#aheadBytes =
      start === this.#nextOffset ? Math.min(aheadBytesMax, 2 * this.#aheadBytes) : blockBytes;
    let wanted = block + 1;
    while (wanted < wantedEnd && cache.get(this, wanted) === undefined) wanted += 1;
    const length = Math.min(requestBytesMax, Math.max((wanted - block) * blockBytes, this.#aheadBytes));
    const bytes = this.#ask(start, Math.min(length, this.size - start));
    this.#nextOffset = start + bytes.length;
    return this.#keep(bytes, block);
  }

  #keep(bytes: Uint8Array, first: number): Uint8Array {
    for (let at = 0; at < bytes.length; at += blockBytes)
      cache.set(this, first + at / blockBytes, bytes.slice(at, at + blockBytes));
    return bytes.subarray(0, blockBytes);
  }

  /** Exactly these bytes, or what a server cut short of them, but whole blocks. */
  #ask(start: number, length: number): Uint8Array {
    return tried(() => {
      const answer = this.#answer(start, length);
      const part = partOf(answer);
      const bytes = bodyOf(answer, length);
      this.#check(part, start, length, bytes.length);
      this.#count(bytes.length);
      // A server may send less than it was asked for; a block that is cut is asked for again.
      const isWhole = start + bytes.length === this.size || bytes.length % blockBytes === 0;
      if (isWhole) return bytes;
      if (bytes.length > blockBytes) return bytes.subarray(0, bytes.length - (bytes.length % blockBytes));
      throw new RemoteError(answer.url, `the server sends ${bytes.length} of ${length} bytes`, 'ECONNRESET');
    });
  }

  #answer(start: number, length: number): Fetched {
    const { name } = this;
    const ifRange = ifRangeOf(this.#validators);
    const range = `bytes=${start}-${start + length - 1}`;
    for (;;) {
      const elsewhere = this.#found?.url === this.#place.ask().url ? undefined : this.#found;
      const headers = { range, ...(ifRange !== undefined && { 'if-range': ifRange }) };
      const answer =
        elsewhere === undefined ? askAt(this.#place, headers) : fetchOnce({ ...elsewhere, headers });
      if (answer.status === 206) {
        this.#found = foundAt(answer);
        if (isSame(this.#validators, validatorsOf(answer))) return answer;
        answer.close();
        throw this.#changed(start);
      }
      answer.close();
      // The whole, although a part was asked for: not the file that it was. The same for one that is shorter now.
      if (answer.status === 200 || answer.status === 416) throw this.#changed(start);
      // An address that was only lent has expired: the first one leads to another.
      if (elsewhere !== undefined) this.#found = undefined;
      else throw refusal(answer, name);
    }
  }

  /** The first part, which was asked for to learn the size. */
  take(part: Part, bytes: Uint8Array, start: number): void {
    this.#check(part, start, blockBytes, bytes.length);
    this.#count(bytes.length);
    this.#nextOffset = bytes.length;
    if (bytes.length === Math.min(blockBytes, this.size)) this.#keep(bytes, 0);
  }

  #check(part: Part, start: number, length: number, received: number): void {
    if (part.total !== this.size) throw this.#changed(start);
    const isAsked = part.start === start && part.length <= length && part.length === received;
    if (isAsked) return;
    const wanted = `${length} bytes from ${start}`;
    throw new RemoteError(
      this.name,
      `asked for ${wanted}, the server sends ${received} and calls them ${part.length} bytes from ${part.start}`,
    );
  }

  #count(bytes: number): void {
    this.#bytesFetched += bytes;
    fetched(this.#bytesFetched, this.size);
  }

  #changed(offset: number): ImageError {
    const message = 'the file was changed on the server while it was read; start again';
    return new ImageError(remoteDiagnostic('remote-changed', message, { file: this.name, offset }));
  }
}
