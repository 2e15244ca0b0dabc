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
export function formatCritJson(value: CritJson, pretty = false, level = 0): string {
  if (typeof value === 'string') return asciiString(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const items = Array.isArray(value)
    ? value.map((item) => formatCritJson(item, pretty, level + 1))
    : Object.entries(value).map(
        ([name, item]) => `${asciiString(name)}: ${formatCritJson(item, pretty, level + 1)}`,
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (items.length === 0) return `${open}${close}`;
  if (!pretty) return `${open}${items.join(', ')}${close}`;
  const inner = `\n${indentation.repeat(level + 1)}`;
  return `${open}${inner}${items.join(`,${inner}`)}\n${indentation.repeat(level)}${close}`;
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
  const add = (text: string): void => {
    write(separator + text);
    separator = pretty ? ',\n        ' : ', ';
    count += 1;
  };
  const entryText = pagemapCritTexts();
  const onPlainEntry: OnPlainEntry | undefined = pretty ? undefined : (entry) => add(entryText(entry));
  for (const record of typeof records === 'function' ? records(onPlainEntry) : records) {
    for (const entry of critEntries(header, [record], options)) add(formatCritJson(entry, pretty, 2));
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
