/**
 * A JSON document with one long list, some elements at a time: the records of the lossless form, the entries
 * of crit's. Finds where elements end; what is in them is for JSON.parse. Two passes, since the rest of the
 * document may stand behind the list.
 */
import { latin1Text } from '../../byte-text.ts';
import { ImageError, type Location } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { jsonDiagnostic } from './codes.ts';
import { type JsonFault, parseStrictJson } from './strict-json.ts';

/** As large as reads well. */
const windowBytes = 256 * 1024;
/** Text of elements that is parsed at once; a single element may be longer. */
const batchBytes = 32 * 1024;
/** An element that may be too long together with what else a batch has. */
const longBytes = limits.jsonRecordBytes - batchBytes;
/** A name of a member; longer strings are values. */
const nameBytesMax = 64;

/** A text that is JSON by itself, made of parts of the document. */
export interface JsonPart {
  readonly text: string;
  /** Where in the document what is wrong with the text stands. */
  readonly locate: (fault: JsonFault) => Location;
}

/** Of the bytes of a document. */
export interface JsonRange {
  readonly start: number;
  readonly end: number;
}

/** Elements of the list as a list of their own, whose text is made when it is asked for. */
export interface JsonBatch extends JsonPart, JsonRange {}

export interface SplitDocument {
  /** The document with the list empty. */
  readonly frame: JsonPart;
  /** The list as several shorter ones, in their order; each call starts again. */
  batches(): Generator<JsonBatch, void, undefined>;
}

/** Splits at the first list that is the value of a member of that name at the top. */
export function splitJson(source: ByteSource, names: readonly string[]): SplitDocument {
  const { start, commas, end } = scan(source, names);
  const text = (from: number, to: number): string => {
    if (to - from > limits.jsonRecordBytes) {
      throw badJson(
        source,
        from,
        `a part of ${to - from} bytes, more than the ${limits.jsonRecordBytes} of any record`,
      );
    }
    return textOf(source, from, to);
  };
  const head = text(0, start);
  const listText = ({ start: from, end: to }: JsonRange): string => {
    const list = text(from, to);
    // No element between two commas, or behind the last one. An empty list has no elements at all.
    if (list.trim() === '' && commas.length > 0) throw badJson(source, from, 'an element is missing');
    return `[${list}]`;
  };
  const batchOf = (range: JsonRange): JsonBatch => ({
    ...range,
    get text() {
      return listText(range);
    },
    locate: (fault) => partOf(source, listText(range), () => [1, range.start]).locate(fault),
  });
  return {
    frame: partOf(source, head + text(end, source.size), (position) =>
      position < head.length ? [0, markBytes(source)] : [head.length, end],
    ),
    *batches() {
      let from = start;
      for (const to of [...commas, end]) {
        yield batchOf({ start: from, end: to });
        from = to + 1;
      }
    },
  };
}

export function parsed({ text, locate }: JsonPart): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    const fault = error as JsonFault;
    throw new ImageError(
      jsonDiagnostic('json-malformed', fault.message.slice(0, limits.shownText), locate(fault)),
    );
  }
}

