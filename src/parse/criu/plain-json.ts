/**
 * Messages from JSON straight to their bytes, without a text, a value or a record between, since there can be hundreds of
 * thousands, or one of many megabytes. Understands only what is surely right: known names in the order of the protocol,
 * nothing required absent. Whatever else there is, the answer is no, and the general readers (from-json.ts,
 * from-crit-json.ts) say why, or read it.
 */
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { writeValue } from './encode-message.ts';
import type { Json } from './fields-json.ts';
import { type FormTraits, type PlainField, type PlainMessage, shape } from './plain-form.ts';
import type { WireWriter } from './wire-writer.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What is looked at of a document at once; a batch of its list is smaller, but for very large elements. */
const windowBytes = 256 * 1024;
/** Behind a place where the window may move on: a member is shorter, or the general reader has it. */
const memberBytes = 64 * 1024;

// " , - 0 9 : [ \ ] f t { } and x
const [quote, comma, minus, digit0, digit9, colon, openList, backslash, closeList] = [
  0x22, 0x2c, 0x2d, 0x30, 0x39, 0x3a, 0x5b, 0x5c, 0x5d,
] as const;
const [letterF, letterT, letterX, open, close] = [0x66, 0x74, 0x78, 0x7b, 0x7d] as const;
const [tab, lineFeed, carriageReturn, blank] = [0x09, 0x0a, 0x0d, 0x20] as const;

/** Longer ones may be more than a double holds. */
const digitsMax = 15;
const hexDigitsMax = 16;

/** Reads from a place on; what it made of what it understood is in `writer`. */
export class PlainJson {
  readonly writer: WireWriter;
  readonly #source: ByteSource;
  readonly #form: FormTraits;
  #bytes = new Uint8Array();
  #at = 0;
  /** Of the window in the document, and the end of all that is read. */
  #start = 0;
  #end = 0;
  /** The place in the window behind which it moves on. */
  #movesAt = 0;
  /** The last number: its lower and its upper 32 bits. */
  #low = 0;
  #high = 0;

  constructor(source: ByteSource, form: FormTraits, writer: WireWriter) {
    this.#source = source;
    this.#form = form;
    this.writer = writer;
  }

  /** Begins at a range of the document. */
  begin(start: number, end: number): void {
    this.#end = end;
    this.#move(start);
  }

  /** Where it is, for `return`. */
  get position(): number {
    return this.#start + this.#at;
  }

  /** Goes back to a place; the window may have left it. */
  return(position: number): void {
    if (position >= this.#start) this.#at = position - this.#start;
    else this.#move(position);
  }

  #move(start: number): void {
    this.#start = start;
    this.#bytes = this.#source.view(
      start,
      Math.min(windowBytes, this.#end - start),
    ) as Uint8Array<ArrayBuffer>;
    this.#at = 0;
    const isLast = start + this.#bytes.length === this.#end;
    this.#movesAt = isLast ? Number.POSITIVE_INFINITY : this.#bytes.length - memberBytes;
  }

  /** Whether nothing is left but blanks. */
  isAtEnd(): boolean {
    return this.#next() === -1 && this.#start + this.#at === this.#end;
  }

  takesObject(): boolean {
    return this.#takes(open);
  }

  takesComma(): boolean {
    return this.#takes(comma);
  }

  takesEnd(): boolean {
    return this.#takes(close);
  }

  /** The name of a member in its quotes, and the colon. */
  takesName(name: Uint8Array): boolean {
    return this.takesWord(name) && this.#takes(colon);
  }

