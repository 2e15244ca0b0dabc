/**
 * Reads the CPT `.ksy` files into a plain model: types with their fields, and which object number has which
 * fixed part and content. Understands only what our specs use; anything else is an error, not a guess.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface SpecField {
  /** Name in the spec, snake_case. */
  readonly id: string;
  /** Name in TypeScript and JSON, camelCase; the same that the Kaitai reader uses. */
  readonly name: string;
  readonly kernelName?: string;
  readonly type:
    | { readonly kind: 'integer'; readonly bytes: 1 | 2 | 4 | 8; readonly signed: boolean }
    | { readonly kind: 'bytes'; readonly size: number }
    | { readonly kind: 'struct'; readonly name: string };
  /** A number of elements, or `variable` when it depends on the header length. */
  readonly repeat?: number | 'variable';
  /** Absent in some layouts. */
  readonly optional: boolean;
  /** The condition under which it is there, as the spec has it. */
  readonly condition?: string;
  readonly enumName?: string;
  readonly flagsName?: string;
  readonly bitsName?: string;
  readonly positionOf?: string;
  /** Kind of the shared object whose number the field holds. */
  readonly objref?: string;
  readonly unit?: string;
  readonly isText: boolean;
  readonly isPad: boolean;
  readonly valid?: { readonly min?: number; readonly max?: number; readonly anyOf?: readonly number[] };
  readonly doc?: string;
}

export interface SpecType {
  readonly name: string;
  /** The Kaitai class that reads it, e.g. `CptTask.Restart`. */
  readonly reader: string;
  readonly doc?: string;
  readonly fields: readonly SpecField[];
  readonly parameters: readonly string[];
}

export interface SpecObject {
  /** Object number in the file. */
  readonly number: number;
  /** Record kind: the kernel's name without `CPT_OBJ_`, in lower case. */
  readonly kind: string;
  /** Type of the fixed part; undefined when the header is all there is. */
  readonly fixed?: string;
  readonly content: 'objects' | 'cgroup' | 'bytes';
}

export interface SpecEnumValue {
  readonly value: number;
  readonly id: string;
  readonly kernelName?: string;
  /** First layout that has it, and first that no longer has it. */
  readonly since?: number;
  readonly before?: number;
  readonly doc?: string;
}

export interface CptSpec {
  readonly types: ReadonlyMap<string, SpecType>;
  readonly objects: readonly SpecObject[];
  readonly enums: ReadonlyMap<string, readonly SpecEnumValue[]>;
}

export const cptSpecNames = [
  'cpt_common',
  'cpt_container',
  'cpt_files',
  'cpt_ipc',
  'cpt_memory',
  'cpt_network',
  'cpt_task',
  'cpt_image',
] as const;

// biome-ignore lint/suspicious/noExplicitAny: what the YAML parser returns is checked field by field below.
export type Yaml = any;

export function loadKsy(directory: string, name: string): Yaml {
  return parse(readFileSync(join(directory, `${name}.ksy`), 'utf8'));
}

export function readCptSpec(directory: string): CptSpec {
  const types = new Map<string, SpecType>();
  const enums = new Map<string, SpecEnumValue[]>();
  for (const spec of cptSpecNames) {
    const ksy = loadKsy(directory, spec);
    for (const [name, body] of Object.entries<Yaml>(ksy.types ?? {})) {
      if (frameTypes.has(name)) continue;
      if (types.has(name)) throw new Error(`type ${name} is defined twice`);
      types.set(name, readType(`${pascal(spec)}.${pascal(name)}`, name, body));
    }
    for (const [name, values] of Object.entries<Yaml>(ksy.enums ?? {})) enums.set(name, readEnum(values));
  }
  return { types, enums, objects: readObjects(loadKsy(directory, 'cpt_image'), enums) };
}

/** Types of the top-level spec that only frame others; the framing layer does their work in TypeScript. */
const frameTypes = new Set([
  'major_header',
  'section',
  'section_header',
  'object_list',
  'any_object',
  'object_header',
  'cgroup_content',
]);

export function readType(reader: string, name: string, body: Yaml): SpecType {
  const parameters: string[] = (body.params ?? []).map((parameter: Yaml) => camel(parameter.id));
  return {
    name,
    reader,
    // What fills the rest of a record is for the framing layer.
    fields: (body.seq ?? [])
      .filter((field: Yaml) => field['size-eos'] !== true)
      .map((field: Yaml) => readField(name, field)),
    parameters,
    ...(body.doc && { doc: oneParagraph(body.doc) }),
  };
}

