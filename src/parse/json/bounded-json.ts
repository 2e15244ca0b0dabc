/**
 * JSON.parse for what others read, too: engines take documents in which a member stands twice, and so do we. Bounded in
 * values and nesting, and no more than that.
 */
import { limits } from '../../limits.ts';
import { DifferentNames, endOfString, JsonFault } from './strict-json.ts';

/** It may be JSON, of a size that no real document has. */
export class JsonTooLarge extends JsonFault {}

/** Throws JsonTooLarge, and what JSON.parse does. */
export function parseBoundedJson(text: string): unknown {
  try {
    lookThrough(text);
  } catch (error) {
    throw error instanceof JsonFault ? new JsonTooLarge(error.message, error.position) : error;
  }
  return JSON.parse(text);
}

const separators = /["[\]{},]/g;
const nameEnd = /\s*:/y;

/** Whether the text is JSON at all is for the parser to say. */
function lookThrough(text: string): void {
  const names = new DifferentNames();
  let [depth, values] = [0, 0];
  separators.lastIndex = 0;
  for (let found = separators.exec(text); found !== null; found = separators.exec(text)) {
    const { 0: character, index } = found;
    if (character === '"') {
      nameEnd.lastIndex = separators.lastIndex = endOfString(text, index) + 1;
      if (nameEnd.test(text)) names.add(text.slice(index, separators.lastIndex), index);
      continue;
    }
    if (character === ']' || character === '}') {
      depth -= 1;
      continue;
    }
    if (character !== ',') depth += 1;
    values += 1;
    if (depth > limits.jsonDepth)
      throw new JsonFault(`more than ${limits.jsonDepth} levels of nesting`, index);
    if (values > limits.jsonValues) throw new JsonFault(`more than ${limits.jsonValues} values`, index);
  }
}
