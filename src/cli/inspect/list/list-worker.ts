/** A thread that lists: gets paths, answers with rows, in pieces where there are many. */
import { parentPort, workerData } from 'node:worker_threads';
import { notedInputs, withInputs } from '../../../parse/bytes/inputs.ts';
import { type Answer, type Question, rowsPerMessage } from './messages.ts';
import { type ListSettings, rowsOfPath, type TableRow } from './rows-of-path.ts';

const port = parentPort;
if (port === null) throw new Error('this file is run as a thread');
const settings = workerData as ListSettings;
const answer = (message: Answer) => port.postMessage(message);

let goOn: (() => void) | undefined;

async function list(index: number, path: string): Promise<void> {
  let rows: TableRow[] = [];
  for await (const row of rowsOfPath(path, settings)) {
    if (rows.length === rowsPerMessage) {
      const allowed = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      answer({ index, rows, isLast: false });
      rows = [];
      await allowed;
    }
    rows.push(row);
  }
  answer({ index, rows, isLast: true, inputs: notedInputs() });
}

port.on('message', (question: Question) => {
  if (question.kind === 'path') void withInputs(() => list(question.index, question.path));
  else goOn?.();
});
