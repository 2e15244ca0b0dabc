/** Text for terminals that know nothing but ASCII: columns stay where they are. */
import { textWidth } from './text-width.ts';

/** What our own text has beyond ASCII. */
const asciiFor: Readonly<Record<string, string>> = {
  '├': '|',
  '│': '|',
  '└': '`',
  '─': '-',
  '┬': '+',
  '—': '-',
  '…': '~',
  '→': '>',
  '←': '<',
  '·': '.',
  '×': 'x',
  µ: 'u',
  '‹': '<',
  '›': '>',
  '▸': '+',
  '▾': '-',
  '↑': '^',
  '↓': 'v',
  '⇄': '=',
};

/** Our own characters by those that look alike; what an image says stays as it is. */
export const asciiText = (text: string): string =>
  text.replace(/[^\x00-\x7f]/gu, (character) => asciiFor[character] ?? character);

/** Nothing beyond ASCII is left: a screen must keep its columns. */
export const asciiOnly = (text: string): string =>
  asciiText(text).replace(/[^\x00-\x7f]/gu, (character) => '?'.repeat(textWidth(character)));
