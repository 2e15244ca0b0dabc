/**
 * JSON texts of pagemap entries without records or JSON values between, since there can be hundreds of
 * thousands in a file. Nearly all entries of a file differ in place and address only, so the text around
 * these is kept from one entry to the next.
 */
import type { PlainEntry } from './decode-pagemap.ts';

export type EntryText = (entry: PlainEntry) => string;

/** The lossless form of one record. */
export function pagemapRecordTexts(): EntryText {
  return framedTexts(({ length, compatPages, inParent, flags, pages }) => {
    const before = `,"length":${length},"message":"pagemap_entry","fields":{"vaddr":"0x`;
    let after = `","compat_nr_pages":${compatPages}`;
    if (inParent >= 0) after += `,"in_parent":${inParent === 1}`;
    if (flags >= 0) after += `,"flags":${flags}`;
    if (pages >= 0) after += `,"nr_pages":"0x${pages.toString(16)}"`;
    return (entry) =>
      `{"kind":"message","offset":${entry.offset}${before}${entry.vaddr.toString(16)}${after}}}`;
  });
}

/** crit's plain form. */
export function pagemapCritTexts(): EntryText {
  return framedTexts(({ compatPages, inParent, flags, pages }) => {
    let after = `, "compat_nr_pages": ${compatPages}`;
    if (inParent >= 0) after += `, "in_parent": ${inParent === 1}`;
    if (flags >= 0) after += `, "flags": ${flags}`;
    if (pages >= 0) after += `, "nr_pages": ${pages}`;
    return ({ vaddr }) => `{"vaddr": ${vaddr}${after}}`;
  });
}

/** Makes a new frame whenever anything but place and address changes. */
function framedTexts(makeFrame: (entry: PlainEntry) => EntryText): EntryText {
  let last: PlainEntry | undefined;
  let frame: EntryText;
  return (entry) => {
    if (
      last === undefined ||
      last.length !== entry.length ||
      last.compatPages !== entry.compatPages ||
      last.inParent !== entry.inParent ||
      last.flags !== entry.flags ||
      last.pages !== entry.pages
    ) {
      last = { ...entry };
      frame = makeFrame(entry);
    }
    return frame(entry);
  };
}