/** `startOf` says which character before a position stands where in the document. */
function partOf(
  { name: file }: ByteSource,
  text: string,
  startOf: (position: number) => readonly [position: number, offset: number],
): JsonPart {
  return {
    text,
    locate({ position }) {
      if (position === undefined) return { file };
      const [start, offset] = startOf(position);
      return { file, offset: offset + encoder.encode(text.slice(start, position)).length };
    },
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const byteOrderMark = /^\ufeff/;

const markBytes = (source: ByteSource): number =>
  source.size >= 3 && byteOrderMark.test(decoder.decode(source.view(0, 3))) ? 3 : 0;

function textOf(source: ByteSource, from: number, to: number): string {
  const text = decoder.decode(source.view(from, to - from));
  return from === 0 ? text.replace(byteOrderMark, '') : text;
}

function badJson(source: ByteSource, offset: number, message: string): ImageError {
  return new ImageError(jsonDiagnostic('json-malformed', message, { file: source.name, offset }));
}

interface Places {
  /** Behind the bracket that opens the list. */
  readonly start: number;
  /** Commas of the list where one batch ends and the next begins. */
  readonly commas: readonly number[];
  /** Of the bracket that closes the list. */
  readonly end: number;
}

/** What a byte is, outside of strings and in them; 0 if it is of no interest. */
const meaning = {
  quote: 1,
  comma: 2,
  openList: 3,
  closeList: 4,
  open: 5,
  close: 6,
  control: 7,
  endQuote: 8,
  backslash: 9,
  beyondAscii: 10,
} as const;
const bytesOutside = new Map([
  ['"', meaning.quote],
  [',', meaning.comma],
  ['[', meaning.openList],
  [']', meaning.closeList],
  ['{', meaning.open],
  ['}', meaning.close],
  ['\t', 0],
  ['\n', 0],
  ['\r', 0],
]);
const bytesInString = new Map([
  ['"', meaning.endQuote],
  ['\\', meaning.backslash],
]);
/** The rows of the table are of 256 bytes. */
const inString = 256;
const meanings = Uint8Array.from({ length: 2 * inString }, (_, index) => {
  const byte = index % inString;
  const known = (index < inString ? bytesOutside : bytesInString).get(String.fromCharCode(byte));
  if (byte >= 0x80) return meaning.beyondAscii;
  return known ?? (byte < 0x20 ? meaning.control : 0);
});

/** How many bytes at the beginning are UTF-8, of some that are not. */
function goodUtf8(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

/** Where the list and its batches lie; without such a list both places are the end of the text. */
function scan(source: ByteSource, names: readonly string[]): Places {
  const scanner = new Scanner(source, names);
  for (let offset = 0; offset < source.size; offset += windowBytes) scanner.window(offset);
  return scanner.places();
}

/** Goes over a window at a time, so that the engine compiles that once and has it for the next one. */
class Scanner {
  readonly #source: ByteSource;
  readonly #names: readonly string[];
  readonly #commas: number[] = [];
  #start: number;
  #end: number;
  #lastCut = 0;
  /** Where the last element ended. */
  #lastComma = 0;
  #isInside = false;
  #isDone = false;
  #depth = 0;
  #row = 0;
  /** Bytes at the beginning of the next window that belong to what was before. */
  #skipped = 0;
  /** From the first window that has more than ASCII. */
  #text: InstanceType<typeof TextDecoder> | undefined;
  /** The last string at the top, which may be the name of the list, and where it began. */
  #name = '';
  #nameStart = 0;

  constructor(source: ByteSource, names: readonly string[]) {
    this.#source = source;
    this.#names = names;
    this.#start = this.#end = source.size;
  }

  window(offset: number): void {
    const { size } = this.#source;
    const length = Math.min(windowBytes, size - offset);
    let bytes = this.#source.view(offset, length);
    let row = this.#row;
    let depth = this.#depth;
    let at = this.#skipped;
    for (; at < length; at++) {
      const found = meanings[row + bytes[at]!];
      if (found === 0) continue;
      if (found === meaning.quote) {
        row = inString;
        if (depth === 1) this.#nameStart = offset + at + 1;
      } else if (found === meaning.endQuote) {
        row = 0;
        if (depth !== 1 || this.#isDone) continue;
        this.#setName(offset + at);
        bytes = this.#source.view(offset, length);
      } else if (found === meaning.comma) {
        if (depth !== 2 || !this.#isInside) continue;
        this.#endElement(offset + at);
        if (offset + at - this.#lastCut >= batchBytes) this.#cut(offset + at);
      } else if (found === meaning.open || found === meaning.openList) {
        if (depth === limits.jsonDepth)
          throw this.#malformed(offset + at, `more than ${depth} levels of nesting`);
        depth += 1;
        if (depth === 2 && found === meaning.openList) this.#open(offset + at);
      } else if (found === meaning.close || found === meaning.closeList) {
        depth -= 1;
        if (depth === 1 && found === meaning.closeList) this.#close(offset + at);
      } else if (found === meaning.backslash) at += 1;
      else if (found === meaning.beyondAscii) this.#text ??= new TextDecoder('utf-8', { fatal: true });
      // RFC 8259 has none but those that end lines and indent: a sparse file of a terabyte ends here.
      else throw this.#malformed(offset + at, 'a control character');
    }
    this.#row = row;
    this.#depth = depth;
    this.#skipped = at - length;
    if (this.#text !== undefined) this.#checkText(this.#text, offset, bytes);
  }

  /** What is no UTF-8 would be read as other characters. */
  #checkText(utf8: InstanceType<typeof TextDecoder>, offset: number, bytes: Uint8Array): void {
    try {
      utf8.decode(bytes, { stream: offset + bytes.length < this.#source.size });
    } catch {
      throw this.#malformed(offset + goodUtf8(bytes), 'bytes that are no UTF-8');
    }
  }

  places(): Places {
    if (this.#depth !== 0 || this.#row === inString)
      throw this.#malformed(this.#source.size, 'the JSON text ends inside a value');
    return { start: this.#start, commas: this.#commas, end: this.#end };
  }

  #setName(end: number): void {
    const length = Math.min(nameBytesMax, end - this.#nameStart);
    this.#name = latin1Text(this.#source.view(this.#nameStart, length));
  }

  #open(position: number): void {
    if (this.#isDone || !this.#names.includes(this.#name)) return;
    this.#isInside = this.#isDone = true;
    this.#start = this.#lastCut = this.#lastComma = position + 1;
  }

  #endElement(position: number): void {
    // One of which no text can be made is alone in its batch, so that its neighbours can be read.
    if (position - this.#lastComma > longBytes && this.#lastComma > this.#lastCut) this.#cut(this.#lastComma);
    this.#lastComma = position;
  }

  #cut(position: number): void {
    this.#lastCut = position;
    this.#commas.push(position);
  }

  #close(position: number): void {
    if (!this.#isInside) return;
    this.#endElement(position);
    this.#isInside = false;
    this.#end = position;
  }

  #malformed(offset: number, message: string): ImageError {
    return badJson(this.#source, offset, message);
  }
}
