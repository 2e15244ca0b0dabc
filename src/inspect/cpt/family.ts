/** CPT images for the views and the inspector. */
import { cptSource } from '../../model/from-cpt/family.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import { UsageError } from '../../usage-error.ts';
import type { InspectedInput, InspectFamily } from '../family.ts';
import { recordHead, recordLine } from '../record-line.ts';
import { recordTables } from '../record-table.ts';
import { jsonOf } from '../view-json.ts';
import { findRecord, referenceHelp } from './find-record.ts';
import { inspectedImage } from './image.ts';
import { RecordReader } from './record-reader.ts';
import { recordIndexRows, recordTypeWords } from './record-rows.ts';
import { recordRows } from './record-view.ts';
import { indexOf } from './walk.ts';

const sourceOf = ({ content }: InspectedInput) => cptSource(content);

export const cptInspect: InspectFamily = {
  image: (input, problems) => inspectedImage(sourceOf(input), problems),
  async opened(input) {
    const source = sourceOf(input);
    // What is no image at all is said before anything is shown.
    readCptRecords(source, () => {}).next();
    // With it come the restorers.
    const { openedCpt } = await import('./opened.ts');
    return openedCpt(source);
  },
  index: (input, filter, report) => ({
    opening: '{"schemaVersion":1,"records":[',
    head: recordHead,
    typeWords: recordTypeWords(),
    *rows() {
      for (const row of recordIndexRows(sourceOf(input), filter, report))
        yield { json: row, text: recordLine(row) };
    },
  }),
  record(input, reference, problems) {
    if (reference === undefined) throw new UsageError(`record needs a reference: ${referenceHelp}`);
    const source = sourceOf(input);
    const index = indexOf(source, problems.report);
    const reader = new RecordReader(source, index);
    const found = findRecord(index, reader, source.size, reference);
    if ('problem' in found) throw new UsageError(found.problem);
    const rows = recordRows({ source, index, reader }, found.record);
    return {
      tables: () => recordTables(rows),
      json: () => ({ schemaVersion: 1, ...(jsonOf(rows) as object) }),
      close() {},
    };
  },
  bytes: (input, words) => ({ source: sourceOf(input), words, close() {} }),
};
