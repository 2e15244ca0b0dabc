/** CRIU 3.10: seccomp state belongs to a thread; before, to the process. */
import { fileName } from '../../../parse/criu/index.ts';
import { changed, editFile, firstOf, lost, tasksOf, withFields } from '../draft.ts';
import type { CriuStep } from '../step.ts';

export const criu310: CriuStep = {
  release: '3.10',
  summary: 'seccomp state per thread',
  forward(draft) {
    for (const { pid, threads } of [...tasksOf(draft)]) {
      const tc = firstOf(draft, 'CORE', 'core_entry', pid)?.fields.tc;
      if (tc?.old_seccomp_mode === undefined) continue;
      const { old_seccomp_mode: mode, old_seccomp_filter: filter, ...rest } = tc;
      for (const tid of [pid, ...threads]) {
        const own = firstOf(draft, 'CORE', 'core_entry', tid)?.fields.thread_core;
        if (own === undefined) continue;
        const thread_core = {
          ...own,
          seccomp_mode: mode,
          ...(filter !== undefined && { seccomp_filter: filter }),
        };
        editFile(draft, fileName('CORE', tid), (record) =>
          record.kind === 'message'
            ? withFields(record, { thread_core, ...(tid === pid && { tc: rest }) })
            : record,
        );
      }
      changed(draft, 'R11', 'seccomp states put into cores of threads');
    }
  },
  backward(draft) {
    for (const { pid, threads } of [...tasksOf(draft)]) {
      const core = firstOf(draft, 'CORE', 'core_entry', pid)?.fields;
      const { seccomp_mode: mode, seccomp_filter: filter } = core?.thread_core ?? {};
      if (core?.tc === undefined || mode === undefined) continue;
      for (const tid of [pid, ...threads]) {
        const own = firstOf(draft, 'CORE', 'core_entry', tid)?.fields.thread_core;
        if (own === undefined) continue;
        if (own.seccomp_mode !== mode || own.seccomp_filter !== filter) {
          lost(draft, 'R11', 'threads have another seccomp state than their process', {
            file: fileName('CORE', tid),
          });
        }
        const { seccomp_mode: _, seccomp_filter: __, ...thread_core } = own;
        // Off is not stored in the old form.
        const tc =
          mode === 0
            ? {}
            : { old_seccomp_mode: mode, ...(filter !== undefined && { old_seccomp_filter: filter }) };
        editFile(draft, fileName('CORE', tid), (record) =>
          record.kind === 'message'
            ? withFields(record, { thread_core, ...(tid === pid && { tc: { ...core.tc, ...tc } }) })
            : record,
        );
      }
      changed(draft, 'R11', 'seccomp states of processes put into their leaders');
    }
  },
};
