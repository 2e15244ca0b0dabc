/**
 * A JSON document with one long list, some elements at a time: the records of the lossless form, the entries
 * of crit's. Finds where elements end; what is in them is for JSON.parse. Two passes, since the rest of the
 * document may stand behind the list.
 */
import { ImageError, type Location } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { jsonDiagnostic } from './codes.ts';
import { type JsonFault, parseStrictJson } from './strict-json.ts';

/** As large as reads well. */
const windowBytes = 256 * 1024;
/** Text of elements that is parsed at once; a single element may be longer. */
const batchBytes = 32 * 1024;
/** A name of a member; longer strings are values. */
const nameBytesMax = 64;

/** A text that is JSON by itself, made of parts of the document. */
export interface JsonPart {
  readonly text: string;
  /** Where in the document what is wrong with the text stands. */
  readonly locate: (fault: JsonFault) => Location;
}

export interface SplitDocument {
  /** The document with the list empty. */
  readonly frame: JsonPart;
  /** The list as several shorter ones, in their order; each call starts again. */
  batches(): Generator<JsonPart, void, undefined>;
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
  return {
    frame: partOf(source, head + text(end, source.size), (position) =>
      position < head.length ? [0, markBytes(source)] : [head.length, end],
    ),
    *batches() {
      let from = start;
      for (const to of [...commas, end]) {
        const list = text(from, to);
        // No element between two commas, or behind the last one. An empty list has no elements at all.
        if (list.trim() === '' && commas.length > 0) throw badJson(source, from, 'an element is missing');
        const first = from;
        yield partOf(source, `[${list}]`, () => [1, first]);
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

// " , [ \ ] { }
const [quote, comma, openList, backslash, closeList, open, close] = [
  0x22, 0x2c, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
] as const;

const [tab, lineFeed, carriageReturn, blank] = [0x09, 0x0a, 0x0d, 0x20] as const;

/** RFC 8259 has none but those that end lines and indent: a sparse file of a terabyte ends here. */
const controlCharacter = (source: ByteSource, offset: number): ImageError =>
  badJson(source, offset, 'a control character');

function deeper(source: ByteSource, depth: number, offset: number): number {
  if (depth < limits.jsonDepth) return depth + 1;
  throw badJson(source, offset, `more than ${limits.jsonDepth} levels of nesting`);
}

/** Where the list and its batches lie; without such a list both places are the end of the text. */
function scan(source: ByteSource, names: readonly string[]): Places {
  let [start, end, lastCut, depth] = [source.size, source.size, 0, 0];
  let [isInside, isDone, inString, isEscaped] = [false, false, false, false];
  const commas: number[] = [];
  // The last string at the top, which may be the name of the list.
  let name = '';
  for (let offset = 0; offset < source.size; offset += windowBytes) {
    const bytes = source.view(offset, Math.min(windowBytes, source.size - offset));
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) inString = false;
        else if (byte < blank) throw controlCharacter(source, offset + at);
        else if (depth === 1 && name.length < nameBytesMax) name += String.fromCharCode(byte);
      } else if (byte === quote) {
        inString = true;
        if (depth === 1) name = '';
      } else if (byte === open) depth = deeper(source, depth, offset + at);
      else if (byte === close) depth -= 1;
      else if (byte === openList) {
        depth = deeper(source, depth, offset + at);
        if (depth !== 2 || isDone || !names.includes(name)) continue;
        isInside = isDone = true;
        start = lastCut = offset + at + 1;
      } else if (byte === closeList) {
        depth -= 1;
        if (!isInside || depth !== 1) continue;
        isInside = false;
        end = offset + at;
      } else if (byte === comma && isInside && depth === 2 && offset + at - lastCut >= batchBytes) {
        lastCut = offset + at;
        commas.push(lastCut);
      } else if (byte < blank && byte !== tab && byte !== lineFeed && byte !== carriageReturn)
        throw controlCharacter(source, offset + at);
    }
  }
  if (depth !== 0 || inString) throw badJson(source, source.size, 'the JSON text ends inside a value');
  return { start, commas, end };
}