  /** A text as it stands in the document, in its quotes. */
  takesWord(word: Uint8Array): boolean {
    this.#next();
    if (!this.#isHere(word)) return false;
    this.#at += word.length;
    return true;
  }

  /** A text without escapes. */
  takeText(): string | undefined {
    if (this.#next() !== quote) return undefined;
    const start = this.#at + 1;
    const end = this.#bytes.indexOf(quote, start);
    if (end === -1) return undefined;
    this.#at = end + 1;
    return decoder.decode(this.#bytes.subarray(start, end));
  }

  /** A number from 0 on that a double holds. */
  takesCount(): boolean {
    return this.#isDigit(this.#next()) && this.#digits();
  }

  /** An object with the fields of that message, which go to the writer; false if there is anything else in it. */
  takesFields(message: PlainMessage): boolean {
    if (!this.#takes(open)) return false;
    const { fields, requiredCount } = message;
    let required = 0;
    let index = 0;
    if (this.#takes(close)) return requiredCount === 0;
    do {
      if (this.#next() !== quote || !this.#hasRoom()) return false;
      while (index < fields.length && !this.#isHere((fields[index] as PlainField).name)) index++;
      const field = fields[index++];
      if (field === undefined || field.isOdd) return false;
      this.#at += field.name.length;
      if (!this.#takes(colon)) return false;
      if (field.isRequired) required += 1;
      if (!(field.layout.repeated ? this.#takesList(field) : this.#takesValue(field))) return false;
    } while (this.#takes(comma));
    return this.#takes(close) && required === requiredCount;
  }

  #takesList(field: PlainField): boolean {
    if (!this.#takes(openList)) return false;
    if (this.#takes(closeList)) return true;
    const isPacked = field.shape === shape.packed;
    if (isPacked) this.writer.varint(field.tag);
    const start = isPacked ? this.writer.beginPiece() : 0;
    do {
      if (!this.#hasRoom() || !(isPacked ? this.#takesPacked() : this.#takesValue(field))) return false;
    } while (this.#takes(comma));
    if (isPacked) this.writer.endPiece(start);
    return this.#takes(closeList);
  }

  #takesPacked(): boolean {
    if (!this.takesCount() || this.#high !== 0) return false;
    this.writer.varint(this.#low);
    return true;
  }

  #takesValue(field: PlainField): boolean {
    const first = this.#next();
    if (field.message !== undefined) {
      this.writer.varint(field.tag);
      const start = this.writer.beginPiece();
      const isPlain = this.takesFields(field.message);
      if (isPlain) this.writer.endPiece(start);
      return isPlain;
    }
    const start = this.#at;
    const isName = field.layout.kind === 'enum';
    const hasNumber = this.#isDigit(first) ? this.#digits() : first === quote && !isName && this.#hexDigits();
    if (hasNumber && this.#writesNumber(field)) return true;
    this.#at = start;
    const json = this.#scalar(first);
    if (json === undefined) return false;
    writeValue(this.writer, field.layout, this.#form.valueOf(field.layout, json, ''));
    return true;
  }

  /** The last number, if the field holds it. */
  #writesNumber({ shape: form, tag }: PlainField): boolean {
    const { writer } = this;
    const low = this.#low;
    const high = this.#high;
    if (form === shape.word || form === shape.signedWord) {
      if (high !== 0 || (form === shape.signedWord && low > 0x7fff_ffff)) return false;
      writer.varint(tag);
      writer.varint(low);
      return true;
    }
    if (form === shape.other || form === shape.packed || (form === shape.signedWide && high > 0x7fff_ffff))
      return false;
    writer.varint(tag);
    if (form === shape.fixed) writer.fixed(low, high);
    else writer.varint64(low, high);
    return true;
  }

  /** A text, a number or a boolean as JSON has it. */
  #scalar(first: number): Json | undefined {
    if (first === quote) return this.#text();
    if (first === minus || this.#isDigit(first)) return this.#number();
    if (first !== letterT && first !== letterF) return undefined;
    const isTrue = first === letterT;
    return this.takesWord(isTrue ? trueWord : falseWord) ? isTrue : undefined;
  }

  #text(): string | undefined {
    const bytes = this.#bytes;
    const start = this.#at;
    let hasEscapes = false;
    let end = start + 1;
    for (; end < bytes.length && bytes[end] !== quote; end++) {
      if (bytes[end] !== backslash) continue;
      hasEscapes = true;
      end += 1;
    }
    if (end >= bytes.length) return undefined;
    this.#at = end + 1;
    return hasEscapes
      ? JSON.parse(decoder.decode(bytes.subarray(start, end + 1)))
      : decoder.decode(bytes.subarray(start + 1, end));
  }

  #number(): Json | undefined {
    const bytes = this.#bytes;
    const start = this.#at;
    let end = start + 1;
    while (this.#isDigit(bytes[end] as number)) end++;
    this.#at = end;
    const text = decoder.decode(bytes.subarray(start, end));
    const digits = text.length - (text.startsWith('-') ? 1 : 0);
    if (!/^-?(?:0|[1-9]\d*)$/.test(text)) return undefined;
    return digits > digitsMax && this.#form.hasLongNumbers ? text : Number(text);
  }

  /** A decimal number as JSON has it, which ends there. */
  #digits(): boolean {
    const bytes = this.#bytes;
    const start = this.#at;
    let value = 0;
    let at = start;
    for (let byte = bytes[at] as number; this.#isDigit(byte); byte = bytes[++at] as number)
      value = value * 10 + (byte - digit0);
    if (at - start > digitsMax || (bytes[start] === digit0 && at - start > 1)) return false;
    this.#at = at;
    this.#low = value >>> 0;
    this.#high = (value - this.#low) / 2 ** 32;
    return true;
  }

  /** `"0x1f"`. */
  #hexDigits(): boolean {
    const bytes = this.#bytes;
    const start = this.#at + 3;
    if (bytes[start - 2] !== digit0 || bytes[start - 1] !== letterX) return false;
    let low = 0;
    let high = 0;
    let at = start;
    for (let digit = hexValue[bytes[at] as number]!; digit < 16; digit = hexValue[bytes[++at] as number]!) {
      high = (high << 4) | (low >>> 28);
      low = (low << 4) | digit;
    }
    if (bytes[at] !== quote || at === start || at - start > hexDigitsMax) return false;
    this.#at = at + 1;
    this.#low = low >>> 0;
    this.#high = high >>> 0;
    return true;
  }

  /** The next byte that is no blank, or -1 at the end of the window. */
  #next(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    let byte = -1;
    for (; at < bytes.length; at++) {
      byte = bytes[at] as number;
      if (byte !== blank && byte !== lineFeed && byte !== carriageReturn && byte !== tab) break;
    }
    this.#at = at;
    return at < bytes.length ? byte : -1;
  }

  #takes(wanted: number): boolean {
    if (this.#next() !== wanted) return false;
    this.#at += 1;
    return true;
  }

  #isHere(word: Uint8Array): boolean {
    const bytes = this.#bytes;
    const at = this.#at;
    // The other way round: names begin alike, with the quote at least.
    for (let index = word.length - 1; index >= 0; index--)
      if (bytes[at + index] !== word[index]) return false;
    return true;
  }

  #isDigit(byte: number): boolean {
    return byte >= digit0 && byte <= digit9;
  }

  /** For one more member or item, before and behind. */
  #hasRoom(): boolean {
    if (this.#at > this.#movesAt) this.#move(this.#start + this.#at);
    return this.writer.length <= limits.plainMessageBytes;
  }
}

const trueWord = encoder.encode('true');
const falseWord = encoder.encode('false');

/** Of each byte; 16 for what is no digit. */
const hexValue = Uint8Array.from({ length: 256 }, (_, byte) => {
  const value = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? 16 : value;
});
