/**
 * A CPT image with as many areas, files or sockets in one process as wanted: a real one, in which some records that
 * follow one another are repeated with all that lies in them.
 */
import { fileSource } from '../../src/parse/bytes/file-source.ts';
import { openOutput } from '../../src/parse/bytes/output/file-output.ts';
import { readCptRecords } from '../../src/parse/cpt/read.ts';
import type { AnyRecord } from '../../src/parse/cpt/record.ts';
import { CptWriter } from '../../src/parse/cpt/write.ts';

export interface Copied {
  isModel(record: AnyRecord): boolean;
  /** What is different in a copy, from 1 on, of a model or of what lies in one; undefined leaves it out. */
  change(record: AnyRecord, copy: number): object | undefined;
}

/** Positions in the sample are below: those of copies are made up, and stand for nothing but themselves. */
const copyStep = 2 ** 24;

/** Where a copy is referred to. */
export const inCopy = (position: bigint, copy: number): bigint => position + BigInt(copy * copyStep);

export function generateCopies(
  samplePath: string,
  path: string,
  count: number,
  copied: readonly Copied[],
  edit: (record: AnyRecord) => object | undefined = () => undefined,
): void {
  const source = fileSource(samplePath);
  const output = openOutput(path, { force: true });
  const writer = new CptWriter(output.sink, source, () => {});
  let models: AnyRecord[] = [];
  let row: Copied | undefined;
  let depth = 0;
  for (const record of readCptRecords(source, () => {})) {
    const isInside = row !== undefined && record.depth > depth;
    const found = isInside ? row : copied.find((any) => any.isModel(record));
    if (row !== undefined && found !== row) {
      for (const copy of copies(models, row, count)) writer.write(copy);
      models = [];
    }
    row = found;
    if (row !== undefined) models.push(record);
    if (row !== undefined && !isInside) depth = record.depth;
    writer.write(changed(record, edit(record)));
  }
  writer.finish();
  output.commit();
  source.close();
}

function* copies(models: readonly AnyRecord[], row: Copied, count: number): Generator<AnyRecord> {
  for (let copy = 1; copy <= count; copy++)
    for (const record of models) {
      const change = row.change(record, copy);
      const offset = record.offset + copy * copyStep;
      if (change !== undefined) yield { ...changed(record, change), offset };
    }
}

const changed = (record: AnyRecord, change: object | undefined): AnyRecord =>
  change === undefined ? record : ({ ...record, fields: { ...record.fields, ...change } } as AnyRecord);
