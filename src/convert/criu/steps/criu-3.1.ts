/** CRIU 3.1: signal handlers stand in the core of the leader; before, in a file of the process. */
import { fileName } from '../../../parse/criu/index.ts';
import {
  changed,
  editFile,
  entriesOf,
  firstOf,
  messageRecord,
  putFile,
  tasksOf,
  withFields,
} from '../draft.ts';
import type { CriuStep } from '../step.ts';

export const criu31: CriuStep = {
  release: '3.1',
  summary: 'signal handlers in the core',
  forward(draft) {
    for (const { pid } of tasksOf(draft)) {
      const sigactions = [...entriesOf(draft, 'SIGACT', 'sa_entry', pid)].map(({ fields }) => fields);
      const tc = firstOf(draft, 'CORE', 'core_entry', pid)?.fields.tc;
      if (sigactions.length === 0 || tc === undefined) continue;
      editFile(draft, fileName('CORE', pid), (record) =>
        record.kind === 'message' ? withFields(record, { tc: { ...tc, sigactions } }) : record,
      );
      draft.files.delete(fileName('SIGACT', pid));
      changed(draft, 'R6', 'signal handlers put into cores');
    }
  },
  backward(draft) {
    for (const { pid } of [...tasksOf(draft)]) {
      const tc = firstOf(draft, 'CORE', 'core_entry', pid)?.fields.tc;
      if (tc?.sigactions === undefined) continue;
      const { sigactions, ...rest } = tc;
      putFile(draft, 'SIGACT', pid, () => sigactions.map((fields) => messageRecord('sa_entry', fields)));
      editFile(draft, fileName('CORE', pid), (record) =>
        record.kind === 'message' ? withFields(record, { tc: rest }) : record,
      );
      changed(draft, 'R6', 'signal handlers put into files of their own');
    }
  },
};
