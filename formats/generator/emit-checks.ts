/**
 * Checks made ahead of time by ajv from JSON Schemas, since making them takes longer than judging a small image:
 * the limits of CPT records, and the documents that cr-validate is configured with.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
// A CommonJS module: what it calls its default export is a member of the default that is seen here.
import standalone from 'ajv/dist/standalone/index.js';
import type { CptSpec, SpecField } from './spec.ts';

type Schema = Readonly<Record<string, unknown>>;

/** One check for each layout that a decoded record can violate at all. */
export function emitRecordChecks(spec: CptSpec): string {
  const limits = new Map<string, Schema>();
  for (const { name } of spec.types.values()) {
    const found = limitsOf(spec, name);
    if (found !== undefined) limits.set(name, found);
  }
  const definitions = { $id: 'cpt-record', $defs: Object.fromEntries(limits) };
  const references = [...limits.keys()].map((name) => [name, `cpt-record#/$defs/${name}`] as const);
  return moduleOf('formats/cpt/*.ksy', definitions, references, 'cptRecordChecks');
}

/** Documents → the check of each. */
export function emitDocumentChecks(formats: string): string {
  const names = ['validate-config', 'validate-baseline', 'validate-manifest'];
  const schemas = names.map((name) => JSON.parse(readFileSync(join(formats, `${name}.schema.json`), 'utf8')));
  const references = schemas.map(({ $id }, at) => [camelCase(names[at] ?? ''), String($id)] as const);
  return moduleOf('formats/validate-*.schema.json', schemas, references, 'documentChecks');
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

/**
 * What narrows a field more than its width does; undefined where nothing does. A decoded number fits its width, a
 * byte string its length, and no field is missing or too many: page blocks, registers and most small records cannot
 * fail, and turning millions of them into JSON would only cost time.
 */
function limitsOf(spec: CptSpec, layout: string): Schema | undefined {
  const type = [...spec.types.values()].find(({ name }) => name === layout);
  const properties: Record<string, Schema> = {};
  for (const field of type?.fields ?? []) {
    const limits = limitsOfField(spec, field);
    if (limits !== undefined)
      properties[field.name] = field.repeat === undefined ? limits : { items: limits };
  }
  return Object.keys(properties).length === 0 ? undefined : { properties };
}

function limitsOfField(spec: CptSpec, { type, valid }: SpecField): Schema | undefined {
  if (type.kind === 'struct') return limitsOf(spec, type.name);
  // 64-bit numbers are texts in JSON; rules of their own look at them.
  if (type.kind === 'bytes' || type.bytes === 8 || valid === undefined) return undefined;
  const { min, max, anyOf } = valid;
  const limits = {
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(anyOf && { enum: anyOf }),
  };
  return Object.keys(limits).length === 0 ? undefined : limits;
}

/** A module that exports `table`: name → check. */
function moduleOf(
  origin: string,
  schemas: object,
  references: readonly (readonly [name: string, reference: string])[],
  table: string,
): string {
  const ajv = new Ajv({ strict: false, allErrors: true, code: { source: true, esm: true, lines: true } });
  ajv.addSchema(Array.isArray(schemas) ? schemas : [schemas]);
  const names = references.map(([name]) => name);
  const code = standalone.default(ajv, Object.fromEntries(references.map(([name, to]) => [`${name}_`, to])));
  // ajv measures texts with a function of its own package, in characters instead of units of 16 bits.
  const local = code.replaceAll(
    'require("ajv/dist/runtime/ucs2length").default',
    '((text) => [...text].length)',
  );
  if (local.includes('require(')) throw new Error(`a check from ${origin} needs a package`);
  return `// Made by "npm run generate" from ${origin} with ajv. Do not edit.
// @ts-nocheck
import type { Check } from '../json/check.ts';
${local.replace('"use strict";\n', '').replaceAll('export const', 'const')}
export const ${table}: Readonly<Record<string, Check>> = {
${names.map((name) => `  ${name}: ${name}_,`).join('\n')}
};
`;
}
