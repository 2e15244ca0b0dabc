/** What a reference may name in a CRIU image, and how it is written. Looks nothing up. */
import { parseOffset } from '../words.ts';

export const criuReferenceHelp =
  'REF is FILE, FILE:INDEX (pstree.img:0), FILE@OFFSET (core-2.img@0x40, also inside an entry), task:PID, or KIND:N for the Nth entry of a kind from 0, as in vma_entry:3';

export type CriuReference =
  | { readonly what: 'file'; readonly file: string }
  | { readonly what: 'entry'; readonly file: string; readonly index: number }
  | { readonly what: 'byte'; readonly file: string; readonly offset: number }
  /** In the file where one is. */
  | { readonly what: 'offset'; readonly offset: number }
  | { readonly what: 'task'; readonly pid: number }
  | { readonly what: 'kind'; readonly kind: string; readonly index: number };

/** Undefined for what is no reference. `hasFile` tells names of files from those of kinds. */
export function parseCriuReference(
  text: string,
  hasFile: (name: string) => boolean,
): CriuReference | undefined {
  const offset = parseOffset(text);
  if (offset !== undefined) return { what: 'offset', offset };
  if (hasFile(text)) return { what: 'file', file: text };
  const [, before = '', mark, after = ''] = /^(.+)([:@])([0-9a-fx]+)$/i.exec(text) ?? [];
  const number = parseOffset(after);
  if (number === undefined) return undefined;
  if (mark === '@') return hasFile(before) ? { what: 'byte', file: before, offset: number } : undefined;
  if (hasFile(before)) return { what: 'entry', file: before, index: number };
  return before === 'task' ? { what: 'task', pid: number } : { what: 'kind', kind: before, index: number };
}
