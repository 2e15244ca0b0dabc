/** CRIU 2.0: credentials stand in the core of every thread; before, in one file of the process. */
import { fileName } from '../../../parse/criu/index.ts';
import {
  type CriuDraft,
  changed,
  type DraftTask,
  editFile,
  firstOf,
  lost,
  messageRecord,
  putFile,
  tasksOf,
  withFields,
} from '../draft.ts';
import type { CriuStep } from '../step.ts';

function toCores(draft: CriuDraft, { pid, threads }: DraftTask): void {
  const creds = firstOf(draft, 'CREDS', 'creds_entry', pid)?.fields;
  if (creds === undefined) return;
  for (const tid of [pid, ...threads]) {
    const own = firstOf(draft, 'CORE', 'core_entry', tid)?.fields.thread_core;
    if (own === undefined || own.creds !== undefined) continue;
    editFile(draft, fileName('CORE', tid), (record) =>
      record.kind === 'message' ? withFields(record, { thread_core: { ...own, creds } }) : record,
    );
    changed(draft, 'R3', 'credentials put into cores of threads');
  }
  draft.files.delete(fileName('CREDS', pid));
}

function toFile(draft: CriuDraft, { pid, threads }: DraftTask): void {
  const creds = firstOf(draft, 'CORE', 'core_entry', pid)?.fields.thread_core?.creds;
  if (creds === undefined) return;
  putFile(draft, 'CREDS', pid, () => [messageRecord('creds_entry', creds)]);
  for (const tid of [pid, ...threads]) {
    const name = fileName('CORE', tid);
    const own = firstOf(draft, 'CORE', 'core_entry', tid)?.fields.thread_core;
    if (own === undefined) continue;
    if (text(own.creds) !== text(creds)) {
      lost(draft, 'R3', 'threads have other credentials than their process', { file: name });
    }
    const { creds: _, ...rest } = own;
    editFile(draft, name, (record) =>
      record.kind === 'message' ? withFields(record, { thread_core: rest }) : record,
    );
  }
  changed(draft, 'R3', 'credentials of processes put into files of their own');
}

const text = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? part.toString() : part)) ?? '';

export const criu20: CriuStep = {
  release: '2.0',
  summary: 'credentials per thread, in the core',
  forward(draft) {
    for (const task of tasksOf(draft)) toCores(draft, task);
  },
  backward(draft) {
    for (const task of [...tasksOf(draft)]) toFile(draft, task);
  },
};
