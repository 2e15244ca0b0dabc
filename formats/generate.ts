/**
 * Makes everything that is derived from the `.ksy` and `.proto` specs. `npm run generate` writes the files; the freshness
 * test calls `generated()` and compares.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goalsMarkdown } from '../scripts/package-goals.ts';
import { tablesPage, tablesSchema } from '../src/inspect/list/page.ts';
import { generateCriuDescriptors } from './criu/generate-descriptors.ts';
import { emitApi } from './generator/emit-api.ts';
import { emitDocumentChecks, emitRecordChecks } from './generator/emit-checks.ts';
import { emitCodes } from './generator/emit-codes.ts';
import { emitFieldFates } from './generator/emit-field-fates.ts';
import { emitEnums, emitLayouts } from './generator/emit-layouts.ts';
import { emitReaders, emitReadersOf } from './generator/emit-readers.ts';
import { emitRecords } from './generator/emit-records.ts';
import { emitCptReference, emitCriuReference, emitLinuxCrReference } from './generator/emit-reference.ts';
import { emitRecordSchema, schemaModule } from './generator/emit-schemas.ts';
import { emitLinuxCrLayouts, emitLinuxCrSchema } from './generator/linux-cr/emit-layouts.ts';
import { emitLinuxCrRecords } from './generator/linux-cr/emit-records.ts';
import { linuxCrSpecNames, readLinuxCrSpec } from './generator/linux-cr/spec.ts';
import { readCptSpec } from './generator/spec.ts';

const formats = dirname(fileURLToPath(import.meta.url));

/** File name relative to the project → its text. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const cpt = join(formats, 'cpt');
  const spec = readCptSpec(cpt);
  const linuxCr = join(formats, 'linux-cr');
  const linuxCrSpec = readLinuxCrSpec(linuxCr);
  return new Map([
    ['src/parse/generated/cpt-readers.ts', await emitReaders(cpt)],
    ['src/parse/generated/cpt-records.ts', emitRecords(spec)],
    ['src/parse/generated/cpt-layouts.ts', emitLayouts(spec)],
    ['src/parse/generated/cpt-enums.ts', emitEnums(spec)],
    ['formats/cpt/cpt-record.schema.json', emitRecordSchema(spec)],
    ['src/parse/generated/linux-cr-readers.ts', await emitReadersOf(linuxCr, linuxCrSpecNames, 'linux-cr')],
    ['src/parse/generated/linux-cr-records.ts', emitLinuxCrRecords(linuxCrSpec)],
    ['src/parse/generated/linux-cr-layouts.ts', emitLinuxCrLayouts(linuxCrSpec)],
    ['formats/linux-cr/linux-cr-record.schema.json', emitLinuxCrSchema(linuxCrSpec)],
    [
      'src/parse/generated/cpt-record-schema.ts',
      schemaModule('formats/cpt/*.ksy', 'cptRecordSchema', emitRecordSchema(spec)),
    ],
    [
      'src/parse/generated/linux-cr-record-schema.ts',
      schemaModule('formats/linux-cr/*.ksy', 'linuxCrRecordSchema', emitLinuxCrSchema(linuxCrSpec)),
    ],
    ['src/parse/generated/cpt-record-checks.ts', emitRecordChecks(spec)],
    ['src/parse/generated/document-checks.ts', emitDocumentChecks(formats)],
    ['docs/formats/cpt.md', emitCptReference(spec)],
    ['docs/formats/linux-cr.md', emitLinuxCrReference(linuxCrSpec)],
    ['docs/formats/criu.md', emitCriuReference()],
    ['docs/api.md', emitApi(join(formats, '..'))],
    ['docs/codes.md', emitCodes()],
    ['docs/list-tables.md', tablesPage()],
    ['formats/inspect-list.schema.json', tablesSchema()],
    ['docs/goals.md', goalsMarkdown()],
    ['docs/cpt-to-criu-fields.md', emitFieldFates()],
    ['src/parse/generated/criu-descriptors.ts', generateCriuDescriptors()],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of await generated()) writeFileSync(join(formats, '..', name), text);
}
