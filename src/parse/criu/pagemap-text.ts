/**
 * JSON text of pagemap entries without the way over JSON values: there can be hundreds of thousands in a
 * file. Gives up on anything unusual, which then takes the general way to the same text.
 */
import type { PagemapEntry } from '../generated/criu-descriptors.ts';
import type { CriuRecord } from './record.ts';

/** The lossless form of one record. */
export function pagemapRecordText(record: CriuRecord): string | undefined {
  const entry = plainEntry(record);
  if (entry === undefined || record.kind !== 'message') return undefined;
  const { vaddr, compat_nr_pages, in_parent, flags, nr_pages } = entry;
  let text = `{"kind":"message","offset":${record.offset},"length":${record.length}`;
  text += `,"message":"pagemap_entry","fields":{"vaddr":"0x${vaddr.toString(16)}"`;
  text += `,"compat_nr_pages":${compat_nr_pages}`;
  if (in_parent !== undefined) text += `,"in_parent":${in_parent}`;
  if (flags !== undefined) text += `,"flags":${flags}`;
  if (nr_pages !== undefined) text += `,"nr_pages":"0x${nr_pages.toString(16)}"`;
  return `${text}}}`;
}

/** crit's plain form. */
export function pagemapCritText(record: CriuRecord): string | undefined {
  const entry = plainEntry(record);
  if (entry === undefined) return undefined;
  const { vaddr, compat_nr_pages, in_parent, flags, nr_pages } = entry;
  let text = `{"vaddr": ${vaddr}, "compat_nr_pages": ${compat_nr_pages}`;
  if (in_parent !== undefined) text += `, "in_parent": ${in_parent}`;
  if (flags !== undefined) text += `, "flags": ${flags}`;
  if (nr_pages !== undefined) text += `, "nr_pages": ${nr_pages}`;
  return `${text}}`;
}

interface PlainEntry extends PagemapEntry {
  readonly vaddr: bigint;
  readonly compat_nr_pages: number;
}

function plainEntry(record: CriuRecord): PlainEntry | undefined {
  if (record.kind !== 'message' || record.message !== 'pagemap_entry' || record.raw !== undefined) {
    return undefined;
  }
  const entry: PagemapEntry = record.fields;
  if (entry.$unknown !== undefined) return undefined;
  return entry.vaddr === undefined || entry.compat_nr_pages === undefined ? undefined : (entry as PlainEntry);
}
