/** CRIU 3.4: all open files in one file; before, a file for each kind. */
import { fileKindNames, fileKindOf, fileKinds } from '../../../model/from-criu/open-files.ts';
import {
  type CriuRecord,
  type Fields,
  fileName,
  type ImageTypeName,
  type MessageName,
  type MessageRecord,
} from '../../../parse/criu/index.ts';
import { type CriuDraft, changed, hasFile, lost, putFile, recordsOf } from '../draft.ts';
import type { CriuStep } from '../step.ts';

interface KindRow {
  readonly number: number;
  readonly field: string;
  readonly message: MessageName;
  readonly image?: ImageTypeName;
}

const rows: readonly KindRow[] = fileKindNames.map((kind) => fileKinds[kind]);

function toOneFile(draft: CriuDraft): void {
  if (hasFile(draft, 'FILES')) return;
  const entries: MessageRecord[] = [];
  for (const { number, field, message, image } of rows) {
    if (image === undefined || !hasFile(draft, image)) continue;
    for (const record of recordsOf(draft, image)) {
      if (record.kind !== 'message' || record.message !== message) continue;
      const { fields } = record;
      const own = { type: number, id: fields['id'], [field]: fields } as Fields;
      entries.push({ kind: 'message', offset: 0, length: 0, message: 'file_entry', fields: own });
    }
    draft.files.delete(fileName(image));
  }
  if (entries.length === 0) return;
  putFile(draft, 'FILES', undefined, () => entries);
  changed(draft, 'R8', 'open files put into one file', entries.length);
}

function toManyFiles(draft: CriuDraft): void {
  if (!hasFile(draft, 'FILES')) return;
  const byImage = new Map<ImageTypeName, CriuRecord[]>();
  let count = 0;
  for (const record of recordsOf(draft, 'FILES')) {
    if (record.kind !== 'message') continue;
    const kind = fileKindOf(record.fields['type'] as number | undefined);
    const row = kind && (fileKinds[kind] as KindRow);
    const fields = row && (record.fields[row.field] as Fields | undefined);
    if (row?.image === undefined || fields === undefined) {
      lost(draft, 'R8', `open files of the kind ${kind ?? 'unknown'}`, {
        file: fileName('FILES'),
        offset: record.offset,
      });
      continue;
    }
    const list = byImage.get(row.image) ?? [];
    byImage.set(row.image, list);
    list.push({ kind: 'message', offset: 0, length: 0, message: row.message, fields });
    count += 1;
  }
  draft.files.delete(fileName('FILES'));
  for (const [image, records] of byImage) putFile(draft, image, undefined, () => records);
  changed(draft, 'R8', 'open files put into a file for each kind', count);
}

export const criu34: CriuStep = {
  release: '3.4',
  summary: 'all open files in one file',
  forward: toOneFile,
  backward: toManyFiles,
};
