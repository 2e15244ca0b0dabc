/** The text of a queued message as one range, wherever its pieces lie. */
import { joined } from '../byte-text.ts';
import { type ByteSource, memorySource } from '../parse/bytes/byte-source.ts';
import type { Message } from './checkpoint.ts';

export interface TextRange {
  readonly source: ByteSource;
  readonly offset: number;
  readonly length: number;
}

/** Several pieces are put together in memory: a text is no longer than the limit of its namespace. */
export function messageText({ text, rest = [] }: Message, source: ByteSource): TextRange {
  if (rest.length === 0) return { source, offset: text.offset, length: text.length };
  const pieces = [text, ...rest].map(({ offset, length }) => source.view(offset, length).slice());
  const whole = joined(pieces);
  return { source: memorySource(whole, source.name), offset: 0, length: whole.length };
}

export const messageBytes = ({ text, rest = [] }: Message): number =>
  rest.reduce((sum, { length }) => sum + length, text.length);
