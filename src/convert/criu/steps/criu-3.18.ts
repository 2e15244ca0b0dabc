/** CRIU 3.18: the set of control groups belongs to a thread; before, to the process. */
import { fileName } from '../../../parse/criu/index.ts';
import { changed, editFile, firstOf, lost, tasksOf, withFields } from '../draft.ts';
import type { CriuStep } from '../step.ts';

export const criu318: CriuStep = {
  release: '3.18',
  summary: 'control groups per thread',
  forward(draft) {
    for (const { pid, threads } of [...tasksOf(draft)]) {
      const set = firstOf(draft, 'CORE', 'core_entry', pid)?.fields.tc?.cg_set;
      if (set === undefined) continue;
      for (const tid of [pid, ...threads]) {
        const own = firstOf(draft, 'CORE', 'core_entry', tid)?.fields.thread_core;
        if (own === undefined || own.cg_set !== undefined) continue;
        editFile(draft, fileName('CORE', tid), (record) =>
          record.kind === 'message' ? withFields(record, { thread_core: { ...own, cg_set: set } }) : record,
        );
        changed(draft, 'R14', 'sets of control groups put into cores of threads');
      }
    }
  },
  backward(draft) {
    for (const { pid, threads } of [...tasksOf(draft)]) {
      const core = firstOf(draft, 'CORE', 'core_entry', pid)?.fields;
      const set = core?.thread_core?.cg_set;
      if (core?.tc === undefined || set === undefined) continue;
      for (const tid of [pid, ...threads]) {
        const own = firstOf(draft, 'CORE', 'core_entry', tid)?.fields.thread_core;
        if (own === undefined) continue;
        if (own.cg_set !== set)
          lost(draft, 'R14', 'threads are in other control groups than their process', {
            file: fileName('CORE', tid),
          });
        const { cg_set: _, ...thread_core } = own;
        const tc = { ...core.tc, cg_set: set };
        editFile(draft, fileName('CORE', tid), (record) =>
          record.kind === 'message'
            ? withFields(record, { thread_core, ...(tid === pid && { tc }) })
            : record,
        );
      }
      changed(draft, 'R14', 'sets of control groups put into the cores of leaders');
    }
  },
};
