/** JSON Schemas of the decoded records, as the lossless JSON form writes them. */
import type { CptSpec, SpecField } from './spec.ts';

type Schema = Readonly<Record<string, unknown>>;

export const emitRecordSchema = (spec: CptSpec): string =>
  `${JSON.stringify(recordSchema(spec), undefined, 1)}\n`;

/** A schema for programs, without the words: a command reads no file of its own. `text`: the schema as a file. */
export const schemaModule = (origin: string, name: string, text: string): string =>
  `// Made by "npm run generate" from ${origin}. Do not edit.

export const ${name}: object = ${JSON.stringify(withoutWords(JSON.parse(text)))};
`;

function withoutWords(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(
    // A field may have such a name, too: then a schema stands there.
    ([name, value]) => !(['description', '$comment'].includes(name) && typeof value === 'string'),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutWords(value)]));
}

function recordSchema(spec: CptSpec): Schema {
  const definitions: Record<string, Schema> = {
    u64: { type: 'string', pattern: '^0x[0-9a-f]{1,16}$' },
    hex: { type: 'string', pattern: '^([0-9a-f]{2})*$' },
  };
  for (const type of spec.types.values()) {
    definitions[type.name] = {
      type: 'object',
      ...(type.doc && { description: type.doc }),
      properties: Object.fromEntries(type.fields.map((field) => [field.name, fieldSchema(field)])),
      required: type.fields.filter((field) => !field.optional && !field.isPad).map((field) => field.name),
      additionalProperties: false,
    };
  }
  definitions['no_fields'] = { type: 'object', additionalProperties: false };
  const kinds = Object.fromEntries(
    spec.objects.map(({ kind, fixed }) => [kind, { $ref: `#/$defs/${fixed ?? 'no_fields'}` }]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:cr-tools:schema:cpt-record:1',
    title: 'Fields of OpenVZ CPT records, by record kind',
    $comment: 'Made by "npm run generate" from formats/cpt/*.ksy. Do not edit.',
    properties: kinds,
    $defs: definitions,
  };
}

export function fieldSchema(field: SpecField): Schema {
  const element = elementSchema(field);
  const described = {
    ...(field.doc && { description: field.doc }),
    ...(field.unit && { $comment: `unit: ${field.unit}` }),
  };
  if (field.repeat === undefined) return { ...element, ...described };
  const count = field.repeat === 'variable' ? {} : { minItems: field.repeat, maxItems: field.repeat };
  return { type: 'array', items: element, ...count, ...described };
}

/** What a field can hold: values beyond the limits of a spec are in images, and the JSON form keeps them. */
function elementSchema(field: SpecField): Schema {
  const { type } = field;
  if (type.kind === 'struct') return { $ref: `#/$defs/${type.name}` };
  if (type.kind === 'bytes')
    return field.isText ? { type: 'string', maxLength: type.size } : { $ref: '#/$defs/hex' };
  if (type.bytes === 8) return { $ref: '#/$defs/u64' };
  const range = type.signed
    ? { minimum: -(2 ** (8 * type.bytes - 1)), maximum: 2 ** (8 * type.bytes - 1) - 1 }
    : { minimum: 0, maximum: 2 ** (8 * type.bytes) - 1 };
  return { type: 'integer', ...range };
}
