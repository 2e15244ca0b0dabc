/** TypeScript types of the fields of linux-cr records, and the functions that read and write them. */
import { camel, pascal, type SpecField, type SpecType } from '../spec.ts';
import type { LinuxCrKind, LinuxCrSpec } from './spec.ts';

export function emitLinuxCrRecords(spec: LinuxCrSpec): string {
  const types = [...spec.types.values()];
  return [
    '// Made by "npm run generate" from formats/linux-cr/*.ksy. Do not edit.\n',
    `import type { FieldWriter } from '../bytes/field-writer.ts';`,
    `import { LinuxCrOld, LinuxCrRecords } from './linux-cr-readers.ts';\n`,
    '/** What the fields of a record depend on: the day of the headers as a number, and the bytes of an unsigned long. */',
    'export interface LinuxCrContext {\n  readonly layout: number;\n  readonly word: number;\n}\n',
    '// biome-ignore lint/suspicious/noExplicitAny: what the compiled readers return has no types.',
    'type Read = any;\n',
    ...types.map((type) => emitType(type, spec)),
    emitElements(spec),
    emitKinds(spec),
    emitNumbers(spec),
    ...[...spec.enums].map(([name, values]) => {
      const rows = values.map(({ id, value }) => `  ${id}: ${value},`).join('\n');
      return `export const ${camel(name)} = {\n${rows}\n} as const;\n`;
    }),
  ].join('\n');
}

const typeName = (name: string) => `${pascal(name)}Fields`;
const structName = (type: SpecField['type'], spec: LinuxCrSpec): SpecType => {
  const found = type.kind === 'struct' ? spec.types.get(type.name) : undefined;
  if (found === undefined) throw new Error('no such type');
  return found;
};

function emitType(type: SpecType, spec: LinuxCrSpec): string {
  const name = typeName(type.name);
  const fields = type.fields.map(
    (field) => `  readonly ${field.name}${field.optional ? '?' : ''}: ${fieldType(field)};`,
  );
  return `${type.doc ? `/** ${type.doc} */\n` : ''}export interface ${name} {
${fields.join('\n')}
}

function pick${name}(${type.fields.length > 0 ? 'read' : '_read'}: Read): ${name} {
  return {
${type.fields.map((field) => `    ${field.name}: ${pickField(field)},`).join('\n')}
  };
}

function write${name}(${type.fields.length > 0 ? 'writer: FieldWriter, fields' : '_writer: FieldWriter, _fields'}: ${name}): void {
${type.fields.map((field) => writeField(field, spec)).join('\n')}
}
`;
}

function elementType({ type }: SpecField): string {
  if (type.kind === 'struct') return typeName(type.name);
  return type.kind === 'bytes' ? 'Uint8Array' : type.bytes === 8 ? 'bigint' : 'number';
}

function fieldType(field: SpecField): string {
  const type = field.repeat === undefined ? elementType(field) : `readonly ${elementType(field)}[]`;
  return field.optional ? `${type} | undefined` : type;
}

function pickField(field: SpecField): string {
  const value = `read.${field.name}`;
  if (field.type.kind !== 'struct') return value;
  const pick = `pick${typeName(field.type.name)}`;
  return field.repeat === undefined ? `${pick}(${value})` : `${value}.map(${pick})`;
}

function writeField(field: SpecField, spec: LinuxCrSpec): string {
  const one = (element: string) => {
    if (field.type.kind === 'struct')
      return `write${typeName(structName(field.type, spec).name)}(writer, ${element})`;
    if (field.type.kind === 'bytes') return `writer.bytes(${element}, ${field.type.size})`;
    return `writer.${field.type.signed ? 's' : 'u'}${field.type.bytes}(${element})`;
  };
  const value = `fields.${field.name}`;
  const statement =
    field.repeat === undefined ? `${one(value)};` : `for (const element of ${value}) ${one('element')};`;
  return field.optional ? `  if (${value} !== undefined) ${statement}` : `  ${statement}`;
}

/** Layouts that are no record but stand in one. */
const elements = [
  'pid_object',
  'tree_entry',
  'old_tree_entry',
  'epoll_item',
  'sigaction',
  'siginfo',
  'sem_value',
  'netdev_addr',
];

const parametersOf = (type: SpecType) => type.parameters.map((name) => `, context.${name}`).join('');

function emitElements(spec: LinuxCrSpec): string {
  const rows = elements.map((name) => {
    const type = spec.types.get(name);
    if (type === undefined) throw new Error(`no type ${name}`);
    const context = type.parameters.length > 0 ? 'context: LinuxCrContext' : '_context: LinuxCrContext';
    return `  ${name}: {
    layout: '${name}',
    read: (stream: unknown, ${context}) => pick${typeName(name)}(new ${type.reader}(stream, null, null${parametersOf(type)})),
    write: write${typeName(name)},
  },`;
  });
  return `/** What stands in the bytes of other records, one behind the other. */\nexport const linuxCrElements = {\n${rows.join('\n')}\n};\n`;
}