function readField(owner: string, field: Yaml): SpecField {
  const optional = field.if !== undefined;
  return {
    id: field.id,
    name: camel(field.id),
    type: readFieldType(`${owner}.${field.id}`, field),
    optional,
    isText: field['-text'] === true,
    isPad: field['-pad'] === true,
    ...(optional && { condition: String(field.if) }),
    ...(field['-orig-id'] && { kernelName: field['-orig-id'] }),
    ...(field.repeat && { repeat: readRepeat(`${owner}.${field.id}`, field) }),
    ...(field.enum && { enumName: localName(field.enum) }),
    ...(field['-flags'] && { flagsName: localName(field['-flags']) }),
    ...(field['-bits'] && { bitsName: localName(field['-bits']) }),
    ...(field['-position-of'] && { positionOf: field['-position-of'] }),
    ...(field['-objref'] && { objref: field['-objref'] }),
    ...(field['-unit'] && { unit: field['-unit'] }),
    ...(field.valid !== undefined && { valid: readValid(field.valid) }),
    ...(field.doc && { doc: oneParagraph(field.doc) }),
  };
}

function readFieldType(place: string, field: Yaml): SpecField['type'] {
  if (field.contents) return { kind: 'bytes', size: field.contents.length };
  if (field.type === undefined) {
    if (typeof field.size !== 'number') throw new Error(`${place}: raw bytes need a fixed size`);
    return { kind: 'bytes', size: field.size };
  }
  const integer = /^([us])([1248])$/.exec(field.type);
  if (integer) {
    const bytes = Number(integer[2]) as 1 | 2 | 4 | 8;
    return { kind: 'integer', bytes, signed: integer[1] === 's' };
  }
  return { kind: 'struct', name: String(field.type).replace(/\(.*$/, '') };
}

function readRepeat(place: string, field: Yaml): number | 'variable' {
  if (field.repeat !== 'expr') throw new Error(`${place}: only "repeat: expr" is supported`);
  return typeof field['repeat-expr'] === 'number' ? field['repeat-expr'] : 'variable';
}

function readValid(valid: Yaml): NonNullable<SpecField['valid']> {
  if (typeof valid === 'number') return { anyOf: [valid] };
  return {
    ...(valid.min !== undefined && { min: valid.min }),
    ...(valid.max !== undefined && { max: valid.max }),
    ...(valid['any-of'] && { anyOf: valid['any-of'] }),
  };
}

export function readEnum(values: Yaml): SpecEnumValue[] {
  return Object.entries<Yaml>(values).map(([value, entry]) => ({
    value: Number(value),
    id: typeof entry === 'string' ? entry : entry.id,
    ...(entry['-orig-id'] && { kernelName: entry['-orig-id'] }),
    ...(entry['-since'] && { since: entry['-since'] }),
    ...(entry['-before'] && { before: entry['-before'] }),
    ...(entry.doc && { doc: oneParagraph(entry.doc) }),
  }));
}

function readObjects(image: Yaml, enums: ReadonlyMap<string, readonly SpecEnumValue[]>): SpecObject[] {
  const seq: Yaml[] = image.types.any_object.seq;
  const fixed = readCases(seq.find((field) => field.id === 'fixed'));
  const content = readCases(seq.find((field) => field.id === 'content'));
  const objectTypes = enums.get('object_type');
  if (!objectTypes) throw new Error('cpt_common has no enum object_type');
  return objectTypes.map(({ value, id }) => {
    const fixedType = fixed.get(id);
    const contentType = content.get(id);
    return {
      number: value,
      kind: id,
      ...(fixedType && { fixed: fixedType }),
      content: contentType === undefined ? 'bytes' : contentType === 'cgroup_content' ? 'cgroup' : 'objects',
    };
  });
}

/** `switch-on` cases as enum value name → type name without its file and arguments. */
function readCases(field: Yaml): Map<string, string> {
  return new Map(
    Object.entries<string>(field.type.cases).map(([value, type]) => [
      value.replace(/^.*::/, ''),
      localName(type.replace(/\(.*$/, '')),
    ]),
  );
}

export const localName = (name: string) => name.replace(/^.*::/, '');

/** As the Kaitai compiler names things in JavaScript: `start_jiffies64` → `startJiffies64`. */
export const camel = (id: string) => id.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
export const pascal = (id: string) => camel(`_${id}`);

const oneParagraph = (doc: string) => doc.trim().replace(/\s+/g, ' ');
