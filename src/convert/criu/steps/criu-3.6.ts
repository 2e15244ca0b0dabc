/**
 * CRIU 3.6: fifos and terminals say which regular file holds their path; before, that file had their own
 * number (criu/fifo.c, criu/tty.c: collect_special_file). The old form is read by all later releases and stays
 * on the way up.
 */
import { addTo } from '../../../lists.ts';
import { fileKinds } from '../../../model/from-criu/open-files.ts';
import { fileName, type MessageRecord } from '../../../parse/criu/index.ts';
import { type CriuDraft, changed, editFile, entriesOf, refused, type Typed, withFields } from '../draft.ts';
import type { CriuStep } from '../step.ts';

/** Numbers of fifos and terminals by the number of the regular file that holds their path. */
function ownersByPath(draft: CriuDraft): ReadonlyMap<number, readonly number[]> {
  const owners = new Map<number, number[]>();
  for (const { fields } of entriesOf(draft, 'FILES', 'file_entry')) {
    const { id = 0, fifo, tty } = fields;
    const path = fifo?.regf_id ?? tty?.regf_id;
    if (path !== undefined && path !== id) addTo(owners, path, id);
  }
  return owners;
}

/** A number that a regular file and a special one have, but not for the same path, cannot be had twice. */
function refuseTaken(draft: CriuDraft, owners: ReadonlyMap<number, readonly number[]>): void {
  const wanted = new Set([...owners.values()].flat());
  for (const { fields, offset } of entriesOf(draft, 'FILES', 'file_entry')) {
    const { type, id = 0 } = fields;
    if (type !== fileKinds.REG.number || !wanted.has(id) || owners.has(id)) continue;
    refused(draft, 'R10', `regular file ${id} has the number of a fifo or terminal`, {
      file: 'files.img',
      offset,
    });
  }
}

function edited(
  record: Typed<'file_entry'>,
  owners: ReadonlyMap<number, readonly number[]>,
): MessageRecord | readonly MessageRecord[] {
  const { id = 0, reg, fifo, tty } = record.fields;
  if (reg !== undefined) {
    const numbers = owners.get(id);
    return numbers?.map((own) => withFields(record, { id: own, reg: { ...reg, id: own } })) ?? record;
  }
  if (fifo?.regf_id === undefined && tty?.regf_id === undefined) return record;
  return withFields(record, { fifo: withoutPath(fifo), tty: withoutPath(tty) });
}

function withoutPath<Own extends { readonly regf_id?: number }>(own: Own | undefined): Own | undefined {
  if (own === undefined) return undefined;
  const { regf_id, ...rest } = own;
  return rest as Own;
}

export const criu36: CriuStep = {
  release: '3.6',
  summary: 'fifos and terminals name the regular file that holds their path',
  forward() {},
  backward(draft) {
    const owners = ownersByPath(draft);
    if (owners.size === 0) return;
    refuseTaken(draft, owners);
    editFile(draft, fileName('FILES'), (record) =>
      record.kind === 'message' ? edited(record as Typed<'file_entry'>, owners) : record,
    );
    // A path that is deleted has its content by the number of the file.
    editFile(draft, fileName('REMAP_FPATH'), (record) => {
      if (record.kind !== 'message') return record;
      const numbers = owners.get(record.fields['orig_id'] as number);
      return numbers?.map((own) => withFields(record, { orig_id: own })) ?? record;
    });
    changed(draft, 'R10', 'fifos and terminals that share their number with their path', owners.size);
  },
};
