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
import { WireType } from './wire.ts';

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
  /** Of one value that is not in a packed list. */
  readonly wireType: WireType;
  readonly repeated: boolean;
  readonly required: boolean;
  /** The field of the same number in another form of the message. */
  readonly rival?: FieldLayout;
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
  /** Holes where there is no field; numbers in images are small. */
  readonly byNumber: readonly (FieldLayout | undefined)[];
  readonly requiredCount: number;
  readonly byName: ReadonlyMap<string, FieldLayout>;
  readonly since?: string;
}

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
  const byNumber: (FieldLayout | undefined)[] = [];
  const byName = new Map<string, FieldLayout>();
  const since = criuNotes[name]?.since;
  const rows = [...(criuFields[name] ?? [])].sort((a, b) => a[3] - b[3]);
  const requiredCount = rows.filter(([label]) => label === 'required').length;
  const base = { name, fields, byNumber, byName, requiredCount };
  const layout: MessageLayout = { ...base, ...(since !== undefined && { since }) };
  // Before its fields, since cgroup_dir_entry and aa_namespace contain themselves.
  layouts.set(name, layout);
  for (const row of rows) {
    const field = fieldLayout(name, row);
    fields.push(field);
    const first = byNumber[field.number];
    byNumber[field.number] = first === undefined ? field : { ...first, rival: field };
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
    wireType: wireTypeOf(kind),
    repeated: label === 'repeated',
    required: label === 'required',
    note,
    ...(kind === 'message' && { message: layoutOf(reference) }),
    ...(kind === 'enum' && { names: namesOf(reference) }),
    ...(note.bits !== undefined && { bits: namesOf(note.bits) }),
    ...(valuesSince !== undefined && { valuesSince }),
  };
}

function wireTypeOf(kind: FieldLayout['kind']): WireType {
  if (kind === 'message' || kind === 'string' || kind === 'bytes') return WireType.LengthDelimited;
  return kind === 'fixed64' ? WireType.Bit64 : WireType.Varint;
}

function namesOf(enumeration: string): ReadonlyMap<number, string> {
  return new Map(Object.entries(criuEnums[enumeration] ?? {}).map(([name, number]) => [number, name]));
}
