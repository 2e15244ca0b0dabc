/** JSON text with line breaks, as JSON.stringify has them, while it is written. */
import { endOfString } from './strict-json.ts';

const indentation = '  ';
const scalarEnd = /[,\]}\s]|$/g;

/** Takes a document in pieces, each of whole strings, names and numbers. */
export function indented(write: (text: string) => void): (piece: string) => void {
  let level = 0;
  // Behind a bracket, which may be closed at once.
  let isOpen = false;
  const line = () => `\n${indentation.repeat(level)}`;
  return (piece) => {
    let text = '';
    for (let at = 0; at < piece.length; at++) {
      const character = piece[at] as string;
      if (character === ',') text += character + line();
      else if (character === ':') text += ': ';
      else if (character === '}' || character === ']') {
        level -= 1;
        text += isOpen ? character : line() + character;
        isOpen = false;
      } else if (character !== '\n') {
        if (isOpen) text += line();
        isOpen = character === '{' || character === '[';
        const start = at;
        if (isOpen) level += 1;
        else at = character === '"' ? endOfString(piece, at) : endOfScalar(piece, at);
        text += piece.slice(start, at + 1);
      }
    }
    write(text);
  };
}

/** Of a number, `true`, `false` or `null`: where its last character is. */
function endOfScalar(piece: string, start: number): number {
  scalarEnd.lastIndex = start;
  return (scalarEnd.exec(piece)?.index ?? piece.length) - 1;
}
