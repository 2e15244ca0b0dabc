/** The layout table: for every type its fields with kernel name, unit, references and meaning. */
import type { CptSpec, SpecField } from './spec.ts';

export function emitLayouts(spec: CptSpec): string {
  const layouts = Object.fromEntries(
    [...spec.types.values()].map((type) => [
      type.name,
      { ...(type.doc && { doc: type.doc }), fields: type.fields.map(emitField) },
    ]),
  );
  return `// Made by "npm run generate" from formats/cpt/*.ksy. Do not edit.
import type { Layout } from '../layout.ts';

export const cptLayouts: Readonly<Record<string, Layout>> = ${JSON.stringify(layouts, undefined, 1)};
`;
}

/** In a file of their own: views of every family have words of the kernel from them, and no use for layouts. */
export const emitEnums = (
  spec: CptSpec,
): string => `// Made by "npm run generate" from formats/cpt/*.ksy. Do not edit.
import type { EnumValue } from '../layout.ts';

export const cptEnums: Readonly<Record<string, readonly EnumValue[]>> = ${JSON.stringify(Object.fromEntries(spec.enums), undefined, 1)};
`;

export function emitField(field: SpecField) {
  const { id: _id, condition: _condition, optional, isText, isPad, valid: _valid, type, ...rest } = field;
  return {
    ...rest,
    type:
      type.kind === 'integer'
        ? `${type.signed ? 's' : 'u'}${type.bytes}`
        : type.kind === 'bytes'
          ? { bytes: type.size }
          : { struct: type.name },
    ...(optional && { optional }),
    ...(isText && { isText }),
    ...(isPad && { isPad }),
  };
}
