/**
 * CRIU 3.0: content of System V segments moved into pagemaps, 32-bit tasks came, external mounts have a key. The
 * old forms of segments and mounts are read by all later releases, so they are left as they are on the way up.
 */

import { smaller } from '../../../model/bigint.ts';
import { pageRuns } from '../../../model/from-criu/page-runs.ts';
import {
  type CriuRecord,
  fileName,
  type MessageRecord,
  type PayloadPart,
} from '../../../parse/criu/index.ts';
import {
  type CriuDraft,
  changed,
  editFile,
  entriesOf,
  filesOfType,
  firstOf,
  refused,
  type Typed,
  tasksOf,
  withFields,
} from '../draft.ts';
import type { CriuStep } from '../step.ts';

const alignment = 4;
/** Zeros are written in pieces of this size. */
const zeroBytes = 1024 * 1024;
/** A segment of this size would be written out in full: rather not. */
const segmentBytesMax = 1n << 40n;

/** Content as bytes behind the entry, zeros where there are no pages. */
function inline(draft: CriuDraft, record: Typed<'ipc_shm_entry'>): MessageRecord {
  const { desc, size = 0n } = record.fields;
  const { layout, source } = draft.stretch();
  const parts: PayloadPart[] = [];
  let next = 0n;
  const zeros = (until: bigint): void => {
    for (; next < until; ) {
      const length = Number(smaller(until - next, BigInt(zeroBytes)));
      parts.push({ name: 'content', data: new Uint8Array(length), padding: 0 });
      next += BigInt(length);
    }
  };
  for (const { kind, start, end, offset } of pageRuns(layout, 'SHMEM_PAGEMAP', desc?.id ?? 0, () => {})) {
    if (kind !== 'stored' || start < next || start >= size) continue;
    zeros(start);
    const length = Number(smaller(end, size) - start);
    parts.push({ name: 'content', data: { offset, length, source }, padding: 0 });
    next = start + BigInt(length);
  }
  zeros(size);
  const padding = (alignment - (Number(size) % alignment)) % alignment;
  const last = parts.pop();
  if (last !== undefined) parts.push({ ...last, padding });
  return { ...withFields(record, { in_pagemaps: undefined }), payload: parts };
}

function inlineSegments(draft: CriuDraft, name: string, namespaceId: number): void {
  const gone: string[] = [];
  for (const { fields, offset } of entriesOf(draft, 'IPCNS_SHM', 'ipc_shm_entry', namespaceId)) {
    if ((fields.size ?? 0n) <= segmentBytesMax) continue;
    refused(draft, 'R4', `a segment of ${fields.size} bytes would have to be written in full`, {
      file: name,
      offset,
    });
    return;
  }
  for (const record of draft.files.get(name)?.records() ?? []) {
    if (record.kind !== 'message' || record.fields['in_pagemaps'] !== true) continue;
    changed(draft, 'R4', 'contents of segments put behind their entries');
    const id = (record.fields as { desc?: { id?: number } }).desc?.id ?? 0;
    const pages = firstOf(draft, 'SHMEM_PAGEMAP', 'pagemap_head', id)?.fields.pages_id;
    if (pages === undefined) continue;
    gone.push(fileName('SHMEM_PAGEMAP', id), fileName('PAGES', pages));
  }
  editFile(draft, name, (record: CriuRecord) => {
    if (record.kind !== 'message' || record.fields['in_pagemaps'] !== true) return record;
    return inline(draft, record as Typed<'ipc_shm_entry'>);
  });
  for (const file of gone) draft.files.delete(file);
}

/** images/core-x86.proto: a 32-bit task. */
const compatMode = 2;

function refuseCompat(draft: CriuDraft): void {
  for (const { pid } of tasksOf(draft)) {
    const mode = firstOf(draft, 'CORE', 'core_entry', pid)?.fields.thread_info?.gpregs?.mode;
    if (mode !== compatMode) continue;
    refused(draft, 'R5', `task ${pid} is a 32-bit task, which no release before 3.0 can restore`, {
      file: fileName('CORE', pid),
    });
    return;
  }
}

/**
 * Before, the key of an external mount stood in place of its root (criu/mount.c, dump_one_mountpoint; read by all
 * later releases, get_mp_root).
 */
function putKeysIntoRoots(draft: CriuDraft): void {
  for (const { name } of filesOfType(draft, 'MNTS')) {
    let count = 0;
    for (const record of draft.files.get(name)?.records() ?? []) {
      if (record.kind === 'message' && record.fields['ext_key'] !== undefined) count += 1;
    }
    if (count === 0) continue;
    editFile(draft, name, (record) => {
      if (record.kind !== 'message' || record.fields['ext_key'] === undefined) return record;
      const { ext_key: root } = record.fields;
      return withFields(record, { root, ext_mount: true, ext_key: undefined });
    });
    changed(draft, 'R25', 'keys of external mounts put in place of their roots', count);
  }
}

export const criu30: CriuStep = {
  release: '3.0',
  summary: 'content of System V segments in pagemaps; 32-bit tasks; keys of external mounts',
  forward() {},
  backward(draft) {
    refuseCompat(draft);
    putKeysIntoRoots(draft);
    for (const { name, id } of filesOfType(draft, 'IPCNS_SHM')) inlineSegments(draft, name, id);
  },
};
