/** Where each field of a record lies and what it means; computed from a generated layout table. Knows no family. */

export const integerBytes = { u1: 1, u2: 2, u4: 4, u8: 8, s1: 1, s2: 2, s4: 4, s8: 8 } as const;

export interface EnumValue {
  readonly value: number;
  readonly id: string;
  readonly kernelName?: string;
  /** First layout that has the value, and first that no longer has it . */
  readonly since?: number;
  readonly before?: number;
  readonly doc?: string;
}

export interface LayoutField {
  readonly name: string;
  readonly type: keyof typeof integerBytes | { readonly bytes: number } | { readonly struct: string };
  readonly kernelName?: string;
  readonly repeat?: number | 'variable';
  readonly optional?: boolean;
  readonly enumName?: string;
  readonly flagsName?: string;
  readonly bitsName?: string;
  /** The value is the absolute file position of a record of this kind. */
  readonly positionOf?: string;
  /** The value is the number of a shared object of this kind. */
  readonly objref?: string;
  /** When an optional field is there; all that are given must hold. */
  readonly when?: LayoutCondition;
  readonly unit?: string;
  readonly isText?: boolean;
  readonly isPad?: boolean;
  readonly doc?: string;
}

export interface LayoutCondition {
  readonly since?: number;
  readonly before?: number;
  /** Bytes of an unsigned long. */
  readonly word?: number;
  /** Another field, and the values that it must have one of. */
  readonly field?: string;
  readonly values?: readonly number[];
}

export interface Layout {
  readonly doc?: string;
  readonly fields: readonly LayoutField[];
}

/** One scalar or byte string of a record: `path` is e.g. `restart.fn` or `gids[3]`. */
export interface FieldRange {
  readonly path: string;
  readonly field: LayoutField;
  readonly value: number | bigint | Uint8Array;
  /** Absolute in the file. */
  readonly offset: number;
  readonly length: number;
}

/** A record as far as its fields go: `hdrlen` is the length of its fixed part, the header included. */
export interface RecordPlace {
  readonly offset: number;
  readonly hdrlen: number;
  readonly fields: object;
}

type Values = Readonly<Record<string, unknown>>;

/** Every field of a record in file order; those that the header length leaves out are not listed. */
export function* fieldRanges(
  record: RecordPlace,
  layouts: Readonly<Record<string, Layout>>,
  layoutName: string,
  headerBytes: number,
): Generator<FieldRange> {
  const end = record.offset + record.hdrlen;
  for (const range of structRanges(
    layouts,
    layoutName,
    record.fields as Values,
    record.offset + headerBytes,
    '',
  )) {
    if (range.offset + range.length > end) return;
    yield range;
  }
}

function* structRanges(
  layouts: Readonly<Record<string, Layout>>,
  layoutName: string,
  values: Values,
  start: number,
  prefix: string,
): Generator<FieldRange, number> {
  let offset = start;
  for (const field of layouts[layoutName]?.fields ?? []) {
    const value = values[field.name];
    if (value === undefined) continue;
    const elements = field.repeat === undefined ? [value] : (value as readonly unknown[]);
    for (const [index, element] of elements.entries()) {
      const path = `${prefix}${field.name}${field.repeat === undefined ? '' : `[${index}]`}`;
      if (typeof field.type === 'object' && 'struct' in field.type) {
        offset = yield* structRanges(layouts, field.type.struct, element as Values, offset, `${path}.`);
        continue;
      }
      const length = typeof field.type === 'object' ? field.type.bytes : integerBytes[field.type];
      yield { path, field, value: element as FieldRange['value'], offset, length };
      offset += length;
    }
  }
  return offset;
}
