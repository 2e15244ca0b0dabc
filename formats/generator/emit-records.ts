/** TypeScript types of the decoded fields, the functions that read and write them, and the table of kinds. */
import type { CptSpec, SpecField, SpecObject, SpecType } from './spec.ts';
import { pascal } from './spec.ts';

const header = '// Made by "npm run generate" from formats/cpt/*.ksy. Do not edit.\n';

export function emitRecords(spec: CptSpec): string {
  const types = [...spec.types.values()].filter((type) => type.name !== 'image_header');
  const image = spec.types.get('image_header');
  if (!image) throw new Error('cpt_image has no type image_header');
  return [
    header,
    `import type { FieldWriter } from '../bytes/field-writer.ts';`,
    `import { ${readerModules(spec).join(', ')} } from './cpt-readers.ts';`,
    '',
    '/** What a layout depends on besides the header length: see flock, posix_timer, net_conntrack_expect. */',
    'export interface LayoutContext {\n  readonly osArch: number;\n  readonly conntrackHdrlen: number;\n}',
    '',
    'type Read = any;',
    '',
    ...[image, ...types].map(emitType),
    emitKinds(spec),
    emitPositions(spec),
    emitJiffies(spec),
    emitEnumConstants(spec),
  ].join('\n');
}

const readerModules = (spec: CptSpec) =>
  [...new Set([...spec.types.values()].map((type) => type.reader.split('.')[0] ?? ''))].sort();

function emitType(type: SpecType): string {
  const name = typeName(type.name);
  const fields = type.fields.map(
    (field) => `  readonly ${field.name}${field.optional ? '?' : ''}: ${fieldType(field)};`,
  );
  return `${type.doc ? `/** ${type.doc.replace(/\*\//g, '* /')} */\n` : ''}export interface ${name} {
${fields.join('\n')}
}

function pick${name}(read: Read): ${name} {
  return {
${type.fields.map((field) => `    ${field.name}: ${pickField(field)},`).join('\n')}
  };
}

function write${name}(writer: FieldWriter, fields: ${name}): void {
${type.fields.map(writeField).join('\n')}
}
`;
}

const typeName = (name: string) => `${pascal(name)}Fields`;

function fieldType(field: SpecField): string {
  const element =
    field.type.kind === 'integer'
      ? field.type.bytes === 8
        ? 'bigint'
        : 'number'
      : field.type.kind === 'bytes'
        ? 'Uint8Array'
        : typeName(field.type.name);
  const type = field.repeat === undefined ? element : `readonly ${element}[]`;
  return field.optional ? `${type} | undefined` : type;
}

function pickField(field: SpecField): string {
  const value = `read.${field.name}`;
  if (field.type.kind !== 'struct') return value;
  const pick = `pick${typeName(field.type.name)}`;
  const picked = field.repeat === undefined ? `${pick}(${value})` : `${value}.map(${pick})`;
  return field.optional ? `${value} === undefined ? undefined : ${picked}` : picked;
}

function writeField(field: SpecField): string {
  const value = `fields.${field.name}`;
  const one = (element: string) => {
    if (field.type.kind === 'struct') return `write${typeName(field.type.name)}(writer, ${element})`;
    if (field.type.kind === 'bytes') return `writer.bytes(${element}, ${field.type.size})`;
    return `writer.${field.type.signed ? 's' : 'u'}${field.type.bytes}(${element})`;
  };
  const statement =
    field.repeat === undefined ? `${one(value)};` : `for (const element of ${value}) ${one('element')};`;
  return field.optional ? `  if (${value} !== undefined) ${statement}` : `  ${statement}`;
}

function emitKinds(spec: CptSpec): string {
  const fixedType = (object: SpecObject) => (object.fixed ? typeName(object.fixed) : 'NoFields');
  return `/** Objects that are a bare header. */
export type NoFields = Readonly<Record<never, never>>;

/** Decoded fields by record kind; the kind is the kernel's object name without CPT_OBJ_, in lower case. */
export interface CptFields {
${spec.objects.map((object) => `  readonly ${object.kind}: ${fixedType(object)};`).join('\n')}
}

export type CptKind = keyof CptFields;

export interface CptKindInfo<K extends CptKind> {
  readonly object: number;
  /** Name of the fixed part in the layout table; undefined for a bare header. */
  readonly layout: string | undefined;
  readonly content: 'objects' | 'cgroup' | 'bytes';
  read(stream: unknown, context: LayoutContext): CptFields[K];
  write(writer: FieldWriter, fields: CptFields[K]): void;
}

export const cptKinds: { readonly [K in CptKind]: CptKindInfo<K> } = {
${spec.objects.map((object) => emitKind(spec, object)).join('\n')}
};

export const readImageHeader = (stream: unknown): ImageHeaderFields =>
  pickImageHeaderFields(new CptImage.ImageHeader(stream, null, null));
export const writeImageHeader: (writer: FieldWriter, fields: ImageHeaderFields) => void = writeImageHeaderFields;
`;
}

