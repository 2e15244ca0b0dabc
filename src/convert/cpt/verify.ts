/** Reads a converted image back and holds it against what the conversion meant to write. */

import type { Diagnostic } from '../../diagnostic.ts';
import { NullSink } from '../../parse/bytes/byte-sink.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import { CptWriter } from '../../parse/cpt/write.ts';
import { plural } from '../../plural.ts';
import { convertDiagnostic } from '../codes.ts';
import type { Progress } from './convert.ts';

export interface Expected {
  /** Version word of the target. */
  readonly version: number;
  /** Records written. */
  readonly records: number;
  /** Positions that led nowhere while writing; the result may have these and no others. */
  readonly dangling: number;
}

/** Everything that is wrong with the result; empty when it is as it should be. */
export function verifyStructure(
  result: ByteSource,
  expected: Expected,
  progress: Progress,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => found.push(diagnostic);
  // Writing to nowhere resolves every position, which is the check of references.
  const writer = new CptWriter(new NullSink(), result, report);
  let records = 0;
  for (const record of readCptRecords(result, report)) {
    records++;
    writer.write(record);
    progress('verify', record.offset, result.size);
    if (record.kind === 'image' && record.fields.imageVersion !== expected.version) {
      report(failed(`the version word is 0x${record.fields.imageVersion.toString(16)}`));
    }
  }
  writer.finish();
  if (records !== expected.records)
    report(failed(`${plural(expected.records, 'record')} written, ${records} found`));
  const dangling = found.filter(({ code }) => code === 'dangling-position');
  const errors = found.filter(({ severity }) => severity === 'error');
  if (dangling.length <= expected.dangling) return errors;
  return [...errors, failed(`${dangling.length} positions lead nowhere, ${expected.dangling} in the source`)];
}

const failed = (message: string) => convertDiagnostic('verification-failed', message);
