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

/** Kinds whose values are `bigint`. */
export const wideKinds: ReadonlySet<FieldLayout['kind']> = new Set(['fixed64', 'int64', 'sint64', 'uint64']);

let loaded: ReadonlyMap<string, MessageLayout> | undefined;

/** The layout of a message that the descriptors have. */
export function messageLayout(name: MessageName): MessageLayout {
  const layout = messageLayouts().get(name);
  if (layout === undefined) throw new Error(`no descriptor of ${name}`);
  return layout;
}

/**
 * All layouts by protocol name. Built at the first use, so that commands that read no CRIU image pay
 * nothing.
 */
export function messageLayouts(): ReadonlyMap<string, MessageLayout> {
  loaded ??= loadLayouts();
  return loaded;
}

function loadLayouts(): ReadonlyMap<string, MessageLayout> {
  const layouts = new Map<string, MessageLayout>();
  for (const name of Object.keys(criuFields)) layoutOf(name, layouts);
  return layouts;
}

function layoutOf(name: string, layouts: Map<string, MessageLayout>): MessageLayout {
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
    const field = fieldLayout(name, row, layouts);
    fields.push(field);
    byNumber.set(field.number, field);
    byName.set(field.name, field);
  }
  return layout;
}

function fieldLayout(
  message: string,
  [label, type, name, number]: CriuFieldRow,
  layouts: Map<string, MessageLayout>,
): FieldLayout {
  const [kind, reference = ''] = type.split(' ') as [FieldLayout['kind'], string?];
  return {
    name,
    number,
    kind,
    repeated: label === 'repeated',
    required: label === 'required',
    note: criuNotes[`${message}.${name}`] ?? {},
    ...(kind === 'message' && { message: layoutOf(reference, layouts) }),
    ...(kind === 'enum' && { names: namesOf(reference) }),
  };
}

function namesOf(enumeration: string): ReadonlyMap<number, string> {
  return new Map(Object.entries(criuEnums[enumeration] ?? {}).map(([name, number]) => [number, name]));
}
