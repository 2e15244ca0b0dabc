/** HTML as text: whatever is put into a template is escaped, but for what a template made. */
import { visible } from '../../visible.ts';

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | bigint | undefined | false | readonly Part[];

/** Of elements and of attributes in quotes; what a browser obeys instead of showing stands as an escape. */
const escaped = (text: string): string =>
  visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(textOf).join('');
  return escaped(String(part));
}

/** A text of several lines: their ends stay what they are. */
export const linesOf = (text: string): Part =>
  text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [new Html('\n'), line]));

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, string, index) => text + textOf(parts[index - 1]) + string));
