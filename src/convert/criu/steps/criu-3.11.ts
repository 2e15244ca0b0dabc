/** CRIU 3.11: every thread has its name; before, all threads got that of their leader. */
import { fileName } from '../../../parse/criu/index.ts';
import { changed, editFile, firstOf, lost, tasksOf, withFields } from '../draft.ts';
import type { CriuStep } from '../step.ts';

export const criu311: CriuStep = {
  release: '3.11',
  summary: 'names of threads',
  // Later releases take the name of the leader where a thread has none.
  forward() {},
  backward(draft) {
    for (const { pid, threads } of [...tasksOf(draft)]) {
      const leader = firstOf(draft, 'CORE', 'core_entry', pid)?.fields.tc?.comm;
      for (const tid of [pid, ...threads]) {
        const name = fileName('CORE', tid);
        const own = firstOf(draft, 'CORE', 'core_entry', tid)?.fields.thread_core;
        if (own?.comm === undefined) continue;
        const { comm, ...thread_core } = own;
        if (String(comm) !== String(leader)) lost(draft, 'R12', 'names of threads', { file: name });
        editFile(draft, name, (record) =>
          record.kind === 'message' ? withFields(record, { thread_core }) : record,
        );
        changed(draft, 'R12', 'names taken out of the cores of threads');
      }
    }
  },
};
