/**
 * crit's JSON as text, in the layout of Python's json module and exact for integers of any size, which
 * JSON.parse and JSON.stringify are not.
 */
import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { JsonPart } from '../json/split-json.ts';
import { JsonFault, parseStrictJson } from '../json/strict-json.ts';
import { criuDiagnostic } from './codes.ts';
import type { CritJson } from './crit-values.ts';
import type { ReadRecords } from './decode-file.ts';
import type { OnPlainEntry } from './decode-pagemap.ts';
import type { Json } from './fields-json.ts';
import { pagemapCritTexts } from './pagemap-text.ts';
import type { CriuRecord, FileHeader } from './record.ts';
import { type CritOptions, critEntries, critMagicOf } from './to-crit-json.ts';
import type { WriteText } from './to-json.ts';

const indentation = '    ';

/** The text of a value: on one line, or indented by four spaces a level as `crit decode --pretty` does. */
export function formatCritJson(value: CritJson, pretty = false): string {
  let text = '';
  writeValue(value, pretty, 0, (piece) => (text += piece));
  return text;
}

/** Piece by piece: one entry may have as many parts as a process has areas. */
function writeValue(value: CritJson, pretty: boolean, level: number, write: WriteText): void {
  const items = itemsOf(value);
  if (items === undefined || items.length === 0) {
    write(shortText(value));
    return;
  }
  const inner = pretty ? `\n${indentation.repeat(level + 1)}` : '';
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  let before = `${open}${inner}`;
  for (const [name, item] of items) {
    write(name === undefined ? before : `${before}${asciiString(name)}: `);
    writeValue(item, pretty, level + 1, write);
    before = pretty ? `,${inner}` : ', ';
  }
  write(pretty ? `\n${indentation.repeat(level)}${close}` : `${close}`);
}

/** With their names, where they have any; undefined for a value that is no list and no object. */
function itemsOf(value: CritJson): readonly (readonly [name: string | undefined, CritJson])[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value) ? value.map((item) => [undefined, item]) : Object.entries(value);
}

function shortText(value: CritJson): string {
  if (typeof value === 'string') return asciiString(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? '[]' : '{}';
}

function asciiString(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Writes what `crit decode -o` writes for a file, entry by entry, from its records or from the file itself, which
 * is faster for pagemaps. On standard output crit adds the end of the line, which is for the caller to do.
 */
export function writeCritJson(
  header: FileHeader,
  records: Iterable<CriuRecord> | ReadRecords,
  write: WriteText,
  options: CritOptions = {},
): void {
  const pretty = options.pretty === true;
  const magic = asciiString(critMagicOf(header));
  write(pretty ? `{\n    "magic": ${magic},\n    "entries": [` : `{"magic": ${magic}, "entries": [`);
  let separator = pretty ? '\n        ' : '';
  let count = 0;
  const separate = (): void => {
    write(separator);
    separator = pretty ? ',\n        ' : ', ';
    count += 1;
  };
  const entryText = pagemapCritTexts();
  const onPlainEntry: OnPlainEntry | undefined = pretty
    ? undefined
    : (entry) => {
        separate();
        write(entryText(entry));
      };
  for (const record of typeof records === 'function' ? records(onPlainEntry) : records) {
    for (const entry of critEntries(header, [record], options)) {
      separate();
      writeValue(entry, pretty, 2, write);
    }
  }
  if (!pretty) write(']}');
  else write(count === 0 ? ']\n}' : '\n    ]\n}');
}

// Strings are matched whole, so that digits inside them are left alone.
const longNumbers = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/** Parses crit's JSON; integers that a double cannot hold become decimal strings. */
export function parseCritJson(text: string, locate?: JsonPart['locate']): Json {
  const hasLong = /\d{16}/.test(text);
  try {
    // Most entries have no long numbers, and need no second text.
    const exact = hasLong
      ? text.replace(longNumbers, (found) => (found.startsWith('"') ? found : `"${found}"`))
      : text;
    return parseStrictJson(exact) as Json;
  } catch (error) {
    const fault = error as JsonFault;
    const message = `not JSON: ${fault.message.slice(0, limits.shownText)}`;
    // The quotes around long numbers have moved what follows them.
    const told = hasLong ? new JsonFault(message) : fault;
    throw new ImageError(criuDiagnostic('criu-bad-json', message, locate?.(told)));
  }
}
