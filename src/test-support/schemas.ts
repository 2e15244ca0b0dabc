/** The published JSON Schemas, and documents held against them. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { projectRoot } from './images.ts';

const formats = join(projectRoot, 'formats');

/** Paths below `formats/`. */
export const schemaPaths: readonly string[] = readdirSync(formats, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.schema.json'))
  .sort();

export const readSchema = (path: string): AnySchemaObject =>
  JSON.parse(readFileSync(join(formats, path), 'utf8'));

/** What everybody can refer to it by. */
export const schemaId = (path: string): string => `urn:cr-tools:schema:${basename(path, '.schema.json')}:1`;

const checks = new Map<string, ValidateFunction>();

/** What is wrong with a document by the schema in `formats/`; null where nothing is. */
export function schemaErrors(path: string, document: unknown): unknown {
  const check = checks.get(path) ?? compiled(path);
  checks.set(path, check);
  return check(document) ? null : check.errors;
}

function compiled(path: string): ValidateFunction {
  const schema = readSchema(path);
  const options = { strict: false, validateFormats: false };
  const ajv = String(schema['$schema']).includes('2020-12') ? new Ajv2020(options) : new Ajv(options);
  const text = JSON.stringify(schema);
  for (const other of schemaPaths)
    if (other !== path && text.includes(`${schemaId(other)}#`)) ajv.addSchema(readSchema(other));
  return ajv.compile(schema);
}