function emitKinds({ kinds }: LinuxCrSpec): string {
  const interfaces = kinds.map((kind) => emitKindFields(kind));
  return `/** Records that are a bare header, or bytes. */
export type NoFields = Readonly<Record<never, never>>;

${interfaces.join('\n')}
/** Fields by record kind: of all layouts together, so that those which only some have are optional. */
export interface LinuxCrFields {
${kinds.map(({ kind }) => `  readonly ${kind}: ${pascal(kind)}RecordFields;`).join('\n')}
}

export type LinuxCrKind = keyof LinuxCrFields;

export interface LinuxCrForm {
  /** First layout that has the kind in this form. */
  readonly since: number;
  /** Name in the layout table; undefined when the header is all there is. */
  readonly layout: string | undefined;
  /** Bytes follow the fields in the same record. */
  readonly hasTail: boolean;
}

export interface LinuxCrKindInfo<K extends LinuxCrKind> {
  /** Newest first. */
  readonly forms: readonly LinuxCrForm[];
  read(stream: unknown, context: LinuxCrContext): LinuxCrFields[K];
  write(writer: FieldWriter, fields: LinuxCrFields[K], context: LinuxCrContext): void;
}

export const linuxCrKinds: { readonly [K in LinuxCrKind]: LinuxCrKindInfo<K> } = {
${kinds.map(emitKind).join('\n')}
};
`;
}

/** One interface for all forms of a kind: a field that not every form has is optional. */
function emitKindFields({ kind, forms }: LinuxCrKind): string {
  const name = `${pascal(kind)}RecordFields`;
  const types = forms.flatMap(({ type }) => (type ? [type] : []));
  const merged = new Map<string, SpecField[]>();
  for (const type of types) {
    for (const field of type.fields) merged.set(field.name, [...(merged.get(field.name) ?? []), field]);
  }
  if (merged.size === 0) return `export type ${name} = NoFields;\n`;
  const rows = [...merged].map(([field, found]) => {
    const isOptional = found.length < forms.length || found.some(({ optional }) => optional);
    const union = [...new Set(found.map((one) => fieldType(one).replace(' | undefined', '')))].join(' | ');
    const doc = found.find((one) => one.doc)?.doc;
    return `${doc ? `  /** ${doc} */\n` : ''}  readonly ${field}${isOptional ? '?' : ''}: ${union}${isOptional ? ' | undefined' : ''};`;
  });
  return `export interface ${name} {\n${rows.join('\n')}\n}\n`;
}

function emitKind({ kind, forms }: LinuxCrKind): string {
  const table = forms.map(
    ({ since, type, hasTail }) =>
      `{ since: ${since}, layout: ${type ? `'${type.name}'` : 'undefined'}, hasTail: ${hasTail} }`,
  );
  const open = `  ${kind}: {\n    forms: [${table.join(', ')}],`;
  if (forms.every(({ type }) => type === undefined))
    return `${open}\n    read: () => ({}),\n    write: () => {},\n  },`;
  const read = forms.map(({ type }) =>
    type ? `pick${typeName(type.name)}(new ${type.reader}(stream, null, null${parametersOf(type)}))` : '({})',
  );
  const write = forms.map(({ type }) =>
    type ? `write${typeName(type.name)}(writer, fields as unknown as ${typeName(type.name)})` : 'undefined',
  );
  const byLayout = (results: readonly string[]) =>
    results
      .map((result, index) =>
        index === results.length - 1 ? result : `context.layout >= ${forms[index]?.since} ? ${result} : `,
      )
      .join('');
  const needsContext = (text: string) => (text.includes('context.') ? 'context' : '_context');
  return `${open}
    read: (stream, ${needsContext(byLayout(read))}) => ${byLayout(read)},
    write: (writer, fields, ${needsContext(byLayout(write))}) => ${byLayout(write)},
  },`;
}

function emitNumbers({ numbers }: LinuxCrSpec): string {
  return Object.entries(numbers)
    .map(([what, table]) => {
      const rows = [...table].map(([layout, found]) => {
        return `  ${layout}: { ${[...found].map(([kind, number]) => `${kind}: ${number}`).join(', ')} },`;
      });
      return `/** Layout → kind → number as stored. */\nexport const linuxCr${pascal(what)}Numbers: Readonly<Record<number, Readonly<Record<string, number>>>> = {\n${rows.join('\n')}\n};\n`;
    })
    .join('\n');
}
