/** The layout table of linux-cr, and the JSON Schema of its records. */
import type { LayoutCondition } from '../../../src/parse/layout.ts';
import { emitField } from '../emit-layouts.ts';
import { fieldSchema } from '../emit-schemas.ts';
import { camel, localName, type SpecField } from '../spec.ts';
import type { LinuxCrSpec } from './spec.ts';

export function emitLinuxCrLayouts(spec: LinuxCrSpec): string {
  const layouts = Object.fromEntries(
    [...spec.types.values()].map((type) => [
      type.name,
      {
        ...(type.doc && { doc: type.doc }),
        fields: type.fields.map((field) => {
          const when = conditionOf(field, spec);
          return { ...emitField(field), ...(when && { when }) };
        }),
      },
    ]),
  );
  return `// Made by "npm run generate" from formats/linux-cr/*.ksy. Do not edit.
import type { EnumValue, Layout } from '../layout.ts';

export const linuxCrLayouts: Readonly<Record<string, Layout>> = ${JSON.stringify(layouts, undefined, 1)};

export const linuxCrEnums: Readonly<Record<string, readonly EnumValue[]>> = ${JSON.stringify(Object.fromEntries(spec.enums), undefined, 1)};
`;
}

/** `layout >= N and word == 8`, or one other field that has one of some values. */
function conditionOf({ condition, id }: SpecField, { enums }: LinuxCrSpec): LayoutCondition | undefined {
  if (condition === undefined) return undefined;
  if (condition.includes('::')) {
    const parts = condition.split(' or ').map((part) => /^(\w+) == ([\w:]+)$/.exec(part));
    const values = parts.map((part) => {
      const [, enumName, value] = part?.[2]?.split('::') ?? [];
      return enums.get(enumName ?? '')?.find((one) => one.id === value)?.value;
    });
    const field = parts[0]?.[1];
    if (field === undefined || values.some((value) => value === undefined))
      throw new Error(`${id}: ${condition}`);
    return { field: camel(field), values: values as number[] };
  }
  return Object.assign(
    {},
    ...condition.split(' and ').map((part): LayoutCondition => {
      const [, name, operator, value] = /^(layout|word) (>=|<|==) (\d+)$/.exec(part) ?? [];
      if (name === 'layout' && operator === '>=') return { since: Number(value) };
      if (name === 'layout' && operator === '<') return { before: Number(value) };
      if (name === 'word' && operator === '==') return { word: Number(value) };
      throw new Error(`${id}: ${condition}`);
    }),
  );
}

export function emitLinuxCrSchema(spec: LinuxCrSpec): string {
  const definitions: Record<string, object> = {
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
  const kinds = spec.kinds.map(({ kind, forms }) => {
    const names = [...new Set(forms.map(({ type }) => type?.name ?? 'no_fields'))];
    const [only] = names;
    const refs = names.map((name) => ({ $ref: `#/$defs/${localName(name)}` }));
    return [kind, names.length === 1 ? { $ref: `#/$defs/${only}` } : { anyOf: refs }];
  });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:cr-tools:schema:linux-cr-record:1',
    title: 'Fields of linux-cr records, by record kind',
    $comment: 'Made by "npm run generate" from formats/linux-cr/*.ksy. Do not edit.',
    properties: Object.fromEntries(kinds),
    $defs: definitions,
  };
  return `${JSON.stringify(schema, undefined, 1)}\n`;
}