function emitKind(spec: CptSpec, object: SpecObject): string {
  const type = object.fixed === undefined ? undefined : spec.types.get(object.fixed);
  const open = `  ${object.kind}: { object: ${object.number}, layout: ${type ? `'${type.name}'` : 'undefined'}, content: '${object.content}'`;
  if (!type) return `${open}, read: () => ({}), write: () => {} },`;
  const parameters = type.parameters.map((name) => `, context.${name}`).join('');
  const name = typeName(type.name);
  return `${open},
    read: (stream, ${parameters ? 'context' : '_context'}) => pick${name}(new ${type.reader}(stream, null, null${parameters})),
    write: write${name} },`;
}

/**
 * Fields that hold absolute file positions, with their offset in the object. All layouts grow at the end, so
 * a position field lies at one offset wherever it is present.
 */
function emitPositions(spec: CptSpec): string {
  const rows = spec.objects.flatMap((object) => {
    const positions = object.fixed === undefined ? [] : positionsOf(spec, object.fixed);
    if (positions.length === 0) return [];
    const items = positions.map(({ field, offset, count }) => {
      return `{ field: '${field.name}', target: '${field.positionOf}', offset: ${offset}, count: ${count} }`;
    });
    return [`  ${object.kind}: [${items.join(', ')}],`];
  });
  return `export interface PositionField {
  readonly field: string;
  /** Kind of the record that lies at the position. */
  readonly target: CptKind | 'section';
  /** From the start of the object, in bytes. */
  readonly offset: number;
  readonly count: number;
}

/** Absolute file positions inside the fixed parts, by record kind. */
export const cptPositions: { readonly [K in CptKind]?: readonly PositionField[] } = {
${rows.join('\n')}
};
`;
}

function positionsOf(spec: CptSpec, typeName: string) {
  const found: { field: SpecField; offset: number; count: number }[] = [];
  let offset = 16;
  for (const field of spec.types.get(typeName)?.fields ?? []) {
    const count = field.repeat === undefined ? 1 : field.repeat;
    if (field.positionOf !== undefined) {
      if (count === 'variable') throw new Error(`${typeName}.${field.id}: variable number of positions`);
      found.push({ field, offset, count });
    }
    offset += fieldBytes(spec, field) * (count === 'variable' ? 0 : count);
  }
  return found;
}

function fieldBytes(spec: CptSpec, { type }: SpecField): number {
  if (type.kind === 'integer') return type.bytes;
  if (type.kind === 'bytes') return type.size;
  const fields = spec.types.get(type.name)?.fields ?? [];
  return fields.reduce(
    (sum, field) => sum + fieldBytes(spec, field) * (typeof field.repeat === 'number' ? field.repeat : 1),
    0,
  );
}

/** Fields that count timer ticks, for a change of the tick rate. */
function emitJiffies(spec: CptSpec): string {
  const rows = spec.objects.flatMap((object) => {
    const fields = object.fixed === undefined ? [] : (spec.types.get(object.fixed)?.fields ?? []);
    const items = fields
      .filter(({ unit }) => unit === 'jiffies' || unit === 'jiffies_delta')
      .map(({ name, unit }) => `{ field: '${name}', isDelta: ${unit === 'jiffies_delta'} }`);
    return items.length === 0 ? [] : [`  ${object.kind}: [${items.join(', ')}],`];
  });
  return `export interface JiffiesField {
  readonly field: string;
  /** A signed 32-bit difference, not a count. */
  readonly isDelta: boolean;
}

/** Fields in jiffies, by record kind. */
export const cptJiffies: { readonly [K in CptKind]?: readonly JiffiesField[] } = {
${rows.join('\n')}
};
`;
}

function emitEnumConstants(spec: CptSpec): string {
  return [...spec.enums]
    .map(
      ([name, values]) => `export const ${name.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase())} = {
${values.map(({ id, value }) => `  ${/^[a-z_][a-z0-9_]*$/.test(id) ? id : `'${id}'`}: ${value},`).join('\n')}
} as const;
`,
    )
    .join('\n');
}
