/** What an image says about the content of a program file: its bounds, and pages of its text. */
import type { MemoryArea, MemoryMap } from '../../../../model/checkpoint.ts';
import type { PathDraft } from './path-book.ts';

export interface TextArea {
  readonly draft: PathDraft;
  readonly area: MemoryArea;
  readonly memory: MemoryMap;
  /** The file that was executed, whose headers gave the bounds of the memory. */
  readonly isProgram: boolean;
  readonly pageBytes: number;
}

export function addText({ draft, area, memory, isProgram, pageBytes }: TextArea): void {
  if (draft.type !== 'file') return;
  if (isProgram) draft.shape ??= shapeOf(memory);
  // Writable areas differ from their file by design, and so does data made read-only after relocation.
  if (!area.perms.startsWith('r-xp')) return;
  const last = area.offsetBytes + (area.end - area.start) - BigInt(pageBytes);
  if (last + 1n > draft.textEndBytes) draft.textEndBytes = last + 1n;
  addStoredText(draft, area);
}

const shapeOf = ({ startCode, endCode, startData, endData }: MemoryMap) => ({
  codeBytes: endCode - startCode,
  dataStart: startData - startCode,
  dataEnd: endData - startCode,
});

/** Processes of one program often hold the same pages; those that are copies are with their source. */
function addStoredText({ storedText }: PathDraft, { start, offsetBytes, blocks }: MemoryArea): void {
  for (const { kind, start: from, content } of blocks) {
    if (kind !== 'stored' || !content || from < start) continue;
    const fileOffset = from - start + offsetBytes;
    const piece = { fileOffset, imageOffset: content.offset, length: content.length };
    storedText.set(`${fileOffset} ${content.offset}`, piece);
  }
}
