/**
 * Where fields lie in the objects of which an image may hold hundreds of thousands, out of the generated
 * layouts: reading a few fields in place costs a tenth of decoding the whole object.
 */

import { objectHeaderBytes } from '../../../parse/cpt/record.ts';
import { cptLayouts } from '../../../parse/generated/cpt-layouts.ts';
import { integerBytes, type Layout, type LayoutField } from '../../../parse/layout.ts';

export interface FieldOffsets<Name extends string> {
  /** Bytes of the whole object that reading these fields takes, header included. */
  readonly bytes: number;
  /** From the start of the object. */
  readonly offset: Readonly<Record<Name, number>>;
}

/**
 * Offsets by name; `restart.fn` for a field of a struct. Throws for names that the layout does not have.
 */
export function fieldOffsets<const Name extends string>(
  layoutName: string,
  names: readonly Name[],
): FieldOffsets<Name> {
  const found = new Map<string, number>();
  const bytes = addOffsets(found, cptLayouts[layoutName]!, objectHeaderBytes, '');
  const offset = names.map((name) => {
    const at = found.get(name);
    if (at === undefined) throw new Error(`layout ${layoutName} has no field ${name} of a fixed place`);
    return [name, at] as const;
  });
  return { bytes, offset: Object.fromEntries(offset) as Record<Name, number> };
}

function addOffsets(found: Map<string, number>, layout: Layout, start: number, prefix: string): number {
  let at = start;
  for (const field of layout.fields) {
    if (field.repeat === 'variable') break;
    found.set(`${prefix}${field.name}`, at);
    if (isStruct(field.type)) addOffsets(found, structOf(field.type), at, `${prefix}${field.name}.`);
    at += bytesOf(field) * (field.repeat ?? 1);
  }
  return at;
}

type FieldType = LayoutField['type'];

const isStruct = (type: FieldType): type is { readonly struct: string } =>
  typeof type === 'object' && 'struct' in type;

const structOf = ({ struct }: { readonly struct: string }): Layout => cptLayouts[struct]!;

function bytesOf({ type }: LayoutField): number {
  if (isStruct(type)) return addOffsets(new Map(), structOf(type), 0, '');
  return typeof type === 'object' ? type.bytes : integerBytes[type];
}
