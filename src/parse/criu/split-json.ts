/**
 * A JSON document with one long list, element by element: the records of the lossless form, the entries of
 * crit's. Finds where elements begin and end; what is in them is for JSON.parse. Two passes, since the rest
 * of the document may stand behind the list.
 */
import { ImageError } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { criuDiagnostic } from './codes.ts';

const code = { quote: 0x22, backslash: 0x5c, openList: 0x5b, closeList: 0x5d, open: 0x7b, close: 0x7d };

/** As large as reads well; an element may be larger. */
const windowBytes = 256 * 1024;
/** A name of a member; longer strings are values. */
const nameBytesMax = 64;

export interface SplitDocument {
  /** The document with the list empty. */
  readonly frame: string;
  /** The text of each element; each call starts again. */
  elements(): Generator<string, void, undefined>;
}

/** Splits at the first list that is the value of a member of that name at the top. */
export function splitJson(source: ByteSource, names: readonly string[]): SplitDocument {
  let frame = '';
  for (const piece of scan(source, names)) if (piece.isFrame) frame += piece.text;
  return {
    frame,
    *elements() {
      for (const piece of scan(source, names)) if (!piece.isFrame) yield piece.text;
    },
  };
}

interface Piece {
  readonly isFrame: boolean;
  readonly text: string;
}

class Scanner {
  depth = 0;
  inString = false;
  isEscaped = false;
  /** Inside the list that is split. */
  isInside = false;
  isDone = false;
  /** Bytes of the last string at the top, while they may be a name. */
  name: number[] = [];
}

function* scan(source: ByteSource, names: readonly string[]): Generator<Piece, void, undefined> {
  const state = new Scanner();
  let carried = '';
  // Text is decoded in a stream, so that a character across two windows stays whole.
  const decoder = new TextDecoder();
  for (let offset = 0; offset < source.size; offset += windowBytes) {
    const bytes = source.view(offset, Math.min(windowBytes, source.size - offset)).slice();
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      const cut = step(state, bytes[at]!, names);
      if (cut === 'none') continue;
      // The frame keeps the bracket that opens the list, elements their closing brace.
      const text = carried + decoder.decode(bytes.subarray(start, at + 1), { stream: true });
      carried = '';
      start = at + 1;
      yield {
        isFrame: cut === 'list-begins',
        text: cut === 'list-begins' ? text : text.replace(/^[\s,]+/, ''),
      };
    }
    carried += decoder.decode(bytes.subarray(start), { stream: true });
  }
  if (state.depth !== 0 || state.inString) {
    const message = 'the JSON text ends inside a value';
    throw new ImageError(
      criuDiagnostic('criu-bad-json', message, { file: source.name, offset: source.size }),
    );
  }
  yield { isFrame: true, text: carried };
}

type Cut = 'none' | 'list-begins' | 'element-ends';

function step(state: Scanner, byte: number, names: readonly string[]): Cut {
  if (state.inString) {
    stringByte(state, byte);
    return 'none';
  }
  switch (byte) {
    case code.quote:
      state.inString = true;
      if (state.depth === 1) state.name = [];
      return 'none';
    case code.open:
      state.depth += 1;
      return 'none';
    case code.openList:
      state.depth += 1;
      if (state.depth !== 2 || state.isDone || !names.includes(String.fromCharCode(...state.name)))
        return 'none';
      state.isInside = true;
      return 'list-begins';
    case code.close:
      state.depth -= 1;
      return state.isInside && state.depth === 2 ? 'element-ends' : 'none';
    case code.closeList:
      state.depth -= 1;
      if (!state.isInside || state.depth !== 1) return 'none';
      Object.assign(state, { isInside: false, isDone: true });
      return 'none';
    default:
      return 'none';
  }
}

function stringByte(state: Scanner, byte: number): void {
  if (state.isEscaped) state.isEscaped = false;
  else if (byte === code.backslash) state.isEscaped = true;
  else if (byte === code.quote) state.inString = false;
  else if (state.depth === 1 && state.name.length < nameBytesMax) state.name.push(byte);
}
