/**
 * CRIU 3.3: content of sparse deleted files in chunks; before, whole behind the entry (criu/files-reg.c). The old
 * form is read by all later releases and stays on the way up.
 */
import { smaller } from '../../../model/bigint.ts';
import type { CriuRecord, PayloadPart } from '../../../parse/criu/index.ts';
import {
  type CriuDraft,
  changed,
  entriesOf,
  filesOfType,
  firstOf,
  lost,
  refused,
  withFields,
} from '../draft.ts';
import type { CriuStep } from '../step.ts';

/** Zeros are written in pieces of this size. */
const zeroBytes = 1024 * 1024;
/** A file of this size is not written out in full. */
const fileBytesMax = 1n << 40n;

/** The chunks as one content, with zeros where there were holes. */
function whole(draft: CriuDraft, id: number, size: bigint): PayloadPart[] {
  const parts: PayloadPart[] = [];
  let next = 0n;
  const zeros = (until: bigint): void => {
    while (next < until) {
      const length = Number(smaller(until - next, BigInt(zeroBytes)));
      parts.push({ name: 'content', data: new Uint8Array(length), padding: 0 });
      next += BigInt(length);
    }
  };
  for (const { fields, payload } of entriesOf(draft, 'GHOST_FILE', 'ghost_chunk_entry', id)) {
    zeros(smaller(fields.off ?? 0n, size));
    for (const part of payload ?? []) {
      parts.push(part);
      next += BigInt(part.data.length);
    }
  }
  zeros(size);
  return parts;
}

/** Chunks ascend and do not overlap, as CRIU finds them by SEEK_DATA; others would come out elsewhere. */
function areInOrder(draft: CriuDraft, id: number): boolean {
  let next = 0n;
  for (const { fields } of entriesOf(draft, 'GHOST_FILE', 'ghost_chunk_entry', id)) {
    if ((fields.off ?? 0n) < next) return false;
    next = (fields.off ?? 0n) + (fields.len ?? 0n);
  }
  return true;
}

function fillHoles(draft: CriuDraft, name: string, id: number): void {
  const first = firstOf(draft, 'GHOST_FILE', 'ghost_file_entry', id);
  if (first?.fields.chunks !== true) return;
  const size = first.fields.size ?? 0n;
  if (size > fileBytesMax || !areInOrder(draft, id)) {
    const why = size > fileBytesMax ? `of ${size} bytes would be written in full` : 'has chunks out of order';
    refused(draft, 'R7', `a deleted file ${why}`, { file: name });
    return;
  }
  const record: CriuRecord = {
    ...withFields(first, { chunks: undefined, size: undefined }),
    payload: whole(draft, id, size),
  };
  const file = draft.files.get(name);
  if (file !== undefined) draft.files.set(name, { header: file.header, records: () => [record] });
  changed(draft, 'R7', 'contents of deleted files put together from their chunks');
  lost(draft, 'R7', 'holes of sparse deleted files, which are filled with zeros', { file: name });
}

export const criu33: CriuStep = {
  release: '3.3',
  summary: 'sparse deleted files in chunks',
  forward() {},
  backward(draft) {
    for (const { name, id } of filesOfType(draft, 'GHOST_FILE')) fillHoles(draft, name, id);
  },
};
