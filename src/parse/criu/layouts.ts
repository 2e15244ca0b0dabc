/**
 * The layouts of all messages, linked up once from the generated tables. It decodes nothing; the codec walks
 * these layouts.
 */
import {
  type CriuFieldRow,
  type CriuNote,
  criuEnums,
  criuFields,
  criuNotes,
  criuValuesSince,
} from '../generated/criu-descriptors.ts';
import type { MessageName } from './image-types.ts';

export type ScalarKind =
  | 'bool'
  | 'bytes'
  | 'fixed64'
  | 'int32'
  | 'int64'
  | 'sint32'
  | 'sint64'
  | 'string'
  | 'uint32'
  | 'uint64';

export interface FieldLayout {
  readonly name: string;
  readonly number: number;
  readonly kind: ScalarKind | 'enum' | 'message';
  readonly repeated: boolean;
  readonly required: boolean;
  /** Of kind message. */
  readonly message?: MessageLayout;
  /** Of kind enum: names by number. */
  readonly names?: ReadonlyMap<number, string>;
  /** Of a number whose bits have names: those names by number of the bit. */
  readonly bits?: ReadonlyMap<number, string>;
  /** Releases that brought values or bits, by number; the others are as old as 1.4. */
  readonly valuesSince?: Readonly<Record<number, string>>;
  readonly note: CriuNote;
}

export interface MessageLayout {
  readonly name: string;
  /** Ascending by number, the order in which CRIU writes them. */
  readonly fields: readonly FieldLayout[];
  readonly byNumber: ReadonlyMap<number, FieldLayout>;
  readonly byName: ReadonlyMap<string, FieldLayout>;
  readonly since?: string;
}

/** Fields of one number, of two forms of a message: the second by the first. */
const rivals = new Map<FieldLayout, FieldLayout>();

export const rivalOf = (field: FieldLayout): FieldLayout | undefined => rivals.get(field);

/** Kinds whose values are `bigint`. */
export const wideKinds: ReadonlySet<FieldLayout['kind']> = new Set(['fixed64', 'int64', 'sint64', 'uint64']);

// Linked up at the first use: a command needs few of them, and most commands need none.
const layouts = new Map<string, MessageLayout>();
let areAllLinked = false;

/** The layout of a message that the descriptors have. */
export function messageLayout(name: MessageName): MessageLayout {
  if (!layouts.has(name) && !Object.hasOwn(criuFields, name)) throw new Error(`no descriptor of ${name}`);
  return layoutOf(name);
}

/** All layouts by protocol name. */
export function messageLayouts(): ReadonlyMap<string, MessageLayout> {
  if (!areAllLinked) for (const name of Object.keys(criuFields)) layoutOf(name);
  areAllLinked = true;
  return layouts;
}

function layoutOf(name: string): MessageLayout {
  const known = layouts.get(name);
  if (known !== undefined) return known;
  const fields: FieldLayout[] = [];
  const byNumber = new Map<number, FieldLayout>();
  const byName = new Map<string, FieldLayout>();
  const since = criuNotes[name]?.since;
  const layout: MessageLayout = { name, fields, byNumber, byName, ...(since !== undefined && { since }) };
  // Before its fields, since cgroup_dir_entry and aa_namespace contain themselves.
  layouts.set(name, layout);
  for (const row of [...(criuFields[name] ?? [])].sort((a, b) => a[3] - b[3])) {
    const field = fieldLayout(name, row);
    fields.push(field);
    const first = byNumber.get(field.number);
    if (first === undefined) byNumber.set(field.number, field);
    else rivals.set(first, field);
    byName.set(field.name, field);
  }
  return layout;
}

function fieldLayout(message: string, [label, type, name, number]: CriuFieldRow): FieldLayout {
  const [kind, reference = ''] = type.split(' ') as [FieldLayout['kind'], string?];
  const note = criuNotes[`${message}.${name}`] ?? {};
  const valuesSince = criuValuesSince[note.bits ?? reference];
  return {
    name,
    number,
    kind,
    repeated: label === 'repeated',
    required: label === 'required',
    note,
    ...(kind === 'message' && { message: layoutOf(reference) }),
    ...(kind === 'enum' && { names: namesOf(reference) }),
    ...(note.bits !== undefined && { bits: namesOf(note.bits) }),
    ...(valuesSince !== undefined && { valuesSince }),
  };
}

function namesOf(enumeration: string): ReadonlyMap<number, string> {
  return new Map(Object.entries(criuEnums[enumeration] ?? {}).map(([name, number]) => [number, name]));
}
